# Терезенің сөздері. Үш тілде де бірдей жол болуы керек: ui/test/words/words.test.ts.
# {name} сияқты орынға жалғау жалғанбайды: үндестік бұзылады.

app-name = Мұрағат
window-title = { $name } – Мұрағат
library-unnamed = Негізгі база
library-name = Базаның атауы
library-name-hint = Тақырыпта, тізімдерде, экспортта және көшірмелерде тұрады. Бос болса, қалтасының атымен аталады.

## Мәзір және әрекеттер

menus = Мәзір
menu-document = Құжат
menu-edit = Түзету
menu-tag = Белгілеу
menu-photo = Сурет
menu-transfer = Тапсыру
menu-go = Өту
menu-view = Көрініс
menu-help = Анықтама

section-document = Құжат
section-photo = Сурет
section-library = Архив базасы
section-list = Тізім
section-panes = Терезе бөліктері
section-inspector = Мәлімет қойындылары
section-window = Терезе
section-theme = Түсі
section-language = Терезенің тілі
section-keys = Пернелер

action-reference-copy = Архивтік шифрды көшіріп алу
action-photo-open = Суретті үлкейтіп көру
action-refresh = Жаңарту
action-article-next = Келесі құжат
action-article-previous = Алдыңғы құжат
action-search = Іздеу
action-pane-next = Терезенің келесі бөлігі
action-pane-previous = Терезенің алдыңғы бөлігі
action-tab-description = Сипаттама
action-tab-cast = Қатысушылар
action-tab-photos = Суреттер
action-tab-history = Тарих
action-tab-next = Келесі қойынды
action-tab-previous = Алдыңғы қойынды
action-units = Қорларды көрсету
action-theme-system = Түсі: жүйедегідей
action-theme-light = Түсі: ашық
action-theme-dark = Түсі: қараңғы
action-language-kk = Қазақша
action-language-ru = Русский
action-language-en = English
action-keys = Пернелер тізімі
action-plain-keys = Әріптік пернелер қосулы

keys-explained = Пернелер пернетақтадағы орны бойынша жұмыс істейді, сондықтан жазу тілі ауысса да өзгермейді. Мәтін теріп жатқанда әріптік пернелер іске қосылмайды; оларды «Анықтама» мәзірінен мүлде өшіруге болады.

close = Жабу
next = Келесі
previous = Алдыңғы
retry = Қайталап көру

## Іздеу

search-label = Құжаттардан іздеу
search-placeholder = Барлығынан іздеу: мәтін, тұлға, ұйым, сурет, шифр
search-clear = Іздеуді тазалау
search-here = Осы жерде: { $here }, бүкіл базада: { $all }
search-exact = Дәл осы сөздермен: { $exact }. Жазылуы ұқсас сөздермен тағы { $count }: { $words }
search-unready = Құжаттар іздеуге дайындалып жатыр: әзірге бәрі табылмауы мүмкін
row-similar = ұқсас сөз
list-no-word = Іздейтін сөз жоқ
    .next = Кемінде бір әріп немесе цифр жазыңыз.
list-nothing-here = Осы жерде ештеңе табылмады
    .next = Бүкіл базада табылғаны: { $all }.
text-find = Мәтін ішінен іздеу
text-find-close = Мәтін ішінен іздеуді жабу
hits-label = Мәтінде табылғандар
hits-count = { $at } / { $count }
hits-none = мәтінде жоқ

## Қорлар

units-label = Қорлар
units-work = Жұмыс
units-all = Барлық құжат
units-tray = Кіріс
units-tray-hint = Әлі іске салынбаған құжаттар
units-fonds = Қорлар
units-none = Әзірге қор жоқ
status-folded = Көрсетуге орын жетпеді:
units-fold = Жию
units-unfold = Жаю

## Тізім

list-label = Құжаттар тізімі
list-count = { $shown } құжат
list-found = Табылды: { $count }
list-nothing-found = Ештеңе табылмады
    .next = Сөздің жазылуын тексеріңіз немесе қысқаша жазып көріңіз.
list-absent = Экрандағы құжат бұл тізімде жоқ.
list-absent-show = Барлық құжаттан көрсету
notice-open = Құжатты ашу
notice-add-anyway = Бәрібір қосу
list-empty = Мұнда құжат жоқ
    .next = Сол жақтан басқа қорды, тізімдемені немесе істі таңдаңыз.
fonds-empty = Бұл қорда әзірге тізімдеме жоқ
    .next = Алдымен тізімдеме қосыңыз: құжаттар тізімдеменің ішіндегі істерге салынады.
inventory-empty = Бұл тізімдемеде әзірге іс жоқ
    .next = Іс қосыңыз немесе құжатты осы тізімдеменің өзіне салыңыз: мәтінді Ctrl V арқылы қойыңыз.
unit-empty-next = Мәтінді Ctrl V арқылы қойыңыз, файлды сүйреп әкеліңіз немесе басқа тізімдегі құжатты осында жылжытыңыз.
library-empty = Архив базасы әзірге бос
    .next = Мәтінді Ctrl V арқылы қойыңыз, құжаттарды (Word, PDF, хат, веб-бет, қалта) немесе суреттерді терезеге сүйреп әкеліңіз немесе «Құжат» мәзірінен жаңа құжат бастаңыз.

order-hint = Тізімді реттеу
order-date-newest = Күні
order-title = Тақырыбы
order-reference = Шифры
section-order = Тізімнің реті
action-order-date = Күні бойынша: жаңасы жоғарыда
action-order-title = Тақырыбы бойынша
action-order-reference = Шифры бойынша
order-relevance = Сәйкестігі
action-order-relevance = Сәйкестігі бойынша: іздеуге ең сай келетіні жоғарыда
action-order-swap = Табылғандардың ретін ауыстыру: сәйкестігі немесе күні
action-search-everywhere = Бүкіл базадан іздеу
action-text-find = Мәтін ішінен іздеу…
action-hit-next = Мәтінде табылған келесі жер
action-hit-previous = Мәтінде табылған алдыңғы жер

row-corrected = жобасы бар
row-corrected-hint = тіркелмеген нұсқасы бар
row-embargo = { $date } дейін жабық
count-photos = { $count } сурет
count-people = { $count } тұлға

## Құжат

document-label = Құжат
text-label = Құжат мәтіні
nothing-chosen = Құжат таңдалмаған
    .next = Тізімнен құжат таңдаңыз: ↑ мен ↓ пернелерін немесе тінтуірді қолданыңыз.
text-none = Бұл құжаттың мәтіні жоқ
    .next = Базада тек сипаттамасы сақталған.
versions-label = Тілдік нұсқалар
quote-speaker-unknown = кімнің сөзі екені белгісіз

language-kk = қазақша
language-kk-latn = қазақша (латын)
language-ru = орысша
language-en = ағылшынша
language-und = тілі анықталмаған
language-short-kk = қаз.
language-short-kk-latn = qaz.
language-short-ru = орыс.
language-short-en = ағыл.
language-short-und = белгісіз

## Мәлімет: қойындылар

inspector-label = Құжат туралы мәлімет
inspector-empty = Әзірге көрсететін ештеңе жоқ
    .next = Құжат ашылғанда оның сипаттамасы, қатысушылары, суреттері мен тарихы осында тұрады.
tab-description = Сипаттама
tab-cast = Қатысушылар
tab-photos = Суреттер
tab-history = Тарих

not-given = көрсетілмеген

section-about = Мазмұны
section-document-identity = Құжат
section-origin = Қайдан алынды
section-access = Қолжетімділік пен құқықтар
section-originals = Төлнұсқа файлдары
in-tray = Кірісте тұр, әлі іске салынбаған.

## Қатысушылар

cast-people = { $count ->
        [0] Тұлғалар
       *[other] Тұлғалар · { $count }
    }
cast-organisations = { $count ->
        [0] Ұйымдар
       *[other] Ұйымдар · { $count }
    }
cast-place-unmarked = сипаттамада тұр, мәтінде белгіленбеген
cast-places = { $count ->
        [0] Жерлер
       *[other] Жерлер · { $count }
    }
cast-empty = Қатысушылар белгіленбеген
    .next = Бұл құжаттағы тұлғалар мен ұйымдар әлі белгіленген жоқ.
on-behalf-of = Кімнің атынан: { $name }
count-mentions = мәтінде { $count } рет
count-quotes = { $count } дәйексөз

## Суреттер

photos-label = Суреттер
photos-none = Сурет жоқ
    .next = Бұл құжатқа сурет қосылмаған.
photo-no-credit = Дереккөзі жоқ
field-caption-hint = Суреттің астына басылады: кім, қайда, не болып жатыр. \1 немесе \аб – адамның лауазымы мен аты-жөні.
section-photo-credit = Сурет дереккөзі
action-photo-credit = Таңдалған суреттерге мәтіндегі дереккөзді қою
action-photo-credit-all = Дереккөзі жоқ барлық суретке қою
told-credited = Дереккөзі қойылған сурет: { $count }
credit-printed = Мәтінде сурет дереккөзі жазылған:
field-alt-hint = Суретті көре алмайтын адамға оқылады: онда не көрінеді.
photo-large-label = { $number }-сурет, барлығы { $count }
photo-of = { $number } / { $count }

undrawable-format = Бұл пішімдегі суретті бағдарлама көрсете алмайды
undrawable-damaged = Сурет файлы бүлінген
undrawable-large = Сурет тым үлкен
undrawable-other = Суретті көрсету мүмкін болмады

size-bytes = { $size } байт
size-kilobytes = { $size } КБ
size-megabytes = { $size } МБ

## Тарих

history-none = Тарих әлі бос

## Күй жолағы

status-read-only = тек оқуға ашылған
status-no-library = Архив базасы ашылмаған

hint-next = келесі
hint-previous = алдыңғы
hint-speaker = кімнің сөзі
hint-manual = нұсқаулық

told-mention = { $name }: мәтіндегі { $number }-орны, барлығы { $count }
told-no-mention = { $name }: бұл мәтінде белгіленбеген
told-copied = Көшіріп алынды: { $text }
told-not-copied = Көшіріп алу мүмкін болмады
told-title-not-set = Терезе тақырыбын жаңарту мүмкін болмады
settings-not-kept = Терезе баптаулары сақталмады
settings-mended = Баптау файлы бүлініп қалған екен, түзетілді. Бүлінген файл сақтап қойылды: { $path }

## Архив базасы жоқ

no-library = Архив базасы әлі жасалмаған
    .next = Мұрағат барлық құжатты, суретті және сипаттаманы бір қалтада – архив базасында сақтайды. Бұл компьютерде ондай база табылмады.
