# Каталогтың сөздері: терезе де, пәрмен жолы да осыдан алады.

## Деңгейлер

level-fonds = Архивтік қор
level-inventory = Тізімдеме
level-file = Іс

## Құжаттың күйі мен қолжетімділігі

state-draft = жоба
state-registered = тіркелген
state-withdrawn = қайтарып алынған
access-open = Ашық
access-restricted = Қолжетімділігі шектелген
access-embargo = Әзірге жарияланбайды

## Нұсқалар

relation-original = бастапқы мәтін
relation-translates = аударма
relation-corrects = түзету
relation-replaces = орнына берілген мәтін
relation-withdraws = қайтарып алу туралы мәтін

## Өрістер

section-holdings = Сақталатын жері
field-reference = Архивтік шифр
field-state = Күйі
field-kind = Түрі
field-publication-date = Жарияланған күні
field-captured-on = Алынған күні
field-source-url = Дереккөз сілтемесі
field-events = Іс-шара
field-subjects = Айдарлар
field-places = Жерлер
places-marked = Мәтінде белгіленген: { $names }
field-access = Қолжетімділік
field-embargo = Осы күнге дейін жарияланбайды
field-reason = Негіздемесі
field-decided-by = Шешімді кім қабылдады
field-rights = Пайдалану шарттары
field-note = Ескертпе
field-checksum = Бақылау сомасы (SHA-256)
field-caption = Сурет түсініктемесі
field-credit = Сурет дереккөзі
field-seen = Суретте
field-undrawable = Неге көрсетілмейді
field-alt = Сипаттама мәтіні
field-photographer = Фотограф
field-taken-at = Түсірілген уақыты
field-place = Түсірілген жері
field-instructions = Пайдалану нұсқауы
field-dimensions = Өлшемі
field-size = Көлемі
field-file = Файл атауы

## Рөлдер

role-host = өткізуші
role-moderator = модератор
role-speaker = сөз сөйлеуші
role-participant = қатысушы
role-mentioned = аталған
role-author = автор
role-photographer = фотограф
role-translator = аудармашы
name-official = ресми
name-former = бұрынғы
name-short = қысқа
name-misspelt = мәтінде қате жазылған

## Тізімнің бағандары

column-reference = Шифры
column-date = Күні
column-title = Тақырыбы
column-kind = Түрі
column-state = Күйі
column-access = Қолжетімділігі
column-unit = Ісінің шифры
column-unit-title = Қоры, тізімдемесі, ісі
column-languages = Тілі
column-people = Тұлғалар
column-organisations = Ұйымдар
column-subjects = Айдарлар
column-places = Жерлер
column-events = Іс-шаралар
column-photos = Суреттер
column-outgoing-number = Шығыс нөмірі
column-outgoing-date = Шығыс күні
column-source = Дереккөз сілтемесі
column-note = Ескертпе
column-name = Атауы
column-party-kind = Тұлға не ұйым
column-position = Лауазымы
column-articles = Құжат саны
column-last-date = Соңғы құжаттың күні
column-file = Файл атауы
column-caption = Сурет түсініктемесі
column-credit = Сурет дереккөзі
column-photographer = Фотограф
column-taken-at = Түсірілген күні
column-place = Өткен не түсірілген жері
column-seen = Суретте
column-rights = Пайдалану шарттары

## Тарих

history-undone = қайтарылған
op-add-article = Құжатты қосу
op-add-articles = Құжаттарды қосу
op-add-articles-count = Құжаттарды қосу: { $count }
op-keep-forms = Тағы бір төлнұсқасын сақтау
op-join-articles = Құжатты басқа құжаттың нұсқасы ету
op-add-unit = Қорды, тізімдемені не істі қосу
op-edit-unit = Қорды, тізімдемені не істі түзету
op-delete-unit = Қорды, тізімдемені не істі өшіру
op-add-version = Нұсқа қосу
op-delete-version = Нұсқаны алып тастау
op-edit-language = Нұсқаның тілін өзгерту
op-move-articles = Құжаттарды басқа іске ауыстыру
op-attach = Сурет қосу
op-delete-article = Құжатты өшіру
op-edit-article = Сипаттаманы түзету
op-edit-text = Мәтінді түзету
op-edit-title = Тақырыпты түзету
op-edit-headings = Айдарлар мен жерлерді түзету
op-register = Құжатты тіркеу
op-register-articles = Құжаттарды тіркеу
op-edit-articles = Бірнеше құжаттың сипаттамасын түзету
op-delete-articles = Құжаттардың жобасын өшіру
op-tag-articles = Қатысушыны бірнеше құжатта белгілеу
op-accept-certain = Анық ұсыныстарды қабылдау
op-tag = Қатысушыны белгілеу
op-tag-place = Жерді белгілеу
op-untag = Қатысушыны құжаттан алып тастау
op-untag-place = Жерді құжаттан алып тастау
op-mention = Мәтіндегі атты белгілеу
op-quote = Дәйексөзді белгілеу
op-mark-everywhere = Аттың қалған жерлерін белгілеу
op-edit-participation = Рөлді, лауазымды немесе кімнің атынан екенін түзету
op-order-cast = Қатысушылардың ретін өзгерту
op-remove-mention = Мәтіндегі белгіні алып тастау
op-move-mention = Мәтіндегі белгіні жылжыту
op-edit-quote = Дәйексөзді түзету
op-remove-quote = Дәйексөз белгісін алып тастау
op-accept-suggestions = Ұсынысты қабылдау
op-reject-suggestion = Ұсынысты қабылдамау
op-suggest-again = Қабылданбаған атауды қайта ұсыну
op-save-search = Іздеуді сақтау
op-save-photo-template = Сурет үлгісін сақтау
op-delete-photo-template = Сурет үлгісін өшіру
op-rename-search = Сақталған іздеудің атын өзгерту
op-rename-library = Базаның атауын өзгерту
op-delete-search = Сақталған іздеуді өшіру
op-restore = Бұрынғы мәнге қайтару
op-edit-photos = Суреттің сипаттамасын түзету
op-order-photos = Суреттердің ретін өзгерту
op-turn-photos = Суретті бұру
op-shift-photos = Түсірілген уақытын жылжыту
op-move-photos = Суреттерді басқа жерге көшіру
op-remove-photos = Суреттерді алып тастау
op-edit-regions = Суреттегі адамдарды белгілеу
op-add-party = Тұлғаны не ұйымды қосу
op-load-officials = Лауазымды тұлғалар тізімін жүктеу
op-edit-party = Тұлға не ұйым карточкасын түзету
op-delete-party = Тұлғаны не ұйымды өшіру
op-edit-names = Аттың басқа түрлерін түзету
op-edit-posts = Қызметтерді түзету
op-merge-parties = Екі карточканы біріктіру
op-split-party = Карточканы екіге бөлу
op-tell-apart = Екі карточканы бөлек деп белгілеу
op-relate-photos = Ұқсас екі сурет туралы шешім
op-add-event = Іс-шараны қосу
op-edit-event = Іс-шараны түзету
op-delete-event = Іс-шараны өшіру
op-link-event = Іс-шарамен байланысты өзгерту
op-begin-transfer = Архивке тапсыруды бастау
op-edit-transfer = Тапсыруды түзету
op-send-transfer = Архивке жіберу
op-return-transfer = Архивтің қайтаруы
op-accept-transfer = Архивтің қабылдауы
op-delete-transfer = Тапсыруды өшіру
op-keep-transfer-files = Тапсырудың актісін, тізімдемесін не қолтаңбасын сақтау
op-remove-transfer-file = Тапсырудың файлын алып тастау
op-undo = Әрекетті қайтару
op-redo = Әрекетті қайта орындау
op-undo-what = Қайтару: { $what }
op-redo-what = Қайта орындау: { $what }
op-import = Топтамадан қабылдау
op-other = Өзгерту ({ $kind })
transfer-state-draft = дайындалуда
transfer-state-sent = жіберілді
transfer-state-returned = қайтарылды
transfer-state-accepted = қабылданды
transfer-file-act = Акт
transfer-file-signature = Қолтаңба
transfer-file-inventory = Тізімдеме

## Базаның орны

warning-network-share = База желілік дискіде жатыр: жазғаныңыз бүлінуі мүмкін
warning-synced-folder = База синхрондалатын қалтада жатыр: ескі көшірме жаңасын басып кетуі мүмкін
warning-conflicted-copy = Синхрондау бағдарламасы каталогтың басқа көшірмесін қасына қойған: онда жазылғандар базада жоқ (тексеру оны атайды)
warning-clock-behind = Компьютердің сағаты тарихтағы соңғы әрекеттен артта: күні мен уақытын тексеріңіз
warning-clock-ahead = Компьютердің сағаты тарихтағы соңғы әрекеттен бірнеше жыл алда: күні мен уақытын тексеріңіз
warning-unknown = Базаның орналасуына назар аударыңыз ({ $code })

## Іздеу

search-number = Сұрау құжат нөмірі деп түсінілді: мәтіндерден ізделмеді
import-named = База «{ $name }» деп аталды
import-would-name = База «{ $name }» деп аталады

## A name that was turned down: what becomes of it in other documents

refused-left-out = енді ұсынылмайды
refused-still-suggested = ұсынылады
