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
