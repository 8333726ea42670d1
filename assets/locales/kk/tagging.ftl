# Мәтінді белгілеу.

## Белгілеу: әрекеттер

section-tag = Белгілеу
section-suggestions = Ұсыныстар
section-cast = Қатысушылар тізімі
section-caret = Мәтін бойымен жүру
action-tag-person = Тұлғаны белгілеу
action-tag-organisation = Ұйымды белгілеу
action-tag-place = Жерді белгілеу
action-tag-quote = Дәйексөзді белгілеу
action-tag-speaker = Дәйексөз кімнің сөзі екенін көрсету
action-tag-position = Лауазымды белгілеу
action-tag-remove = Белгіні өшіру
action-mention-confirm = Ескірген белгіні растау
action-mention-move = Ескірген белгіні ерекшеленген сөздерге көшіру
action-mention-everywhere = Осы атау тұрған жердің бәрін белгілеу
action-suggestion-next = Келесі ұсыныс
action-suggestion-previous = Алдыңғы ұсыныс
action-suggestion-next-doubtful = Келесі күмәнді ұсыныс
action-suggestion-previous-doubtful = Алдыңғы күмәнді ұсыныс
action-suggestion-accept = Ұсынысты қабылдау
action-suggestion-accept-alike = Осындайлардың бәрін қабылдау
action-suggestion-accept-certain = Осы мәтіндегі анық ұсыныстардың бәрін қабылдау
action-suggestion-reject = Ұсынысты қабылдамау
action-suggestion-edit = Ұсынысты түзетіп қабылдау
action-check-next = Тексерілетін келесі жер
action-cast-edit = Рөлі мен лауазымын түзету
action-cast-page = Карточкасын ашу
action-cast-everywhere = Мәтіннің бәрінде белгілеу
action-cast-up = Тізімде жоғары жылжыту
action-cast-down = Тізімде төмен жылжыту
action-cast-remove = Құжаттан алып тастау
action-word-next = Келесі сөз
action-word-next-select = Келесі сөзге дейін ерекшелеу
action-word-previous = Алдыңғы сөз
action-word-previous-select = Алдыңғы сөзге дейін ерекшелеу
action-letter-next = Келесі әріп
action-letter-next-select = Келесі әріпке дейін ерекшелеу
action-letter-previous = Алдыңғы әріп
action-letter-previous-select = Алдыңғы әріпке дейін ерекшелеу
action-line-next = Келесі жол
action-line-next-select = Келесі жолға дейін ерекшелеу
action-line-previous = Алдыңғы жол
action-line-previous-select = Алдыңғы жолға дейін ерекшелеу
action-line-start = Жолдың басы
action-line-start-select = Жолдың басына дейін ерекшелеу
action-line-end = Жолдың соңы
action-line-end-select = Жолдың соңына дейін ерекшелеу
action-text-start = Мәтіннің басы
action-text-start-select = Мәтіннің басына дейін ерекшелеу
action-text-end = Мәтіннің соңы
action-text-end-select = Мәтіннің соңына дейін ерекшелеу
action-caret-leave = Ерекшелеуді алып тастау

## Белгілер

kind-person = тұлға
kind-organisation = ұйым
kind-place = жер
kind-quote = дәйексөз
kind-position = лауазым
speech-direct = Төл сөз
speech-paraphrase = Мазмұндап берілген сөз
spoken-selection = Ерекшеленді: { $text }
spoken-mark = { $text } (белгіленген: { $name })
spoken-suggestion = { $text } (ұсыныс, { $sureness }: { $name })

## Таңдау терезесі

picker-name = Атауы, атау септігінде
picker-candidates = Архивте барлар
picker-nobody-chosen = Бағыттауыш пернелермен бірін таңдаңыз. Бұлардың ешқайсысы болмаса, Ctrl+Enter жаңа карточка жасайды.
picker-odd-name = «{ $name }» деген сөз белгіленген жерде жоқ. Жаңа карточка керек болса, Ctrl+Enter басыңыз.
picker-odd-speaker = «{ $name }» деген сөз мәтінде жоқ. Жаңа карточка керек болса, Ctrl+Enter басыңыз.
picker-new-person = Жаңа тұлға: { $name }
picker-new-organisation = Жаңа ұйым: { $name }
picker-new-place = Жаңа жер: { $name }
picker-role = Рөлі
picker-position = Лауазымы (мәтіндегідей)
picker-behalf = Кімнің атынан
picker-organisations = Ұйымдар
picker-more-here = Осы құжатта тағы { $count } жерде
picker-fields = өрістер
picker-quote = Дәйексөз кімнің сөзі
picker-speaker = Сөз сөйлеуші
picker-speech = Сөздің берілуі
picker-nobody = Кімнің сөзі екені белгісіз
picker-whose = Кімнің лауазымы
picker-no-people = Алдымен тұлғаны белгілеңіз
candidate-here = осы құжатта бар
candidate-articles = { $shown } құжатта
candidate-articles-last = { $shown } құжатта, соңғысы { $date }
reason-same-name = аты дәл сондай
reason-name-form = карточкадағы түрі: { $form }
reason-other-script = басқа жазумен: { $form }
reason-name-part = атаудың бөлігі: { $form }
reason-name-begins = атауы солай басталады
reason-same-surname-given = тегі мен есімі бірдей
reason-same-surname-initial = тегі бірдей, инициалы сәйкес
reason-same-surname = тегі бірдей
reason-same-given-patronymic = есімі мен әкесінің аты бірдей, тегі басқа
reason-former-name = бірінің бұрынғы аты екіншісінің атымен бірдей
reason-look-alike = көзге бірдей, бірақ арасында латын әрпі бар
reason-one-letter = бір әріп айырмасы бар
reason-abbreviation = бірі екіншісінің қысқартылған атауы
reason-same-bin = БСН бірдей
reason-same-organisation = сол ұйымнан: { $name }
reason-here-already = осы құжатта бар
reason-read-name-form = тек сияқты жазылған: { $text }
reason-read-name-on-list = есімдер тізімінде бар: { $text }
reason-read-tagger = айналасындағы сөздерден танылды: { $text }
reason-read-on-record = архивте карточкасы бар: { $text }
reason-read-position-beside = қасында лауазымы тұр: { $text }
reason-read-short-form = мәтіндегі қысқа түрі: { $text }
reason-read-in-position = лауазымда аталған: { $text }
reason-read-head-noun = атаудың құрылысы бойынша: { $text }
reason-read-listed = органдар мен жерлердің тізімінде бар: { $text }
reason-read-in-credit = сурет дереккөзінде аталған: { $text }
reason-read-speaker-beside = сөз иесі дәйексөздің қасында аталған: { $text }
reason-read-speaker-by-position = дәйексөздің қасында сөз иесінің лауазымы тұр: { $text }
reason-read-speaker-before = дәйексөздің алдында осы тұлға туралы айтылған
reason-read-speaker-next = сол сөздің жалғасында аталған

## Ұсыныс пен ескірген белгі

card-label = Осы жердегі белгі
card-new = Архивте жоқ, жаңа карточка ашылады
card-known = Архивтегі карточка: { $name }
card-unsure =
    { $kind ->
        [place] Қай жер екені анық емес. Ұқсас карточкалар: { $shown }
        [organisation] Қай ұйым екені анық емес. Ұқсас карточкалар: { $shown }
       *[person] Кім екені анық емес. Ұқсас карточкалар: { $shown }
    }
suggestion-certain = анық
suggestion-doubtful = күмәнді
tip-certain = Дұрыс оқылғаны да, кімді не нені білдіретіні де анық: анық ұсыныстардың бәрімен бірге қабылданады
tip-doubtful = Дұрыс оқылғаны немесе кімді не нені білдіретіні анық емес: қабылдамас бұрын қарап алыңыз
card-stale = Мәтін өзгерген. Белгіленген сөздер бұрын: { $text }
card-stale-move = басқа сөздерге көшіру: сөздерді ерекшелеңіз де, мынаны басыңыз:
do-accept = Қабылдау
do-edit = Түзету
do-reject = Қабылдамау
do-confirm = Дұрыс
do-remove = Өшіру

## Қатысушылар тізімі

cast-how = Мәтінде сөздерді ерекшелеп, пернесін басыңыз:
cast-quotes = { $count ->
        [0] Дәйексөздер
       *[other] Дәйексөздер · { $count }
    }
cast-checks = Тексерілетіні · { $count }
cast-suggestion = ұсыныс
cast-drag = Тізімдегі орнын ауыстыру үшін сүйреңіз
cast-open = Рөлі мен лауазымы: { $name }
cast-roles = Рөлдері
cast-position-number = { $number }-лауазымы (мәтіндегідей)
cast-position-add = Тағы бір лауазымы
quote-edit = Дәйексөзді түзету
check-stale = Белгі ескірген: { $text }
check-quote = Дәйексөз кімдікі екені белгісіз: { $text }…
check-person = Мәтінде белгіленбеген: { $name }
status-suggestions = Қаралмаған ұсыныс: { $count }

## Не істелгені

told-elsewhere = Бұл құжатты басқа адам өзгертті; өзгерген жерлері белгіленді
told-tagged = Белгіленді: { $name }, мәтінде { $count } рет
told-tagged-more = Белгіленді: { $name }. Тағы { $count } жерде аталған
told-accepted = Қабылданды: { $name }
told-accepted-alike = Қабылданған ұсыныстар: { $count }
told-accepted-certain = Қабылданған анық ұсыныстар: { $count }, { $left ->
        [0] қаралмағаны қалмады
       *[other] қаралатыны: { $left }
    }
told-rejected = Қабылданбады: { $name }
told-no-suggestions = Қаралмаған ұсыныс жоқ
told-none-sure = Бұл ұсыныстардың ешқайсысы анық емес, бірден қабылданбайды
told-none-certain = Бұл мәтінде анық ұсыныс жоқ, әрқайсысын жеке қараңыз
told-none-doubtful = Күмәнді ұсыныс жоқ, қалғанының бәрі анық
told-quote = Дәйексөз белгіленді, сөйлеуші: { $name }
told-quote-nobody = Дәйексөз белгіленді, кімнің сөзі екені белгісіз
told-quote-removed = Дәйексөз белгісі өшірілді
told-no-quote = Бұл жерде дәйексөз жоқ
told-nothing-in-field = Бұл өрісте қайтаратын ештеңе жоқ
told-position = { $name }, лауазымы: { $text }
told-mention-removed = Белгі өшірілді: { $text }
told-mention-confirmed = Белгі расталды: { $text }
told-mention-moved = Белгі көшірілді: { $text }
told-stale = Белгі ескірген: { $text }
told-untagged = Құжаттан алынды: { $name }
told-moved = { $name }: тізімде { $number }-орында
told-marked = { $name }, жаңадан белгіленген жерлер: { $count }
told-role-on = { $name }, рөлі қосылды: { $role }
told-role-off = { $name }, рөлі алынды: { $role }
told-nothing-to-check = Тексеретін ештеңе жоқ
told-only-suggestions = Белгілердің бәрі дұрыс, қаралмаған ұсыныс: { $count }

## Names turned down

refused-title = Қабылданбаған атаулар
refused-hint = Бес құжатта қабылданбаған және архивте карточкасы жоқ атау бұдан былай ұсынылмайды. Қайта ұсынылса, ол сол құжаттарда да ашық ұсыныс болады. Ctrl+Z қайтарады.
refused-empty = Бұл базада ештеңе қабылданбай қалған жоқ.
refused-name = Атау
refused-kind = Не ретінде ұсынылған
refused-documents = Құжаттар
refused-last = Соңғысы
refused-state = Басқа құжаттарда
refused-again = Қайта ұсыну
refused-again-name = Қайта ұсыну: { $name }
told-suggest-again = Қайта ұсынылады: { $name } (құжат: { $count })
