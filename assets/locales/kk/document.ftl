# Құжат: жаңа құжат, жобаның мәтіні, тіркеу, нұсқалар.

section-new = Жаңа
section-versions = Нұсқалар
section-delete = Өшіру

action-article-new = Жаңа құжат
action-text-edit = Мәтінді түзету
action-text-leave = Түзетуді аяқтау
action-register = Тіркеу
action-version-add = Жаңа нұсқа қосу
action-version-next = Келесі нұсқа
action-version-previous = Алдыңғы нұсқа
action-version-compare = Нұсқаларды салыстыру
action-compare-next = Келесі айырма
action-compare-previous = Алдыңғы айырма
action-compare-close = Салыстыруды жабу
action-version-delete = Нұсқаның жобасын өшіру
action-article-delete = Құжаттың жобасын өшіру

cancel = Бас тарту

told-new-article = Жаңа құжат: { $reference }
told-deleted-article = Жоба өшірілді: { $reference }
told-deleted-version = Нұсқаның жобасы өшірілді
told-registered = Тіркелді: { $reference }
told-given-back = Өрістің бұрынғы мәні қайтарылды. Жазғаныңызды Ctrl+Z қайтарады

draft-title = Тақырыбы
draft-body = Мәтінді осында жазыңыз немесе қойыңыз
draft-untitled = Тақырыпсыз құжат
draft-blank = Мәтін әлі жоқ
    .next = Мәтінді жазыңыз, көшіріп қойыңыз немесе файлды терезеге сүйреп әкеліңіз.

register-title = Құжатты тіркеу
register-title-version = Жаңа нұсқаны тіркеу: { $what }
register-explained = Тіркелген мәтін – төлнұсқа: ол өзгертілмейді. Қатесі табылса, түзетілген жаңа нұсқасы қосылады, ал бұрынғысы сақталады. Қателесіп тіркесеңіз, тіркеуді қайтаруға болады.
register-texts = Тіркелетін мәтіндер
register-open = Әлі толтырылмаған

open-title = Тақырыбы жазылмаған.
open-body = Мәтіні жоқ.
open-machine-read = Мәтінді бағдарлама беттің суретінен оқыған: төлнұсқасымен салыстырыңыз.
open-damaged = Түскен файлы бүлінген: мәтінде оқуға келген бөлігі ғана бар.
open-date = Жарияланған күні көрсетілмеген.
open-unit = Іске салынбаған, кірісте тұр.
open-cast = Бірде-бір тұлға не ұйым белгіленбеген.
open-stale = Түзету кезінде бұзылған белгілер: { $count }.
open-speaker = Кімнің сөзі екені көрсетілмеген дәйексөздер: { $count }.
open-credit = Дереккөзі жоқ суреттер: { $count }.

version-title = Жаңа нұсқа
version-relation = Экрандағы мәтінмен байланысы
version-translates = Басқа тілдегі нұсқасы
relation-translates-hint = Сол мәтін басқа тілде; қатысушылары ортақ.
version-corrects = Түзету
relation-corrects-hint = Қатесі түзетілген мәтін; бұрынғысы сақталады.
version-replaces = Орнына жарияланған мәтін
relation-replaces-hint = Бұрынғы мәтінді толық алмастырады.
version-withdraws = Қайтарып алу
relation-withdraws-hint = Баспасөз қызметі мәтінді қайтарып алды; ол архивте қалады.
version-language = Тілі
version-text = Мәтіні
version-text-later = Мәтінді көшіріп қойыңыз немесе бос қалдырып, кейін теріңіз
version-text-copy = Бос қалдырсаңыз, экрандағы мәтіннің көшірмесі алынады
version-withdrawn-why = Неге қайтарып алынды
version-withdrawn-hint = Қайтарып алудың себебі, кім және қашан шешті. Қайтарып алынған мәтін архивте сол күйінде қалады.
version-make = Нұсқаны қосу
version-draft = жоба

compare-label = Екі нұсқаның айырмасы
compare-same = Екі нұсқаның мәтіні бірдей.
compare-count = Айырмасы бар абзацтар: { $count }

field-outgoing-number = Шығыс нөмірі
field-outgoing-date = Шығыс күні
field-unit = Қайда сақталады
field-kind-example = Баспасөз хабарламасы
event-unlink = Іс-шараны құжаттан алу: { $name }
event-new = Жаңа іс-шара: { $name }
subject-new = Жаңа айдар: { $name }
event-add = Іздеу немесе жаңасын қосу
action-article-open = Құжаттарды файлдан қосу…
action-article-from-photos = Суреттерден жаңа құжат…
told-taken-in = Қабылданған құжаттар: { $count }
told-taken-in-with-photos = Қабылданған құжаттар: { $count }, суреттер: { $photos }
intake-title = Файлдарды қабылдау
intake-added = Құжат болып қосылды: { $count }
intake-refused = Қабылданбады: { $count }
intake-unplaced = Орны белгісіз суреттер: { $count }
intake-unplaced-asked = Қай құжатқа тиесілі екені осы есеп жабылғанда сұралады.
intake-unplaced-inside = { $file } файлынан
pasted-text = көшірілген мәтін

original-show = Төлнұсқасын ашу
received-subject = Тақырыбы
received-author = Авторы
received-sender = Жіберуші
received-published = Жарияланған немесе жіберілген уақыты
received-captured = Көшіріліп алынған уақыты
received-url = Мекенжайы
received-message-id = Хаттың нөмірі (Message-ID)
received-reader = Мәтінді оқыған бағдарлама
received-left-out = Файлда бар, мәтінде жоқ: { $what }
left-comment = пікірлер: { $count }
left-deletion = өшірілген жерлер: { $count }
left-page-header = беттің үсті мен астындағы жазулар: { $count }
left-hidden = жасырын мәтін: { $count }
left-furniture = сайттың мәзірі мен батырмалары: { $count }
left-signature = хат соңындағы қолтаңба: { $count }
left-quoted-mail = бұрынғы хаттар: { $count }
left-covering-note = жолдама сөз: { $count }
left-missing-picture = файлда жоқ сурет: { $count }
left-object = нысандар: { $count }
left-speaker-note = баяндамашының жазбалары: { $count }
left-scanned-page = сканерленген беттер: { $count }
left-locked-file = құпиясөзбен жабылған файлдар: { $count }
left-damaged-file = бүлінген файлдар: { $count }
left-small-picture = белгі мен әшекей суреттер: { $count }
left-same-text = дәл осы мәтін хатқа қоса берілген файлда да бар: { $count }
left-other = басқа: { $count }
doubt-old-font = Ескі қазақ қарпі түзетілді. Бұрын: «{ $before }». Енді: «{ $after }». Тексеріп шығыңыз.
doubt-broken-letters = Танылмаған әріптер: { $count }. Мына жерде: «{ $before }»
doubt-machine-read = Мәтінді бағдарлама беттің суретінен оқыған{ $count ->
        [0] {""}
       *[other] , анық емес сөздер: { $count } (мысалы, { $before })
    }. Төлнұсқасымен салыстырыңыз.
machine-read = машина оқыған
machine-read-hint = Мәтінді бағдарлама беттің суретінен оқыған. Төлнұсқасымен салыстырыңыз: Ctrl Alt O.
doubt-damaged = Файл бүлінген: оқуға келген бөлігі ғана алынды.
doubt-cut-off = Файл тым үлкен: бір бөлігі оқылмады.
doubt-not-read = Файлдан мәтін оқылмады: { $why ->
        [locked] ол құпиясөзбен жабылған
        [scan] ол – скан, әріптері жоқ беттердің суреті
        [letters_lost] қазақ әріптері жоғалған
        [damaged] ол бүлінген
        [too_slow] оқу тым ұзаққа созылды
        [packed] ол – RAR не 7z архиві
        [table] ол – кесте
        [slides] ол – презентация
        [drawing] ол – векторлық сурет
        [data] ол – бағдарлама деректері
       *[other] түрі белгісіз
    }. Файлдың өзі сақталған.
doubt-other = Мәтінді төлнұсқасымен салыстырып шығыңыз.
plan-intake-title = Осы файлдар қабылдансын ба?
plan-intake-documents = Жаңа құжаттар: { $count }, оларға тіркелетін суреттер: { $photos }
plan-intake-photos = сурет: { $count }
plan-intake-unplaced = Қай құжатқа тиесілі екені белгісіз суреттер: { $count }. Олар туралы кейін сұралады.
plan-intake-others = Қабылданбайтын файлдар: { $count }
plan-intake-take = Қабылдау
told-intake-stopped = Тоқтатылды, ештеңе қосылған жоқ
told-photos-left = Қосылмаған суреттер: { $count }
told-nothing-there = Қалтада файл жоқ
intake-alike = Бұрыннан бар құжатқа ұқсас: { $count }
intake-alike-pair = { $reference } мен { $other }: тақырыбы мен күні бірдей
intake-later-pair = { $reference } құжаты { $other } құжатының кейінгі нұсқасына ұқсайды; ортақ мәтіні: { $percent } %
intake-earlier-pair = { $reference } құжаты { $other } құжатының бұрынғы нұсқасына ұқсайды; ортақ мәтіні: { $percent } %
intake-join-corrects = Түзету: бұрынғы мәтін қалады
intake-join-replaces = Алмастыру: бұрынғы мәтін күшін жояды
intake-join-earlier = Бұрынғы нұсқасы ретінде қосу
intake-compare = Қатар көрсету
intake-keep-form = Тағы бір төлнұсқасы етіп сақтау
intake-keep-unread = Файлды төлнұсқа етіп сақтау
intake-show-known = Базадағысын көрсету
intake-forms = Тағы бір төлнұсқа болып сақталды: { $count }
intake-leave-out = Алып тастау
intake-leave-photos = Суреттерін түгел алып тастау
intake-take-back = Қайтару
intake-photo-beside = { $name }, құжаттың қасында жатқан
intake-photo-inside = { $name }, { $file } файлынан
intake-told-corrected = { $reference } енді { $other } құжатының түзетуі; бұрынғы мәтін қалды
intake-told-replaced = { $reference } енді { $other } құжатының мәтінін алмастырады; бұрынғы мәтін күшін жойды
intake-told-earlier = { $reference } енді { $other } құжатының бұрынғы нұсқасы
intake-told-form = Тағы бір төлнұсқа болып сақталды: { $count }
intake-told-kept = Сақталған файлдар: { $count }
intake-told-left-document = Алып тасталды: { $reference }. Ctrl Z қайтарады
intake-told-left-photos = Алып тасталған суреттер: { $count }. Ctrl Z қайтарады
intake-told-undone = Қайтарылды
intake-sum-added = Қосылған құжаттар: { $count }
intake-sum-joined = Нұсқа болып қосылғандар: { $count }
intake-sum-forms = Тағы төлнұсқалар: { $count }
intake-sum-refused = Қабылданбаған файлдар: { $count }
intake-sum-nothing = Ештеңе қосылған жоқ
received-technical = Техникалық мәлімет
plan-intake-all = Бәрі: { $count }
plan-intake-photo = сурет
plan-intake-loose = Мәтінсіз келген суреттер: { $count }
plan-offer-title = Бақыланатын қалтада жаңа файлдар бар
plan-offer-never = Таңдалғандар керек емес
plan-offer-later = Кейін
told-nothing-new = Бақыланатын қалтада жаңа файл жоқ
told-no-watched = Бақыланатын қалта таңдалмаған. Оны баптауларда таңдауға болады
told-not-offered = Енді ұсынылмайтын файлдар: { $count }. Ctrl Z қайтарады
step-turned-down = файлдардан бас тарту
action-article-open-folder = Қалтаны қабылдау…
action-watched-show = Бақыланатын қалтадағы жаңа файлдар…
action-watched-show-count = Бақыланатын қалтадағы жаңа файлдар: { $count }…
action-intake-stop = Қабылдауды тоқтату
action-intake-report = Соңғы қабылдау есебі
stop-intake-title = Қабылдауды тоқтату керек пе?
stop-intake-what = Оқылған файлдар: { $done }, барлығы: { $total }. Тоқтатсаңыз, ешқайсысы базаға қосылмайды.
stop-intake-go-on = Жалғастыру
close-work-title = Жұмыс аяқталған жоқ. Терезе жабылсын ба?
close-work-what = Терезе жабылса, жұмыс аяқталмай қалады.
close-work-intake = Терезе жабылса, жұмыс аяқталмай қалады: келген файлдардың ешқайсысы базаға қосылмайды.
close-work-stop = Тоқтатып, жабу
plan-intake-tables = Кестелер: { $count }. Бұлар хабарлама емес, қабылданбайды.
plan-intake-sidecars = Суреті жоқ сипаттама файлдары (.xmp): { $count }
