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
field-places = Орындар
field-access = Қолжетімділік
field-embargo = Осы күнге дейін жарияланбайды
field-reason = Негіздемесі
field-decided-by = Шешім қабылдаған
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
field-instructions = Нұсқаулар
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
name-misspelt = баспада қате жазылған

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
column-places = Орындар
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

history-undone = болдырылмады
op-add-article = Құжат қосылды
op-add-unit = Қор, тізімдеме немесе іс қосылды
op-edit-unit = Қор, тізімдеме немесе іс түзетілді
op-delete-unit = Қор, тізімдеме немесе іс өшірілді
op-add-version = Нұсқа қосылды
op-delete-version = Нұсқа алынды
op-edit-language = Нұсқаның тілі өзгертілді
op-move-articles = Құжаттар басқа іске көшірілді
op-attach = Сурет қосылды
op-delete-article = Құжат өшірілді
op-edit-article = Сипаттамасы түзетілді
op-edit-text = Мәтіні түзетілді
op-edit-title = Тақырыбы түзетілді
op-edit-headings = Айдарлары мен орындары түзетілді
op-register = Тіркелді
op-register-articles = Құжаттар тіркелді
op-edit-articles = Құжаттардың сипаттамасы түзетілді
op-delete-articles = Құжаттардың жобасы өшірілді
op-tag-articles = Қатысушы бірнеше құжаттан белгіленді
op-accept-certain = Анық ұсыныстар қабылданды
op-tag = Қатысушы белгіленді
op-untag = Белгі алынды
op-mention = Мәтіндегі аты белгіленді
op-quote = Дәйексөз белгіленді
op-mark-everywhere = Қалған жердегі аттары белгіленді
op-edit-participation = Рөлі, лауазымы немесе кімнің атынан екені түзетілді
op-order-cast = Қатысушылар реті өзгертілді
op-remove-mention = Мәтіндегі белгі алынды
op-move-mention = Мәтіндегі белгі жылжытылды
op-edit-quote = Дәйексөз түзетілді
op-remove-quote = Дәйексөз белгісі алынды
op-accept-suggestions = Ұсыныс қабылданды
op-reject-suggestion = Ұсыныс қабылданбады
op-save-search = Іздеу сақталды
op-rename-search = Сақталған іздеудің атауы өзгертілді
op-rename-library = Базаның атауы өзгертілді
op-delete-search = Сақталған іздеу өшірілді
op-restore = Бұрынғы мән қайтарылды
op-edit-photos = Суреттің сипаттамасы түзетілді
op-order-photos = Суреттердің реті өзгертілді
op-move-photos = Суреттер басқа жерге көшірілді
op-remove-photos = Суреттер алынды
op-edit-regions = Суреттегі адамдар белгіленді
op-add-party = Тұлға немесе ұйым қосылды
op-load-officials = Лауазымды тұлғалар тізімі жүктелді
op-edit-party = Тұлға немесе ұйым карточкасы түзетілді
op-delete-party = Тұлға немесе ұйым өшірілді
op-edit-names = Атының жазылу түрлері түзетілді
op-edit-posts = Лауазымдары түзетілді
op-merge-parties = Екі карточка біріктірілді
op-split-party = Карточка екіге бөлінді
op-tell-apart = Екі карточка бөлек деп белгіленді
op-add-event = Іс-шара қосылды
op-edit-event = Іс-шара түзетілді
op-delete-event = Іс-шара өшірілді
op-link-event = Іс-шарамен байланысы өзгертілді
op-begin-transfer = Архивке тапсыру басталды
op-edit-transfer = Тапсыру түзетілді
op-send-transfer = Тапсыру архивке жіберілді
op-return-transfer = Архив тапсыруды қайтарды
op-accept-transfer = Архив тапсыруды қабылдады
op-delete-transfer = Тапсыру өшірілді
op-keep-transfer-files = Тапсырудың актісі, тізімдемесі немесе қолтаңбасы сақталды
op-remove-transfer-file = Тапсырудың файлы алынды
op-undo = Болдырмау
op-redo = Қайталау
op-import = Топтамадан алынды
op-other = Өзгертілді ({ $kind })
transfer-state-draft = дайындалуда
transfer-state-sent = жіберілді
transfer-state-returned = қайтарылды
transfer-state-accepted = қабылданды
transfer-file-act = Акт
transfer-file-signature = Қолтаңба
transfer-file-inventory = Тізімдеме

## Базаның орны

warning-network-share = База желілік дискіде жатыр: жазба бүлінуі мүмкін
warning-synced-folder = База синхрондалатын қалтада жатыр: ескі көшірме жаңасын басып кетуі мүмкін
warning-clock-behind = Компьютердің сағаты журналдағы соңғы жазбадан артта: күні мен уақытын тексеріңіз
warning-clock-ahead = Компьютердің сағаты журналдағы соңғы жазбадан бірнеше жыл алда: күні мен уақытын тексеріңіз
warning-unknown = Базаның орналасуына назар аударыңыз ({ $code })

## Іздеу

search-number = Сұрау құжат нөмірі деп түсінілді: мәтіндерден ізделмеді
