# Терезенің өзі: мәзір, бөліктер, күй жолағы, іздеу, қорлар.

## Әрекеттер

section-edit = Түзету
section-selection = Таңдалғандар
section-go = Өту
section-places = Базаның бөлімдері
section-size = Өлшемі
section-about-program = Бағдарлама
action-undo = Қайтару
action-undo-what = Қайтару: { $what }
action-redo = Қайта орындау
action-redo-what = Қайта орындау: { $what }
told-undone = Қайтарылды: { $what }
record-gone = Бұл карточка не құжат енді жоқ: өшірілген болуы мүмкін
told-redone = Қайта орындалды: { $what }
told-undone-elsewhere = { $reference } құжатында қайтарылды: { $what }
told-redone-elsewhere = { $reference } құжатында қайта орындалды: { $what }
undo-blocked = Бұл әрекетті қайтару мүмкін емес: кейін соны { $by_actor } тағы өзгерткен ({ $by_at })
    .next = Алдымен сол әрекетті тарихтан қайтарыңыз.
undo-clash = Бұл әрекетті қайтару мүмкін емес: кейінгі өзгеріс кедергі
    .next = Ештеңе өзгерген жоқ. Кейінгі өзгерісті түзетіп, қайталаңыз.
action-cut = Қиып алу
action-copy = Көшіріп алу
action-paste = Қою
action-select-field = Өрістегінің бәрін таңдау
action-select-text = Бүкіл мәтінді таңдау
action-find-in-library = Осы сөздерді бүкіл базадан іздеу
action-select-all = Тізімдегінің бәрін таңдау
action-select-none = Таңдауды алып тастау
told-selected = Таңдалды: { $count }
action-palette = Әрекетті атымен табу
action-back = Артқа
action-forward = Алға
action-go-all = Барлық құжат
action-go-tray = Кіріс
action-go-drafts = Жобалар
action-go-suggested = Қаралмаған ұсыныстар
action-go-people = Тұлғалар
action-go-organisations = Ұйымдар
action-go-events = Іс-шаралар
action-go-photos = Барлық сурет
action-list-focus = Құжаттар тізіміне өту
action-list-show-document = Экрандағы құжатты тізімнен көрсету
action-filters = Сүзгілер
action-list = Тізімді көрсету
action-inspector = Құжат мәліметін көрсету
action-widths-reset = Бөліктердің енін қалпына келтіру
action-text-larger = Мәтінді үлкейту
action-text-smaller = Мәтінді кішірейту
action-text-usual = Мәтіннің қалыпты өлшемі
told-size = Өлшемі: { $size } %
told-size-not-set = Өлшемді өзгерту мүмкін болмады
told-unreadable = Жазылмады, мағынасы түсініксіз: «{ $words }»
told-undecided = Жазылмады: «{ $words }» (ештеңе таңдалмаған)
action-report = Ақау туралы есепті сақтау…
action-about = Бағдарлама туралы
tools = Құралдар

## Терезе бөліктері

divider-units = Қорлар бөлігінің ені
divider-list = Тізімнің ені
divider-inspector = Мәлімет бөлігінің ені
divider-hint = Енін өзгерту үшін сүйреңіз немесе ← мен → пернелерін басыңыз. Екі рет шертсеңіз, бастапқы ені қайтады.

## Пернелер

keys-filter = Әрекетті іздеу
keys-change = Пернені өзгерту үшін оны таңдап, жаңасын басыңыз; Delete алып тастайды, Esc бұрынғысын қалдырады.
keys-change-this = Пернесін өзгерту
keys-press = Жаңа пернені басыңыз…
keys-add = Тағы бір перне қосу
keys-reset = Бастапқы пернесін қайтару
keys-reset-all = Барлық пернені бастапқы күйіне қайтару
keys-clash = Бұл перне басқа әрекетте де тұр: { $others }. Екеуі де мүмкін болса, тізімде бірінші тұрғаны орындалады.
keys-clash-take = Одан алып тастау
keys-refused = пернесі терезе ішінде жылжуға керек, басқасын таңдаңыз.

## Әрекеттер тақтасы

palette-field = Не істейміз? Әрекетті, құжатты, тұлғаны немесе ұйымды теріңіз
palette-found = Базадан табылғаны
palette-looking = Базадан ізделуде…
palette-nothing = Ештеңе табылмады
palette-person = тұлға
palette-organisation = ұйым
palette-transfer = тапсыру, { $state }

## Күй жолағы

status-unwritten = Сақталмаған сөздер бар
status-saving = Сақталып жатыр…
status-saved-at = Сақталды { $time }
status-all-saved = Бәрі сақталған
status-result = { $work }: нәтижесін көру
status-lost = Архив базасы орнында жоқ
status-backup-lately = Көшірме: { $when }
status-backup-long-ago = Сақтық көшірме ескірді: { $when }
status-backup-none = Сақтық көшірмесі жоқ
status-watched-problem = Бақыланатын қалта оқылмай тұр
status-watched = Қалтада жаңа: { $count }
status-selected = Таңдалды: { $shown }
hint-palette = әрекеттер

## Бағдарлама туралы

about-what = Баспасөз материалдарының архиві: мәтіндер, суреттер, тұлғалар мен ұйымдар бір базада, осы компьютерде.
about-network = Желі
about-network-words = Бағдарлама желіге қосылмайды: ештеңе жібермейді, ештеңе жүктемейді. Барлық дерек осы компьютерде қалады.
about-licences = Лицензиялар
about-licences-words = Бағдарлама MIT немесе Apache 2.0 лицензиясымен таратылады (таңдау сізде). Ол Tauri, Svelte, SQLite және басқа да ашық кодты кітапханаларды пайдаланады.
about-fonts = Қаріптер
about-fonts-words = Golos Text және Literata, SIL Open Font License 1.1. Қазақ тілінің барлық әрпі бар.
about-model = Модель мен деректер
about-model-words = Тану моделі KazNERD деректерінде үйретілген (Назарбаев Университетінің Смарт жүйелер және жасанды интеллект институты; Р. Ешпанов, Е. Хасанов, Х. А. Варол, 2022), лицензиясы CC BY 4.0. Модель сол деректерден туындаған: онда олардан есептелген салмақтар ғана бар, бірде-бір сөйлемі жоқ.

## Бірінші рет және архив базалары

welcome = Қош келдіңіз!
    .next = Мұрағат баспасөз хабарламаларын, суреттерді және оларда аты аталған адамдарды бір жерде сақтайды. Бастау үшін төмендегіні толтырыңыз.
welcome-can-keep = Хабарламаны көшіріп қойыңыз, файлын сүйреп әкеліңіз немесе осында жазыңыз: бәрі бірден сақталады.
welcome-can-tag = Мәтіндегі тұлғаларды, ұйымдарды, жерлер мен дәйексөздерді бір пернемен белгілеңіз.
welcome-can-find = Кез келген сөзді, адамды немесе суретті бірден табыңыз.
welcome-can-hand-over = Дайын құжаттарды мемлекеттік архивке тексерілген топтама етіп тапсырыңыз.
welcome-name = Аты-жөніңіз
welcome-name-hint = Өзгерістер тарихында осы атпен көрсетілесіз.
welcome-name-missing = Аты-жөніңізді жазыңыз: тарихта кім өзгерткені көрінуі керек.
welcome-where = Архив базасы қайда сақталады?
welcome-here = Осы жерде
welcome-elsewhere = Басқа жерді таңдаймын
welcome-existing = Дайын базам бар, соны ашамын
welcome-sample = Алдымен үлгі базамен танысамын
welcome-sample-hint = Ойдан шығарылған хабарламалар; кез келгенін өзгертіп көруге болады.
welcome-begin = Бастау
action-libraries = Архив базалары
action-library-open = Базаны ашу…
action-library-new = Жаңа база жасау…
action-library-sample = Үлгі базаны ашу
libraries-open = Архив базасының қалтасын таңдаңыз
libraries-new = Жаңа базаның орнын таңдаңыз
libraries-new-name = архив
libraries-recent = Бұрын ашылғандар
libraries-absent = Қазір орнында жоқ: { $path }
libraries-forget = Тізімнен алып тастау
library-lost = Архив базасы орнында жоқ
    .next = Диск қосылмаған болуы мүмкін. Оны қосып, «Қайталап көру» түймесін басыңыз немесе басқа базаны ашыңыз.

## Қорлар мен іздеулер

left-pane = Сол жақ бөлік
units-drafts = Жобалар
units-drafts-hint = Әлі тіркелмеген құжаттар
units-suggested = Қаралмаған ұсыныстар
units-suggested-hint = Мәтінінде қаралмаған ұсыныс бар құжаттар
suggested-empty = Қаралмаған ұсыныс жоқ
    .next = Мәтіннен табылған есім, ұйым, жер немесе дәйексөз шешілмей тұрса, құжаты осында көрінеді.
units-no-credit = Дереккөзі жоқ суреттер
units-cards = Карточкалар
units-photos = Суреттер
units-searches = Сақталған іздеулер
units-transfers = Архивке тапсыру
section-move = Сақталатын жері
section-unit = Қор, тізімдеме, іс
section-search = Іздеу
action-move = Басқа іске ауыстыру…
action-move-several = { $shown } құжатты басқа іске ауыстыру…
action-unit-fonds = Жаңа қор…
action-unit-add = Ішіне тізімдеме немесе іс қосу…
action-unit-edit = Таңдалған қордың, істің мәліметі…
action-unit-delete = Бос қорды, тізімдемені, істі өшіру
action-search-save = Іздеуді сақтау…
action-search-rename = Сақталған іздеудің атын өзгерту…
action-search-delete = Сақталған іздеуді өшіру
told-unit-added = Қосылды: { $title }
told-unit-deleted = Өшірілді: { $title }
told-search-saved = Іздеу сақталды: { $name }
told-search-deleted = Іздеу өшірілді: { $name }
told-articles-moved = Ауыстырылды ({ $count }): { $title }
unit-picker = Қай іске?
unit-picker-hint = Атын немесе нөмірін теріңіз
unit-new-fonds = Жаңа қор
unit-new-inventory = Жаңа тізімдеме
unit-new-file = Жаңа іс
unit-below = Қайда: { $title }
unit-code = Шифры
unit-title = Атауы
unit-creator = Қор құрушы
unit-date-from = Алғашқы күні
unit-date-to = Соңғы күні
unit-extent = Көлемі
unit-retention = Сақтау мерзімі
unit-retention-article = Тізбенің бабы
unit-note = Ескертпе
unit-make = Қосу
field-required = Осы өрісті толтырыңыз.
search-name = Іздеудің аты
search-save = Сақтау
search-save-short = Сақтау

## Сүзгілер

facet-years = Жылы
facet-states = Күйі
facet-people = Тұлғалар
facet-organisations = Ұйымдар
facet-subjects = Айдарлар
facet-places = Жерлер
facet-units = Қорлар мен істер
facet-languages = Тілі
facet-more = тағы { $count }
facet-all = барлығы, тізімнен іздеу
facet-find = Осы тізімнен іздеу
facet-none = Сүзетін ештеңе жоқ
chips-label = Қосулы сүзгілер
chip-off = Сүзгіні алып тастау
chips-clear = бәрін тазалау
elsewhere-label = Тағы табылғаны
elsewhere-transfer = тапсыру
palette-photo = сурет

## Сүйреп әкелу

drop-any = Файлдарды осы жерге тастаңыз
drop-words = Мәтіннен жаңа құжат басталады
drop-documents = Жаңа құжат болып қосылады: { $count }
drop-photos = «{ $title }» құжатына қосылатын сурет: { $count }
drop-photos-event = Іс-шараға қосылатын сурет: { $count }
drop-photos-new = Суреттерден жаңа құжат басталады: { $count }
drop-photos-with-text = { $documents ->
        [1] Сол жаңа құжатқа қосылатын сурет: { $count }
       *[other] Сол жаңа құжаттарға қосылатын сурет: { $count }
    }
drop-photos-asked = Қай құжатқа тиесілі екені сұралатын сурет: { $count }
drop-bundle = Архив топтамасы тексеріледі
drop-library = Бұл архив базасы ашылады
drop-read-only = База тек оқуға ашылған: ештеңе қосылмайды
drop-others = Қабылданбайтын файл: { $count }
told-nothing-to-paste = Қоятын ештеңе жоқ. Хабарлама мәтінін, суретті немесе файлды көшіріп алып, қайта қойыңыз.
told-no-field = Мұнда мәтін өрісі жоқ. Жаңа құжатты тізімде қойыңыз.
paste-photos = Бұл суреттер қай құжатқа тиесілі?
paste-photos-count = Суреттер: { $count }
paste-photos-home = Құжат
paste-photos-beside = файлы осы суреттердің қасында: { $file }
paste-photos-beside-known = базада бұрыннан бар; файлы осы суреттердің қасында: { $file }
paste-photos-came = бірге келді: { $file }
paste-photos-other = Басқа құжат
paste-photos-open = экранда ашық тұр
paste-photos-here = Қосу
paste-photos-leave = Қоспау
paste-photos-new = Жаңа құжат бастау
action-actor = Кім жұмыс істеп отыр…

## Есеп

report-title = Ақаудың себебін табуға арналған есеп
report-what = Есеп ақаудың себебін табуға көмектеседі. Онда нұсқалар, сандар, бағдарламаның нені қашан істегені бар; мәтін, тақырып, аты-жөн және файл жолдары жоқ. Ештеңе ешқайда жіберілмейді: файлды өзіңіз сақтап, бағдарламаға қарайтын маманға бересіз. Төменде оның бүкіл мазмұны көрсетілген.
report-lines = { $count } жол
report-parts = Есептегі файл: { $count }
report-save = Сақтау…
report-file-name = muragat-есеп
told-report-saved = Есеп сақталды
broke-off-what = Өткен жолы бағдарлама күтпеген жерден жабылып қалды. Сақталғанның бәрі бүтін. Есеп себебін табуға көмектеседі.
broke-off-dismiss = Керек емес
