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
told-redone = Повторено: { $what }
action-select-all = Выделить весь список
action-select-none = Снять выделение
told-selected = Выделено: { $count }
action-palette = Найти действие по названию
action-back = Назад
action-forward = Вперёд
action-go-all = Все документы
action-go-tray = Входящие
action-go-people = Лица
action-go-organisations = Организации
action-go-events = Мероприятия
action-go-photos = Все фото
action-list-focus = Перейти к списку документов
action-filters = Фильтры
action-list = Показывать список
action-inspector = Показывать сведения о документе
action-widths-reset = Вернуть ширину панелей
action-text-larger = Крупнее
action-text-smaller = Мельче
action-text-usual = Обычный размер
told-size = Размер: { $size } %
told-size-not-set = Не удалось изменить размер
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
palette-nothing = Ничего не найдено
palette-person = лицо
palette-organisation = организация

## Строка состояния

status-saving = Сохраняется…
status-saved-at = Сохранено { $time }
status-all-saved = Всё сохранено
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

## Первый запуск и базы

welcome = Добро пожаловать!
    .next = Мұрағат хранит в одном месте пресс-релизы, фото и тех, кто в них назван. Ответьте на три вопроса, и можно начинать.
welcome-can-keep = Вставьте, перетащите или наберите текст: он сохраняется по мере набора.
welcome-can-tag = Отмечайте в тексте лица, организации, места и цитаты одной клавишей.
welcome-can-find = Находите любое слово, человека или фото сразу.
welcome-can-hand-over = Передавайте готовые документы в государственный архив проверенным пакетом.
welcome-name = Ваше имя
welcome-name-hint = Под этим именем ваши изменения войдут в историю.
welcome-name-missing = Напишите имя: в истории должно быть видно, кто менял.
welcome-where = Где будет лежать база архива?
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
