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
places-marked = Отмечено в тексте: { $names }
field-access = Доступ
field-embargo = Не публиковать до
field-reason = Основание
field-decided-by = Кем принято решение
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
field-instructions = Указания по использованию
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
name-misspelt = с ошибкой в тексте

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
column-outgoing-date = Дата исходящего
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
op-add-article = Добавление документа
op-add-articles = Добавление документов
op-add-articles-count = Добавление документов: { $count }
op-keep-forms = Сохранение ещё одного подлинника
op-join-articles = Присоединение документа как версии
op-add-unit = Добавление фонда, описи или дела
op-edit-unit = Правка фонда, описи или дела
op-delete-unit = Удаление фонда, описи или дела
op-add-version = Добавление версии
op-delete-version = Удаление версии
op-edit-language = Смена языка версии
op-move-articles = Перемещение документов в другое дело
op-attach = Добавление фото
op-delete-article = Удаление документа
op-edit-article = Правка описания
op-edit-text = Правка текста
op-edit-title = Правка заголовка
op-edit-headings = Правка рубрик и мест
op-register = Регистрация документа
op-register-articles = Регистрация документов
op-edit-articles = Правка описания нескольких документов
op-delete-articles = Удаление черновиков
op-tag-articles = Отметка участника в нескольких документах
op-accept-certain = Принятие однозначных подсказок
op-tag = Отметка участника
op-tag-place = Отметка места
op-untag = Снятие отметки участника
op-untag-place = Снятие отметки места
op-mention = Отметка имени в тексте
op-quote = Отметка цитаты
op-mark-everywhere = Отметка остальных упоминаний
op-edit-participation = Правка роли, должности или «от чьего имени»
op-order-cast = Изменение порядка участников
op-remove-mention = Снятие отметки в тексте
op-move-mention = Перенос отметки в тексте
op-edit-quote = Правка цитаты
op-remove-quote = Снятие отметки цитаты
op-accept-suggestions = Принятие подсказки
op-reject-suggestion = Отклонение подсказки
op-suggest-again = Возвращение отклонённой подсказки
op-save-search = Сохранение поиска
op-save-photo-template = Сохранение шаблона фото
op-delete-photo-template = Удаление шаблона фото
op-rename-search = Переименование сохранённого поиска
op-rename-library = Изменение названия базы
op-delete-search = Удаление сохранённого поиска
op-restore = Возврат прежнего значения
op-edit-photos = Правка описания фото
op-order-photos = Изменение порядка фото
op-turn-photos = Поворот фото
op-shift-photos = Сдвиг времени съёмки
op-move-photos = Перемещение фото
op-remove-photos = Удаление фото
op-edit-regions = Отметка людей на фото
op-add-party = Добавление лица или организации
op-load-officials = Загрузка списка должностных лиц
op-edit-party = Правка карточки лица или организации
op-delete-party = Удаление лица или организации
op-edit-names = Правка других форм имени
op-edit-posts = Правка должностей
op-merge-parties = Объединение двух карточек
op-split-party = Разделение карточки на две
op-tell-apart = Отметка двух карточек как разных
op-relate-photos = Решение о похожих фото
op-add-event = Добавление мероприятия
op-edit-event = Правка мероприятия
op-delete-event = Удаление мероприятия
op-link-event = Изменение связи с мероприятием
op-begin-transfer = Начало передачи в архив
op-edit-transfer = Правка передачи
op-send-transfer = Отправка передачи в архив
op-return-transfer = Возврат передачи архивом
op-accept-transfer = Приём передачи архивом
op-delete-transfer = Удаление передачи
op-keep-transfer-files = Сохранение акта, описи или подписей передачи
op-remove-transfer-file = Удаление файла передачи
op-undo = Отмена действия
op-redo = Повтор действия
op-undo-what = Отмена: { $what }
op-redo-what = Повтор: { $what }
op-import = Приём из пакета
op-other = Изменение ({ $kind })
transfer-state-draft = готовится
transfer-state-sent = отправлена
transfer-state-returned = возвращена
transfer-state-accepted = принята
transfer-file-act = Акт
transfer-file-signature = Подпись
transfer-file-inventory = Опись

## Место базы

warning-network-share = База лежит на сетевом диске: данные могут повредиться
warning-synced-folder = База лежит в синхронизируемой папке: старая копия может затереть новую
warning-conflicted-copy = Программа синхронизации положила рядом другую копию каталога: записанного там в базе нет (проверка её назовёт)
warning-clock-behind = Часы компьютера отстают от последнего действия в истории: проверьте дату и время
warning-clock-ahead = Часы компьютера на несколько лет впереди последнего действия в истории: проверьте дату и время
warning-unknown = Обратите внимание на место базы ({ $code })

## Поиск

search-number = Запрос понят как номер документа: в текстах он не искался
import-named = База получила название «{ $name }»
import-would-name = База получит название «{ $name }»

## A name that was turned down: what becomes of it in other documents

refused-left-out = больше не подсказывается
refused-still-suggested = подсказывается
