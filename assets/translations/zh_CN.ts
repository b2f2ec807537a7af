<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ActionGrid</name>
    <message>
        <source>Transfer</source>
        <translation>转办</translation>
    </message>
    <message>
        <source>Park</source>
        <translation>暂放</translation>
    </message>
    <message>
        <source>No-show</source>
        <translation>未到</translation>
    </message>
    <message>
        <source>Call chosen</source>
        <translation>指定叫号</translation>
    </message>
</context>
<context>
    <name>AlertRow</name>
    <message>
        <source>%1 more: show the next</source>
        <translation>另有 %1 条，看下一条</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已处理</translation>
    </message>
    <message>
        <source>I go</source>
        <translation>我去</translation>
    </message>
</context>
<context>
    <name>AppointmentCard</name>
    <message>
        <source>I have an appointment</source>
        <translation>我有预约</translation>
    </message>
    <message>
        <source>Not possible without the connection</source>
        <translation>断开期间暂不能签到</translation>
    </message>
    <message>
        <source>Check in with your code or phone number</source>
        <translation>凭预约码或手机号签到</translation>
    </message>
</context>
<context>
    <name>AppointmentPage</name>
    <message>
        <source>Your booking code</source>
        <translation>请输入预约码</translation>
    </message>
    <message>
        <source>You will find it in the message that confirmed your appointment.</source>
        <translation>预约成功的短信或手机银行通知里有您的预约码</translation>
    </message>
    <message>
        <source>Code so far: %1</source>
        <translation>已输入：%1</translation>
    </message>
    <message>
        <source>Letters and digits</source>
        <translation>字母和数字</translation>
    </message>
    <message>
        <source>Not connected since %1. Please ask our staff.</source>
        <translation>自 %1 起与系统断开，请联系工作人员</translation>
    </message>
    <message>
        <source>Looking for your appointment…</source>
        <translation>正在查询您的预约…</translation>
    </message>
    <message>
        <source>No appointment has this code. Please check it.</source>
        <translation>没有查到这个预约码，请核对后重新输入</translation>
    </message>
    <message>
        <source>Check in</source>
        <translation>签到取号</translation>
    </message>
    <message>
        <source>Your phone number</source>
        <translation>请输入手机号</translation>
    </message>
    <message>
        <source>The number that you gave for your appointment. It is not kept.</source>
        <translation>预约时留下的手机号，本机不会保存</translation>
    </message>
    <message>
        <source>Booking code</source>
        <translation>预约码</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>手机号</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Number so far: %1</source>
        <translation>已输入的号码：%1</translation>
    </message>
    <message>
        <source>Not connected since %1: no check-in, but you can take a number.</source>
        <translation>自 %1 起与系统断开，暂不能签到，但可以取普通号</translation>
    </message>
    <message>
        <source>No appointment today has this number. Please check it, or ask our staff.</source>
        <translation>没有查到此手机号今天的预约，请核对或联系工作人员</translation>
    </message>
    <message>
        <source>Find my appointment</source>
        <translation>查询预约</translation>
    </message>
</context>
<context>
    <name>AppointmentsPage</name>
    <message>
        <source>Is this your appointment?</source>
        <translation>这是您的预约吗？</translation>
    </message>
    <message>
        <source>Which appointment is yours?</source>
        <translation>请选择您的预约</translation>
    </message>
    <message>
        <source>Touch it to check in.</source>
        <translation>轻触即可签到</translation>
    </message>
    <message>
        <source>Phone number: %1</source>
        <translation>手机号：%1</translation>
    </message>
    <message>
        <source>Not connected since %1. Please ask our staff.</source>
        <translation>自 %1 起与系统断开，请联系工作人员</translation>
    </message>
    <message>
        <source>Checking you in…</source>
        <translation>正在签到…</translation>
    </message>
    <message>
        <source>No, it is not mine</source>
        <translation>不是我的预约</translation>
    </message>
    <message>
        <source>None of these is mine</source>
        <translation>都不是我的预约</translation>
    </message>
</context>
<context>
    <name>CallReasonPanel</name>
    <message>
        <source>%1 out of turn: why?</source>
        <translation>%1 为何提前叫号？</translation>
    </message>
</context>
<context>
    <name>CardFoot</name>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
</context>
<context>
    <name>ClosedPage</name>
    <message>
        <source>Opening hours</source>
        <translation>营业时间</translation>
    </message>
</context>
<context>
    <name>ComfortBar</name>
    <message>
        <source>Low reach</source>
        <translation>低位操作</translation>
    </message>
    <message>
        <source>Senior / disabled</source>
        <translation>老年 / 残障
优先</translation>
    </message>
    <message>
        <source>Manager called</source>
        <translation>已呼叫
大堂经理</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>正在赶来</translation>
    </message>
    <message>
        <source>Call the manager</source>
        <translation>呼叫
大堂经理</translation>
    </message>
    <message>
        <source>Standard view</source>
        <translation>返回标准版</translation>
    </message>
    <message>
        <source>Large type</source>
        <translation>大字</translation>
    </message>
</context>
<context>
    <name>Counter</name>
    <message>
        <source>%1 called</source>
        <translation>已叫 %1</translation>
    </message>
    <message>
        <source>%1 finished</source>
        <translation>%1 已办结</translation>
    </message>
    <message>
        <source>%1 gave no rating</source>
        <translation>%1 人未作评价</translation>
    </message>
    <message>
        <source>%1 is next: the time of its appointment has come.</source>
        <translation>%1 排在下一位：预约时间已到。</translation>
    </message>
    <message>
        <source>%1 is next: waited %2, which counts %3 times (%4).</source>
        <translation>%1 排在下一位：已等 %2，按 %3 倍计（%4）。</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>等 %1 分</translation>
    </message>
    <message>
        <source>%1 missed</source>
        <translation>%1 已记未到</translation>
    </message>
    <message>
        <source>%1 parked</source>
        <translation>%1 已暂放</translation>
    </message>
    <message>
        <source>%1 put back</source>
        <translation>%1 已重新排队</translation>
    </message>
    <message>
        <source>%1 started</source>
        <translation>%1 已开始办理</translation>
    </message>
    <message>
        <source>%1 transferred</source>
        <translation>%1 已转办</translation>
    </message>
    <message>
        <source>%1 was changed while there was no connection: %2 That stands.</source>
        <translation>断线期间 %1 已有变动:%2 以服务端为准。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: %2 needs a new number</source>
        <translation>%1：%2 号需重新取号</translation>
    </message>
    <message>
        <source>%1: a number did not come out on paper</source>
        <translation>%1：有号码未能打印</translation>
    </message>
    <message>
        <source>%1: a sign does not answer</source>
        <translation>%1：显示屏无应答</translation>
    </message>
    <message>
        <source>%1: no sound</source>
        <translation>%1：没有声音</translation>
    </message>
    <message>
        <source>%1: number %2 did not come out on paper</source>
        <translation>%1：%2 号未能打印</translation>
    </message>
    <message>
        <source>%1: numbers have not been handed in</source>
        <translation>%1：有号码尚未上报</translation>
    </message>
    <message>
        <source>%1: the clock is wrong</source>
        <translation>%1：时钟不准</translation>
    </message>
    <message>
        <source>%1: the cover of the printer is open</source>
        <translation>%1：打印机盖未合上</translation>
    </message>
    <message>
        <source>%1: the paper is near its end</source>
        <translation>%1：纸快用完了</translation>
    </message>
    <message>
        <source>%1: the printer does not answer</source>
        <translation>%1：打印机没有响应</translation>
    </message>
    <message>
        <source>%1: the printer does not print</source>
        <translation>%1：打印机无法打印</translation>
    </message>
    <message>
        <source>%1: the printer has no paper</source>
        <translation>%1：打印机缺纸</translation>
    </message>
    <message>
        <source>%1: the scanner does not read</source>
        <translation>%1：扫码器无法使用</translation>
    </message>
    <message>
        <source>Appt %1</source>
        <translation>预约 %1</translation>
    </message>
    <message>
        <source>Asking the branch service…</source>
        <translation>正在等待网点服务应答…</translation>
    </message>
    <message>
        <source>Branch service</source>
        <translation>叫号服务器</translation>
    </message>
    <message>
        <source>Call next</source>
        <translation>呼叫下一位</translation>
    </message>
    <message>
        <source>Called · %1</source>
        <translation>正在呼叫 · %1</translation>
    </message>
    <message>
        <source>Choose with ↑ ↓, then Enter. Esc: leave it.</source>
        <translation>用 ↑ ↓ 选择号码,回车叫号,Esc 取消。</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>完成办理</translation>
    </message>
    <message>
        <source>Finish and ask for rating</source>
        <translation>完成并请客户评价</translation>
    </message>
    <message>
        <source>Handover</source>
        <translation>交接班</translation>
    </message>
    <message>
        <source>Just now</source>
        <translation>刚到</translation>
    </message>
    <message>
        <source>Kept only until the app ends: this machine&apos;s disk refuses.</source>
        <translation>本机磁盘无法写入:仅保留到程序退出。</translation>
    </message>
    <message>
        <source>Key not taken: the branch service has not answered the last one yet.</source>
        <translation>按键未受理:服务端尚未答复上一操作。</translation>
    </message>
    <message>
        <source>Lunch</source>
        <translation>午餐</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>未到</translation>
    </message>
    <message>
        <source>Next · %1</source>
        <translation>下一位 · %1</translation>
    </message>
    <message>
        <source>No connection. The finish of %1 is kept and sent later.</source>
        <translation>连接中断。%1 的办结已保存,稍后发送。</translation>
    </message>
    <message>
        <source>No connection. The start of %1 is kept and sent later.</source>
        <translation>连接中断。%1 的开始办理已保存,稍后发送。</translation>
    </message>
    <message>
        <source>No connection: the lobby manager will be called later.</source>
        <translation>连接中断:稍后呼叫大堂经理。</translation>
    </message>
    <message>
        <source>No customers waiting</source>
        <translation>暂无等候客户</translation>
    </message>
    <message>
        <source>Nobody is on the way any more. Your call is still open.</source>
        <translation>前来的同事已离开，您的呼叫仍在等待处理。</translation>
    </message>
    <message>
        <source>Nobody is waiting.</source>
        <translation>当前没有等候的客户。</translation>
    </message>
    <message>
        <source>Not done: no connection to the branch service.</source>
        <translation>未执行:与网点服务的连接已中断。</translation>
    </message>
    <message>
        <source>Not possible: the service has been started.</source>
        <translation>无法操作:业务已开始办理。</translation>
    </message>
    <message>
        <source>Not possible: there is a customer at this counter.</source>
        <translation>无法操作:本窗口有客户。</translation>
    </message>
    <message>
        <source>Not possible: there is nobody at this counter.</source>
        <translation>无法操作:本窗口没有客户。</translation>
    </message>
    <message>
        <source>Not possible: this counter is paused.</source>
        <translation>无法操作:本窗口已暂停。</translation>
    </message>
    <message>
        <source>Not printed</source>
        <translation>未出票</translation>
    </message>
    <message>
        <source>Other business</source>
        <translation>其他事务</translation>
    </message>
    <message>
        <source>Parked</source>
        <translation>暂放</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Paused · %1</source>
        <translation>已暂停 · %1</translation>
    </message>
    <message>
        <source>Please choose a counter.</source>
        <translation>请选择窗口。</translation>
    </message>
    <message>
        <source>Please enter your PIN.</source>
        <translation>请输入密码。</translation>
    </message>
    <message>
        <source>Please enter your staff number.</source>
        <translation>请输入工号。</translation>
    </message>
    <message>
        <source>Recalled %1×</source>
        <translation>已重呼 %1 次</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复叫号</translation>
    </message>
    <message>
        <source>Sent: %1, with its real time.</source>
        <translation>已发送:%1,按实际时间记录。</translation>
    </message>
    <message>
        <source>Serving · %1</source>
        <translation>正在办理 · %1</translation>
    </message>
    <message>
        <source>Somebody is coming.</source>
        <translation>已有同事前来。</translation>
    </message>
    <message>
        <source>Standard %1</source>
        <translation>标准 %1</translation>
    </message>
    <message>
        <source>Start service</source>
        <translation>开始办理</translation>
    </message>
    <message>
        <source>The key pressed after it was not taken.</source>
        <translation>其后的按键未受理。</translation>
    </message>
    <message>
        <source>The lobby manager is called.</source>
        <translation>已呼叫大堂经理。</translation>
    </message>
    <message>
        <source>This branch has no counter %1 any more. Please choose another.</source>
        <translation>本网点已没有 %1 号窗口，请另选一个窗口。</translation>
    </message>
    <message>
        <source>Transferred</source>
        <translation>转办</translation>
    </message>
    <message>
        <source>Waited %1</source>
        <translation>已等 %1</translation>
    </message>
    <message>
        <source>You are signed in at counter %1.</source>
        <translation>您已在 %1 号窗口签到。</translation>
    </message>
    <message>
        <source>You have been signed out at counter %1.</source>
        <translation>您在 %1 号窗口的签到已结束。</translation>
    </message>
    <message>
        <source>you go</source>
        <translation>由您处理</translation>
    </message>
    <message>
        <source>No-show</source>
        <translation>未到</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>重呼</translation>
    </message>
    <message>
        <source>Move to counter %1</source>
        <translation>转到 %1 号窗口</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Please wait %1 seconds.</source>
        <translation>密码错误次数过多，请 %1 秒后再试。</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Please wait 1 second.</source>
        <translation>密码错误次数过多，请 1 秒后再试。</translation>
    </message>
    <message>
        <source>You are signed in at another counter.</source>
        <translation>您已在其他窗口签到。</translation>
    </message>
    <message>
        <source>You are signed in at counter %1 now.</source>
        <translation>您现已在 %1 号窗口签到。</translation>
    </message>
    <message>
        <source>You are at counter %1. %2 comes with you.</source>
        <translation>您已在 %1 号窗口签到，%2 将随您转来。</translation>
    </message>
    <message>
        <source>%1 is next: %2 comes first at this counter.</source>
        <translation>%1 排在下一位：本窗口优先办理%2。</translation>
    </message>
    <message>
        <source>%1 is next: already passed by %2 who came later.</source>
        <translation>%1 排在下一位：已有 %2 位后来者先办。</translation>
    </message>
    <message>
        <source>%1 is next: came first.</source>
        <translation>%1 排在下一位：先到先办。</translation>
    </message>
    <message>
        <source>%1 is next: goes first (%2).</source>
        <translation>%1 排在下一位：优先办理（%2）。</translation>
    </message>
    <message>
        <source>%1 is next: has waited over %2, so goes before all.</source>
        <translation>%1 排在下一位：等候已超过 %2，最先办理。</translation>
    </message>
    <message>
        <source>%1 is next: nobody else waits for this counter.</source>
        <translation>%1 排在下一位：本窗口只有这一位在等。</translation>
    </message>
    <message>
        <source>%1 is next: the longest wait (%2).</source>
        <translation>%1 排在下一位：等候最久（%2）。</translation>
    </message>
    <message>
        <source>%1 is next: waited %2, plus %3 credit (%4).</source>
        <translation>%1 排在下一位：已等 %2，另加优待 %3（%4）。</translation>
    </message>
    <message>
        <source>appointment</source>
        <translation>预约</translation>
    </message>
    <message>
        <source>Late for %1</source>
        <translation>预约 %1 迟到</translation>
    </message>
    <message>
        <source>late for an appointment</source>
        <translation>预约迟到</translation>
    </message>
    <message>
        <source>Back at %1</source>
        <translation>预计 %1 回来</translation>
    </message>
    <message>
        <source>%1: step ticked</source>
        <translation>%1:已勾选步骤</translation>
    </message>
    <message>
        <source>%1: tick taken off</source>
        <translation>%1:已取消勾选</translation>
    </message>
    <message>
        <source>All %1 steps done</source>
        <translation>%1 步已全部完成</translation>
    </message>
    <message>
        <source>No connection. The step of %1 is kept and sent later.</source>
        <translation>未连接。%1 的步骤已保存,稍后发送。</translation>
    </message>
    <message>
        <source>Step %1/%2 · %3</source>
        <translation>步骤 %1/%2 %3</translation>
    </message>
    <message>
        <source>%1 late</source>
        <translation>迟到 %1</translation>
    </message>
    <message>
        <source>%1 asks for the lobby manager</source>
        <translation>%1 呼叫大堂经理</translation>
    </message>
    <message>
        <source>%1 for %2: %3</source>
        <translation>%1 转 %2：%3</translation>
    </message>
    <message>
        <source>%1 waits again: %2</source>
        <translation>%1 重新排队：%2</translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation>预约</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>此前</translation>
    </message>
    <message>
        <source>Counter %1</source>
        <translation>%1 号窗口</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>留言</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>未到</translation>
    </message>
    <message>
        <source>parked</source>
        <translation>已暂放</translation>
    </message>
    <message>
        <source>served</source>
        <translation>已办结</translation>
    </message>
    <message>
        <source>transferred</source>
        <translation>已转办</translation>
    </message>
    <message>
        <source>%1 parked again</source>
        <translation>%1 已继续暂放</translation>
    </message>
    <message>
        <source>%1 stays parked.</source>
        <translation>%1 继续暂放。</translation>
    </message>
    <message>
        <source>%1: parked time is over.</source>
        <translation>%1 暂放时间已到。</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>Satisfied %1</source>
        <translation>满意率 %1</translation>
    </message>
    <message>
        <source>Today: %1 served · average %2</source>
        <translation>今日 %1 笔 · 平均 %2</translation>
    </message>
    <message>
        <source>Out of turn</source>
        <translation>提前叫号</translation>
    </message>
    <message>
        <source>The chosen number is no longer waiting.</source>
        <translation>所选号码已不在等候。</translation>
    </message>
    <message>
        <source>%1 · counter %2</source>
        <translation>%1 · %2 号窗口</translation>
    </message>
    <message>
        <source>%1 · paused</source>
        <translation>%1 · 暂停中</translation>
    </message>
    <message>
        <source>For you</source>
        <translation>指名给您</translation>
    </message>
    <message>
        <source>Was for %1</source>
        <translation>原转给 %1</translation>
    </message>
    <message>
        <source>%1 ratings, satisfied %2</source>
        <translation>%1 条评价,满意率 %2</translation>
    </message>
    <message>
        <source>%1 served</source>
        <translation>办理 %1 笔</translation>
    </message>
    <message>
        <source>%1 within standard</source>
        <translation>达标 %1</translation>
    </message>
    <message>
        <source>%1: your day</source>
        <translation>%1 的今日</translation>
    </message>
    <message>
        <source>No pause</source>
        <translation>未暂停</translation>
    </message>
    <message>
        <source>Pauses: %1, %2</source>
        <translation>暂停 %1 次,共 %2</translation>
    </message>
    <message>
        <source>The branch has closed and nobody waits. F12: sign out</source>
        <translation>网点已关门,无人等候。F12 签退</translation>
    </message>
    <message>
        <source>average %1</source>
        <translation>平均 %1</translation>
    </message>
    <message>
        <source>closed for now</source>
        <translation>暂停办理</translation>
    </message>
    <message>
        <source>%1 finished at %2</source>
        <translation>%1 于 %2 办理完成</translation>
    </message>
    <message>
        <source>%1 started at %2</source>
        <translation>%1 于 %2 开始办理</translation>
    </message>
    <message>
        <source>%1, a step at %2</source>
        <translation>%1 于 %2 的一个步骤</translation>
    </message>
    <message numerus="yes">
        <source>%n customers&apos; ratings</source>
        <translation>
            <numerusform>%n 位客户的评价</numerusform>
        </translation>
    </message>
    <message>
        <source>Kept on this machine, sent when the service is back:</source>
        <translation>已保存在本机，服务恢复后发送：</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has been printed again.</source>
        <translation>%1 已补打。</translation>
    </message>
    <message>
        <source>%1 is being printed again at %2.</source>
        <translation>%1 正在“%2”补打。</translation>
    </message>
    <message>
        <source>%1 was not printed: the kiosk has no paper or printer.</source>
        <translation>%1 未能补打：取号机缺纸或打印机故障。</translation>
    </message>
    <message>
        <source>Choose a number first: its ticket is printed again.</source>
        <translation>请先选中一个号码，再补打小票。</translation>
    </message>
    <message>
        <source>The kiosk has not said whether %1 was printed: please look.</source>
        <translation>取号机未回报 %1 是否已打印，请到机前查看。</translation>
    </message>
    <message>
        <source>%1: what follows was changed</source>
        <translation>%1 后续业务已更改</translation>
    </message>
    <message>
        <source>Finish, then %1</source>
        <translation>办结并转 %1</translation>
    </message>
    <message>
        <source>Then %1</source>
        <translation>之后 %1</translation>
    </message>
</context>
<context>
    <name>CounterChoices</name>
    <message>
        <source>Counter</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Counter %1, free</source>
        <translation>%1 号窗口,空闲</translation>
    </message>
    <message>
        <source>Counter %1, %2 is there</source>
        <translation>%1 号窗口,%2 在岗</translation>
    </message>
    <message>
        <source>free</source>
        <translation>空闲</translation>
    </message>
</context>
<context>
    <name>CurrentCard</name>
    <message>
        <source>Nobody is called until you resume</source>
        <translation>恢复之前不会呼叫客户</translation>
    </message>
</context>
<context>
    <name>DetailPanel</name>
    <message>
        <source>Steps · S ticks the next</source>
        <translation>服务步骤 · 按 S 勾选下一步</translation>
    </message>
    <message>
        <source>About this visit</source>
        <translation>本次来访</translation>
    </message>
</context>
<context>
    <name>DigitPad</name>
    <message>
        <source>Delete the last digit</source>
        <translation>删除最后一位</translation>
    </message>
</context>
<context>
    <name>Display</name>
    <message>
        <source>Asking the branch service known from last time</source>
        <translation>正在联系上次使用的网点服务</translation>
    </message>
    <message>
        <source>Back at</source>
        <translation>恢复办理</translation>
    </message>
    <message>
        <source>Being served</source>
        <translation>正在办理</translation>
    </message>
    <message>
        <source>Called again</source>
        <translation>再次呼叫</translation>
    </message>
    <message>
        <source>Connecting to the branch service</source>
        <translation>正在连接网点服务</translation>
    </message>
    <message>
        <source>Counter %1</source>
        <translation>%1 号窗口</translation>
    </message>
    <message>
        <source>Good day, we open soon</source>
        <translation>您好，即将开始营业</translation>
    </message>
    <message>
        <source>Last called</source>
        <translation>最近叫号</translation>
    </message>
    <message>
        <source>Longest wait first, priority waits count more; at most %1 who came later go first</source>
        <translation>等候久者先叫，优先客户按倍计时；后到者最多 %1 位先于您</translation>
    </message>
    <message>
        <source>Longest wait first; waits of priority customers count more</source>
        <translation>等候久者先叫，优先客户的等候按倍计时</translation>
    </message>
    <message>
        <source>Looking for the branch service on the network</source>
        <translation>正在局域网中寻找网点服务</translation>
    </message>
    <message>
        <source>No counter is open at the moment</source>
        <translation>暂无窗口办理业务</translation>
    </message>
    <message>
        <source>No new numbers now; those who hold one are served</source>
        <translation>现已停止取号，已取号的客户继续办理</translation>
    </message>
    <message>
        <source>Not updated since %1 · access refused</source>
        <translation>%1 起未更新 · 服务拒绝访问</translation>
    </message>
    <message>
        <source>Not updated since %1 · reconnecting</source>
        <translation>%1 起未更新 · 正在重新连接</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>温馨提示</translation>
    </message>
    <message>
        <source>Now calling</source>
        <translation>请到窗口办理</translation>
    </message>
    <message>
        <source>Opens at</source>
        <translation>开门时间</translation>
    </message>
    <message>
        <source>Please go to counter %1</source>
        <translation>请到 %1 号窗口</translation>
    </message>
    <message>
        <source>Please take a seat, we will call you</source>
        <translation>请在等候区稍坐，叫到号后再前往窗口</translation>
    </message>
    <message>
        <source>Several branch services were found: start with --service</source>
        <translation>发现多个网点服务，请用 --service 指定</translation>
    </message>
    <message>
        <source>Thank you for your visit</source>
        <translation>感谢您的光临</translation>
    </message>
    <message>
        <source>The branch service does not answer; trying again</source>
        <translation>网点服务没有应答，正在重试</translation>
    </message>
    <message>
        <source>The service refused this board: it needs a new token</source>
        <translation>服务拒绝了本屏，请管理员配置新的令牌</translation>
    </message>
    <message>
        <source>We are closed</source>
        <translation>本网点现在不营业</translation>
    </message>
    <message>
        <source>We are on a break</source>
        <translation>现在是休息时间</translation>
    </message>
    <message>
        <source>Your counters call at most %1 who came later first</source>
        <translation>您的窗口最多先叫 %1 位后到的客户</translation>
    </message>
    <message>
        <source>Your number will appear here</source>
        <translation>请留意屏幕叫号</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Called in the order of arrival</source>
        <translation>按取号先后顺序叫号</translation>
    </message>
    <message>
        <source>Missed, please ask our staff</source>
        <translation>过号请咨询工作人员</translation>
    </message>
    <message>
        <source>Whoever has waited %1 minutes is called first</source>
        <translation>等候满 %1 分钟的客户优先叫号</translation>
    </message>
    <message>
        <source>This board is set to services that the branch does not have: %1</source>
        <translation>本屏设置的业务在本网点不存在：%1</translation>
    </message>
    <message>
        <source>Ahead of a new number</source>
        <translation>现在取号，前面人数</translation>
    </message>
    <message>
        <source>Back at %1</source>
        <translation>预计 %1 恢复</translation>
    </message>
    <message>
        <source>Paused for a moment</source>
        <translation>暂停服务</translation>
    </message>
    <message>
        <source>Please come to this counter</source>
        <translation>请到本窗口办理</translation>
    </message>
    <message>
        <source>Please wait until your number is called</source>
        <translation>请等候叫号</translation>
    </message>
    <message>
        <source>The branch has no counter of this number</source>
        <translation>本网点没有此编号的窗口</translation>
    </message>
    <message>
        <source>This counter is closed</source>
        <translation>本窗口未开放</translation>
    </message>
    <message>
        <source>Next up</source>
        <translation>即将叫号</translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation>预约</translation>
    </message>
</context>
<context>
    <name>EasyRow</name>
    <message>
        <source>Easy view</source>
        <translation>长辈版</translation>
    </message>
    <message>
        <source>Easy view · large and simple</source>
        <translation>长辈版 · 字大 · 更简单</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>高对比</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
</context>
<context>
    <name>Face</name>
    <message>
        <source>Very poor</source>
        <translation>很不满意</translation>
    </message>
    <message>
        <source>Poor</source>
        <translation>不满意</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>满意</translation>
    </message>
    <message>
        <source>Very good</source>
        <translation>非常满意</translation>
    </message>
</context>
<context>
    <name>HelpSign</name>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>Will be sent</source>
        <translation>待发送</translation>
    </message>
    <message>
        <source>Somebody is coming</source>
        <translation>已有同事前来</translation>
    </message>
    <message>
        <source>Call the lobby manager</source>
        <translation>呼叫大堂经理</translation>
    </message>
    <message>
        <source>Hold for one second</source>
        <translation>按住一秒</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>No numbers at the moment</source>
        <translation>暂时无法取号</translation>
    </message>
    <message>
        <source>Choose a service</source>
        <translation>请选择要办理的业务</translation>
    </message>
    <message>
        <source>Please ask our staff. This screen goes on by itself as soon as the service is back.</source>
        <translation>请联系大堂工作人员；系统恢复后，本机会自动继续服务</translation>
    </message>
    <message>
        <source>One touch gives you a number</source>
        <translation>点一下即可取号</translation>
    </message>
    <message>
        <source>Your next number is a priority number</source>
        <translation>已开启优先：您的下一个号码将优先办理</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Card recognised. Your next number: %1</source>
        <translation>已识别您的卡，下一个号码：%1</translation>
    </message>
</context>
<context>
    <name>IdlePage</name>
    <message>
        <source>Touch the screen to take a number</source>
        <translation>触摸屏幕取号</translation>
    </message>
</context>
<context>
    <name>Keypad</name>
    <message>
        <source>Delete the last character</source>
        <translation>删除上一个字符</translation>
    </message>
</context>
<context>
    <name>Kiosk</name>
    <message>
        <source>%1 answer here. Staff: please start this kiosk with the address of its own.</source>
        <translation>找到了：%1。请工作人员为本机指定所属网点的服务地址。</translation>
    </message>
    <message>
        <source>Asking at %1. Tickets can be taken as soon as it answers.</source>
        <translation>正在连接 %1，连接成功后即可取号。</translation>
    </message>
    <message>
        <source>Back at %1</source>
        <translation>%1 恢复营业</translation>
    </message>
    <message>
        <source>Closed for now</source>
        <translation>暂停办理</translation>
    </message>
    <message>
        <source>Connecting to the branch service</source>
        <translation>正在连接网点服务</translation>
    </message>
    <message>
        <source>It runs on this machine and will be there in a moment.</source>
        <translation>服务就在本机运行，请稍候片刻。</translation>
    </message>
    <message>
        <source>Looking for the branch service</source>
        <translation>正在寻找网点服务</translation>
    </message>
    <message>
        <source>More than one branch was found</source>
        <translation>找到了多个网点</translation>
    </message>
    <message>
        <source>No numbers can be given at the moment.</source>
        <translation>目前暂时无法取号</translation>
    </message>
    <message>
        <source>Not available now</source>
        <translation>暂不可用</translation>
    </message>
    <message>
        <source>Numbers are given during opening hours.</source>
        <translation>营业时间内可在本机取号</translation>
    </message>
    <message>
        <source>Please ask our staff, they will give you a number.</source>
        <translation>请联系大堂工作人员，为您人工取号</translation>
    </message>
    <message>
        <source>Please check in shortly before that time.</source>
        <translation>请临近预约时间再来签到</translation>
    </message>
    <message>
        <source>Please choose another service, or ask our staff.</source>
        <translation>请选择其他业务，或咨询大堂工作人员</translation>
    </message>
    <message>
        <source>Searching this branch&apos;s network. Please ask our staff for a number meanwhile.</source>
        <translation>正在本网点的网络中查找，其间请联系工作人员取号。</translation>
    </message>
    <message>
        <source>Sent; the printer does not say whether paper came out</source>
        <translation>已发送；打印机不回应，是否出纸不得而知</translation>
    </message>
    <message>
        <source>Staff have seen to your call. If you still need help, please call again.</source>
        <translation>工作人员已处理您的呼叫，如仍需帮助，请再次呼叫。</translation>
    </message>
    <message>
        <source>The branch service did not answer.</source>
        <translation>网点服务没有响应</translation>
    </message>
    <message>
        <source>The branch service does not start</source>
        <translation>网点服务未能启动</translation>
    </message>
    <message>
        <source>The branch service is starting</source>
        <translation>网点服务正在启动</translation>
    </message>
    <message>
        <source>The service at %1 does not accept its token. Staff: please give it a new one.</source>
        <translation>%1 不接受本机的令牌，请工作人员为本机重新签发。</translation>
    </message>
    <message>
        <source>This kiosk has not been admitted</source>
        <translation>本机尚未获得授权</translation>
    </message>
    <message>
        <source>We are closed now</source>
        <translation>现在不营业</translation>
    </message>
    <message>
        <source>We are taking a break. Numbers given before stay valid.</source>
        <translation>午间休息中，已取的号码继续有效</translation>
    </message>
    <message>
        <source>We open at %1</source>
        <translation>%1 开始营业</translation>
    </message>
    <message>
        <source>You can take a number here from then on.</source>
        <translation>届时即可在本机取号</translation>
    </message>
    <message>
        <source>Your appointment was at %1: it is too late to check in.</source>
        <translation>您预约的时间是 %1，现在已过签到时间</translation>
    </message>
    <message>
        <source>Your number is valid and keeps this time.</source>
        <translation>号码有效，按此时间排队。</translation>
    </message>
    <message>
        <source>appointment at %1</source>
        <translation>预约时间 %1</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>休息</translation>
    </message>
    <message>
        <source>open until %1</source>
        <translation>营业至 %1</translation>
    </message>
    <message>
        <source>Nobody here yet? Touch once more to remind them.</source>
        <translation>还没有人来？再点一次提醒。</translation>
    </message>
    <message>
        <source>Calling the lobby manager…</source>
        <translation>正在呼叫大堂经理…</translation>
    </message>
    <message>
        <source>The lobby manager is on the way.</source>
        <translation>大堂经理正在赶来。</translation>
    </message>
    <message>
        <source>The lobby manager has been called at %1. Please stay near this screen.</source>
        <translation>%1 已呼叫大堂经理，请在本机旁稍候。</translation>
    </message>
    <message>
        <source>Your call could not be sent. Please speak to our staff in the hall.</source>
        <translation>未能通知到大堂经理，请直接找大堂工作人员。</translation>
    </message>
    <message>
        <source>Codes cannot be checked at the moment: the connection is gone.</source>
        <translation>连接已中断，暂时无法核验</translation>
    </message>
    <message>
        <source>Number %1 has been called.</source>
        <translation>%1 号已被叫号</translation>
    </message>
    <message>
        <source>Please scan the code of your appointment or of a number of this branch.</source>
        <translation>请扫描预约码，或本网点号票上的二维码</translation>
    </message>
    <message>
        <source>This code is not for this kiosk.</source>
        <translation>这个二维码不能在本机使用</translation>
    </message>
    <message>
        <source>If there is more to do, please take a new number.</source>
        <translation>如还需办理，请重新取号</translation>
    </message>
    <message>
        <source>Number %1 has been served.</source>
        <translation>%1 号已办理完毕</translation>
    </message>
    <message>
        <source>Number %1 has expired.</source>
        <translation>%1 号已失效</translation>
    </message>
    <message>
        <source>Number %1 is being served.</source>
        <translation>%1 号正在办理</translation>
    </message>
    <message>
        <source>Number %1 is set aside for you.</source>
        <translation>%1 号已为您保留</translation>
    </message>
    <message>
        <source>Number %1 was cancelled.</source>
        <translation>%1 号已取消</translation>
    </message>
    <message>
        <source>Please go to counter %1.</source>
        <translation>请到 %1 号柜台办理</translation>
    </message>
    <message>
        <source>You are back in the queue:</source>
        <translation>您已重新排队：</translation>
    </message>
    <message>
        <source>You are still in the queue:</source>
        <translation>您仍在排队中：</translation>
    </message>
    <message>
        <source>You will be called again: you need no new number.</source>
        <translation>柜台会再次叫您，无需重新取号</translation>
    </message>
    <message>
        <source>You can type your booking code under “I have an appointment”, or ask our staff.</source>
        <translation>您可以点“我有预约”输入预约码，或咨询工作人员</translation>
    </message>
    <message>
        <source>Your appointment at %1 is valid. Check-in comes back with the connection.</source>
        <translation>您 %1 的预约有效，连接恢复后即可签到</translation>
    </message>
    <message>
        <source>All numbers for now have been given. There are more at %1.</source>
        <translation>本时段的号已取完，%1 起可再取号。</translation>
    </message>
    <message>
        <source>No numbers left today</source>
        <translation>今日号已取完</translation>
    </message>
    <message>
        <source>Numbers again at %1</source>
        <translation>%1 起可取号</translation>
    </message>
    <message>
        <source>Opens at %1</source>
        <translation>%1 开始办理</translation>
    </message>
    <message>
        <source>Over for today</source>
        <translation>今日已结束办理</translation>
    </message>
    <message>
        <source>This service opens at %1.</source>
        <translation>该业务 %1 开始办理。</translation>
    </message>
    <message>
        <source>Too late for today</source>
        <translation>今天已来不及办理</translation>
    </message>
    <message>
        <source>We close soon: you may not be served today.</source>
        <translation>临近结束营业，今天可能来不及为您办理</translation>
    </message>
    <message>
        <source>Your appointment is at %1. It is too early to check in.</source>
        <translation>您预约的时间是 %1，
现在签到还太早</translation>
    </message>
    <message>
        <source>Please check in from %1 on. If you cannot wait, take a walk-in number now.</source>
        <translation>请在 %1 以后来签到；不便等候的，现在可改取普通号</translation>
    </message>
    <message>
        <source>Please check in on that day. To be served today, take a walk-in number.</source>
        <translation>请在预约当天来签到；今天要办理的，可改取普通号</translation>
    </message>
    <message>
        <source>You can take a walk-in number instead.</source>
        <translation>您可以改取普通号</translation>
    </message>
    <message>
        <source>You have checked in already: your number is %1.</source>
        <translation>您已签到，号码是 %1</translation>
    </message>
    <message>
        <source>You need no other number. If you missed it, please ask our staff.</source>
        <translation>无需另取号；如已过号，请咨询工作人员</translation>
    </message>
    <message>
        <source>Your appointment is on another day: %1.</source>
        <translation>您的预约在 %1</translation>
    </message>
    <message>
        <source>Your walk-in number:</source>
        <translation>您的普通号是：</translation>
    </message>
    <message>
        <source>Your appointment was at %1: you wait in turn now, as if you had come %2 min earlier.</source>
        <translation>您预约的 %1 已过保留时间，
现按普通号排队，相当于早到 %2 分钟</translation>
    </message>
    <message>
        <source>Your appointment was at %1: you wait in turn now.</source>
        <translation>您预约的 %1 已过保留时间，
现按普通号排队</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Please ask our staff: they can have it printed again.</source>
        <translation>请到大堂台，工作人员可为您补打小票</translation>
    </message>
    <message>
        <source>Please have ready: %1</source>
        <translation>请备好：%1</translation>
    </message>
    <message>
        <source>Please ask our staff, or check in with your booking code.</source>
        <translation>请联系工作人员，或凭预约码签到</translation>
    </message>
    <message>
        <source>It may be of another day or another branch. Please take a new number.</source>
        <translation>可能是其他日期或其他网点的号码，请重新取号</translation>
    </message>
    <message>
        <source>Please take a new number, or ask our staff.</source>
        <translation>请重新取号，或联系工作人员</translation>
    </message>
    <message>
        <source>To be served, please take a new number.</source>
        <translation>如需办理，请重新取号</translation>
    </message>
    <message>
        <source>Your number stays valid. Please wait for its call, or ask our staff.</source>
        <translation>您的号码仍然有效，请等候叫号，或联系工作人员</translation>
    </message>
    <message>
        <source>No answer: nobody knows whether there is paper. Please do a test print.</source>
        <translation>打印机无应答，无法确认是否有纸，请打印测试页</translation>
    </message>
    <message>
        <source>Not printed</source>
        <translation>未能打印</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>已打印</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>正在打印…</translation>
    </message>
    <message>
        <source>The printer cannot be reached, or is off line</source>
        <translation>无法连接打印机，或打印机已脱机</translation>
    </message>
    <message>
        <source>The printer is being asked…</source>
        <translation>正在查询打印机…</translation>
    </message>
    <message>
        <source>The printer says: no paper</source>
        <translation>打印机状态：缺纸</translation>
    </message>
    <message>
        <source>The printer says: paper near its end</source>
        <translation>打印机状态：纸将用尽</translation>
    </message>
    <message>
        <source>The printer says: paper present</source>
        <translation>打印机状态：有纸</translation>
    </message>
    <message>
        <source>The printer says: the cover is open</source>
        <translation>打印机状态：上盖未合</translation>
    </message>
    <message>
        <source>There is no printer</source>
        <translation>未连接打印机</translation>
    </message>
</context>
<context>
    <name>LanguageSheet</name>
    <message>
        <source>More languages</source>
        <translation>更多语言</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>LanguageSwitch</name>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>More languages</source>
        <translation>更多语言</translation>
    </message>
</context>
<context>
    <name>LeavePanel</name>
    <message>
        <source>Still parked here</source>
        <translation>本窗口仍有暂放</translation>
    </message>
    <message>
        <source>Give back to the queue and sign out</source>
        <translation>放回队列并签退</translation>
    </message>
</context>
<context>
    <name>LostStrip</name>
    <message>
        <source>Not connected since %1 · trying again</source>
        <translation>自 %1 起与系统断开 · 正在重新连接</translation>
    </message>
    <message>
        <source>You still get a number. Waits and check-in come back with the connection.</source>
        <translation>仍可取号，等候情况和预约签到待恢复后可用。</translation>
    </message>
    <message>
        <source>Not connected since %1.</source>
        <translation>自 %1 起与系统断开。</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Counter %1 · Branchline</source>
        <translation>%1 号窗口 · Branchline</translation>
    </message>
    <message>
        <source>Counter · Branchline</source>
        <translation>柜员窗口 · Branchline</translation>
    </message>
    <message>
        <source>Looking for the branch service</source>
        <translation>正在查找网点服务</translation>
    </message>
    <message>
        <source>More than one branch answers</source>
        <translation>发现多个网点服务</translation>
    </message>
    <message>
        <source>This machine is not admitted yet</source>
        <translation>本机尚未获准接入</translation>
    </message>
    <message>
        <source>Connecting to the branch service</source>
        <translation>正在连接网点服务</translation>
    </message>
    <message>
        <source>Nobody has answered on this network yet. It goes on by itself.</source>
        <translation>本网络中尚无应答,将自动继续查找。</translation>
    </message>
    <message>
        <source>Start with --service and the address of one of them: %1</source>
        <translation>请用 --service 指定其中一个的地址启动:%1</translation>
    </message>
    <message>
        <source>%1 does not accept its token. Ask for one of the role counter.</source>
        <translation>%1 不接受本机的令牌,请管理员签发 counter 角色的令牌。</translation>
    </message>
</context>
<context>
    <name>PageFoot</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>PanelSheet</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>PaperLine</name>
    <message>
        <source>Your ticket is being printed…</source>
        <translation>正在打印小票…</translation>
    </message>
    <message>
        <source>Please take your ticket</source>
        <translation>请取走您的小票</translation>
    </message>
    <message>
        <source>Sent to the printer. If no ticket comes out, please note your number</source>
        <translation>小票已发往打印机，若未出票请记下号码</translation>
    </message>
    <message>
        <source>Photograph it or scan the code</source>
        <translation>请拍下号码，或用手机扫码</translation>
    </message>
    <message>
        <source>Back to the first screen by itself</source>
        <translation>自动返回首页</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Print it again</source>
        <translation>补打小票</translation>
    </message>
</context>
<context>
    <name>PausePanel</name>
    <message>
        <source>Pause for</source>
        <translation>暂停原因</translation>
    </message>
    <message>
        <source>Back in (minutes)</source>
        <translation>预计几分钟后回来</translation>
    </message>
    <message>
        <source>Back in %1 minutes</source>
        <translation>预计 %1 分钟后回来</translation>
    </message>
</context>
<context>
    <name>PhonePage</name>
    <message>
        <source>Phone number (optional)</source>
        <translation>手机号（可不填）</translation>
    </message>
    <message>
        <source>For us to reach you when your turn is near. Nobody else sees it.</source>
        <translation>快到号时便于与您联系，他人看不到</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Number so far: %1</source>
        <translation>已输入的号码：%1</translation>
    </message>
    <message>
        <source>Your number is on its way…</source>
        <translation>正在取号…</translation>
    </message>
    <message>
        <source>This is no phone number. Please check it.</source>
        <translation>手机号不正确，请核对</translation>
    </message>
    <message>
        <source>Take a number without it</source>
        <translation>不填，直接取号</translation>
    </message>
    <message>
        <source>Take a number</source>
        <translation>取号</translation>
    </message>
</context>
<context>
    <name>QueueCard</name>
    <message>
        <source>My queue</source>
        <translation>我的队列</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>共 %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is waiting</source>
        <translation>暂无等候客户</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>暂放与未到</translation>
    </message>
    <message>
        <source>Parked time is over</source>
        <translation>暂放到时</translation>
    </message>
</context>
<context>
    <name>QueueRow</name>
    <message>
        <source>Put back</source>
        <translation>放回队列</translation>
    </message>
    <message>
        <source>Park again</source>
        <translation>再暂放</translation>
    </message>
</context>
<context>
    <name>Rating</name>
    <message>
        <source>Closes in %1 s</source>
        <translation>%1 秒后自动关闭</translation>
    </message>
    <message>
        <source>Counter %1</source>
        <translation>%1 号窗口</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>满意</translation>
    </message>
    <message>
        <source>How was our service?</source>
        <translation>本次服务您满意吗?</translation>
    </message>
    <message>
        <source>Now calling</source>
        <translation>请到本窗口办理</translation>
    </message>
    <message>
        <source>Now serving</source>
        <translation>正在办理</translation>
    </message>
    <message>
        <source>One touch is enough</source>
        <translation>轻触一下即可完成评价</translation>
    </message>
    <message>
        <source>Please wait for your number to be called</source>
        <translation>请等候叫号</translation>
    </message>
    <message>
        <source>Poor</source>
        <translation>不满意</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>Submits in %1 s</source>
        <translation>%1 秒后自动提交</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>谢谢您的评价</translation>
    </message>
    <message>
        <source>This counter is closed</source>
        <translation>本窗口暂未开放</translation>
    </message>
    <message>
        <source>This counter is paused for a moment</source>
        <translation>本窗口暂停服务,请稍候</translation>
    </message>
    <message>
        <source>Very good</source>
        <translation>非常满意</translation>
    </message>
    <message>
        <source>Very poor</source>
        <translation>很不满意</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>欢迎光临</translation>
    </message>
    <message>
        <source>Your teller does not see your answer</source>
        <translation>柜员看不到您的评价</translation>
    </message>
    <message>
        <source>Your word helps us to serve you better</source>
        <translation>您的意见帮助我们改进服务</translation>
    </message>
    <message>
        <source>You have rated this service on your phone already</source>
        <translation>您已在手机上评价过本次服务</translation>
    </message>
    <message>
        <source>+ Write a line</source>
        <translation>+ 写一句话</translation>
    </message>
    <message>
        <source>Capital letter</source>
        <translation>大写字母</translation>
    </message>
    <message>
        <source>Chinese or English</source>
        <translation>中英文切换</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Tell us in a sentence</source>
        <translation>想对我们说的一句话</translation>
    </message>
    <message>
        <source>The time for rating this service is over</source>
        <translation>本次服务的评价时间已过</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Large type</source>
        <translation>大字</translation>
    </message>
    <message>
        <source>No, thank you</source>
        <translation>暂不评价</translation>
    </message>
    <message>
        <source>Staff %1</source>
        <translation>工号 %1</translation>
    </message>
    <message>
        <source>Counter %1 · %2 · %3 %4</source>
        <translation>%1 号窗口 %2 · %3 %4</translation>
    </message>
</context>
<context>
    <name>ReasonSheet</name>
    <message>
        <source>Who is to be served first?</source>
        <translation>请选择优先办理的原因</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>Refusal</name>
    <message>
        <source>All numbers of this service have been given today.</source>
        <translation>该业务今日的号码已全部取完</translation>
    </message>
    <message>
        <source>Nobody is signed in at this counter.</source>
        <translation>本窗口无人签到。</translation>
    </message>
    <message>
        <source>Somebody else is signed in at this counter.</source>
        <translation>本窗口已有其他柜员签到。</translation>
    </message>
    <message>
        <source>That is not possible now.</source>
        <translation>现在无法办理</translation>
    </message>
    <message>
        <source>The branch is closed now.</source>
        <translation>网点现在不营业</translation>
    </message>
    <message>
        <source>The branch service cannot be reached.</source>
        <translation>无法连接网点服务</translation>
    </message>
    <message>
        <source>The branch service cannot write to its disk.</source>
        <translation>网点服务的磁盘无法写入。</translation>
    </message>
    <message>
        <source>The branch service has no disk space left.</source>
        <translation>网点服务的磁盘空间已满。</translation>
    </message>
    <message>
        <source>The disk of the branch service failed.</source>
        <translation>网点服务的磁盘发生故障。</translation>
    </message>
    <message>
        <source>The service has not been started.</source>
        <translation>业务尚未开始办理。</translation>
    </message>
    <message>
        <source>The time for rating is over.</source>
        <translation>评价时间已过。</translation>
    </message>
    <message>
        <source>The time of your appointment has passed.</source>
        <translation>您的预约时间已过</translation>
    </message>
    <message>
        <source>Somebody has seen to this already.</source>
        <translation>已有人处理。</translation>
    </message>
    <message>
        <source>%1 came earlier and must be called first.</source>
        <translation>%1 到得更早，须先呼叫。</translation>
    </message>
    <message>
        <source>A colleague goes already.</source>
        <translation>已有同事前往。</translation>
    </message>
    <message>
        <source>Somebody else has this number.</source>
        <translation>这个号码已属于另一位客户。</translation>
    </message>
    <message>
        <source>There are no records of that day.</source>
        <translation>没有该日的记录。</translation>
    </message>
    <message>
        <source>There is a customer at this counter.</source>
        <translation>本窗口有客户正在办理。</translation>
    </message>
    <message>
        <source>There is no such counter.</source>
        <translation>没有该窗口。</translation>
    </message>
    <message>
        <source>There is nobody at this counter.</source>
        <translation>本窗口没有客户。</translation>
    </message>
    <message>
        <source>There is nothing to undo any more.</source>
        <translation>已无可撤销的操作。</translation>
    </message>
    <message>
        <source>These numbers are not of today.</source>
        <translation>这些号码不是今天的。</translation>
    </message>
    <message>
        <source>This appointment was cancelled.</source>
        <translation>该预约已取消</translation>
    </message>
    <message>
        <source>This booking code is in use.</source>
        <translation>该预约码已被使用。</translation>
    </message>
    <message>
        <source>This cannot be accepted.</source>
        <translation>请求无法受理。</translation>
    </message>
    <message>
        <source>This counter is not paused.</source>
        <translation>本窗口未暂停。</translation>
    </message>
    <message>
        <source>This counter is paused.</source>
        <translation>本窗口已暂停。</translation>
    </message>
    <message>
        <source>This counter was opened at another computer. Sign in again here.</source>
        <translation>本窗口已在另一台电脑上签到，请在本机重新签到。</translation>
    </message>
    <message>
        <source>This kind of customer is not known here.</source>
        <translation>没有该客户类别。</translation>
    </message>
    <message>
        <source>This language is not offered here.</source>
        <translation>不提供该语言。</translation>
    </message>
    <message>
        <source>This machine may not do that.</source>
        <translation>本机无权执行此操作。</translation>
    </message>
    <message>
        <source>This number has been missed too often.</source>
        <translation>该号码过号次数已达上限。</translation>
    </message>
    <message>
        <source>This number has not been called.</source>
        <translation>该号码尚未被呼叫。</translation>
    </message>
    <message>
        <source>This number has not been served yet.</source>
        <translation>该号码尚未办结。</translation>
    </message>
    <message>
        <source>This number is at another counter.</source>
        <translation>该号码在其他窗口。</translation>
    </message>
    <message>
        <source>This number is neither missed nor parked.</source>
        <translation>该号码不在未到或暂放之列。</translation>
    </message>
    <message>
        <source>This number is no longer valid.</source>
        <translation>该号码已失效。</translation>
    </message>
    <message>
        <source>This number is no longer waiting.</source>
        <translation>该号码已不在等候。</translation>
    </message>
    <message>
        <source>This number is not known today.</source>
        <translation>今日没有该号码。</translation>
    </message>
    <message>
        <source>This pairing code is not valid any more.</source>
        <translation>此配对码无效或已过期。</translation>
    </message>
    <message>
        <source>This service has been rated already.</source>
        <translation>本次服务已评价。</translation>
    </message>
    <message>
        <source>This service is not offered here.</source>
        <translation>本网点不办理该业务</translation>
    </message>
    <message>
        <source>This service takes nobody at the moment.</source>
        <translation>该业务暂停办理</translation>
    </message>
    <message>
        <source>This staff number is not known.</source>
        <translation>没有该工号。</translation>
    </message>
    <message>
        <source>This was asked before, differently.</source>
        <translation>请求编号重复且内容不同。</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Please wait a minute.</source>
        <translation>密码错误次数过多,请一分钟后再试。</translation>
    </message>
    <message>
        <source>We find no such appointment.</source>
        <translation>没有查到该预约</translation>
    </message>
    <message>
        <source>Wrong staff number or PIN.</source>
        <translation>工号或密码不正确。</translation>
    </message>
    <message>
        <source>You are early. Please come back later.</source>
        <translation>您来早了，请稍后再来</translation>
    </message>
    <message>
        <source>You are signed in at another counter.</source>
        <translation>您已在其他窗口签到。</translation>
    </message>
    <message>
        <source>You have checked in already.</source>
        <translation>您已经签到过了</translation>
    </message>
    <message>
        <source>Your appointment is on another day.</source>
        <translation>您的预约不在今天</translation>
    </message>
    <message>
        <source>There is no such feedback case.</source>
        <translation>没有该反馈工单。</translation>
    </message>
    <message>
        <source>This feedback case is not resolved yet.</source>
        <translation>该反馈工单尚未办结。</translation>
    </message>
    <message>
        <source>This feedback case is resolved.</source>
        <translation>该反馈工单已办结。</translation>
    </message>
    <message>
        <source>This number has been called often enough.</source>
        <translation>此号已呼叫足够次数,不能再呼。</translation>
    </message>
    <message>
        <source>This appointment code is not valid.</source>
        <translation>这个预约码无效</translation>
    </message>
    <message>
        <source>This appointment is at another branch.</source>
        <translation>您的预约在其他网点</translation>
    </message>
    <message>
        <source>This appointment was on an earlier day.</source>
        <translation>这个预约的日期已过</translation>
    </message>
    <message>
        <source>This notice has ended already.</source>
        <translation>该通知已结束。</translation>
    </message>
    <message>
        <source>There is not enough time left before closing.</source>
        <translation>距结束营业时间不足，已来不及办理</translation>
    </message>
    <message>
        <source>That time is fully booked.</source>
        <translation>该时段已约满</translation>
    </message>
    <message>
        <source>There are no appointments at that time.</source>
        <translation>该时间不接受预约</translation>
    </message>
    <message>
        <source>This phone number has that time already.</source>
        <translation>该手机号已预约此时段</translation>
    </message>
    <message>
        <source>No kiosk can print now: paper or printer.</source>
        <translation>取号机均无法打印，请检查纸张或打印机</translation>
    </message>
    <message>
        <source>No kiosk with a printer is connected.</source>
        <translation>没有已连接且带打印机的取号机</translation>
    </message>
    <message>
        <source>This number has been printed often enough.</source>
        <translation>此号已达补打次数上限</translation>
    </message>
    <message>
        <source>Too many numbers were tried here.</source>
        <translation>本机查询次数过多，请稍后再试</translation>
    </message>
    <message>
        <source>This service has no such step any more.</source>
        <translation>该业务已没有这一步骤。</translation>
    </message>
    <message>
        <source>This number is not parked.</source>
        <translation>此号未在暂放。</translation>
    </message>
    <message>
        <source>This colleague is having a break.</source>
        <translation>该同事暂停办理中。</translation>
    </message>
    <message>
        <source>This colleague is not signed in.</source>
        <translation>该同事未签到。</translation>
    </message>
</context>
<context>
    <name>RefusedPage</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Take a walk-in number</source>
        <translation>取普通号</translation>
    </message>
</context>
<context>
    <name>ReprintButton</name>
    <message>
        <source>Print again</source>
        <translation>补打</translation>
    </message>
</context>
<context>
    <name>ServiceCard</name>
    <message>
        <source>Your number is coming…</source>
        <translation>正在为您取号…</translation>
    </message>
</context>
<context>
    <name>ServiceGrid</name>
    <message>
        <source>Fewer services</source>
        <translation>返回常用业务</translation>
    </message>
    <message>
        <source>All services</source>
        <translation>全部业务</translation>
    </message>
    <message>
        <source>More services</source>
        <translation>更多业务</translation>
    </message>
    <message>
        <source>Back to the first</source>
        <translation>回到开头</translation>
    </message>
</context>
<context>
    <name>ServiceNoticePage</name>
    <message>
        <source>Please have ready</source>
        <translation>办理时请备好</translation>
    </message>
    <message>
        <source>Take a number</source>
        <translation>取号</translation>
    </message>
</context>
<context>
    <name>SettingsPanel</name>
    <message>
        <source>Settings of this counter</source>
        <translation>本窗口设置</translation>
    </message>
    <message>
        <source>The customer is asked for a rating</source>
        <translation>客户评价显示在</translation>
    </message>
    <message>
        <source>On the second screen, if there is one</source>
        <translation>第二块屏幕（如有）</translation>
    </message>
    <message>
        <source>In a window that I turn to them</source>
        <translation>由我转向客户的窗口</translation>
    </message>
    <message>
        <source>This is where you work</source>
        <translation>您正在此屏幕上工作</translation>
    </message>
    <message>
        <source>Not plugged in: waited for</source>
        <translation>未接入，接入后即使用</translation>
    </message>
    <message>
        <source>The customer has a keypad</source>
        <translation>客户有独立键盘</translation>
    </message>
    <message>
        <source>While they are asked, keys are theirs; F2, F9, F10 and F11 stay yours</source>
        <translation>评价期间按键归客户使用；F2、F9、F10、F11 仍归您</translation>
    </message>
</context>
<context>
    <name>ShutPage</name>
    <message>
        <source>This kiosk is closed for today</source>
        <translation>本机今日停止取号</translation>
    </message>
    <message>
        <source>Please ask our staff for a number.</source>
        <translation>请到大堂台由工作人员为您取号</translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>Sign in</source>
        <translation>签到</translation>
    </message>
    <message>
        <source>Sign in at a counter</source>
        <translation>柜员签到</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Staff number</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Sign in and go on</source>
        <translation>签到并继续</translation>
    </message>
</context>
<context>
    <name>SoundSign</name>
    <message>
        <source>No sound</source>
        <translation>没有声音</translation>
    </message>
</context>
<context>
    <name>StaffPage</name>
    <message>
        <source>PIN</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Staff number</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>业务</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Staff menu</source>
        <translation>员工菜单</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Why is it closed?</source>
        <translation>请选择停办原因</translation>
    </message>
    <message>
        <source>Last numbers</source>
        <translation>最近取号</translation>
    </message>
</context>
<context>
    <name>StaffPin</name>
    <message>
        <source>Delete the last digit</source>
        <translation>删除末位</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>下一步</translation>
    </message>
</context>
<context>
    <name>StaffSwitches</name>
    <message>
        <source>%1: open. Touch to close</source>
        <translation>%1：办理中，点按停办</translation>
    </message>
    <message>
        <source>%1: closed (%2). Touch to open</source>
        <translation>%1：已停办（%2），点按恢复</translation>
    </message>
    <message>
        <source>%1: closed. Touch to open</source>
        <translation>%1：已停办，点按恢复</translation>
    </message>
</context>
<context>
    <name>StaffTickets</name>
    <message>
        <source>%1 · %2 · %3 · print again</source>
        <translation>%1 · %2 · %3 · 补打</translation>
    </message>
    <message>
        <source>This kiosk has given no number since it was started.</source>
        <translation>本机启动后尚未取号</translation>
    </message>
</context>
<context>
    <name>StaffTiles</name>
    <message>
        <source>Open this kiosk again</source>
        <translation>恢复本机取号</translation>
    </message>
    <message>
        <source>Close this kiosk for today</source>
        <translation>本机今日停止取号</translation>
    </message>
    <message>
        <source>Services: close or open</source>
        <translation>业务暂停与恢复</translation>
    </message>
    <message>
        <source>Paper changed: ask the printer</source>
        <translation>已换纸，检查打印机</translation>
    </message>
    <message>
        <source>Test print</source>
        <translation>测试打印</translation>
    </message>
    <message>
        <source>Last lines of the log</source>
        <translation>最近日志</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>重新启动</translation>
    </message>
    <message>
        <source>Scanned: %1</source>
        <translation>已扫描：%1</translation>
    </message>
    <message>
        <source>Test scan: hold a code to the scanner</source>
        <translation>扫码测试：请将二维码对准扫描口</translation>
    </message>
    <message>
        <source>Last numbers: print again</source>
        <translation>最近取号：补打</translation>
    </message>
</context>
<context>
    <name>StaleBanner</name>
    <message>
        <source>Not updated since %1 · reconnecting</source>
        <translation>自 %1 起未更新 · 正在重新连接</translation>
    </message>
</context>
<context>
    <name>StatusSlot</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>StripScreen</name>
    <message>
        <source>Counter %1 · %2</source>
        <translation>%1 号窗口 · 工号 %2</translation>
    </message>
    <message>
        <source>No-show</source>
        <translation>未到</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>No connection since %1</source>
        <translation>自 %1 起连接中断</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>共 %1 人等候</translation>
    </message>
    <message>
        <source>%1 more: show the next</source>
        <translation>另有 %1 条，看下一条</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已处理</translation>
    </message>
    <message>
        <source>I go</source>
        <translation>我去</translation>
    </message>
    <message>
        <source>To the other edge of the screen</source>
        <translation>移到屏幕另一边</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>大窗口</translation>
    </message>
    <message>
        <source>The large window</source>
        <translation>大窗口</translation>
    </message>
</context>
<context>
    <name>ThanksPage</name>
    <message>
        <source>Your number is %1</source>
        <translation>您的号码是 %1</translation>
    </message>
    <message>
        <source>Thank you. Your number:</source>
        <translation>取号成功，您的号码是</translation>
    </message>
    <message>
        <source>The code works as soon as the connection is back</source>
        <translation>恢复连接后扫码即可查看进度</translation>
    </message>
    <message>
        <source>Scan to follow the queue: step out, keep your place</source>
        <translation>扫码看进度，离开也不过号</translation>
    </message>
</context>
<context>
    <name>TransferPanel</name>
    <message>
        <source>Transfer</source>
        <translation>转办</translation>
    </message>
    <message>
        <source>Note for the colleague (Tab)</source>
        <translation>给同事留言(Tab)</translation>
    </message>
    <message>
        <source>Note (Tab)</source>
        <translation>留言（Tab）</translation>
    </message>
    <message>
        <source>Counter %1</source>
        <translation>%1 号窗口</translation>
    </message>
    <message>
        <source>Afterwards, in this visit</source>
        <translation>之后还要办的业务</translation>
    </message>
    <message>
        <source>More services afterwards, in this visit</source>
        <translation>本次之后还要办的业务</translation>
    </message>
</context>
<context>
    <name>UnprintedPage</name>
    <message>
        <source>Your ticket could not be printed</source>
        <translation>小票没有打印出来</translation>
    </message>
    <message>
        <source>Your number is valid. Please photograph or write it down; our staff are being told.</source>
        <translation>您的号码有效，请拍照或记下；工作人员会收到通知</translation>
    </message>
    <message>
        <source>Scan to keep it on your phone</source>
        <translation>扫码保存到手机</translation>
    </message>
    <message>
        <source>I have noted it</source>
        <translation>我已记下</translation>
    </message>
    <message>
        <source>Is this your number?</source>
        <translation>这是您的号码吗？</translation>
    </message>
    <message>
        <source>This kiosk was interrupted before the ticket came out. The number is valid.</source>
        <translation>取号机刚才中断，小票未能打出。您的号码依然有效。</translation>
    </message>
    <message>
        <source>Print it again</source>
        <translation>重新打印</translation>
    </message>
</context>
<context>
    <name>WhyButton</name>
    <message>
        <source>Why next?</source>
        <translation>为何是下一位？</translation>
    </message>
</context>
<context>
    <name>WorkHeader</name>
    <message>
        <source>As a strip at the edge of the screen</source>
        <translation>停靠为屏幕边缘窄条</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>连接中</translation>
    </message>
    <message>
        <source>This machine is no longer admitted</source>
        <translation>本机的接入许可已失效</translation>
    </message>
    <message>
        <source>No connection since %1</source>
        <translation>自 %1 起连接中断</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>签退</translation>
    </message>
    <message>
        <source>Counter %1</source>
        <translation>%1 号窗口</translation>
    </message>
    <message>
        <source>Staff %1</source>
        <translation>工号 %1</translation>
    </message>
    <message>
        <source>Settings of this counter</source>
        <translation>本窗口设置</translation>
    </message>
</context>
<context>
    <name>WorkScreen</name>
    <message>
        <source>Counter %1 · %2</source>
        <translation>%1 号窗口 · 工号 %2</translation>
    </message>
</context>
</TS>
