# Само окно: меню, панели, строка состояния, поиск, фонды.

## Действия

section-edit = Правка
section-selection = Выделение
section-go = Переход
section-places = Разделы базы
section-size = Размер
section-about-program = Программа
action-undo = Отменить
action-undo-what = Отменить: { $what }
action-redo = Повторить
action-redo-what = Повторить: { $what }
told-undone = Отменено: { $what }
record-gone = Такой записи больше нет: возможно, её удалили
told-redone = Повторено: { $what }
told-undone-elsewhere = Отменено в документе { $reference }: { $what }
told-redone-elsewhere = Повторено в документе { $reference }: { $what }
undo-blocked = Это действие нельзя отменить: позже то же изменено ещё раз ({ $by_actor }, { $by_at })
    .next = Сначала отмените то действие в истории.
undo-clash = Это действие нельзя отменить: мешает более позднее изменение
    .next = Ничего не изменено. Исправьте мешающее изменение и повторите.
action-cut = Вырезать
action-copy = Копировать
action-paste = Вставить
action-select-field = Выделить всё в поле
action-select-text = Выделить весь текст
action-find-in-library = Искать эти слова во всей базе
action-select-all = Выделить весь список
action-select-none = Снять выделение
told-selected = Выделено: { $count }
action-palette = Найти действие по названию
action-back = Назад
action-forward = Вперёд
action-go-all = Все документы
action-go-tray = Входящие
action-go-drafts = Черновики
action-go-suggested = Нерассмотренные подсказки
action-go-people = Лица
action-go-organisations = Организации
action-go-events = Мероприятия
action-go-photos = Все фото
action-list-focus = Перейти к списку документов
action-list-show-document = Показать открытый документ в списке
action-filters = Фильтры
action-list = Показывать список
action-inspector = Показывать сведения о документе
action-widths-reset = Вернуть ширину панелей
action-text-larger = Увеличить текст
action-text-smaller = Уменьшить текст
action-text-usual = Обычный размер текста
told-size = Размер: { $size } %
told-size-not-set = Не удалось изменить размер
told-unreadable = Не записано, непонятно: «{ $words }»
told-undecided = Не записано: «{ $words }» (ничего не выбрано)
action-report = Сохранить отчёт о сбое…
action-about = О программе
tools = Инструменты

## Панели

divider-units = Ширина панели фондов
divider-list = Ширина списка
divider-inspector = Ширина панели сведений
divider-hint = Изменить ширину: перетащите или нажимайте ← и →. Двойной щелчок вернёт обычную.

## Клавиши

keys-filter = Найти действие
keys-change = Чтобы сменить клавишу, выберите её и нажмите новую; Delete убирает, Esc оставляет прежнюю.
keys-change-this = Сменить клавишу
keys-press = Нажмите новую клавишу…
keys-add = Добавить клавишу
keys-reset = Вернуть исходную клавишу
keys-reset-all = Вернуть все исходные клавиши
keys-clash = Эта клавиша есть и у другого действия: { $others }. Если доступны оба, сработает то, что выше в списке.
keys-clash-take = Забрать у него
keys-refused = нужна для перемещения по окну, выберите другую.

## Палитра действий

palette-field = Что сделать? Введите действие, документ, лицо или организацию
palette-found = Найдено в базе
palette-looking = Ищем в базе…
palette-nothing = Ничего не найдено
palette-person = лицо
palette-organisation = организация
palette-transfer = передача, { $state }

## Строка состояния

status-unwritten = Есть несохранённые слова
status-saving = Сохраняется…
status-saved-at = Сохранено { $time }
status-all-saved = Всё сохранено
status-result = { $work }: показать результат
status-lost = База архива недоступна
status-backup-lately = Копия: { $when }
status-backup-long-ago = Резервная копия устарела: { $when }
status-backup-none = Резервной копии нет
status-watched-problem = Папка, за которой следит программа, недоступна
status-watched = Новое в папке: { $count }
status-selected =
    { $count ->
        [one] Выделен { $shown } документ
        [few] Выделено { $shown } документа
       *[other] Выделено { $shown } документов
    }
hint-palette = действия

## О программе

about-what = Архив материалов пресс-службы: тексты, фото, лица и организации в одной базе на этом компьютере.
about-network = Сеть
about-network-words = Программа не открывает сетевых соединений: ничего не отправляет и ничего не загружает. Все данные остаются на этом компьютере.
about-licences = Лицензии
about-licences-words = Программа распространяется по лицензии MIT или Apache 2.0, на ваш выбор. В ней использованы Tauri, Svelte, SQLite и другие открытые библиотеки.
about-fonts = Шрифты
about-fonts-words = Golos Text и Literata, SIL Open Font License 1.1. Есть все казахские буквы.
about-model = Модель и данные
about-model-words = Модель распознавания обучена на данных KazNERD (Институт умных систем и искусственного интеллекта Назарбаев Университета; Р. Ешпанов, Е. Хасанов, Х. А. Варол, 2022), лицензия CC BY 4.0. Модель производна от этих данных: в ней только подсчитанные по ним веса и ни одного их предложения.

## Первый запуск и базы

welcome = Добро пожаловать!
    .next = Мұрағат хранит в одном месте пресс-релизы, фото и тех, кто в них назван. Ответьте на несколько вопросов, и можно начинать.
welcome-can-keep = Вставьте, перетащите или наберите текст: он сохраняется по мере набора.
welcome-can-tag = Отмечайте в тексте лица, организации, места и цитаты одной клавишей.
welcome-can-find = Находите любое слово, человека или фото сразу.
welcome-can-hand-over = Передавайте готовые документы в государственный архив проверенным пакетом.
welcome-name = Ваше имя
welcome-name-hint = Под этим именем ваши изменения записываются в историю.
welcome-name-missing = Напишите имя: в истории должно быть видно, кто менял.
welcome-where = Где хранить базу архива?
welcome-here = Здесь
welcome-elsewhere = Выберу другое место
welcome-existing = У меня уже есть база, открою её
welcome-sample = Сначала посмотрю на учебную базу
welcome-sample-hint = Вымышленные сообщения; можно менять что угодно.
welcome-begin = Начать
action-libraries = Базы архива
action-library-open = Открыть базу…
action-library-new = Создать базу…
action-library-sample = Открыть учебную базу
libraries-open = Выберите папку базы архива
libraries-new = Выберите место для новой базы
libraries-new-name = архив
libraries-recent = Недавние
libraries-absent = Сейчас недоступна: { $path }
libraries-forget = Убрать из списка
library-lost = Базы архива нет на месте
    .next = Возможно, не подключён диск. Подключите его и нажмите «Повторить» либо откройте другую базу.

## Фонды и поиски

left-pane = Левая панель
units-drafts = Черновики
units-drafts-hint = Ещё не зарегистрированные документы
units-suggested = Нерассмотренные подсказки
units-suggested-hint = Документы, в тексте которых есть нерассмотренные подсказки
suggested-empty = Нерассмотренных подсказок нет
    .next = Здесь видны документы, пока имя, организация, место или цитата, найденные в их тексте, не приняты и не отклонены.
units-no-credit = Фото без источника
units-cards = Карточки
units-photos = Фото
units-searches = Сохранённые поиски
units-transfers = Передачи в архив
section-move = Место
section-unit = Фонд, опись, дело
section-search = Поиск
action-move = Переместить в дело…
action-move-several =
    { $count ->
        [one] Переместить { $shown } документ…
        [few] Переместить { $shown } документа…
       *[many] Переместить { $shown } документов…
    }
action-unit-fonds = Новый фонд…
action-unit-add = Добавить опись или дело внутрь…
action-unit-edit = Сведения о выбранном фонде, деле…
action-unit-delete = Удалить пустой фонд, опись, дело
action-search-save = Сохранить поиск…
action-search-rename = Переименовать сохранённый поиск…
action-search-delete = Удалить сохранённый поиск
told-unit-added = Добавлено: { $title }
told-unit-deleted = Удалено: { $title }
told-search-saved = Поиск сохранён: { $name }
told-search-deleted = Поиск удалён: { $name }
told-articles-moved = Перемещено ({ $count }): { $title }
unit-picker = В какое дело?
unit-picker-hint = Введите название или номер
unit-new-fonds = Новый фонд
unit-new-inventory = Новая опись
unit-new-file = Новое дело
unit-below = Где: { $title }
unit-code = Шифр
unit-title = Название
unit-creator = Фондообразователь
unit-date-from = Начальная дата
unit-date-to = Конечная дата
unit-extent = Объём
unit-retention = Срок хранения
unit-retention-article = Статья по перечню
unit-note = Примечание
unit-make = Добавить
field-required = Заполните это поле.
search-name = Название поиска
search-save = Сохранить
search-save-short = Сохранить

## Фильтры

facet-years = Год
facet-states = Состояние
facet-people = Лица
facet-organisations = Организации
facet-subjects = Рубрики
facet-places = Места
facet-units = Фонды и дела
facet-languages = Язык
facet-more = ещё { $count }
facet-all = все, поиск по списку
facet-find = Найти в этом списке
facet-none = Нечего отфильтровать
chips-label = Включённые фильтры
chip-off = Убрать фильтр
chips-clear = убрать все
elsewhere-label = Найдено также
elsewhere-transfer = передача
palette-photo = фото

## Перетаскивание

drop-any = Отпустите файлы здесь
drop-words = Из текста будет начат новый документ
drop-documents =
    { $count ->
        [one] Будет добавлен { $count } документ
        [few] Будет добавлено { $count } документа
       *[other] Будет добавлено { $count } документов
    }
drop-photos =
    { $count ->
        [one] К документу «{ $title }» добавится { $count } фото
        [few] К документу «{ $title }» добавится { $count } фото
       *[other] К документу «{ $title }» добавится { $count } фото
    }
drop-photos-event = К мероприятию добавится фото: { $count }
drop-photos-new = Из фото будет начат новый документ: { $count }
drop-photos-with-text = { $documents ->
        [1] Фото к этому новому документу: { $count }
       *[other] Фото к этим новым документам: { $count }
    }
drop-photos-asked = Фото, о которых будет задан вопрос, к какому документу они относятся: { $count }
drop-bundle = Архивный пакет будет проверен
drop-library = Эта база архива будет открыта
drop-read-only = База открыта только для чтения: ничего не добавится
drop-others = Не принимаются: { $count }
told-nothing-to-paste = Вставлять нечего. Скопируйте текст сообщения, фото или файл и вставьте снова.
told-no-field = Здесь нет поля для текста. Новый документ вставляют в списке.
paste-photos = К какому документу относятся фото?
paste-photos-count = Фото: { $count }
paste-photos-home = Документ
paste-photos-beside = его файл лежал рядом с этими фото: { $file }
paste-photos-beside-known = уже был в базе; его файл лежал рядом с этими фото: { $file }
paste-photos-came = поступил вместе с ними: { $file }
paste-photos-other = Другой документ
paste-photos-open = открыт на экране
paste-photos-here = Добавить
paste-photos-leave = Не добавлять
paste-photos-new = Начать новый документ
action-actor = Кто сейчас работает…

## Отчёт

report-title = Отчёт для поиска причины сбоя
report-what = Отчёт помогает найти причину сбоя. В нём версии, числа и то, что и когда делала программа; ни текстов, ни заголовков, ни имён, ни путей к файлам. Ничего никуда не отправляется: вы сохраняете файл и передаёте его тому, кто обслуживает программу. Ниже – всё, что в нём есть.
report-lines = { $count ->
    [one] { $count } строка
    [few] { $count } строки
   *[many] { $count } строк
}
report-parts = Файлов в отчёте: { $count }
report-save = Сохранить…
report-file-name = muragat-отчёт
told-report-saved = Отчёт сохранён
broke-off-what = В прошлый раз программа завершилась неожиданно. Всё записанное цело. Отчёт поможет найти причину.
broke-off-dismiss = Не нужно
