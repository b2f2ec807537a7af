<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>ActionGrid</name>
    <message>
        <source>Transfer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Park</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No-show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call chosen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AlertRow</name>
    <message>
        <source>%1 more: show the next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished">تم</translation>
    </message>
    <message>
        <source>I go</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AppointmentCard</name>
    <message>
        <source>I have an appointment</source>
        <translation>لدي موعد</translation>
    </message>
    <message>
        <source>Not possible without the connection</source>
        <translation>غير ممكن بدون اتصال</translation>
    </message>
    <message>
        <source>Check in with your code or phone number</source>
        <translation>سجّل حضورك برمز الحجز أو برقم هاتفك</translation>
    </message>
</context>
<context>
    <name>AppointmentPage</name>
    <message>
        <source>Your booking code</source>
        <translation>رمز الحجز</translation>
    </message>
    <message>
        <source>You will find it in the message that confirmed your appointment.</source>
        <translation>تجده في رسالة تأكيد موعدك.</translation>
    </message>
    <message>
        <source>Code so far: %1</source>
        <translation>الرمز حتى الآن: %1</translation>
    </message>
    <message>
        <source>Letters and digits</source>
        <translation>حروف وأرقام</translation>
    </message>
    <message>
        <source>Not connected since %1. Please ask our staff.</source>
        <translation>الاتصال منقطع منذ %1. يرجى سؤال موظفينا.</translation>
    </message>
    <message>
        <source>Looking for your appointment…</source>
        <translation>جارٍ البحث عن موعدك…</translation>
    </message>
    <message>
        <source>No appointment has this code. Please check it.</source>
        <translation>لا يوجد موعد بهذا الرمز. يرجى التحقق منه.</translation>
    </message>
    <message>
        <source>Check in</source>
        <translation>تسجيل الحضور</translation>
    </message>
    <message>
        <source>Your phone number</source>
        <translation>رقم هاتفك</translation>
    </message>
    <message>
        <source>The number that you gave for your appointment. It is not kept.</source>
        <translation>الرقم الذي أعطيته عند الحجز، ولا نحتفظ به هنا.</translation>
    </message>
    <message>
        <source>Booking code</source>
        <translation>رمز الحجز</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>رقم الهاتف</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>أرقام</translation>
    </message>
    <message>
        <source>Number so far: %1</source>
        <translation>الرقم حتى الآن: %1</translation>
    </message>
    <message>
        <source>Not connected since %1: no check-in, but you can take a number.</source>
        <translation>انقطع الاتصال منذ %1: لا يمكن تسجيل الحضور، لكن يمكنك أخذ رقم.</translation>
    </message>
    <message>
        <source>No appointment today has this number. Please check it, or ask our staff.</source>
        <translation>لا يوجد موعد اليوم بهذا الرقم. يرجى التحقق منه أو سؤال موظفينا.</translation>
    </message>
    <message>
        <source>Find my appointment</source>
        <translation>ابحث عن موعدي</translation>
    </message>
</context>
<context>
    <name>AppointmentsPage</name>
    <message>
        <source>Is this your appointment?</source>
        <translation>هل هذا موعدك؟</translation>
    </message>
    <message>
        <source>Which appointment is yours?</source>
        <translation>أي موعد هو موعدك؟</translation>
    </message>
    <message>
        <source>Touch it to check in.</source>
        <translation>المسه لتسجيل حضورك.</translation>
    </message>
    <message>
        <source>Phone number: %1</source>
        <translation>رقم الهاتف: %1</translation>
    </message>
    <message>
        <source>Not connected since %1. Please ask our staff.</source>
        <translation>انقطع الاتصال منذ %1. يرجى سؤال موظفينا.</translation>
    </message>
    <message>
        <source>Checking you in…</source>
        <translation>جارٍ تسجيل حضورك…</translation>
    </message>
    <message>
        <source>No, it is not mine</source>
        <translation>لا، ليس موعدي</translation>
    </message>
    <message>
        <source>None of these is mine</source>
        <translation>ليس أيٌّ منها موعدي</translation>
    </message>
</context>
<context>
    <name>CallReasonPanel</name>
    <message>
        <source>%1 out of turn: why?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CardFoot</name>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClosedPage</name>
    <message>
        <source>Opening hours</source>
        <translation>ساعات العمل</translation>
    </message>
</context>
<context>
    <name>ComfortBar</name>
    <message>
        <source>Standard view</source>
        <translation>العرض العادي</translation>
    </message>
    <message>
        <source>Large type</source>
        <translation>خط كبير</translation>
    </message>
    <message>
        <source>Low reach</source>
        <translation>وضع منخفض</translation>
    </message>
    <message>
        <source>Senior / disabled</source>
        <translation>كبار السن وذوو الإعاقة</translation>
    </message>
    <message>
        <source>Manager called</source>
        <translation>تم النداء</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>في الطريق</translation>
    </message>
    <message>
        <source>Call the manager</source>
        <translation>نداء المدير</translation>
    </message>
</context>
<context>
    <name>Counter</name>
    <message>
        <source>%1 called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 for %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 gave no rating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is next: %2 comes first at this counter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is next: already passed by %2 who came later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is next: came first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is next: goes first (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is next: has waited over %2, so goes before all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is next: nobody else waits for this counter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is next: the longest wait (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is next: the time of its appointment has come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is next: waited %2, plus %3 credit (%4).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is next: waited %2, which counts %3 times (%4).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished">%1 دقيقة</translation>
    </message>
    <message>
        <source>%1 missed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 parked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 put back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 transferred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was changed while there was no connection: %2 That stands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 needs a new number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: a number did not come out on paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: a sign does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: no sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: number %2 did not come out on paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: numbers have not been handed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the clock is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the cover of the printer is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the paper is near its end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the printer does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the printer does not print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the printer has no paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the scanner does not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appt %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the branch service…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Branch service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Called · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose with ↑ ↓, then Enter. Esc: leave it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish and ask for rating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept only until the app ends: this machine&apos;s disk refuses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key not taken: the branch service has not answered the last one yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lunch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to counter %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection. The finish of %1 is kept and sent later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection. The start of %1 is kept and sent later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection: the lobby manager will be called later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No customers waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No-show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is on the way any more. Your call is still open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is waiting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not done: no connection to the branch service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not possible: the service has been started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not possible: there is a customer at this counter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not possible: there is nobody at this counter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not possible: this counter is paused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other business</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please choose a counter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please enter your PIN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please enter your staff number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recalled %1×</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent: %1, with its real time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serving · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody is coming.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key pressed after it was not taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lobby manager is called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This branch has no counter %1 any more. Please choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many wrong PINs. Please wait %1 seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many wrong PINs. Please wait 1 second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transferred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waited %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are at counter %1. %2 comes with you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are signed in at another counter.</source>
        <translation type="unfinished">أنت مسجل الدخول في شباك آخر.</translation>
    </message>
    <message>
        <source>You are signed in at counter %1 now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are signed in at counter %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have been signed out at counter %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Late for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>late for an appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back at %1</source>
        <translation type="unfinished">نعود الساعة %1</translation>
    </message>
    <message>
        <source>%1: step ticked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: tick taken off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All %1 steps done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection. The step of %1 is kept and sent later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1/%2 · %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 asks for the lobby manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 waits again: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counter %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>served</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>transferred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not printed</source>
        <translation>لم تتم الطباعة</translation>
    </message>
    <message>
        <source>%1 parked again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stays parked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: parked time is over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Satisfied %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today: %1 served · average %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Out of turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen number is no longer waiting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · counter %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ratings, satisfied %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 served</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 within standard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: your day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pauses: %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The branch has closed and nobody waits. F12: sign out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>average %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed for now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 finished at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 started at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, a step at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n customers&apos; ratings</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Kept on this machine, sent when the service is back:</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has been printed again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is being printed again at %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not printed: the kiosk has no paper or printer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a number first: its ticket is printed again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kiosk has not said whether %1 was printed: please look.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: what follows was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish, then %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CounterChoices</name>
    <message>
        <source>Counter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counter %1, free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counter %1, %2 is there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>free</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CurrentCard</name>
    <message>
        <source>Nobody is called until you resume</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DetailPanel</name>
    <message>
        <source>Steps · S ticks the next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About this visit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DigitPad</name>
    <message>
        <source>Delete the last digit</source>
        <translation>حذف الرقم الأخير</translation>
    </message>
</context>
<context>
    <name>Display</name>
    <message>
        <source>Asking the branch service known from last time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being served</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Called again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Called in the order of arrival</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting to the branch service</source>
        <translation type="unfinished">جارٍ الاتصال بخدمة الفرع</translation>
    </message>
    <message>
        <source>Counter %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good day, we open soon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest wait first, priority waits count more; at most %1 who came later go first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest wait first; waits of priority customers count more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for the branch service on the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missed, please ask our staff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No counter is open at the moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No new numbers now; those who hold one are served</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not updated since %1 · access refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not updated since %1 · reconnecting</source>
        <translation type="unfinished">لم تُحدَّث منذ %1 · جارٍ إعادة الاتصال</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now calling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please go to counter %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please take a seat, we will call you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several branch services were found: start with --service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thank you for your visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The branch service does not answer; trying again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service refused this board: it needs a new token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We are closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We are on a break</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever has waited %1 minutes is called first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your counters call at most %1 who came later first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your number will appear here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This board is set to services that the branch does not have: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ahead of a new number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back at %1</source>
        <translation type="unfinished">نعود الساعة %1</translation>
    </message>
    <message>
        <source>Paused for a moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please come to this counter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please wait until your number is called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The branch has no counter of this number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This counter is closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EasyRow</name>
    <message>
        <source>Easy view</source>
        <translation>عرض سهل</translation>
    </message>
    <message>
        <source>Easy view · large and simple</source>
        <translation>عرض سهل · كبير وبسيط</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>تباين</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>تباين عالٍ</translation>
    </message>
</context>
<context>
    <name>Face</name>
    <message>
        <source>Very poor</source>
        <translation>سيئة جدًا</translation>
    </message>
    <message>
        <source>Poor</source>
        <translation>سيئة</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>مقبولة</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>جيدة</translation>
    </message>
    <message>
        <source>Very good</source>
        <translation>جيدة جدًا</translation>
    </message>
</context>
<context>
    <name>HelpSign</name>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Will be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody is coming</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call the lobby manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold for one second</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>No numbers at the moment</source>
        <translation>لا أرقام في الوقت الحالي</translation>
    </message>
    <message>
        <source>Choose a service</source>
        <translation>اختر الخدمة</translation>
    </message>
    <message>
        <source>Please ask our staff. This screen goes on by itself as soon as the service is back.</source>
        <translation>يرجى سؤال موظفينا. تعود هذه الشاشة وحدها فور عودة الخدمة.</translation>
    </message>
    <message>
        <source>One touch gives you a number</source>
        <translation>بلمسة واحدة تحصل على رقم</translation>
    </message>
    <message>
        <source>Your next number is a priority number</source>
        <translation>رقمك التالي رقم أولوية</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Card recognised. Your next number: %1</source>
        <translation>تم التعرف على البطاقة. رقمك التالي: %1</translation>
    </message>
</context>
<context>
    <name>IdlePage</name>
    <message>
        <source>Touch the screen to take a number</source>
        <translation>المس الشاشة لأخذ رقم</translation>
    </message>
</context>
<context>
    <name>Keypad</name>
    <message>
        <source>Delete the last character</source>
        <translation>حذف الحرف الأخير</translation>
    </message>
</context>
<context>
    <name>Kiosk</name>
    <message>
        <source>%1 answer here. Staff: please start this kiosk with the address of its own.</source>
        <translation>عدد الفروع التي تجيب هنا: %1. للموظفين: يرجى تشغيل هذا الجهاز بعنوان فرعه.</translation>
    </message>
    <message>
        <source>All numbers for now have been given. There are more at %1.</source>
        <translation>أُعطيت كل الأرقام المتاحة الآن. تتوفر أرقام أخرى الساعة %1.</translation>
    </message>
    <message>
        <source>Asking at %1. Tickets can be taken as soon as it answers.</source>
        <translation>جارٍ الاتصال بـ %1. يمكن أخذ الأرقام فور الاتصال.</translation>
    </message>
    <message>
        <source>Back at %1</source>
        <translation>نعود الساعة %1</translation>
    </message>
    <message>
        <source>Closed for now</source>
        <translation>متوقفة حاليًا</translation>
    </message>
    <message>
        <source>Codes cannot be checked at the moment: the connection is gone.</source>
        <translation>لا يمكن التحقق من الرموز حاليًا: الاتصال منقطع.</translation>
    </message>
    <message>
        <source>Connecting to the branch service</source>
        <translation>جارٍ الاتصال بخدمة الفرع</translation>
    </message>
    <message>
        <source>If there is more to do, please take a new number.</source>
        <translation>إن كانت لديك معاملة أخرى فيرجى أخذ رقم جديد.</translation>
    </message>
    <message>
        <source>It runs on this machine and will be there in a moment.</source>
        <translation>تعمل على هذا الجهاز وستكون جاهزة بعد لحظات.</translation>
    </message>
    <message>
        <source>Looking for the branch service</source>
        <translation>جارٍ البحث عن خدمة الفرع</translation>
    </message>
    <message>
        <source>More than one branch was found</source>
        <translation>عُثر على أكثر من فرع</translation>
    </message>
    <message>
        <source>No numbers can be given at the moment.</source>
        <translation>لا يمكن إعطاء أرقام في الوقت الحالي.</translation>
    </message>
    <message>
        <source>No numbers left today</source>
        <translation>لم تبقَ أرقام اليوم</translation>
    </message>
    <message>
        <source>Nobody here yet? Touch once more to remind them.</source>
        <translation>لم يأتِ أحد بعد؟ المس مرة أخرى للتذكير.</translation>
    </message>
    <message>
        <source>Not available now</source>
        <translation>غير متاحة الآن</translation>
    </message>
    <message>
        <source>Number %1 has been called.</source>
        <translation>تم نداء الرقم %1.</translation>
    </message>
    <message>
        <source>Number %1 has been served.</source>
        <translation>تمت خدمة الرقم %1.</translation>
    </message>
    <message>
        <source>Number %1 has expired.</source>
        <translation>انتهت صلاحية الرقم %1.</translation>
    </message>
    <message>
        <source>Number %1 is being served.</source>
        <translation>الرقم %1 قيد الخدمة.</translation>
    </message>
    <message>
        <source>Number %1 is set aside for you.</source>
        <translation>الرقم %1 محفوظ لك.</translation>
    </message>
    <message>
        <source>Number %1 was cancelled.</source>
        <translation>أُلغي الرقم %1.</translation>
    </message>
    <message>
        <source>Numbers again at %1</source>
        <translation>أرقام جديدة الساعة %1</translation>
    </message>
    <message>
        <source>Numbers are given during opening hours.</source>
        <translation>تُعطى الأرقام خلال ساعات العمل.</translation>
    </message>
    <message>
        <source>Opens at %1</source>
        <translation>تفتح الساعة %1</translation>
    </message>
    <message>
        <source>Over for today</source>
        <translation>انتهت لهذا اليوم</translation>
    </message>
    <message>
        <source>Please ask our staff, they will give you a number.</source>
        <translation>يرجى سؤال موظفينا، وسيعطونك رقمًا.</translation>
    </message>
    <message>
        <source>Please check in from %1 on. If you cannot wait, take a walk-in number now.</source>
        <translation>يرجى تسجيل الحضور ابتداءً من %1. إن لم تستطع الانتظار فخذ رقمًا دون موعد الآن.</translation>
    </message>
    <message>
        <source>Please check in on that day. To be served today, take a walk-in number.</source>
        <translation>يرجى تسجيل الحضور في ذلك اليوم. لإنجاز معاملتك اليوم، خذ رقمًا دون موعد.</translation>
    </message>
    <message>
        <source>Please check in shortly before that time.</source>
        <translation>يرجى تسجيل الحضور قبل ذلك الوقت بقليل.</translation>
    </message>
    <message>
        <source>Please choose another service, or ask our staff.</source>
        <translation>يرجى اختيار خدمة أخرى أو سؤال موظفينا.</translation>
    </message>
    <message>
        <source>Please go to counter %1.</source>
        <translation>يرجى التوجه إلى الشباك %1.</translation>
    </message>
    <message>
        <source>Please scan the code of your appointment or of a number of this branch.</source>
        <translation>يرجى مسح رمز موعدك أو رمز رقم من هذا الفرع.</translation>
    </message>
    <message>
        <source>Searching this branch&apos;s network. Please ask our staff for a number meanwhile.</source>
        <translation>جارٍ البحث في شبكة الفرع. يرجى طلب رقم من موظفينا في هذه الأثناء.</translation>
    </message>
    <message>
        <source>Calling the lobby manager…</source>
        <translation>جارٍ استدعاء مدير الصالة…</translation>
    </message>
    <message>
        <source>The branch service did not answer.</source>
        <translation>لم تُجب خدمة الفرع.</translation>
    </message>
    <message>
        <source>The branch service does not start</source>
        <translation>خدمة الفرع لا تعمل</translation>
    </message>
    <message>
        <source>The branch service is starting</source>
        <translation>خدمة الفرع قيد التشغيل</translation>
    </message>
    <message>
        <source>The lobby manager is on the way.</source>
        <translation>مدير الصالة في الطريق إليك.</translation>
    </message>
    <message>
        <source>The lobby manager has been called at %1. Please stay near this screen.</source>
        <translation>استُدعي مدير الصالة الساعة %1. يرجى البقاء قرب هذه الشاشة.</translation>
    </message>
    <message>
        <source>Sent; the printer does not say whether paper came out</source>
        <translation>أُرسلت؛ لا تُخبر الطابعة هل خرجت الورقة</translation>
    </message>
    <message>
        <source>Staff have seen to your call. If you still need help, please call again.</source>
        <translation>تعامل الموظفون مع ندائك. إن كنت لا تزال بحاجة إلى المساعدة فنادِ مرة أخرى.</translation>
    </message>
    <message>
        <source>The service at %1 does not accept its token. Staff: please give it a new one.</source>
        <translation>الخدمة على %1 لا تقبل رمز هذا الجهاز. للموظفين: يرجى إعطاؤه رمزًا جديدًا.</translation>
    </message>
    <message>
        <source>This code is not for this kiosk.</source>
        <translation>هذا الرمز ليس لهذا الجهاز.</translation>
    </message>
    <message>
        <source>This kiosk has not been admitted</source>
        <translation>لم يُعتمد هذا الجهاز بعد</translation>
    </message>
    <message>
        <source>This service opens at %1.</source>
        <translation>تفتح هذه الخدمة الساعة %1.</translation>
    </message>
    <message>
        <source>Too late for today</source>
        <translation>فات الوقت لهذا اليوم</translation>
    </message>
    <message>
        <source>We are closed now</source>
        <translation>الفرع مغلق الآن</translation>
    </message>
    <message>
        <source>We are taking a break. Numbers given before stay valid.</source>
        <translation>نحن في استراحة. الأرقام التي أُعطيت من قبل تبقى صالحة.</translation>
    </message>
    <message>
        <source>We close soon: you may not be served today.</source>
        <translation>نغلق قريبًا، وقد لا يصلك الدور اليوم.</translation>
    </message>
    <message>
        <source>We open at %1</source>
        <translation>نفتح الساعة %1</translation>
    </message>
    <message>
        <source>You are back in the queue:</source>
        <translation>عدت إلى قائمة الانتظار:</translation>
    </message>
    <message>
        <source>You are still in the queue:</source>
        <translation>ما زلت في قائمة الانتظار:</translation>
    </message>
    <message>
        <source>You can take a number here from then on.</source>
        <translation>يمكنك أخذ رقم من هنا ابتداءً من ذلك الوقت.</translation>
    </message>
    <message>
        <source>You can take a walk-in number instead.</source>
        <translation>يمكنك أخذ رقم دون موعد بدلاً من ذلك.</translation>
    </message>
    <message>
        <source>Your appointment is at %1. It is too early to check in.</source>
        <translation>موعدك الساعة %1، وما زال الوقت مبكرًا لتسجيل الحضور.</translation>
    </message>
    <message>
        <source>Your appointment is on another day: %1.</source>
        <translation>موعدك في يوم آخر: %1.</translation>
    </message>
    <message>
        <source>You can type your booking code under “I have an appointment”, or ask our staff.</source>
        <translation>يمكنك إدخال رمز الحجز تحت «لدي موعد» أو سؤال موظفينا.</translation>
    </message>
    <message>
        <source>You have checked in already: your number is %1.</source>
        <translation>سجّلت حضورك من قبل، ورقمك هو %1.</translation>
    </message>
    <message>
        <source>You need no other number. If you missed it, please ask our staff.</source>
        <translation>لا تحتاج إلى رقم آخر. إن فاتك دورك فيرجى سؤال موظفينا.</translation>
    </message>
    <message>
        <source>You will be called again: you need no new number.</source>
        <translation>سيُنادى رقمك مرة أخرى، ولا تحتاج إلى رقم جديد.</translation>
    </message>
    <message>
        <source>Your appointment at %1 is valid. Check-in comes back with the connection.</source>
        <translation>موعدك الساعة %1 صالح. يعود تسجيل الحضور مع عودة الاتصال.</translation>
    </message>
    <message>
        <source>Your appointment was at %1: it is too late to check in.</source>
        <translation>كان موعدك الساعة %1، وقد فات وقت تسجيل الحضور.</translation>
    </message>
    <message>
        <source>Your call could not be sent. Please speak to our staff in the hall.</source>
        <translation>تعذّر إرسال طلبك. يرجى التحدث إلى موظفينا في الصالة.</translation>
    </message>
    <message>
        <source>Your number is valid and keeps this time.</source>
        <translation>رقمك صالح ويحتفظ بهذا الوقت.</translation>
    </message>
    <message>
        <source>appointment at %1</source>
        <translation>موعد الساعة %1</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>مغلق</translation>
    </message>
    <message>
        <source>open until %1</source>
        <translation>مفتوح حتى %1</translation>
    </message>
    <message>
        <source>Your walk-in number:</source>
        <translation>رقمك بدون موعد:</translation>
    </message>
    <message>
        <source>Your appointment was at %1: you wait in turn now, as if you had come %2 min earlier.</source>
        <translation>كان موعدك في %1: تنتظر الآن دورك، وكأنك حضرت قبل %2 دقيقة.</translation>
    </message>
    <message>
        <source>Your appointment was at %1: you wait in turn now.</source>
        <translation>كان موعدك في %1: تنتظر الآن دورك.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>Please ask our staff: they can have it printed again.</source>
        <translation>يُرجى سؤال موظفينا: يمكنهم طباعته مرة أخرى.</translation>
    </message>
    <message>
        <source>Please have ready: %1</source>
        <translation>يُرجى تجهيز: %1</translation>
    </message>
    <message>
        <source>Please ask our staff, or check in with your booking code.</source>
        <translation>يرجى سؤال موظفينا، أو تسجيل حضورك برمز الحجز.</translation>
    </message>
    <message>
        <source>It may be of another day or another branch. Please take a new number.</source>
        <translation>قد يكون ليوم آخر أو لفرع آخر. يرجى أخذ رقم جديد.</translation>
    </message>
    <message>
        <source>Please take a new number, or ask our staff.</source>
        <translation>يرجى أخذ رقم جديد أو سؤال موظفينا.</translation>
    </message>
    <message>
        <source>To be served, please take a new number.</source>
        <translation>للحصول على الخدمة يرجى أخذ رقم جديد.</translation>
    </message>
    <message>
        <source>Your number stays valid. Please wait for its call, or ask our staff.</source>
        <translation>رقمك ما زال صالحًا. يرجى انتظار النداء أو سؤال موظفينا.</translation>
    </message>
    <message>
        <source>No answer: nobody knows whether there is paper. Please do a test print.</source>
        <translation>لا رد: لا يُعرف إن كان هناك ورق. يُرجى طباعة صفحة اختبار.</translation>
    </message>
    <message>
        <source>Not printed</source>
        <translation>لم تتم الطباعة</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>تمت الطباعة</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>جارٍ الطباعة…</translation>
    </message>
    <message>
        <source>The printer cannot be reached, or is off line</source>
        <translation>لا يمكن الوصول إلى الطابعة، أو أنها غير متصلة</translation>
    </message>
    <message>
        <source>The printer is being asked…</source>
        <translation>جارٍ الاستعلام من الطابعة…</translation>
    </message>
    <message>
        <source>The printer says: no paper</source>
        <translation>الطابعة تفيد: لا يوجد ورق</translation>
    </message>
    <message>
        <source>The printer says: paper near its end</source>
        <translation>الطابعة تفيد: الورق يوشك على النفاد</translation>
    </message>
    <message>
        <source>The printer says: paper present</source>
        <translation>الطابعة تفيد: الورق موجود</translation>
    </message>
    <message>
        <source>The printer says: the cover is open</source>
        <translation>الطابعة تفيد: الغطاء مفتوح</translation>
    </message>
    <message>
        <source>There is no printer</source>
        <translation>لا توجد طابعة</translation>
    </message>
</context>
<context>
    <name>LanguageSheet</name>
    <message>
        <source>More languages</source>
        <translation>لغات أخرى</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
</context>
<context>
    <name>LanguageSwitch</name>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>More</source>
        <translation>المزيد</translation>
    </message>
    <message>
        <source>More languages</source>
        <translation>لغات أخرى</translation>
    </message>
</context>
<context>
    <name>LeavePanel</name>
    <message>
        <source>Still parked here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give back to the queue and sign out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LostStrip</name>
    <message>
        <source>Not connected since %1 · trying again</source>
        <translation>الاتصال منقطع منذ %1 · جارٍ إعادة المحاولة</translation>
    </message>
    <message>
        <source>You still get a number. Waits and check-in come back with the connection.</source>
        <translation>ما زال بإمكانك أخذ رقم. تعود مدد الانتظار وتسجيل الحضور مع الاتصال.</translation>
    </message>
    <message>
        <source>Not connected since %1.</source>
        <translation>الاتصال منقطع منذ %1.</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Counter %1 · Branchline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counter · Branchline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for the branch service</source>
        <translation type="unfinished">جارٍ البحث عن خدمة الفرع</translation>
    </message>
    <message>
        <source>More than one branch answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine is not admitted yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting to the branch service</source>
        <translation type="unfinished">جارٍ الاتصال بخدمة الفرع</translation>
    </message>
    <message>
        <source>Nobody has answered on this network yet. It goes on by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start with --service and the address of one of them: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not accept its token. Ask for one of the role counter.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageFoot</name>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
</context>
<context>
    <name>PanelSheet</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaperLine</name>
    <message>
        <source>Your ticket is being printed…</source>
        <translation>جارٍ طباعة تذكرتك…</translation>
    </message>
    <message>
        <source>Please take your ticket</source>
        <translation>يرجى أخذ تذكرتك</translation>
    </message>
    <message>
        <source>Sent to the printer. If no ticket comes out, please note your number</source>
        <translation>أُرسلت إلى الطابعة. إن لم تخرج تذكرة فدوّن رقمك من فضلك</translation>
    </message>
    <message>
        <source>Photograph it or scan the code</source>
        <translation>صوّر الرقم أو امسح الرمز</translation>
    </message>
    <message>
        <source>Back to the first screen by itself</source>
        <translation>العودة إلى الشاشة الأولى تلقائيًا</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>Print it again</source>
        <translation>طباعته مرة أخرى</translation>
    </message>
</context>
<context>
    <name>PausePanel</name>
    <message>
        <source>Pause for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back in (minutes)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back in %1 minutes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PhonePage</name>
    <message>
        <source>Phone number (optional)</source>
        <translation>رقم الهاتف (اختياري)</translation>
    </message>
    <message>
        <source>For us to reach you when your turn is near. Nobody else sees it.</source>
        <translation>لنتواصل معك عند اقتراب دورك. لا يراه أحد غيرنا.</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>أرقام</translation>
    </message>
    <message>
        <source>Number so far: %1</source>
        <translation>الرقم حتى الآن: %1</translation>
    </message>
    <message>
        <source>Your number is on its way…</source>
        <translation>رقمك في الطريق…</translation>
    </message>
    <message>
        <source>This is no phone number. Please check it.</source>
        <translation>هذا ليس رقم هاتف. يرجى التحقق منه.</translation>
    </message>
    <message>
        <source>Take a number without it</source>
        <translation>خذ رقمًا بدونه</translation>
    </message>
    <message>
        <source>Take a number</source>
        <translation>خذ رقمًا</translation>
    </message>
</context>
<context>
    <name>QueueCard</name>
    <message>
        <source>My queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parked time is over</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QueueRow</name>
    <message>
        <source>Put back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Park again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rating</name>
    <message>
        <source>+ Write a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capital letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chinese or English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closes in %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counter %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished">تم</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation type="unfinished">مقبولة</translation>
    </message>
    <message>
        <source>Good</source>
        <translation type="unfinished">جيدة</translation>
    </message>
    <message>
        <source>How was our service?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished">المزيد</translation>
    </message>
    <message>
        <source>Now calling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now serving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One touch is enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please wait for your number to be called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Poor</source>
        <translation type="unfinished">سيئة</translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submits in %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell us in a sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This counter is closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This counter is paused for a moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Very good</source>
        <translation type="unfinished">جيدة جدًا</translation>
    </message>
    <message>
        <source>Very poor</source>
        <translation type="unfinished">سيئة جدًا</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have rated this service on your phone already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your teller does not see your answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your word helps us to serve you better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time for rating this service is over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished">تباين عالٍ</translation>
    </message>
    <message>
        <source>Large type</source>
        <translation type="unfinished">خط كبير</translation>
    </message>
    <message>
        <source>No, thank you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staff %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counter %1 · %2 · %3 %4</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReasonSheet</name>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Who is to be served first?</source>
        <translation>من تُعطى له الأولوية؟</translation>
    </message>
</context>
<context>
    <name>Refusal</name>
    <message>
        <source>All numbers of this service have been given today.</source>
        <translation>أُعطيت كل أرقام هذه الخدمة لهذا اليوم.</translation>
    </message>
    <message>
        <source>Nobody is signed in at this counter.</source>
        <translation>لا أحد مسجل الدخول في هذا الشباك.</translation>
    </message>
    <message>
        <source>Somebody else has this number.</source>
        <translation>هذا الرقم لشخص آخر.</translation>
    </message>
    <message>
        <source>Somebody else is signed in at this counter.</source>
        <translation>شخص آخر مسجل الدخول في هذا الشباك.</translation>
    </message>
    <message>
        <source>Somebody has seen to this already.</source>
        <translation>تمت معالجة هذا من قبل.</translation>
    </message>
    <message>
        <source>That is not possible now.</source>
        <translation>هذا غير ممكن الآن.</translation>
    </message>
    <message>
        <source>The branch is closed now.</source>
        <translation>الفرع مغلق الآن.</translation>
    </message>
    <message>
        <source>The branch service cannot be reached.</source>
        <translation>لا يمكن الوصول إلى خدمة الفرع.</translation>
    </message>
    <message>
        <source>The branch service cannot write to its disk.</source>
        <translation>لا تستطيع خدمة الفرع الكتابة على القرص.</translation>
    </message>
    <message>
        <source>The branch service has no disk space left.</source>
        <translation>لم تبقَ مساحة على قرص خدمة الفرع.</translation>
    </message>
    <message>
        <source>The disk of the branch service failed.</source>
        <translation>تعطّل قرص خدمة الفرع.</translation>
    </message>
    <message>
        <source>The service has not been started.</source>
        <translation>لم تبدأ الخدمة بعد.</translation>
    </message>
    <message>
        <source>The time for rating is over.</source>
        <translation>انتهى وقت التقييم.</translation>
    </message>
    <message>
        <source>The time of your appointment has passed.</source>
        <translation>فات وقت موعدك.</translation>
    </message>
    <message>
        <source>There are no records of that day.</source>
        <translation>لا توجد سجلات لذلك اليوم.</translation>
    </message>
    <message>
        <source>There is a customer at this counter.</source>
        <translation>يوجد عميل عند هذا الشباك.</translation>
    </message>
    <message>
        <source>There is no such counter.</source>
        <translation>لا يوجد شباك كهذا.</translation>
    </message>
    <message>
        <source>There is no such feedback case.</source>
        <translation>لا توجد حالة ملاحظات كهذه.</translation>
    </message>
    <message>
        <source>There is nobody at this counter.</source>
        <translation>لا أحد عند هذا الشباك.</translation>
    </message>
    <message>
        <source>There is not enough time left before closing.</source>
        <translation>لم يبقَ وقت كافٍ قبل الإغلاق.</translation>
    </message>
    <message>
        <source>There is nothing to undo any more.</source>
        <translation>لم يبقَ ما يمكن التراجع عنه.</translation>
    </message>
    <message>
        <source>These numbers are not of today.</source>
        <translation>هذه الأرقام ليست لهذا اليوم.</translation>
    </message>
    <message>
        <source>This appointment code is not valid.</source>
        <translation>رمز الموعد هذا غير صالح.</translation>
    </message>
    <message>
        <source>This appointment is at another branch.</source>
        <translation>هذا الموعد في فرع آخر.</translation>
    </message>
    <message>
        <source>This appointment was cancelled.</source>
        <translation>أُلغي هذا الموعد.</translation>
    </message>
    <message>
        <source>This appointment was on an earlier day.</source>
        <translation>كان هذا الموعد في يوم سابق.</translation>
    </message>
    <message>
        <source>This booking code is in use.</source>
        <translation>رمز الحجز هذا مستخدم.</translation>
    </message>
    <message>
        <source>This cannot be accepted.</source>
        <translation>لا يمكن قبول هذا.</translation>
    </message>
    <message>
        <source>This counter is not paused.</source>
        <translation>هذا الشباك ليس متوقفًا.</translation>
    </message>
    <message>
        <source>This counter is paused.</source>
        <translation>هذا الشباك متوقف مؤقتًا.</translation>
    </message>
    <message>
        <source>This counter was opened at another computer. Sign in again here.</source>
        <translation>فُتح هذا الشباك من جهاز آخر. سجّل الدخول هنا من جديد.</translation>
    </message>
    <message>
        <source>This feedback case is not resolved yet.</source>
        <translation>لم تُحل حالة الملاحظات هذه بعد.</translation>
    </message>
    <message>
        <source>This feedback case is resolved.</source>
        <translation>حُلّت حالة الملاحظات هذه.</translation>
    </message>
    <message>
        <source>This kind of customer is not known here.</source>
        <translation>فئة العملاء هذه غير معروفة هنا.</translation>
    </message>
    <message>
        <source>This language is not offered here.</source>
        <translation>هذه اللغة غير متاحة هنا.</translation>
    </message>
    <message>
        <source>This machine may not do that.</source>
        <translation>لا يُسمح لهذا الجهاز بذلك.</translation>
    </message>
    <message>
        <source>This notice has ended already.</source>
        <translation>انتهى هذا الإعلان من قبل.</translation>
    </message>
    <message>
        <source>This number has been called often enough.</source>
        <translation>نودي هذا الرقم مرات كافية.</translation>
    </message>
    <message>
        <source>This number has been missed too often.</source>
        <translation>فات هذا الرقم مرات كثيرة.</translation>
    </message>
    <message>
        <source>This number has not been called.</source>
        <translation>لم يُنادَ هذا الرقم.</translation>
    </message>
    <message>
        <source>This number has not been served yet.</source>
        <translation>لم تتم خدمة هذا الرقم بعد.</translation>
    </message>
    <message>
        <source>This number is at another counter.</source>
        <translation>هذا الرقم عند شباك آخر.</translation>
    </message>
    <message>
        <source>This number is neither missed nor parked.</source>
        <translation>هذا الرقم ليس فائتًا ولا محفوظًا.</translation>
    </message>
    <message>
        <source>This number is no longer valid.</source>
        <translation>لم يعد هذا الرقم صالحًا.</translation>
    </message>
    <message>
        <source>This number is no longer waiting.</source>
        <translation>لم يعد هذا الرقم في الانتظار.</translation>
    </message>
    <message>
        <source>This number is not known today.</source>
        <translation>هذا الرقم غير معروف اليوم.</translation>
    </message>
    <message>
        <source>This pairing code is not valid any more.</source>
        <translation>رمز الاقتران هذا لم يعد صالحًا.</translation>
    </message>
    <message>
        <source>This service has been rated already.</source>
        <translation>قُيّمت هذه الخدمة من قبل.</translation>
    </message>
    <message>
        <source>This service is not offered here.</source>
        <translation>هذه الخدمة غير متاحة هنا.</translation>
    </message>
    <message>
        <source>This service takes nobody at the moment.</source>
        <translation>لا تستقبل هذه الخدمة أحدًا في الوقت الحالي.</translation>
    </message>
    <message>
        <source>This staff number is not known.</source>
        <translation>رقم الموظف هذا غير معروف.</translation>
    </message>
    <message>
        <source>This was asked before, differently.</source>
        <translation>طُلب هذا من قبل بصورة مختلفة.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Please wait a minute.</source>
        <translation>أرقام سرية خاطئة كثيرة. يرجى الانتظار دقيقة.</translation>
    </message>
    <message>
        <source>We find no such appointment.</source>
        <translation>لا نجد موعدًا كهذا.</translation>
    </message>
    <message>
        <source>Wrong staff number or PIN.</source>
        <translation>رقم الموظف أو الرقم السري خاطئ.</translation>
    </message>
    <message>
        <source>You are early. Please come back later.</source>
        <translation>وصلت مبكرًا. يرجى العودة لاحقًا.</translation>
    </message>
    <message>
        <source>You are signed in at another counter.</source>
        <translation>أنت مسجل الدخول في شباك آخر.</translation>
    </message>
    <message>
        <source>You have checked in already.</source>
        <translation>سجّلت حضورك من قبل.</translation>
    </message>
    <message>
        <source>Your appointment is on another day.</source>
        <translation>موعدك في يوم آخر.</translation>
    </message>
    <message>
        <source>No kiosk can print now: paper or printer.</source>
        <translation>لا يمكن لأي جهاز الطباعة الآن: الورق أو الطابعة.</translation>
    </message>
    <message>
        <source>No kiosk with a printer is connected.</source>
        <translation>لا يوجد جهاز متصل مزوّد بطابعة.</translation>
    </message>
    <message>
        <source>This number has been printed often enough.</source>
        <translation>طُبع هذا الرقم بما يكفي.</translation>
    </message>
    <message>
        <source>That time is fully booked.</source>
        <translation>هذا الوقت محجوز بالكامل.</translation>
    </message>
    <message>
        <source>%1 came earlier and must be called first.</source>
        <translation>وصل %1 قبله ويجب استدعاؤه أولاً.</translation>
    </message>
    <message>
        <source>A colleague goes already.</source>
        <translation>زميل آخر في طريقه بالفعل.</translation>
    </message>
    <message>
        <source>There are no appointments at that time.</source>
        <translation>لا توجد مواعيد في ذلك الوقت.</translation>
    </message>
    <message>
        <source>This phone number has that time already.</source>
        <translation>رقم الهاتف هذا لديه هذا الموعد بالفعل.</translation>
    </message>
    <message>
        <source>Too many numbers were tried here.</source>
        <translation>جُرّبت هنا أرقام كثيرة.</translation>
    </message>
    <message>
        <source>This service has no such step any more.</source>
        <translation>لم تعد هذه الخطوة ضمن هذه الخدمة.</translation>
    </message>
    <message>
        <source>This number is not parked.</source>
        <translation>هذا الرقم ليس في قائمة الانتظار المؤقت.</translation>
    </message>
    <message>
        <source>This colleague is having a break.</source>
        <translation>هذا الموظف في استراحة.</translation>
    </message>
    <message>
        <source>This colleague is not signed in.</source>
        <translation>هذا الموظف لم يسجّل الدخول.</translation>
    </message>
</context>
<context>
    <name>RefusedPage</name>
    <message>
        <source>Take a walk-in number</source>
        <translation>خذ رقمًا دون موعد</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>حاول مرة أخرى</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
</context>
<context>
    <name>ReprintButton</name>
    <message>
        <source>Print again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ServiceCard</name>
    <message>
        <source>Your number is coming…</source>
        <translation>رقمك قادم…</translation>
    </message>
</context>
<context>
    <name>ServiceGrid</name>
    <message>
        <source>Fewer services</source>
        <translation>خدمات أقل</translation>
    </message>
    <message>
        <source>All services</source>
        <translation>جميع الخدمات</translation>
    </message>
    <message>
        <source>More services</source>
        <translation>المزيد من الخدمات</translation>
    </message>
    <message>
        <source>Back to the first</source>
        <translation>العودة إلى البداية</translation>
    </message>
</context>
<context>
    <name>ServiceNoticePage</name>
    <message>
        <source>Please have ready</source>
        <translation>يرجى تجهيز</translation>
    </message>
    <message>
        <source>Take a number</source>
        <translation>أخذ رقم</translation>
    </message>
</context>
<context>
    <name>SettingsPanel</name>
    <message>
        <source>Settings of this counter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer is asked for a rating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the second screen, if there is one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a window that I turn to them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is where you work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not plugged in: waited for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer has a keypad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While they are asked, keys are theirs; F2, F9, F10 and F11 stay yours</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShutPage</name>
    <message>
        <source>This kiosk is closed for today</source>
        <translation>هذا الجهاز مغلق اليوم</translation>
    </message>
    <message>
        <source>Please ask our staff for a number.</source>
        <translation>يرجى طلب رقم من موظفينا.</translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in at a counter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in and go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staff number</source>
        <translation>رقم الموظف</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>الرقم السري</translation>
    </message>
</context>
<context>
    <name>SoundSign</name>
    <message>
        <source>No sound</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StaffPage</name>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>الرقم السري</translation>
    </message>
    <message>
        <source>Staff number</source>
        <translation>رقم الموظف</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>الخدمات</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>Staff menu</source>
        <translation>قائمة الموظفين</translation>
    </message>
    <message>
        <source>Last numbers</source>
        <translation>آخر الأرقام</translation>
    </message>
    <message>
        <source>Why is it closed?</source>
        <translation>ما سبب الإيقاف؟</translation>
    </message>
</context>
<context>
    <name>StaffPin</name>
    <message>
        <source>Delete the last digit</source>
        <translation>حذف الرقم الأخير</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>متابعة</translation>
    </message>
</context>
<context>
    <name>StaffSwitches</name>
    <message>
        <source>%1: open. Touch to close</source>
        <translation>%1: متاحة. المس للإيقاف</translation>
    </message>
    <message>
        <source>%1: closed (%2). Touch to open</source>
        <translation>%1: موقوفة (%2). المس للاستئناف</translation>
    </message>
    <message>
        <source>%1: closed. Touch to open</source>
        <translation>%1: موقوفة. المس للاستئناف</translation>
    </message>
</context>
<context>
    <name>StaffTickets</name>
    <message>
        <source>%1 · %2 · %3 · print again</source>
        <translation>%1 · %2 · %3 · طباعة مرة أخرى</translation>
    </message>
    <message>
        <source>This kiosk has given no number since it was started.</source>
        <translation>لم يُصدر هذا الجهاز أي رقم منذ تشغيله.</translation>
    </message>
</context>
<context>
    <name>StaffTiles</name>
    <message>
        <source>Open this kiosk again</source>
        <translation>إعادة فتح هذا الجهاز</translation>
    </message>
    <message>
        <source>Close this kiosk for today</source>
        <translation>إغلاق هذا الجهاز لليوم</translation>
    </message>
    <message>
        <source>Services: close or open</source>
        <translation>الخدمات: إغلاق أو فتح</translation>
    </message>
    <message>
        <source>Paper changed: ask the printer</source>
        <translation>تم تبديل الورق: افحص الطابعة</translation>
    </message>
    <message>
        <source>Test print</source>
        <translation>طباعة تجريبية</translation>
    </message>
    <message>
        <source>Last lines of the log</source>
        <translation>آخر أسطر السجل</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>إعادة التشغيل</translation>
    </message>
    <message>
        <source>Scanned: %1</source>
        <translation>تم مسح: %1</translation>
    </message>
    <message>
        <source>Test scan: hold a code to the scanner</source>
        <translation>مسح تجريبي: قرّب رمزًا من الماسح</translation>
    </message>
    <message>
        <source>Last numbers: print again</source>
        <translation>آخر الأرقام: طباعة مرة أخرى</translation>
    </message>
</context>
<context>
    <name>StaleBanner</name>
    <message>
        <source>Not updated since %1 · reconnecting</source>
        <translation>لم تُحدَّث منذ %1 · جارٍ إعادة الاتصال</translation>
    </message>
</context>
<context>
    <name>StatusSlot</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StripScreen</name>
    <message>
        <source>Counter %1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No-show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation type="unfinished">%1 في الانتظار</translation>
    </message>
    <message>
        <source>%1 more: show the next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished">تم</translation>
    </message>
    <message>
        <source>I go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the other edge of the screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The large window</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ThanksPage</name>
    <message>
        <source>Your number is %1</source>
        <translation>رقمك هو %1</translation>
    </message>
    <message>
        <source>Thank you. Your number:</source>
        <translation>شكرًا لك. رقمك:</translation>
    </message>
    <message>
        <source>The code works as soon as the connection is back</source>
        <translation>يعمل الرمز فور عودة الاتصال</translation>
    </message>
    <message>
        <source>Scan to follow the queue: step out, keep your place</source>
        <translation>امسح الرمز لمتابعة دورك: يمكنك الخروج ومكانك محفوظ</translation>
    </message>
</context>
<context>
    <name>TransferPanel</name>
    <message>
        <source>Transfer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note for the colleague (Tab)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note (Tab)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counter %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Afterwards, in this visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More services afterwards, in this visit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnprintedPage</name>
    <message>
        <source>Is this your number?</source>
        <translation>هل هذا رقمك؟</translation>
    </message>
    <message>
        <source>Your ticket could not be printed</source>
        <translation>تعذّرت طباعة تذكرتك</translation>
    </message>
    <message>
        <source>This kiosk was interrupted before the ticket came out. The number is valid.</source>
        <translation>توقف هذا الجهاز قبل خروج التذكرة. الرقم صالح.</translation>
    </message>
    <message>
        <source>Your number is valid. Please photograph or write it down; our staff are being told.</source>
        <translation>رقمك صالح. يرجى تصويره أو كتابته، ويجري إبلاغ موظفينا.</translation>
    </message>
    <message>
        <source>Scan to keep it on your phone</source>
        <translation>امسح الرمز لحفظه في هاتفك</translation>
    </message>
    <message>
        <source>Print it again</source>
        <translation>طباعة مرة أخرى</translation>
    </message>
    <message>
        <source>I have noted it</source>
        <translation>حفظت الرقم</translation>
    </message>
</context>
<context>
    <name>WhyButton</name>
    <message>
        <source>Why next?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorkHeader</name>
    <message>
        <source>As a strip at the edge of the screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine is no longer admitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counter %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staff %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings of this counter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorkScreen</name>
    <message>
        <source>Counter %1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
