# Терезенің өзі: мәзір, бөліктер, күй жолағы, іздеу, қорлар.

## Әрекеттер

section-edit = Түзету
section-selection = Таңдалғандар
section-go = Өту
section-places = Базаның бөлімдері
section-size = Өлшемі
section-about-program = Бағдарлама
action-undo = Болдырмау
action-undo-what = Болдырмау: { $what }
action-redo = Қайталау
action-redo-what = Қайталау: { $what }
told-undone = Болдырылмады: { $what }
told-redone = Қайталанды: { $what }
action-select-all = Тізімдегінің бәрін таңдау
action-select-none = Таңдауды алып тастау
told-selected = Таңдалды: { $count }
action-palette = Әрекетті атымен табу
action-back = Артқа
action-forward = Алға
action-go-all = Барлық құжат
action-go-tray = Кіріс
action-go-people = Тұлғалар
action-go-organisations = Ұйымдар
action-go-events = Іс-шаралар
action-go-photos = Барлық сурет
action-list-focus = Құжаттар тізіміне өту
action-filters = Сүзгілер
action-list = Тізімді көрсету
action-inspector = Құжат мәліметін көрсету
action-widths-reset = Бөліктердің енін қалпына келтіру
action-text-larger = Үлкейту
action-text-smaller = Кішірейту
action-text-usual = Қалыпты өлшем
told-size = Өлшемі: { $size } %
told-size-not-set = Өлшемді өзгерту мүмкін болмады
action-about = Бағдарлама туралы
tools = Құралдар

## Терезе бөліктері

divider-units = Қорлар бөлігінің ені
divider-list = Тізімнің ені
divider-inspector = Мәлімет бөлігінің ені
divider-hint = Енін өзгерту: сүйреңіз немесе ← мен → пернелерін басыңыз. Екі рет шертсеңіз, бастапқы ені қайтады.

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
keys-refused = пернесі терезе ішінде жылжу үшін керек, басқасын таңдаңыз.

## Әрекеттер тақтасы

palette-field = Не істейміз? Әрекетті, құжатты, тұлғаны немесе ұйымды теріңіз
palette-found = Базадан табылғаны
palette-nothing = Ештеңе табылмады
palette-person = тұлға
palette-organisation = ұйым

## Күй жолағы

status-saving = Сақталып жатыр…
status-saved-at = Сақталды { $time }
status-all-saved = Бәрі сақталған
status-selected = Таңдалды: { $shown }
hint-palette = әрекеттер

## Бағдарлама туралы

about-what = Баспасөз материалдарының архиві: мәтіндер, суреттер, тұлғалар мен ұйымдар бір базада, осы компьютерде.
about-network = Желі
about-network-words = Бағдарлама ешқандай желілік байланыс ашпайды: ештеңе жібермейді, ештеңе жүктемейді. Барлық дерек осы компьютерде қалады.
about-licences = Лицензиялар
about-licences-words = Бағдарлама MIT немесе Apache 2.0 лицензиясымен таратылады (таңдау сізде). Ол Tauri, Svelte, SQLite және басқа да ашық кодты кітапханаларды пайдаланады.
about-fonts = Қаріптер
about-fonts-words = Golos Text және Literata, SIL Open Font License 1.1. Қазақ тілінің барлық әрпі бар.

## Бірінші рет және архив базалары

welcome = Қош келдіңіз!
    .next = Мұрағат баспасөз хабарламаларын, суреттерді және оларда аты аталған адамдарды бір жерде сақтайды. Бастау үшін үш сұраққа жауап беріңіз.
welcome-can-keep = Хабарламаны қойыңыз, сүйреп әкеліңіз немесе жазыңыз: терген сәтте сақталады.
welcome-can-tag = Мәтіндегі тұлғаларды, ұйымдарды, орындар мен дәйексөздерді бір пернемен белгілеңіз.
welcome-can-find = Кез келген сөзді, адамды немесе суретті бірден табыңыз.
welcome-can-hand-over = Дайын құжаттарды мемлекеттік архивке тексерілген топтама етіп тапсырыңыз.
welcome-name = Аты-жөніңіз
welcome-name-hint = Өзгерістер тарихында осы атпен жазыласыз.
welcome-name-missing = Аты-жөніңізді жазыңыз: тарихта кім өзгерткені көрінуі керек.
welcome-where = Архив базасы қайда жатады?
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
