# Суреттер.

action-photo-attach = Сурет қосу…
action-photo-all = Барлық суретті таңдау
action-photo-earlier = Суретті басына қарай жылжыту
action-photo-later = Суретті соңына қарай жылжыту
action-photo-remove = Таңдалған суреттерді өшіру
section-photo-order = Суреттердің реті
section-photo-large = Үлкейтілген сурет

photos-add = Сурет қосу…
photo-enlarge = Үлкейтіп көру
photos-remove = Өшіру
photos-chosen = Таңдалған сурет: { $count }. Жазғаныңыз бәріне түседі.
photos-differ = әрқайсысында әртүрлі
photo-caption-en = Ағылшынша түсініктеме қосу
photo-event = Суреттегі іс-шара
photo-source-type = Суреттің шығу тегі
photo-tools = Сурет құралдары
told-photos-chosen = { $count } сурет таңдалды
picture-right = Оңға жылжыту
picture-left = Солға жылжыту
picture-up = Жоғары жылжыту
picture-down = Төмен жылжыту
picture-next = Келесі сурет
picture-previous = Алдыңғы сурет
picture-first = Бірінші сурет
picture-last = Соңғы сурет
picture-unmark = Суреттегі белгіні алып тастау
zoom-in = Үлкейту
zoom-out = Кішірейту
zoom-whole = Суретті толық көрсету немесе нақты өлшемінде

region-names = Аты-жөні
region-mark = Адамды белгілеу
region-mark-hint = Тінтуірмен қоршаңыз. Пернемен: көрсеткілер жылжытады, Shift өлшемін өзгертеді, Enter – дайын.
region-whom = Бұл кім?
region-hint = Қатысушылар тізімінен таңдаңыз немесе атын жазып, бүкіл базадан іздеңіз.
region-of = Суретте белгіленген: { $name }
party-new-person = Жаңа тұлға: { $name }

photos-refused = Қосылмаған файлдар: { $count }
photos-undrawable = Қосылды, бірақ көрсетілмейді: { $count }
photos-break-off = Қосылды, бірақ файлы бүлінген, соңы жоқ: { $count }
photos-break-off-next = Суреттің бар бөлігі ғана көрінеді. Файлды жіберушіден немесе камерадан қайта алыңыз.
photos-in-parts = Бірнеше беті не кадры бар, біріншісі ғана көрсетіледі: { $count }
photos-in-parts-next = Файл толық сақталады. Қалған беттерін көру үшін төлнұсқаны ашыңыз.
photos-near = Базада бұрыннан бар суретке ұқсайды: { $count }
photos-near-next = Бәрі қосылды. Жұптарды бір-бірден қарап, не істеу керегін шешуге болады.
photos-near-of = { $reference }, { $name }
told-photos-attached = Қосылған сурет: { $count }
told-photos-attached-to = { $reference } құжатына қосылған сурет: { $count }
told-attach-stopped = Сурет қосу тоқтатылды
told-photo-moved = Суреттің орны: { $number } / { $count }
told-photos-removed = Өшірілген сурет: { $count }. Ctrl+Z қайтарады.
told-photos-removed-registered = Тіркелген { $reference } құжатынан сурет алынды: { $count }. Ctrl+Z қайтарады.

source-digital-capture = сандық камерамен түсірілген
source-negative-film = негатив пленкадан сканерленген
source-positive-film = слайдтан сканерленген
source-print = қағаз суреттен сканерленген
source-human-edits = адам өңдеген
source-composite = бірнеше суреттен құралған
source-screen-capture = экраннан түсірілген
source-digital-creation = компьютерде салынған
source-algorithmically-enhanced = алгоритм өзгерткен
source-trained-algorithmic-media = жасанды интеллект салған
source-computational-capture = бірнеше кадрдан камера құрастырған
source-virtual-recording = виртуалды кеңістіктен түсірілген
source-data-driven-media = деректерден салынған
source-composite-capture = бірнеше түсірілімнен құралған
source-composite-synthetic = жасанды бөліктері бар құрама
source-algorithmic-media = алгоритм салған
source-composite-with-trained-algorithmic-media = бөліктерін жасанды интеллект салған

photo-said = Суреттің өзінде жазылғаны
action-photo-take-statements = Суретте жазылғанды жазбаға алу
said-by-exif = Exif
said-by-iptc = IPTC
said-by-xmp = XMP
said-by-article = мәтінде
said-of-photos = сурет: { $count }
said-differs = Әр суретте өзінше ({ $count })
said-record-has = Жазбада: { $value }
said-elsewhere = { $source }: { $value }
said-take = Қабылдау
said-replace = Осыған ауыстыру
said-persons = Суретте көрінетін адамдар
said-organisations = Суретте көрінетін ұйымдар
told-statements-taken = Жазбаға алынғаны: { $count }. Ctrl+Z қайтарады.
photo-by-ai = Бұл суретті жасанды интеллект жасаған немесе өзгерткен
photo-by-ai-short = ЖИ

section-photo-light-table = Суретті іріктеу
action-photo-rate-1 = Бір жұлдыз
action-photo-rate-2 = Екі жұлдыз
action-photo-rate-3 = Үш жұлдыз
action-photo-rate-4 = Төрт жұлдыз
action-photo-rate-5 = Бес жұлдыз
action-photo-turn-down = Сурет жарамайды
action-photo-pick = Суретті таңдаулы ету
action-photo-published = Сурет жарияланды
action-photo-shift-times = Түсірілген уақытын жылжыту…
action-photo-compare = Екі суретті салыстыру
photo-light-table = Суретті іріктеу
photo-turn-left = Сағат тіліне қарсы бұру
photo-turn-right = Сағат тілімен бұру
told-photos-rated = Жұлдызы қойылған сурет: { $count } ({ $stars } жұлдыз)
told-photos-unrated = Жұлдызы алынған сурет: { $count }
told-photos-turned-down = Жарамайды деп белгіленген сурет: { $count }
told-photos-picked = Таңдаулы болған сурет: { $count }
told-photos-unpicked = Таңдаулыдан шығарылған сурет: { $count }
told-photos-published = Жарияланған деп белгіленген сурет: { $count }
told-photos-unpublished = Жарияланған деген белгісі алынған сурет: { $count }
told-photos-turned = Бұрылған сурет: { $count }. Файлы өзгерген жоқ.
told-times-shifted = Уақыты жылжытылған сурет: { $count }. Ctrl+Z қайтарады.
shift-title = Түсірілген уақытын жылжыту: { $count } сурет
shift-by = Қаншаға
shift-way = Қай жаққа
shift-later = кейінге
shift-earlier = ертеге
shift-hint = Сағат пен минут: 1:30. Алдында тәулік тұра алады: 2 1:30.
shift-unread = Бұдан уақыт ұзақтығы түсініксіз. Былай жазыңыз: 1:30.
shift-before = Қазір
shift-after = Болады
shift-stays = өзгермейді: сағаты жазылмаған
shift-do = { $count } суреттің уақытын жылжыту
compare-title = Екі суретті салыстыру

action-photo-mend = Суреттегі бірінші ескертуді түзету
check-credit-missing = { $others ->
        [0] { $number }-суреттің дереккөзі жоқ
       *[other] { $number }-суреттің және тағы { $others } суреттің дереккөзі жоқ
    }
check-credit-differs = { $others ->
        [0] { $number }-суреттің дереккөзі «{ $stands }» деп жазылған, ал басқаша айтылған: «{ $said }»
       *[other] { $number }-суреттің және тағы { $others } суреттің дереккөзі «{ $stands }» деп жазылған, ал басқаша айтылған: «{ $said }»
    }
check-taken-after = { $number }-сурет жарияланғаннан кейін түсірілген болып тұр: { $stands }, ал құжаттың күні { $said }
check-ai-unmarked = { $others ->
        [0] { $number }-суретте ЖИ белгісі жоқ, ал файлында бар
       *[other] { $number }-суретте және тағы { $others } суретте ЖИ белгісі жоқ, ал файлдарында бар
    }
check-faces-unnamed = { $number }-суреттің файлында белгіленген адам: { $said }, аты жазылғаны: { $stands }
check-named-not-tagged = { $others ->
        [0] { $number }-суреттің түсініктемесіндегі адам белгіленбеген: { $name }
       *[other] { $number }-суреттің және тағы { $others } суреттің түсініктемесіндегі адам белгіленбеген: { $name }
    }
check-speaker-unseen = Сөз сөйлеуші бірде-бір суретте белгіленбеген: { $name }
check-mend-take = «{ $said }» деп жазу
check-mend-ai = ЖИ белгісін қою
check-mend-tag = Қатысушыларға қосу: { $name }
check-more = Тағы { $count }
told-check-mended = Түзетілген сурет: { $count }. Ctrl+Z қайтарады.
told-check-tagged = Қатысушыларға қосылды: { $name }. Ctrl+Z қайтарады.

action-photo-copies = Газетке арналған көшірмелер…
photo-copies-what = Қай суреттер
photo-copies-chosen = Таңдалғандары
photo-copies-all = Құжаттағы суреттің бәрі
photo-copies-count = Сурет саны: { $count }
photo-copies-size = Ұзын жағы
photo-copies-pixels = { $edge } пиксель
photo-copies-original = Төлнұсқадағыдай
photo-copies-name = Файлдардың аты
photo-copies-fields = {"{"}reference{"}"} – шифр, {"{"}number{"}"} – суреттің нөмірі, {"{"}date{"}"} – күні, {"{"}name{"}"} – файл аты, {"{"}person{"}"} – суреттегі адам, {"{"}place{"}"} – орны. {"{"}number:3{"}"} – үш таңбалы нөмір.
photo-copies-example = Біріншісінің аты: { $name }
photo-copies-with = Қосымша
photo-copies-strip = Дереккөзі сурет астындағы жолақта
photo-copies-closed = Қолжетімділігі шектелген және эмбаргодағы құжаттардың суреттері де
photo-copies-hint = JPEG файлдары, ішінде түсіндірмесі, авторы мен құқықтары жазылған. Төлнұсқалар өзгермейді, ешбір файлдың үстінен жазылмайды.
photo-copies-start = Қалтаны таңдап, жазу…
photo-copies-pick = Көшірмелерге арналған қалта
photo-copies-left-out = Көшірілмегені: { $count }
photo-copies-lacking = Дереккөзі көрсетілмегендіктен жолақсыз: { $count }
photo-copies-breaks-off = Файлы бүлінген, сурет толық емес: { $names }
photo-copies-original-missing = төлнұсқасы орнында жоқ
photo-copies-original-damaged = төлнұсқасы бүлінген
told-copies-written = Жазылған көшірме саны: { $count }
told-copies-stopped = Көшіру тоқтатылды; дайын болған көшірмелер қалтада

told-code-no-position = Бұл тілдегі лауазымы базада жоқ, тек аты-жөні қойылды: { $name }
photo-mark-place = Орнын белгілеу
photos-seen-in-some = Кейбір суретте ғана: { $names }
said-not-on-record = Базада жоқ немесе аттас бірнеше жазба бар: { $names }
action-photo-people = Суретте кім бар екенін жазу
section-photo-template = Суреттің деректері
action-photo-copy-fields = Суреттің деректерін көшіріп алу
action-photo-paste-fields = Көшірілген деректерді таңдалған суреттерге қою
action-photo-apply-template = Үлгі бойынша сипаттау…
action-photo-save-template = Үлгі ретінде сақтау…
photo-template-name = Үлгінің атауы
photo-template-hint = Түсініктемелер, сипаттама мәтіндері, дереккөз, фотограф, түсірілген жері, пайдалану шарттары мен нұсқауы сақталады. Мәтінде {"{title}"} – құжаттың тақырыбы, {"{date}"} – күні, {"{place}"} – орны.
photo-template-save = Сақтау
photo-templates = Сурет үлгілері
photo-templates-none = Үлгі жоқ. Суретті сипаттап, «Үлгі ретінде сақтау» әрекетін таңдаңыз.
photo-templates-apply = Үлгіні таңдаңыз: ол { $count } суретке қолданылады. Delete – үлгіні өшіру.
photo-template-delete = Өшіру
photo-template-delete-name = Үлгіні өшіру: { $name }
told-photo-fields-copied = Көшірілген деректер: { $count }
told-photo-fields-applied = Сипатталған суреттер: { $count }. Ctrl+Z қайтарады.
told-photo-template-saved = Үлгі сақталды: { $name }
action-photo-next-field = Келесі суреттің осы өрісі
action-photo-previous-field = Алдыңғы суреттің осы өрісі

section-near = Ұқсас суреттер
action-photo-near = Ұқсас суреттер
action-near-version = Екі суретті бір суреттің нұсқалары деп белгілеу
action-near-different = Екі сурет бөлек деп белгілеу
action-near-remove-left = Сол жақтағы суретті алып тастау
action-near-remove-right = Оң жақтағы суретті алып тастау
near-identical = Екі файл дәл бірдей.
near-alike = Бір сурет сияқты: көлемі, шеті, түсі не жазуы ғана өзгерген.
near-first = Бұрын келген
near-second = Кейін келген
near-version = Бір суреттің нұсқалары
near-different = Екі бөлек сурет
near-remove-left = Сол жақтағысын алып тастау
near-remove-right = Оң жақтағысын алып тастау
near-after = Шешілген жұп қайта көрсетілмейді. Алып тасталған суреттің файлы сақталады. Ctrl+Z бәрін қайтарады.
near-left = Әлі салыстырылмаған сурет: { $count }
near-none = Ұқсас суреттер жоқ
    .next = Базада бір сурет қайталанбайды, не барлық жұп қаралып қойған.
near-none-yet = Ұқсас суреттер әзірге табылмады
    .next = Бұрын келген суреттер салыстырылып жатыр. Табылғаны осында шығады.
near-coming = Суреттер салыстырылып жатыр…
told-near-version = Бір суреттің нұсқалары деп белгіленді
told-near-different = Екі бөлек сурет деп белгіленді
told-near-removed = Сурет алып тасталды: { $name }. Ctrl+Z қайтарады.
