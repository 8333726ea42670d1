# Слова каталога: отсюда берут и окно, и командная строка.

## Уровни

level-fonds = Фонд
level-inventory = Опись
level-file = Дело

## Состояние документа и доступ

state-draft = черновик
state-registered = зарегистрирован
state-withdrawn = отозван
access-open = Открыт
access-restricted = Доступ ограничен
access-embargo = Пока не публиковать

## Версии

relation-original = исходный текст
relation-translates = перевод
relation-corrects = исправление
relation-replaces = замена
relation-withdraws = отзыв

## Поля

section-holdings = Место хранения
field-reference = Архивный шифр
field-state = Состояние
field-kind = Вид
field-publication-date = Дата публикации
field-captured-on = Дата получения
field-source-url = Ссылка на источник
field-events = Мероприятие
field-subjects = Рубрики
field-places = Места
field-access = Доступ
field-embargo = Не публиковать до
field-reason = Основание
field-decided-by = Кто решил
field-rights = Условия использования
field-note = Примечание
field-checksum = Контрольная сумма (SHA-256)
field-caption = Подпись к фото
field-credit = Источник фото
field-seen = На фото
field-undrawable = Почему не показано
field-alt = Словесное описание
field-photographer = Фотограф
field-taken-at = Время съёмки
field-place = Место съёмки
field-instructions = Указания
field-dimensions = Размер
field-size = Объём
field-file = Имя файла

## Роли

role-host = организатор
role-moderator = модератор
role-speaker = выступающий
role-participant = участник
role-mentioned = упомянут
role-author = автор
role-photographer = фотограф
role-translator = переводчик
name-official = официальная
name-former = прежняя
name-short = краткая
name-misspelt = с ошибкой в печати

## Столбцы списков

column-reference = Шифр
column-date = Дата
column-title = Заголовок
column-kind = Вид
column-state = Состояние
column-access = Доступ
column-unit = Шифр дела
column-unit-title = Фонд, опись, дело
column-languages = Язык
column-people = Лица
column-organisations = Организации
column-subjects = Рубрики
column-places = Места
column-events = Мероприятия
column-photos = Фото
column-outgoing-number = Исходящий номер
column-outgoing-date = Исходящая дата
column-source = Ссылка на источник
column-note = Примечание
column-name = Имя или название
column-party-kind = Лицо или организация
column-position = Должность
column-articles = Документов
column-last-date = Дата последнего документа
column-file = Имя файла
column-caption = Подпись к фото
column-credit = Источник фото
column-photographer = Фотограф
column-taken-at = Дата съёмки
column-place = Место
column-seen = На фото
column-rights = Условия использования

## История

history-undone = отменено
op-add-article = Документ добавлен
op-add-unit = Добавлен фонд, опись или дело
op-edit-unit = Изменён фонд, опись или дело
op-delete-unit = Удалён фонд, опись или дело
op-add-version = Добавлена версия
op-delete-version = Версия убрана
op-edit-language = Изменён язык версии
op-move-articles = Документы перемещены в другое дело
op-attach = Приложены фото
op-delete-article = Документ удалён
op-edit-article = Исправлено описание
op-edit-text = Исправлен текст
op-edit-title = Исправлен заголовок
op-edit-headings = Исправлены рубрики и места
op-register = Документ зарегистрирован
op-register-articles = Документы зарегистрированы
op-edit-articles = Исправлено описание документов
op-delete-articles = Черновики документов удалены
op-tag-articles = Участник отмечен в документах
op-accept-certain = Приняты однозначные предложения
op-tag = Отмечен участник
op-untag = Отметка снята
op-mention = Отмечено упоминание
op-quote = Отмечена цитата
op-mark-everywhere = Отмечены остальные упоминания
op-edit-participation = Изменены роль, должность или от чьего имени
op-order-cast = Изменён порядок участников
op-remove-mention = Снята пометка в тексте
op-move-mention = Пометка в тексте перенесена
op-edit-quote = Изменена цитата
op-remove-quote = Снята пометка цитаты
op-accept-suggestions = Предложение принято
op-reject-suggestion = Предложение отклонено
op-save-search = Поиск сохранён
op-rename-search = Сохранённый поиск переименован
op-rename-library = Название базы изменено
op-delete-search = Сохранённый поиск удалён
op-restore = Возвращено прежнее значение
op-edit-photos = Исправлено описание фото
op-order-photos = Изменён порядок фото
op-move-photos = Фото перемещены
op-remove-photos = Фото убраны
op-edit-regions = Отмечены люди на фото
op-add-party = Добавлено лицо или организация
op-load-officials = Загружен список должностных лиц
op-edit-party = Исправлена карточка лица или организации
op-delete-party = Удалено лицо или организация
op-edit-names = Исправлены формы имени
op-edit-posts = Исправлены должности
op-merge-parties = Объединены две карточки
op-split-party = Карточка разделена на две
op-tell-apart = Две карточки отмечены как разные
op-add-event = Добавлено мероприятие
op-edit-event = Исправлено мероприятие
op-delete-event = Мероприятие удалено
op-link-event = Изменена связь с мероприятием
op-begin-transfer = Начата передача в архив
op-edit-transfer = Передача исправлена
op-send-transfer = Передача отправлена в архив
op-return-transfer = Архив вернул передачу
op-accept-transfer = Архив принял передачу
op-delete-transfer = Передача удалена
op-keep-transfer-files = Сохранены акт, опись или подписи передачи
op-remove-transfer-file = Файл передачи убран
op-undo = Отмена
op-redo = Повтор
op-import = Получено из пакета
op-other = Изменено ({ $kind })
transfer-state-draft = готовится
transfer-state-sent = отправлена
transfer-state-returned = возвращена
transfer-state-accepted = принята
transfer-file-act = Акт
transfer-file-signature = Подпись
transfer-file-inventory = Опись

## Место базы

warning-network-share = База лежит на сетевом диске: записи могут повредиться
warning-synced-folder = База лежит в синхронизируемой папке: старая копия может затереть новую
warning-clock-behind = Часы компьютера отстают от последней записи в журнале: проверьте дату и время
warning-clock-ahead = Часы компьютера на несколько лет впереди последней записи в журнале: проверьте дату и время
warning-unknown = Обратите внимание на место базы ({ $code })

## Поиск

search-number = Запрос понят как номер документа: в текстах он не искался
