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
told-photos-attached = Қосылған сурет: { $count }
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
