<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>ActionGrid</name>
    <message>
        <source>Transfer</source>
        <translation>轉辦</translation>
    </message>
    <message>
        <source>Park</source>
        <translation>暫放</translation>
    </message>
    <message>
        <source>No-show</source>
        <translation>未到</translation>
    </message>
    <message>
        <source>Call chosen</source>
        <translation>指定叫號</translation>
    </message>
</context>
<context>
    <name>AlertRow</name>
    <message>
        <source>%1 more: show the next</source>
        <translation>另有 %1 條，看下一條</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已處理</translation>
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
        <translation>我有預約</translation>
    </message>
    <message>
        <source>Not possible without the connection</source>
        <translation>斷開期間暫不能簽到</translation>
    </message>
    <message>
        <source>Check in with your code or phone number</source>
        <translation>憑預約碼或手機號簽到</translation>
    </message>
</context>
<context>
    <name>AppointmentPage</name>
    <message>
        <source>Your booking code</source>
        <translation>請輸入預約碼</translation>
    </message>
    <message>
        <source>You will find it in the message that confirmed your appointment.</source>
        <translation>預約成功的簡訊或手機銀行通知裡有您的預約碼</translation>
    </message>
    <message>
        <source>Code so far: %1</source>
        <translation>已輸入：%1</translation>
    </message>
    <message>
        <source>Letters and digits</source>
        <translation>字母和數字</translation>
    </message>
    <message>
        <source>Not connected since %1. Please ask our staff.</source>
        <translation>自 %1 起與系統斷開，請聯絡工作人員</translation>
    </message>
    <message>
        <source>Looking for your appointment…</source>
        <translation>正在查詢您的預約…</translation>
    </message>
    <message>
        <source>No appointment has this code. Please check it.</source>
        <translation>沒有查到這個預約碼，請核對後重新輸入</translation>
    </message>
    <message>
        <source>Check in</source>
        <translation>簽到取號</translation>
    </message>
    <message>
        <source>Your phone number</source>
        <translation>請輸入手機號</translation>
    </message>
    <message>
        <source>The number that you gave for your appointment. It is not kept.</source>
        <translation>預約時留下的手機號，本機不會儲存</translation>
    </message>
    <message>
        <source>Booking code</source>
        <translation>預約碼</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>手機號</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>數字</translation>
    </message>
    <message>
        <source>Number so far: %1</source>
        <translation>已輸入的號碼：%1</translation>
    </message>
    <message>
        <source>Not connected since %1: no check-in, but you can take a number.</source>
        <translation>自 %1 起與系統斷開，暫不能簽到，但可以取普通號</translation>
    </message>
    <message>
        <source>No appointment today has this number. Please check it, or ask our staff.</source>
        <translation>沒有查到此手機號今天的預約，請核對或聯絡工作人員</translation>
    </message>
    <message>
        <source>Find my appointment</source>
        <translation>查詢預約</translation>
    </message>
</context>
<context>
    <name>AppointmentsPage</name>
    <message>
        <source>Is this your appointment?</source>
        <translation>這是您的預約嗎？</translation>
    </message>
    <message>
        <source>Which appointment is yours?</source>
        <translation>請選擇您的預約</translation>
    </message>
    <message>
        <source>Touch it to check in.</source>
        <translation>輕觸即可簽到</translation>
    </message>
    <message>
        <source>Phone number: %1</source>
        <translation>手機號：%1</translation>
    </message>
    <message>
        <source>Not connected since %1. Please ask our staff.</source>
        <translation>自 %1 起與系統斷開，請聯絡工作人員</translation>
    </message>
    <message>
        <source>Checking you in…</source>
        <translation>正在簽到…</translation>
    </message>
    <message>
        <source>No, it is not mine</source>
        <translation>不是我的預約</translation>
    </message>
    <message>
        <source>None of these is mine</source>
        <translation>都不是我的預約</translation>
    </message>
</context>
<context>
    <name>CallReasonPanel</name>
    <message>
        <source>%1 out of turn: why?</source>
        <translation>%1 為何提前叫號？</translation>
    </message>
</context>
<context>
    <name>CardFoot</name>
    <message>
        <source>Details</source>
        <translation>詳情</translation>
    </message>
</context>
<context>
    <name>ClosedPage</name>
    <message>
        <source>Opening hours</source>
        <translation>營業時間</translation>
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
        <translation>老年 / 殘障
優先</translation>
    </message>
    <message>
        <source>Manager called</source>
        <translation>已呼叫
大堂經理</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>正在趕來</translation>
    </message>
    <message>
        <source>Call the manager</source>
        <translation>呼叫
大堂經理</translation>
    </message>
    <message>
        <source>Standard view</source>
        <translation>返回標準版</translation>
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
        <translation>%1 已辦結</translation>
    </message>
    <message>
        <source>%1 gave no rating</source>
        <translation>%1 人未作評價</translation>
    </message>
    <message>
        <source>%1 is next: the time of its appointment has come.</source>
        <translation>%1 排在下一位：預約時間已到。</translation>
    </message>
    <message>
        <source>%1 is next: waited %2, which counts %3 times (%4).</source>
        <translation>%1 排在下一位：已等 %2，按 %3 倍計（%4）。</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>等 %1 分</translation>
    </message>
    <message>
        <source>%1 missed</source>
        <translation>%1 已記未到</translation>
    </message>
    <message>
        <source>%1 parked</source>
        <translation>%1 已暫放</translation>
    </message>
    <message>
        <source>%1 put back</source>
        <translation>%1 已重新排隊</translation>
    </message>
    <message>
        <source>%1 started</source>
        <translation>%1 已開始辦理</translation>
    </message>
    <message>
        <source>%1 transferred</source>
        <translation>%1 已轉辦</translation>
    </message>
    <message>
        <source>%1 was changed while there was no connection: %2 That stands.</source>
        <translation>斷線期間 %1 已有變動:%2 以服務端為準。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: %2 needs a new number</source>
        <translation>%1：%2 號需重新取號</translation>
    </message>
    <message>
        <source>%1: a number did not come out on paper</source>
        <translation>%1：有號碼未能列印</translation>
    </message>
    <message>
        <source>%1: a sign does not answer</source>
        <translation>%1：顯示屏無應答</translation>
    </message>
    <message>
        <source>%1: no sound</source>
        <translation>%1：沒有聲音</translation>
    </message>
    <message>
        <source>%1: number %2 did not come out on paper</source>
        <translation>%1：%2 號未能列印</translation>
    </message>
    <message>
        <source>%1: numbers have not been handed in</source>
        <translation>%1：有號碼尚未上報</translation>
    </message>
    <message>
        <source>%1: the clock is wrong</source>
        <translation>%1：時鐘不準</translation>
    </message>
    <message>
        <source>%1: the cover of the printer is open</source>
        <translation>%1：印表機蓋未合上</translation>
    </message>
    <message>
        <source>%1: the paper is near its end</source>
        <translation>%1：紙快用完了</translation>
    </message>
    <message>
        <source>%1: the printer does not answer</source>
        <translation>%1：印表機沒有響應</translation>
    </message>
    <message>
        <source>%1: the printer does not print</source>
        <translation>%1：印表機無法列印</translation>
    </message>
    <message>
        <source>%1: the printer has no paper</source>
        <translation>%1：印表機缺紙</translation>
    </message>
    <message>
        <source>%1: the scanner does not read</source>
        <translation>%1：掃碼器無法使用</translation>
    </message>
    <message>
        <source>Appt %1</source>
        <translation>預約 %1</translation>
    </message>
    <message>
        <source>Asking the branch service…</source>
        <translation>正在等待網點服務應答…</translation>
    </message>
    <message>
        <source>Branch service</source>
        <translation>叫號伺服器</translation>
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
        <translation>用 ↑ ↓ 選擇號碼,回車叫號,Esc 取消。</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>完成辦理</translation>
    </message>
    <message>
        <source>Finish and ask for rating</source>
        <translation>完成並請客戶評價</translation>
    </message>
    <message>
        <source>Handover</source>
        <translation>交接班</translation>
    </message>
    <message>
        <source>Just now</source>
        <translation>剛到</translation>
    </message>
    <message>
        <source>Kept only until the app ends: this machine's disk refuses.</source>
        <translation>本機磁碟無法寫入:僅保留到程式退出。</translation>
    </message>
    <message>
        <source>Key not taken: the branch service has not answered the last one yet.</source>
        <translation>按鍵未受理:服務端尚未答覆上一操作。</translation>
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
        <translation>連線中斷。%1 的辦結已儲存,稍後傳送。</translation>
    </message>
    <message>
        <source>No connection. The start of %1 is kept and sent later.</source>
        <translation>連線中斷。%1 的開始辦理已儲存,稍後傳送。</translation>
    </message>
    <message>
        <source>No connection: the lobby manager will be called later.</source>
        <translation>連線中斷:稍後呼叫大堂經理。</translation>
    </message>
    <message>
        <source>No customers waiting</source>
        <translation>暫無等候客戶</translation>
    </message>
    <message>
        <source>Nobody is on the way any more. Your call is still open.</source>
        <translation>前來的同事已離開，您的呼叫仍在等待處理。</translation>
    </message>
    <message>
        <source>Nobody is waiting.</source>
        <translation>當前沒有等候的客戶。</translation>
    </message>
    <message>
        <source>Not done: no connection to the branch service.</source>
        <translation>未執行:與網點服務的連線已中斷。</translation>
    </message>
    <message>
        <source>Not possible: the service has been started.</source>
        <translation>無法操作:業務已開始辦理。</translation>
    </message>
    <message>
        <source>Not possible: there is a customer at this counter.</source>
        <translation>無法操作:本視窗有客戶。</translation>
    </message>
    <message>
        <source>Not possible: there is nobody at this counter.</source>
        <translation>無法操作:本視窗沒有客戶。</translation>
    </message>
    <message>
        <source>Not possible: this counter is paused.</source>
        <translation>無法操作:本視窗已暫停。</translation>
    </message>
    <message>
        <source>Not printed</source>
        <translation>未出票</translation>
    </message>
    <message>
        <source>Other business</source>
        <translation>其他事務</translation>
    </message>
    <message>
        <source>Parked</source>
        <translation>暫放</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暫停</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暫停</translation>
    </message>
    <message>
        <source>Paused · %1</source>
        <translation>已暫停 · %1</translation>
    </message>
    <message>
        <source>Please choose a counter.</source>
        <translation>請選擇視窗。</translation>
    </message>
    <message>
        <source>Please enter your PIN.</source>
        <translation>請輸入密碼。</translation>
    </message>
    <message>
        <source>Please enter your staff number.</source>
        <translation>請輸入工號。</translation>
    </message>
    <message>
        <source>Recalled %1×</source>
        <translation>已重呼 %1 次</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢復叫號</translation>
    </message>
    <message>
        <source>Sent: %1, with its real time.</source>
        <translation>已傳送:%1,按實際時間記錄。</translation>
    </message>
    <message>
        <source>Serving · %1</source>
        <translation>正在辦理 · %1</translation>
    </message>
    <message>
        <source>Somebody is coming.</source>
        <translation>已有同事前來。</translation>
    </message>
    <message>
        <source>Standard %1</source>
        <translation>標準 %1</translation>
    </message>
    <message>
        <source>Start service</source>
        <translation>開始辦理</translation>
    </message>
    <message>
        <source>The key pressed after it was not taken.</source>
        <translation>其後的按鍵未受理。</translation>
    </message>
    <message>
        <source>The lobby manager is called.</source>
        <translation>已呼叫大堂經理。</translation>
    </message>
    <message>
        <source>This branch has no counter %1 any more. Please choose another.</source>
        <translation>本網點已沒有 %1 號視窗，請另選一個視窗。</translation>
    </message>
    <message>
        <source>Transferred</source>
        <translation>轉辦</translation>
    </message>
    <message>
        <source>Waited %1</source>
        <translation>已等 %1</translation>
    </message>
    <message>
        <source>You are signed in at counter %1.</source>
        <translation>您已在 %1 號視窗簽到。</translation>
    </message>
    <message>
        <source>You have been signed out at counter %1.</source>
        <translation>您在 %1 號視窗的簽到已結束。</translation>
    </message>
    <message>
        <source>you go</source>
        <translation>由您處理</translation>
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
        <translation>轉到 %1 號視窗</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Please wait %1 seconds.</source>
        <translation>密碼錯誤次數過多，請 %1 秒後再試。</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Please wait 1 second.</source>
        <translation>密碼錯誤次數過多，請 1 秒後再試。</translation>
    </message>
    <message>
        <source>You are signed in at another counter.</source>
        <translation>您已在其他視窗簽到。</translation>
    </message>
    <message>
        <source>You are signed in at counter %1 now.</source>
        <translation>您現已在 %1 號視窗簽到。</translation>
    </message>
    <message>
        <source>You are at counter %1. %2 comes with you.</source>
        <translation>您已在 %1 號視窗簽到，%2 將隨您轉來。</translation>
    </message>
    <message>
        <source>%1 is next: %2 comes first at this counter.</source>
        <translation>%1 排在下一位：本視窗優先辦理%2。</translation>
    </message>
    <message>
        <source>%1 is next: already passed by %2 who came later.</source>
        <translation>%1 排在下一位：已有 %2 位後來者先辦。</translation>
    </message>
    <message>
        <source>%1 is next: came first.</source>
        <translation>%1 排在下一位：先到先辦。</translation>
    </message>
    <message>
        <source>%1 is next: goes first (%2).</source>
        <translation>%1 排在下一位：優先辦理（%2）。</translation>
    </message>
    <message>
        <source>%1 is next: has waited over %2, so goes before all.</source>
        <translation>%1 排在下一位：等候已超過 %2，最先辦理。</translation>
    </message>
    <message>
        <source>%1 is next: nobody else waits for this counter.</source>
        <translation>%1 排在下一位：本視窗只有這一位在等。</translation>
    </message>
    <message>
        <source>%1 is next: the longest wait (%2).</source>
        <translation>%1 排在下一位：等候最久（%2）。</translation>
    </message>
    <message>
        <source>%1 is next: waited %2, plus %3 credit (%4).</source>
        <translation>%1 排在下一位：已等 %2，另加優待 %3（%4）。</translation>
    </message>
    <message>
        <source>appointment</source>
        <translation>預約</translation>
    </message>
    <message>
        <source>Late for %1</source>
        <translation>預約 %1 遲到</translation>
    </message>
    <message>
        <source>late for an appointment</source>
        <translation>預約遲到</translation>
    </message>
    <message>
        <source>Back at %1</source>
        <translation>預計 %1 回來</translation>
    </message>
    <message>
        <source>%1: step ticked</source>
        <translation>%1:已勾選步驟</translation>
    </message>
    <message>
        <source>%1: tick taken off</source>
        <translation>%1:已取消勾選</translation>
    </message>
    <message>
        <source>All %1 steps done</source>
        <translation>%1 步已全部完成</translation>
    </message>
    <message>
        <source>No connection. The step of %1 is kept and sent later.</source>
        <translation>未連線。%1 的步驟已儲存,稍後傳送。</translation>
    </message>
    <message>
        <source>Step %1/%2 · %3</source>
        <translation>步驟 %1/%2 %3</translation>
    </message>
    <message>
        <source>%1 late</source>
        <translation>遲到 %1</translation>
    </message>
    <message>
        <source>%1 asks for the lobby manager</source>
        <translation>%1 呼叫大堂經理</translation>
    </message>
    <message>
        <source>%1 for %2: %3</source>
        <translation>%1 轉 %2：%3</translation>
    </message>
    <message>
        <source>%1 waits again: %2</source>
        <translation>%1 重新排隊：%2</translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation>預約</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>此前</translation>
    </message>
    <message>
        <source>Counter %1</source>
        <translation>%1 號視窗</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客戶</translation>
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
        <translation>剛剛</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>未到</translation>
    </message>
    <message>
        <source>parked</source>
        <translation>已暫放</translation>
    </message>
    <message>
        <source>served</source>
        <translation>已辦結</translation>
    </message>
    <message>
        <source>transferred</source>
        <translation>已轉辦</translation>
    </message>
    <message>
        <source>%1 parked again</source>
        <translation>%1 已繼續暫放</translation>
    </message>
    <message>
        <source>%1 stays parked.</source>
        <translation>%1 繼續暫放。</translation>
    </message>
    <message>
        <source>%1: parked time is over.</source>
        <translation>%1 暫放時間已到。</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>Satisfied %1</source>
        <translation>滿意率 %1</translation>
    </message>
    <message>
        <source>Today: %1 served · average %2</source>
        <translation>今日 %1 筆 · 平均 %2</translation>
    </message>
    <message>
        <source>Out of turn</source>
        <translation>提前叫號</translation>
    </message>
    <message>
        <source>The chosen number is no longer waiting.</source>
        <translation>所選號碼已不在等候。</translation>
    </message>
    <message>
        <source>%1 · counter %2</source>
        <translation>%1 · %2 號視窗</translation>
    </message>
    <message>
        <source>%1 · paused</source>
        <translation>%1 · 暫停中</translation>
    </message>
    <message>
        <source>For you</source>
        <translation>指名給您</translation>
    </message>
    <message>
        <source>Was for %1</source>
        <translation>原轉給 %1</translation>
    </message>
    <message>
        <source>%1 ratings, satisfied %2</source>
        <translation>%1 條評價,滿意率 %2</translation>
    </message>
    <message>
        <source>%1 served</source>
        <translation>辦理 %1 筆</translation>
    </message>
    <message>
        <source>%1 within standard</source>
        <translation>達標 %1</translation>
    </message>
    <message>
        <source>%1: your day</source>
        <translation>%1 的今日</translation>
    </message>
    <message>
        <source>No pause</source>
        <translation>未暫停</translation>
    </message>
    <message>
        <source>Pauses: %1, %2</source>
        <translation>暫停 %1 次,共 %2</translation>
    </message>
    <message>
        <source>The branch has closed and nobody waits. F12: sign out</source>
        <translation>網點已關門,無人等候。F12 簽退</translation>
    </message>
    <message>
        <source>average %1</source>
        <translation>平均 %1</translation>
    </message>
    <message>
        <source>closed for now</source>
        <translation>暫停辦理</translation>
    </message>
    <message>
        <source>%1 finished at %2</source>
        <translation>%1 於 %2 辦理完成</translation>
    </message>
    <message>
        <source>%1 started at %2</source>
        <translation>%1 於 %2 開始辦理</translation>
    </message>
    <message>
        <source>%1, a step at %2</source>
        <translation>%1 於 %2 的一個步驟</translation>
    </message>
    <message numerus="yes">
        <source>%n customers' ratings</source>
        <translation>
            <numerusform>%n 位客戶的評價</numerusform>
        </translation>
    </message>
    <message>
        <source>Kept on this machine, sent when the service is back:</source>
        <translation>已儲存在本機，服務恢復後傳送：</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 項</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has been printed again.</source>
        <translation>%1 已補打。</translation>
    </message>
    <message>
        <source>%1 is being printed again at %2.</source>
        <translation>%1 正在“%2”補打。</translation>
    </message>
    <message>
        <source>%1 was not printed: the kiosk has no paper or printer.</source>
        <translation>%1 未能補打：取號機缺紙或印表機故障。</translation>
    </message>
    <message>
        <source>Choose a number first: its ticket is printed again.</source>
        <translation>請先選中一個號碼，再補打小票。</translation>
    </message>
    <message>
        <source>The kiosk has not said whether %1 was printed: please look.</source>
        <translation>取號機未回報 %1 是否已列印，請到機前檢視。</translation>
    </message>
    <message>
        <source>%1: what follows was changed</source>
        <translation>%1 後續業務已更改</translation>
    </message>
    <message>
        <source>Finish, then %1</source>
        <translation>辦結並轉 %1</translation>
    </message>
    <message>
        <source>Then %1</source>
        <translation>之後 %1</translation>
    </message>
</context>
<context>
    <name>CounterChoices</name>
    <message>
        <source>Counter</source>
        <translation>視窗</translation>
    </message>
    <message>
        <source>Counter %1, free</source>
        <translation>%1 號視窗,空閒</translation>
    </message>
    <message>
        <source>Counter %1, %2 is there</source>
        <translation>%1 號視窗,%2 在崗</translation>
    </message>
    <message>
        <source>free</source>
        <translation>空閒</translation>
    </message>
</context>
<context>
    <name>CurrentCard</name>
    <message>
        <source>Nobody is called until you resume</source>
        <translation>恢復之前不會呼叫客戶</translation>
    </message>
</context>
<context>
    <name>DetailPanel</name>
    <message>
        <source>Steps · S ticks the next</source>
        <translation>服務步驟 · 按 S 勾選下一步</translation>
    </message>
    <message>
        <source>About this visit</source>
        <translation>本次來訪</translation>
    </message>
</context>
<context>
    <name>DigitPad</name>
    <message>
        <source>Delete the last digit</source>
        <translation>刪除最後一位</translation>
    </message>
</context>
<context>
    <name>Display</name>
    <message>
        <source>Asking the branch service known from last time</source>
        <translation>正在聯絡上次使用的網點服務</translation>
    </message>
    <message>
        <source>Back at</source>
        <translation>恢復辦理</translation>
    </message>
    <message>
        <source>Being served</source>
        <translation>正在辦理</translation>
    </message>
    <message>
        <source>Called again</source>
        <translation>再次呼叫</translation>
    </message>
    <message>
        <source>Connecting to the branch service</source>
        <translation>正在連線網點服務</translation>
    </message>
    <message>
        <source>Counter %1</source>
        <translation>%1 號視窗</translation>
    </message>
    <message>
        <source>Good day, we open soon</source>
        <translation>您好，即將開始營業</translation>
    </message>
    <message>
        <source>Last called</source>
        <translation>最近叫號</translation>
    </message>
    <message>
        <source>Longest wait first, priority waits count more; at most %1 who came later go first</source>
        <translation>等候久者先叫，優先客戶按倍計時；後到者最多 %1 位先於您</translation>
    </message>
    <message>
        <source>Longest wait first; waits of priority customers count more</source>
        <translation>等候久者先叫，優先客戶的等候按倍計時</translation>
    </message>
    <message>
        <source>Looking for the branch service on the network</source>
        <translation>正在區域網中尋找網點服務</translation>
    </message>
    <message>
        <source>No counter is open at the moment</source>
        <translation>暫無視窗辦理業務</translation>
    </message>
    <message>
        <source>No new numbers now; those who hold one are served</source>
        <translation>現已停止取號，已取號的客戶繼續辦理</translation>
    </message>
    <message>
        <source>Not updated since %1 · access refused</source>
        <translation>%1 起未更新 · 服務拒絕訪問</translation>
    </message>
    <message>
        <source>Not updated since %1 · reconnecting</source>
        <translation>%1 起未更新 · 正在重新連線</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>溫馨提示</translation>
    </message>
    <message>
        <source>Now calling</source>
        <translation>請到視窗辦理</translation>
    </message>
    <message>
        <source>Opens at</source>
        <translation>開門時間</translation>
    </message>
    <message>
        <source>Please go to counter %1</source>
        <translation>請到 %1 號視窗</translation>
    </message>
    <message>
        <source>Please take a seat, we will call you</source>
        <translation>請在等候區稍坐，叫到號後再前往視窗</translation>
    </message>
    <message>
        <source>Several branch services were found: start with --service</source>
        <translation>發現多個網點服務，請用 --service 指定</translation>
    </message>
    <message>
        <source>Thank you for your visit</source>
        <translation>感謝您的光臨</translation>
    </message>
    <message>
        <source>The branch service does not answer; trying again</source>
        <translation>網點服務沒有應答，正在重試</translation>
    </message>
    <message>
        <source>The service refused this board: it needs a new token</source>
        <translation>服務拒絕了本屏，請管理員配置新的令牌</translation>
    </message>
    <message>
        <source>We are closed</source>
        <translation>本網點現在不營業</translation>
    </message>
    <message>
        <source>We are on a break</source>
        <translation>現在是休息時間</translation>
    </message>
    <message>
        <source>Your counters call at most %1 who came later first</source>
        <translation>您的視窗最多先叫 %1 位後到的客戶</translation>
    </message>
    <message>
        <source>Your number will appear here</source>
        <translation>請留意螢幕叫號</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>暫停</translation>
    </message>
    <message>
        <source>Called in the order of arrival</source>
        <translation>按取號先後順序叫號</translation>
    </message>
    <message>
        <source>Missed, please ask our staff</source>
        <translation>過號請諮詢工作人員</translation>
    </message>
    <message>
        <source>Whoever has waited %1 minutes is called first</source>
        <translation>等候滿 %1 分鐘的客戶優先叫號</translation>
    </message>
    <message>
        <source>This board is set to services that the branch does not have: %1</source>
        <translation>本屏設定的業務在本網點不存在：%1</translation>
    </message>
    <message>
        <source>Ahead of a new number</source>
        <translation>現在取號，前面人數</translation>
    </message>
    <message>
        <source>Back at %1</source>
        <translation>預計 %1 恢復</translation>
    </message>
    <message>
        <source>Paused for a moment</source>
        <translation>暫停服務</translation>
    </message>
    <message>
        <source>Please come to this counter</source>
        <translation>請到本視窗辦理</translation>
    </message>
    <message>
        <source>Please wait until your number is called</source>
        <translation>請等候叫號</translation>
    </message>
    <message>
        <source>The branch has no counter of this number</source>
        <translation>本網點沒有此編號的視窗</translation>
    </message>
    <message>
        <source>This counter is closed</source>
        <translation>本視窗未開放</translation>
    </message>
    <message>
        <source>Next up</source>
        <translation>即將叫號</translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation>預約</translation>
    </message>
</context>
<context>
    <name>EasyRow</name>
    <message>
        <source>Easy view</source>
        <translation>長輩版</translation>
    </message>
    <message>
        <source>Easy view · large and simple</source>
        <translation>長輩版 · 字大 · 更簡單</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>高對比</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高對比度</translation>
    </message>
</context>
<context>
    <name>Face</name>
    <message>
        <source>Very poor</source>
        <translation>很不滿意</translation>
    </message>
    <message>
        <source>Poor</source>
        <translation>不滿意</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>滿意</translation>
    </message>
    <message>
        <source>Very good</source>
        <translation>非常滿意</translation>
    </message>
</context>
<context>
    <name>HelpSign</name>
    <message>
        <source>Sent</source>
        <translation>已傳送</translation>
    </message>
    <message>
        <source>Will be sent</source>
        <translation>待發送</translation>
    </message>
    <message>
        <source>Somebody is coming</source>
        <translation>已有同事前來</translation>
    </message>
    <message>
        <source>Call the lobby manager</source>
        <translation>呼叫大堂經理</translation>
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
        <translation>暫時無法取號</translation>
    </message>
    <message>
        <source>Choose a service</source>
        <translation>請選擇要辦理的業務</translation>
    </message>
    <message>
        <source>Please ask our staff. This screen goes on by itself as soon as the service is back.</source>
        <translation>請聯絡大堂工作人員；系統恢復後，本機會自動繼續服務</translation>
    </message>
    <message>
        <source>One touch gives you a number</source>
        <translation>點一下即可取號</translation>
    </message>
    <message>
        <source>Your next number is a priority number</source>
        <translation>已開啟優先：您的下一個號碼將優先辦理</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Card recognised. Your next number: %1</source>
        <translation>已識別您的卡，下一個號碼：%1</translation>
    </message>
</context>
<context>
    <name>IdlePage</name>
    <message>
        <source>Touch the screen to take a number</source>
        <translation>觸控式螢幕幕取號</translation>
    </message>
</context>
<context>
    <name>Keypad</name>
    <message>
        <source>Delete the last character</source>
        <translation>刪除上一個字元</translation>
    </message>
</context>
<context>
    <name>Kiosk</name>
    <message>
        <source>%1 answer here. Staff: please start this kiosk with the address of its own.</source>
        <translation>找到了：%1。請工作人員為本機指定所屬網點的服務地址。</translation>
    </message>
    <message>
        <source>Asking at %1. Tickets can be taken as soon as it answers.</source>
        <translation>正在連線 %1，連線成功後即可取號。</translation>
    </message>
    <message>
        <source>Back at %1</source>
        <translation>%1 恢復營業</translation>
    </message>
    <message>
        <source>Closed for now</source>
        <translation>暫停辦理</translation>
    </message>
    <message>
        <source>Connecting to the branch service</source>
        <translation>正在連線網點服務</translation>
    </message>
    <message>
        <source>It runs on this machine and will be there in a moment.</source>
        <translation>服務就在本機執行，請稍候片刻。</translation>
    </message>
    <message>
        <source>Looking for the branch service</source>
        <translation>正在尋找網點服務</translation>
    </message>
    <message>
        <source>More than one branch was found</source>
        <translation>找到了多個網點</translation>
    </message>
    <message>
        <source>No numbers can be given at the moment.</source>
        <translation>目前暫時無法取號</translation>
    </message>
    <message>
        <source>Not available now</source>
        <translation>暫不可用</translation>
    </message>
    <message>
        <source>Numbers are given during opening hours.</source>
        <translation>營業時間內可在本機取號</translation>
    </message>
    <message>
        <source>Please ask our staff, they will give you a number.</source>
        <translation>請聯絡大堂工作人員，為您人工取號</translation>
    </message>
    <message>
        <source>Please check in shortly before that time.</source>
        <translation>請臨近預約時間再來簽到</translation>
    </message>
    <message>
        <source>Please choose another service, or ask our staff.</source>
        <translation>請選擇其他業務，或諮詢大堂工作人員</translation>
    </message>
    <message>
        <source>Searching this branch's network. Please ask our staff for a number meanwhile.</source>
        <translation>正在本網點的網路中查詢，其間請聯絡工作人員取號。</translation>
    </message>
    <message>
        <source>Sent; the printer does not say whether paper came out</source>
        <translation>已傳送；印表機不回應，是否出紙不得而知</translation>
    </message>
    <message>
        <source>Staff have seen to your call. If you still need help, please call again.</source>
        <translation>工作人員已處理您的呼叫，如仍需幫助，請再次呼叫。</translation>
    </message>
    <message>
        <source>The branch service did not answer.</source>
        <translation>網點服務沒有響應</translation>
    </message>
    <message>
        <source>The branch service does not start</source>
        <translation>網點服務未能啟動</translation>
    </message>
    <message>
        <source>The branch service is starting</source>
        <translation>網點服務正在啟動</translation>
    </message>
    <message>
        <source>The service at %1 does not accept its token. Staff: please give it a new one.</source>
        <translation>%1 不接受本機的令牌，請工作人員為本機重新簽發。</translation>
    </message>
    <message>
        <source>This kiosk has not been admitted</source>
        <translation>本機尚未獲得授權</translation>
    </message>
    <message>
        <source>We are closed now</source>
        <translation>現在不營業</translation>
    </message>
    <message>
        <source>We are taking a break. Numbers given before stay valid.</source>
        <translation>午間休息中，已取的號碼繼續有效</translation>
    </message>
    <message>
        <source>We open at %1</source>
        <translation>%1 開始營業</translation>
    </message>
    <message>
        <source>You can take a number here from then on.</source>
        <translation>屆時即可在本機取號</translation>
    </message>
    <message>
        <source>Your appointment was at %1: it is too late to check in.</source>
        <translation>您預約的時間是 %1，現在已過簽到時間</translation>
    </message>
    <message>
        <source>Your number is valid and keeps this time.</source>
        <translation>號碼有效，按此時間排隊。</translation>
    </message>
    <message>
        <source>appointment at %1</source>
        <translation>預約時間 %1</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>休息</translation>
    </message>
    <message>
        <source>open until %1</source>
        <translation>營業至 %1</translation>
    </message>
    <message>
        <source>Nobody here yet? Touch once more to remind them.</source>
        <translation>還沒有人來？再點一次提醒。</translation>
    </message>
    <message>
        <source>Calling the lobby manager…</source>
        <translation>正在呼叫大堂經理…</translation>
    </message>
    <message>
        <source>The lobby manager is on the way.</source>
        <translation>大堂經理正在趕來。</translation>
    </message>
    <message>
        <source>The lobby manager has been called at %1. Please stay near this screen.</source>
        <translation>%1 已呼叫大堂經理，請在本機旁稍候。</translation>
    </message>
    <message>
        <source>Your call could not be sent. Please speak to our staff in the hall.</source>
        <translation>未能通知到大堂經理，請直接找大堂工作人員。</translation>
    </message>
    <message>
        <source>Codes cannot be checked at the moment: the connection is gone.</source>
        <translation>連線已中斷，暫時無法核驗</translation>
    </message>
    <message>
        <source>Number %1 has been called.</source>
        <translation>%1 號已被叫號</translation>
    </message>
    <message>
        <source>Please scan the code of your appointment or of a number of this branch.</source>
        <translation>請掃描預約碼，或本網點號票上的二維碼</translation>
    </message>
    <message>
        <source>This code is not for this kiosk.</source>
        <translation>這個二維碼不能在本機使用</translation>
    </message>
    <message>
        <source>If there is more to do, please take a new number.</source>
        <translation>如還需辦理，請重新取號</translation>
    </message>
    <message>
        <source>Number %1 has been served.</source>
        <translation>%1 號已辦理完畢</translation>
    </message>
    <message>
        <source>Number %1 has expired.</source>
        <translation>%1 號已失效</translation>
    </message>
    <message>
        <source>Number %1 is being served.</source>
        <translation>%1 號正在辦理</translation>
    </message>
    <message>
        <source>Number %1 is set aside for you.</source>
        <translation>%1 號已為您保留</translation>
    </message>
    <message>
        <source>Number %1 was cancelled.</source>
        <translation>%1 號已取消</translation>
    </message>
    <message>
        <source>Please go to counter %1.</source>
        <translation>請到 %1 號櫃檯辦理</translation>
    </message>
    <message>
        <source>You are back in the queue:</source>
        <translation>您已重新排隊：</translation>
    </message>
    <message>
        <source>You are still in the queue:</source>
        <translation>您仍在排隊中：</translation>
    </message>
    <message>
        <source>You will be called again: you need no new number.</source>
        <translation>櫃檯會再次叫您，無需重新取號</translation>
    </message>
    <message>
        <source>You can type your booking code under “I have an appointment”, or ask our staff.</source>
        <translation>您可以點“我有預約”輸入預約碼，或諮詢工作人員</translation>
    </message>
    <message>
        <source>Your appointment at %1 is valid. Check-in comes back with the connection.</source>
        <translation>您 %1 的預約有效，連線恢復後即可簽到</translation>
    </message>
    <message>
        <source>All numbers for now have been given. There are more at %1.</source>
        <translation>本時段的號已取完，%1 起可再取號。</translation>
    </message>
    <message>
        <source>No numbers left today</source>
        <translation>今日號已取完</translation>
    </message>
    <message>
        <source>Numbers again at %1</source>
        <translation>%1 起可取號</translation>
    </message>
    <message>
        <source>Opens at %1</source>
        <translation>%1 開始辦理</translation>
    </message>
    <message>
        <source>Over for today</source>
        <translation>今日已結束辦理</translation>
    </message>
    <message>
        <source>This service opens at %1.</source>
        <translation>該業務 %1 開始辦理。</translation>
    </message>
    <message>
        <source>Too late for today</source>
        <translation>今天已來不及辦理</translation>
    </message>
    <message>
        <source>We close soon: you may not be served today.</source>
        <translation>臨近結束營業，今天可能來不及為您辦理</translation>
    </message>
    <message>
        <source>Your appointment is at %1. It is too early to check in.</source>
        <translation>您預約的時間是 %1，
現在簽到還太早</translation>
    </message>
    <message>
        <source>Please check in from %1 on. If you cannot wait, take a walk-in number now.</source>
        <translation>請在 %1 以後來簽到；不便等候的，現在可改取普通號</translation>
    </message>
    <message>
        <source>Please check in on that day. To be served today, take a walk-in number.</source>
        <translation>請在預約當天來簽到；今天要辦理的，可改取普通號</translation>
    </message>
    <message>
        <source>You can take a walk-in number instead.</source>
        <translation>您可以改取普通號</translation>
    </message>
    <message>
        <source>You have checked in already: your number is %1.</source>
        <translation>您已簽到，號碼是 %1</translation>
    </message>
    <message>
        <source>You need no other number. If you missed it, please ask our staff.</source>
        <translation>無需另取號；如已過號，請諮詢工作人員</translation>
    </message>
    <message>
        <source>Your appointment is on another day: %1.</source>
        <translation>您的預約在 %1</translation>
    </message>
    <message>
        <source>Your walk-in number:</source>
        <translation>您的普通號是：</translation>
    </message>
    <message>
        <source>Your appointment was at %1: you wait in turn now, as if you had come %2 min earlier.</source>
        <translation>您預約的 %1 已過保留時間，
現按普通號排隊，相當於早到 %2 分鐘</translation>
    </message>
    <message>
        <source>Your appointment was at %1: you wait in turn now.</source>
        <translation>您預約的 %1 已過保留時間，
現按普通號排隊</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Please ask our staff: they can have it printed again.</source>
        <translation>請到大堂臺，工作人員可為您補打小票</translation>
    </message>
    <message>
        <source>Please have ready: %1</source>
        <translation>請備好：%1</translation>
    </message>
    <message>
        <source>Please ask our staff, or check in with your booking code.</source>
        <translation>請聯絡工作人員，或憑預約碼簽到</translation>
    </message>
    <message>
        <source>It may be of another day or another branch. Please take a new number.</source>
        <translation>可能是其他日期或其他網點的號碼，請重新取號</translation>
    </message>
    <message>
        <source>Please take a new number, or ask our staff.</source>
        <translation>請重新取號，或聯絡工作人員</translation>
    </message>
    <message>
        <source>To be served, please take a new number.</source>
        <translation>如需辦理，請重新取號</translation>
    </message>
    <message>
        <source>Your number stays valid. Please wait for its call, or ask our staff.</source>
        <translation>您的號碼仍然有效，請等候叫號，或聯絡工作人員</translation>
    </message>
    <message>
        <source>No answer: nobody knows whether there is paper. Please do a test print.</source>
        <translation>印表機無應答，無法確認是否有紙，請列印測試頁</translation>
    </message>
    <message>
        <source>Not printed</source>
        <translation>未能列印</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>已列印</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>正在列印…</translation>
    </message>
    <message>
        <source>The printer cannot be reached, or is off line</source>
        <translation>無法連線印表機，或印表機已離線</translation>
    </message>
    <message>
        <source>The printer is being asked…</source>
        <translation>正在查詢印表機…</translation>
    </message>
    <message>
        <source>The printer says: no paper</source>
        <translation>印表機狀態：缺紙</translation>
    </message>
    <message>
        <source>The printer says: paper near its end</source>
        <translation>印表機狀態：紙將用盡</translation>
    </message>
    <message>
        <source>The printer says: paper present</source>
        <translation>印表機狀態：有紙</translation>
    </message>
    <message>
        <source>The printer says: the cover is open</source>
        <translation>印表機狀態：上蓋未合</translation>
    </message>
    <message>
        <source>There is no printer</source>
        <translation>未連線印表機</translation>
    </message>
</context>
<context>
    <name>LanguageSheet</name>
    <message>
        <source>More languages</source>
        <translation>更多語言</translation>
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
        <translation>語言</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>More languages</source>
        <translation>更多語言</translation>
    </message>
</context>
<context>
    <name>LeavePanel</name>
    <message>
        <source>Still parked here</source>
        <translation>本視窗仍有暫放</translation>
    </message>
    <message>
        <source>Give back to the queue and sign out</source>
        <translation>放回佇列並簽退</translation>
    </message>
</context>
<context>
    <name>LostStrip</name>
    <message>
        <source>Not connected since %1 · trying again</source>
        <translation>自 %1 起與系統斷開 · 正在重新連線</translation>
    </message>
    <message>
        <source>You still get a number. Waits and check-in come back with the connection.</source>
        <translation>仍可取號，等候情況和預約簽到待恢復後可用。</translation>
    </message>
    <message>
        <source>Not connected since %1.</source>
        <translation>自 %1 起與系統斷開。</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Counter %1 · Branchline</source>
        <translation>%1 號視窗 · Branchline</translation>
    </message>
    <message>
        <source>Counter · Branchline</source>
        <translation>櫃員視窗 · Branchline</translation>
    </message>
    <message>
        <source>Looking for the branch service</source>
        <translation>正在查詢網點服務</translation>
    </message>
    <message>
        <source>More than one branch answers</source>
        <translation>發現多個網點服務</translation>
    </message>
    <message>
        <source>This machine is not admitted yet</source>
        <translation>本機尚未獲準接入</translation>
    </message>
    <message>
        <source>Connecting to the branch service</source>
        <translation>正在連線網點服務</translation>
    </message>
    <message>
        <source>Nobody has answered on this network yet. It goes on by itself.</source>
        <translation>本網路中尚無應答,將自動繼續查詢。</translation>
    </message>
    <message>
        <source>Start with --service and the address of one of them: %1</source>
        <translation>請用 --service 指定其中一個的地址啟動:%1</translation>
    </message>
    <message>
        <source>%1 does not accept its token. Ask for one of the role counter.</source>
        <translation>%1 不接受本機的令牌,請管理員簽發 counter 角色的令牌。</translation>
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
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>PaperLine</name>
    <message>
        <source>Your ticket is being printed…</source>
        <translation>正在列印小票…</translation>
    </message>
    <message>
        <source>Please take your ticket</source>
        <translation>請取走您的小票</translation>
    </message>
    <message>
        <source>Sent to the printer. If no ticket comes out, please note your number</source>
        <translation>小票已發往印表機，若未出票請記下號碼</translation>
    </message>
    <message>
        <source>Photograph it or scan the code</source>
        <translation>請拍下號碼，或用手機掃碼</translation>
    </message>
    <message>
        <source>Back to the first screen by itself</source>
        <translation>自動返回首頁</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Print it again</source>
        <translation>補打小票</translation>
    </message>
</context>
<context>
    <name>PausePanel</name>
    <message>
        <source>Pause for</source>
        <translation>暫停原因</translation>
    </message>
    <message>
        <source>Back in (minutes)</source>
        <translation>預計幾分鐘後回來</translation>
    </message>
    <message>
        <source>Back in %1 minutes</source>
        <translation>預計 %1 分鐘後回來</translation>
    </message>
</context>
<context>
    <name>PhonePage</name>
    <message>
        <source>Phone number (optional)</source>
        <translation>手機號（可不填）</translation>
    </message>
    <message>
        <source>For us to reach you when your turn is near. Nobody else sees it.</source>
        <translation>快到號時便於與您聯絡，他人看不到</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>數字</translation>
    </message>
    <message>
        <source>Number so far: %1</source>
        <translation>已輸入的號碼：%1</translation>
    </message>
    <message>
        <source>Your number is on its way…</source>
        <translation>正在取號…</translation>
    </message>
    <message>
        <source>This is no phone number. Please check it.</source>
        <translation>手機號不正確，請核對</translation>
    </message>
    <message>
        <source>Take a number without it</source>
        <translation>不填，直接取號</translation>
    </message>
    <message>
        <source>Take a number</source>
        <translation>取號</translation>
    </message>
</context>
<context>
    <name>QueueCard</name>
    <message>
        <source>My queue</source>
        <translation>我的佇列</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>共 %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is waiting</source>
        <translation>暫無等候客戶</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>暫放與未到</translation>
    </message>
    <message>
        <source>Parked time is over</source>
        <translation>暫放到時</translation>
    </message>
</context>
<context>
    <name>QueueRow</name>
    <message>
        <source>Put back</source>
        <translation>放回佇列</translation>
    </message>
    <message>
        <source>Park again</source>
        <translation>再暫放</translation>
    </message>
</context>
<context>
    <name>Rating</name>
    <message>
        <source>Closes in %1 s</source>
        <translation>%1 秒後自動關閉</translation>
    </message>
    <message>
        <source>Counter %1</source>
        <translation>%1 號視窗</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>滿意</translation>
    </message>
    <message>
        <source>How was our service?</source>
        <translation>本次服務您滿意嗎?</translation>
    </message>
    <message>
        <source>Now calling</source>
        <translation>請到本視窗辦理</translation>
    </message>
    <message>
        <source>Now serving</source>
        <translation>正在辦理</translation>
    </message>
    <message>
        <source>One touch is enough</source>
        <translation>輕觸一下即可完成評價</translation>
    </message>
    <message>
        <source>Please wait for your number to be called</source>
        <translation>請等候叫號</translation>
    </message>
    <message>
        <source>Poor</source>
        <translation>不滿意</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>Submits in %1 s</source>
        <translation>%1 秒後自動提交</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>謝謝您的評價</translation>
    </message>
    <message>
        <source>This counter is closed</source>
        <translation>本視窗暫未開放</translation>
    </message>
    <message>
        <source>This counter is paused for a moment</source>
        <translation>本視窗暫停服務,請稍候</translation>
    </message>
    <message>
        <source>Very good</source>
        <translation>非常滿意</translation>
    </message>
    <message>
        <source>Very poor</source>
        <translation>很不滿意</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>歡迎光臨</translation>
    </message>
    <message>
        <source>Your teller does not see your answer</source>
        <translation>櫃員看不到您的評價</translation>
    </message>
    <message>
        <source>Your word helps us to serve you better</source>
        <translation>您的意見幫助我們改進服務</translation>
    </message>
    <message>
        <source>You have rated this service on your phone already</source>
        <translation>您已在手機上評價過本次服務</translation>
    </message>
    <message>
        <source>+ Write a line</source>
        <translation>+ 寫一句話</translation>
    </message>
    <message>
        <source>Capital letter</source>
        <translation>大寫字母</translation>
    </message>
    <message>
        <source>Chinese or English</source>
        <translation>中英文切換</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>刪除</translation>
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
        <translation>想對我們說的一句話</translation>
    </message>
    <message>
        <source>The time for rating this service is over</source>
        <translation>本次服務的評價時間已過</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高對比度</translation>
    </message>
    <message>
        <source>Large type</source>
        <translation>大字</translation>
    </message>
    <message>
        <source>No, thank you</source>
        <translation>暫不評價</translation>
    </message>
    <message>
        <source>Staff %1</source>
        <translation>工號 %1</translation>
    </message>
    <message>
        <source>Counter %1 · %2 · %3 %4</source>
        <translation>%1 號視窗 %2 · %3 %4</translation>
    </message>
</context>
<context>
    <name>ReasonSheet</name>
    <message>
        <source>Who is to be served first?</source>
        <translation>請選擇優先辦理的原因</translation>
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
        <translation>該業務今日的號碼已全部取完</translation>
    </message>
    <message>
        <source>Nobody is signed in at this counter.</source>
        <translation>本視窗無人簽到。</translation>
    </message>
    <message>
        <source>Somebody else is signed in at this counter.</source>
        <translation>本視窗已有其他櫃員簽到。</translation>
    </message>
    <message>
        <source>That is not possible now.</source>
        <translation>現在無法辦理</translation>
    </message>
    <message>
        <source>The branch is closed now.</source>
        <translation>網點現在不營業</translation>
    </message>
    <message>
        <source>The branch service cannot be reached.</source>
        <translation>無法連線網點服務</translation>
    </message>
    <message>
        <source>The branch service cannot write to its disk.</source>
        <translation>網點服務的磁碟無法寫入。</translation>
    </message>
    <message>
        <source>The branch service has no disk space left.</source>
        <translation>網點服務的磁碟空間已滿。</translation>
    </message>
    <message>
        <source>The disk of the branch service failed.</source>
        <translation>網點服務的磁碟發生故障。</translation>
    </message>
    <message>
        <source>The service has not been started.</source>
        <translation>業務尚未開始辦理。</translation>
    </message>
    <message>
        <source>The time for rating is over.</source>
        <translation>評價時間已過。</translation>
    </message>
    <message>
        <source>The time of your appointment has passed.</source>
        <translation>您的預約時間已過</translation>
    </message>
    <message>
        <source>Somebody has seen to this already.</source>
        <translation>已有人處理。</translation>
    </message>
    <message>
        <source>%1 came earlier and must be called first.</source>
        <translation>%1 到得更早，須先呼叫。</translation>
    </message>
    <message>
        <source>A colleague goes already.</source>
        <translation>已有同事前往。</translation>
    </message>
    <message>
        <source>Somebody else has this number.</source>
        <translation>這個號碼已屬於另一位客戶。</translation>
    </message>
    <message>
        <source>There are no records of that day.</source>
        <translation>沒有該日的記錄。</translation>
    </message>
    <message>
        <source>There is a customer at this counter.</source>
        <translation>本視窗有客戶正在辦理。</translation>
    </message>
    <message>
        <source>There is no such counter.</source>
        <translation>沒有該視窗。</translation>
    </message>
    <message>
        <source>There is nobody at this counter.</source>
        <translation>本視窗沒有客戶。</translation>
    </message>
    <message>
        <source>There is nothing to undo any more.</source>
        <translation>已無可撤銷的操作。</translation>
    </message>
    <message>
        <source>These numbers are not of today.</source>
        <translation>這些號碼不是今天的。</translation>
    </message>
    <message>
        <source>This appointment was cancelled.</source>
        <translation>該預約已取消</translation>
    </message>
    <message>
        <source>This booking code is in use.</source>
        <translation>該預約碼已被使用。</translation>
    </message>
    <message>
        <source>This cannot be accepted.</source>
        <translation>請求無法受理。</translation>
    </message>
    <message>
        <source>This counter is not paused.</source>
        <translation>本視窗未暫停。</translation>
    </message>
    <message>
        <source>This counter is paused.</source>
        <translation>本視窗已暫停。</translation>
    </message>
    <message>
        <source>This counter was opened at another computer. Sign in again here.</source>
        <translation>本視窗已在另一臺電腦上籤到，請在本機重新簽到。</translation>
    </message>
    <message>
        <source>This kind of customer is not known here.</source>
        <translation>沒有該客戶類別。</translation>
    </message>
    <message>
        <source>This language is not offered here.</source>
        <translation>不提供該語言。</translation>
    </message>
    <message>
        <source>This machine may not do that.</source>
        <translation>本機無權執行此操作。</translation>
    </message>
    <message>
        <source>This number has been missed too often.</source>
        <translation>該號碼過號次數已達上限。</translation>
    </message>
    <message>
        <source>This number has not been called.</source>
        <translation>該號碼尚未被呼叫。</translation>
    </message>
    <message>
        <source>This number has not been served yet.</source>
        <translation>該號碼尚未辦結。</translation>
    </message>
    <message>
        <source>This number is at another counter.</source>
        <translation>該號碼在其他視窗。</translation>
    </message>
    <message>
        <source>This number is neither missed nor parked.</source>
        <translation>該號碼不在未到或暫放之列。</translation>
    </message>
    <message>
        <source>This number is no longer valid.</source>
        <translation>該號碼已失效。</translation>
    </message>
    <message>
        <source>This number is no longer waiting.</source>
        <translation>該號碼已不在等候。</translation>
    </message>
    <message>
        <source>This number is not known today.</source>
        <translation>今日沒有該號碼。</translation>
    </message>
    <message>
        <source>This pairing code is not valid any more.</source>
        <translation>此配對碼無效或已過期。</translation>
    </message>
    <message>
        <source>This service has been rated already.</source>
        <translation>本次服務已評價。</translation>
    </message>
    <message>
        <source>This service is not offered here.</source>
        <translation>本網點不辦理該業務</translation>
    </message>
    <message>
        <source>This service takes nobody at the moment.</source>
        <translation>該業務暫停辦理</translation>
    </message>
    <message>
        <source>This staff number is not known.</source>
        <translation>沒有該工號。</translation>
    </message>
    <message>
        <source>This was asked before, differently.</source>
        <translation>請求編號重複且內容不同。</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Please wait a minute.</source>
        <translation>密碼錯誤次數過多,請一分鐘後再試。</translation>
    </message>
    <message>
        <source>We find no such appointment.</source>
        <translation>沒有查到該預約</translation>
    </message>
    <message>
        <source>Wrong staff number or PIN.</source>
        <translation>工號或密碼不正確。</translation>
    </message>
    <message>
        <source>You are early. Please come back later.</source>
        <translation>您來早了，請稍後再來</translation>
    </message>
    <message>
        <source>You are signed in at another counter.</source>
        <translation>您已在其他視窗簽到。</translation>
    </message>
    <message>
        <source>You have checked in already.</source>
        <translation>您已經簽到過了</translation>
    </message>
    <message>
        <source>Your appointment is on another day.</source>
        <translation>您的預約不在今天</translation>
    </message>
    <message>
        <source>There is no such feedback case.</source>
        <translation>沒有該反饋工單。</translation>
    </message>
    <message>
        <source>This feedback case is not resolved yet.</source>
        <translation>該反饋工單尚未辦結。</translation>
    </message>
    <message>
        <source>This feedback case is resolved.</source>
        <translation>該反饋工單已辦結。</translation>
    </message>
    <message>
        <source>This number has been called often enough.</source>
        <translation>此號已呼叫足夠次數,不能再呼。</translation>
    </message>
    <message>
        <source>This appointment code is not valid.</source>
        <translation>這個預約碼無效</translation>
    </message>
    <message>
        <source>This appointment is at another branch.</source>
        <translation>您的預約在其他網點</translation>
    </message>
    <message>
        <source>This appointment was on an earlier day.</source>
        <translation>這個預約的日期已過</translation>
    </message>
    <message>
        <source>This notice has ended already.</source>
        <translation>該通知已結束。</translation>
    </message>
    <message>
        <source>There is not enough time left before closing.</source>
        <translation>距結束營業時間不足，已來不及辦理</translation>
    </message>
    <message>
        <source>That time is fully booked.</source>
        <translation>該時段已約滿</translation>
    </message>
    <message>
        <source>There are no appointments at that time.</source>
        <translation>該時間不接受預約</translation>
    </message>
    <message>
        <source>This phone number has that time already.</source>
        <translation>該手機號已預約此時段</translation>
    </message>
    <message>
        <source>No kiosk can print now: paper or printer.</source>
        <translation>取號機均無法列印，請檢查紙張或印表機</translation>
    </message>
    <message>
        <source>No kiosk with a printer is connected.</source>
        <translation>沒有已連線且帶印表機的取號機</translation>
    </message>
    <message>
        <source>This number has been printed often enough.</source>
        <translation>此號已達補打次數上限</translation>
    </message>
    <message>
        <source>Too many numbers were tried here.</source>
        <translation>本機查詢次數過多，請稍後再試</translation>
    </message>
    <message>
        <source>This service has no such step any more.</source>
        <translation>該業務已沒有這一步驟。</translation>
    </message>
    <message>
        <source>This number is not parked.</source>
        <translation>此號未在暫放。</translation>
    </message>
    <message>
        <source>This colleague is having a break.</source>
        <translation>該同事暫停辦理中。</translation>
    </message>
    <message>
        <source>This colleague is not signed in.</source>
        <translation>該同事未簽到。</translation>
    </message>
</context>
<context>
    <name>RefusedPage</name>
    <message>
        <source>Try again</source>
        <translation>重試</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Take a walk-in number</source>
        <translation>取普通號</translation>
    </message>
</context>
<context>
    <name>ReprintButton</name>
    <message>
        <source>Print again</source>
        <translation>補打</translation>
    </message>
</context>
<context>
    <name>ServiceCard</name>
    <message>
        <source>Your number is coming…</source>
        <translation>正在為您取號…</translation>
    </message>
</context>
<context>
    <name>ServiceGrid</name>
    <message>
        <source>Fewer services</source>
        <translation>返回常用業務</translation>
    </message>
    <message>
        <source>All services</source>
        <translation>全部業務</translation>
    </message>
    <message>
        <source>More services</source>
        <translation>更多業務</translation>
    </message>
    <message>
        <source>Back to the first</source>
        <translation>回到開頭</translation>
    </message>
</context>
<context>
    <name>ServiceNoticePage</name>
    <message>
        <source>Please have ready</source>
        <translation>辦理時請備好</translation>
    </message>
    <message>
        <source>Take a number</source>
        <translation>取號</translation>
    </message>
</context>
<context>
    <name>SettingsPanel</name>
    <message>
        <source>Settings of this counter</source>
        <translation>本視窗設定</translation>
    </message>
    <message>
        <source>The customer is asked for a rating</source>
        <translation>客戶評價顯示在</translation>
    </message>
    <message>
        <source>On the second screen, if there is one</source>
        <translation>第二塊螢幕（如有）</translation>
    </message>
    <message>
        <source>In a window that I turn to them</source>
        <translation>由我轉向客戶的視窗</translation>
    </message>
    <message>
        <source>This is where you work</source>
        <translation>您正在此螢幕上工作</translation>
    </message>
    <message>
        <source>Not plugged in: waited for</source>
        <translation>未接入，接入後即使用</translation>
    </message>
    <message>
        <source>The customer has a keypad</source>
        <translation>客戶有獨立鍵盤</translation>
    </message>
    <message>
        <source>While they are asked, keys are theirs; F2, F9, F10 and F11 stay yours</source>
        <translation>評價期間按鍵歸客戶使用；F2、F9、F10、F11 仍歸您</translation>
    </message>
</context>
<context>
    <name>ShutPage</name>
    <message>
        <source>This kiosk is closed for today</source>
        <translation>本機今日停止取號</translation>
    </message>
    <message>
        <source>Please ask our staff for a number.</source>
        <translation>請到大堂臺由工作人員為您取號</translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>Sign in</source>
        <translation>簽到</translation>
    </message>
    <message>
        <source>Sign in at a counter</source>
        <translation>櫃員簽到</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>視窗</translation>
    </message>
    <message>
        <source>Staff number</source>
        <translation>工號</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>密碼</translation>
    </message>
    <message>
        <source>Sign in and go on</source>
        <translation>簽到並繼續</translation>
    </message>
</context>
<context>
    <name>SoundSign</name>
    <message>
        <source>No sound</source>
        <translation>沒有聲音</translation>
    </message>
</context>
<context>
    <name>StaffPage</name>
    <message>
        <source>PIN</source>
        <translation>密碼</translation>
    </message>
    <message>
        <source>Staff number</source>
        <translation>工號</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>業務</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日誌</translation>
    </message>
    <message>
        <source>Staff menu</source>
        <translation>員工選單</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Why is it closed?</source>
        <translation>請選擇停辦原因</translation>
    </message>
    <message>
        <source>Last numbers</source>
        <translation>最近取號</translation>
    </message>
</context>
<context>
    <name>StaffPin</name>
    <message>
        <source>Delete the last digit</source>
        <translation>刪除末位</translation>
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
        <translation>%1：辦理中，點按停辦</translation>
    </message>
    <message>
        <source>%1: closed (%2). Touch to open</source>
        <translation>%1：已停辦（%2），點按恢復</translation>
    </message>
    <message>
        <source>%1: closed. Touch to open</source>
        <translation>%1：已停辦，點按恢復</translation>
    </message>
</context>
<context>
    <name>StaffTickets</name>
    <message>
        <source>%1 · %2 · %3 · print again</source>
        <translation>%1 · %2 · %3 · 補打</translation>
    </message>
    <message>
        <source>This kiosk has given no number since it was started.</source>
        <translation>本機啟動後尚未取號</translation>
    </message>
</context>
<context>
    <name>StaffTiles</name>
    <message>
        <source>Open this kiosk again</source>
        <translation>恢復本機取號</translation>
    </message>
    <message>
        <source>Close this kiosk for today</source>
        <translation>本機今日停止取號</translation>
    </message>
    <message>
        <source>Services: close or open</source>
        <translation>業務暫停與恢復</translation>
    </message>
    <message>
        <source>Paper changed: ask the printer</source>
        <translation>已換紙，檢查印表機</translation>
    </message>
    <message>
        <source>Test print</source>
        <translation>測試列印</translation>
    </message>
    <message>
        <source>Last lines of the log</source>
        <translation>最近日誌</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>重新啟動</translation>
    </message>
    <message>
        <source>Scanned: %1</source>
        <translation>已掃描：%1</translation>
    </message>
    <message>
        <source>Test scan: hold a code to the scanner</source>
        <translation>掃碼測試：請將二維碼對準掃描口</translation>
    </message>
    <message>
        <source>Last numbers: print again</source>
        <translation>最近取號：補打</translation>
    </message>
</context>
<context>
    <name>StaleBanner</name>
    <message>
        <source>Not updated since %1 · reconnecting</source>
        <translation>自 %1 起未更新 · 正在重新連線</translation>
    </message>
</context>
<context>
    <name>StatusSlot</name>
    <message>
        <source>Undo</source>
        <translation>撤銷</translation>
    </message>
</context>
<context>
    <name>StripScreen</name>
    <message>
        <source>Counter %1 · %2</source>
        <translation>%1 號視窗 · 工號 %2</translation>
    </message>
    <message>
        <source>No-show</source>
        <translation>未到</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤銷</translation>
    </message>
    <message>
        <source>No connection since %1</source>
        <translation>自 %1 起連線中斷</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>共 %1 人等候</translation>
    </message>
    <message>
        <source>%1 more: show the next</source>
        <translation>另有 %1 條，看下一條</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已處理</translation>
    </message>
    <message>
        <source>I go</source>
        <translation>我去</translation>
    </message>
    <message>
        <source>To the other edge of the screen</source>
        <translation>移到螢幕另一邊</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>大視窗</translation>
    </message>
    <message>
        <source>The large window</source>
        <translation>大視窗</translation>
    </message>
</context>
<context>
    <name>ThanksPage</name>
    <message>
        <source>Your number is %1</source>
        <translation>您的號碼是 %1</translation>
    </message>
    <message>
        <source>Thank you. Your number:</source>
        <translation>取號成功，您的號碼是</translation>
    </message>
    <message>
        <source>The code works as soon as the connection is back</source>
        <translation>恢復連線後掃碼即可檢視進度</translation>
    </message>
    <message>
        <source>Scan to follow the queue: step out, keep your place</source>
        <translation>掃碼看進度，離開也不過號</translation>
    </message>
</context>
<context>
    <name>TransferPanel</name>
    <message>
        <source>Transfer</source>
        <translation>轉辦</translation>
    </message>
    <message>
        <source>Note for the colleague (Tab)</source>
        <translation>給同事留言(Tab)</translation>
    </message>
    <message>
        <source>Note (Tab)</source>
        <translation>留言（Tab）</translation>
    </message>
    <message>
        <source>Counter %1</source>
        <translation>%1 號視窗</translation>
    </message>
    <message>
        <source>Afterwards, in this visit</source>
        <translation>之後還要辦的業務</translation>
    </message>
    <message>
        <source>More services afterwards, in this visit</source>
        <translation>本次之後還要辦的業務</translation>
    </message>
</context>
<context>
    <name>UnprintedPage</name>
    <message>
        <source>Your ticket could not be printed</source>
        <translation>小票沒有打印出來</translation>
    </message>
    <message>
        <source>Your number is valid. Please photograph or write it down; our staff are being told.</source>
        <translation>您的號碼有效，請拍照或記下；工作人員會收到通知</translation>
    </message>
    <message>
        <source>Scan to keep it on your phone</source>
        <translation>掃碼儲存到手機</translation>
    </message>
    <message>
        <source>I have noted it</source>
        <translation>我已記下</translation>
    </message>
    <message>
        <source>Is this your number?</source>
        <translation>這是您的號碼嗎？</translation>
    </message>
    <message>
        <source>This kiosk was interrupted before the ticket came out. The number is valid.</source>
        <translation>取號機剛才中斷，小票未能打出。您的號碼依然有效。</translation>
    </message>
    <message>
        <source>Print it again</source>
        <translation>重新列印</translation>
    </message>
</context>
<context>
    <name>WhyButton</name>
    <message>
        <source>Why next?</source>
        <translation>為何是下一位？</translation>
    </message>
</context>
<context>
    <name>WorkHeader</name>
    <message>
        <source>As a strip at the edge of the screen</source>
        <translation>停靠為螢幕邊緣窄條</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>已連線</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>連線中</translation>
    </message>
    <message>
        <source>This machine is no longer admitted</source>
        <translation>本機的接入許可已失效</translation>
    </message>
    <message>
        <source>No connection since %1</source>
        <translation>自 %1 起連線中斷</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>簽退</translation>
    </message>
    <message>
        <source>Counter %1</source>
        <translation>%1 號視窗</translation>
    </message>
    <message>
        <source>Staff %1</source>
        <translation>工號 %1</translation>
    </message>
    <message>
        <source>Settings of this counter</source>
        <translation>本視窗設定</translation>
    </message>
</context>
<context>
    <name>WorkScreen</name>
    <message>
        <source>Counter %1 · %2</source>
        <translation>%1 號視窗 · 工號 %2</translation>
    </message>
</context>
</TS>
