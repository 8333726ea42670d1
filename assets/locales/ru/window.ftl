# Слова окна. Во всех трёх языках одни и те же строки: ui/test/words/words.test.ts.

app-name = Мұрағат
window-title = { $name } – Мұрағат
library-unnamed = Основная база
library-name = Название базы
library-name-hint = Стоит в заголовке, списках, экспорте и резервных копиях. Пустое – как папка базы.

## Меню и действия

menus = Меню
menu-document = Документ
menu-edit = Правка
menu-tag = Разметка
menu-photo = Фото
menu-transfer = Передача
menu-go = Переход
menu-view = Вид
menu-help = Справка

section-document = Документ
section-photo = Фото
section-library = База архива
section-list = Список
section-panes = Части окна
section-inspector = Вкладки сведений
section-window = Окно
section-theme = Тема
section-language = Язык интерфейса
section-keys = Клавиши

action-reference-copy = Скопировать архивный шифр
action-photo-open = Открыть фото крупно
action-refresh = Обновить
action-article-next = Следующий документ
action-article-previous = Предыдущий документ
action-search = Поиск
action-pane-next = Следующая часть окна
action-pane-previous = Предыдущая часть окна
action-tab-description = Описание
action-tab-cast = Участники
action-tab-photos = Фото
action-tab-history = История
action-tab-next = Следующая вкладка
action-tab-previous = Предыдущая вкладка
action-units = Показывать фонды
action-theme-system = Тема: как в системе
action-theme-light = Тема: светлая
action-theme-dark = Тема: тёмная
action-language-kk = Қазақша
action-language-ru = Русский
action-language-en = English
action-keys = Список клавиш
action-plain-keys = Буквенные клавиши включены

keys-explained = Клавиши действуют по своему месту на клавиатуре и не зависят от раскладки. Пока вы набираете текст, буквенные клавиши не срабатывают; их можно выключить совсем в меню «Справка».

close = Закрыть
next = Следующее
previous = Предыдущее
retry = Повторить

## Поиск

search-label = Поиск по документам
search-placeholder = Искать везде: текст, лица, организации, фото, шифр
search-clear = Очистить поиск
search-here = Здесь: { $here }, во всей базе: { $all }
search-exact = Точных совпадений: { $exact }. Ещё { $count } по похожим словам: { $words }
search-unready = Документы готовятся к поиску: пока находится не всё
row-similar = похожее слово
list-no-word = Нет слова, которое можно искать
    .next = Введите хотя бы одну букву или цифру.
list-nothing-here = Здесь ничего не найдено
    .next = Во всей базе найдено: { $all }.
text-find = Найти в тексте
text-find-close = Закрыть поиск в тексте
hits-label = Найдено в тексте
hits-count = { $at } из { $count }
hits-none = в тексте нет

## Фонды

units-label = Фонды
units-work = Работа
units-all = Все документы
units-tray = Входящие
units-tray-hint = Документы, ещё не помещённые в дело
units-fonds = Фонды
units-none = Фондов пока нет
status-folded = Свёрнуто, не хватает места:
units-fold = Свернуть
units-unfold = Развернуть

## Список

list-label = Список документов
list-count =
    { $count ->
        [one] { $shown } документ
        [few] { $shown } документа
       *[other] { $shown } документов
    }
list-found = Найдено: { $count }
list-nothing-found = Ничего не найдено
    .next = Проверьте написание или попробуйте слово короче.
list-absent = Открытого документа в этом списке нет.
list-absent-show = Показать среди всех
notice-open = Открыть документ
notice-add-anyway = Всё равно добавить
list-empty = Здесь нет документов
    .next = Выберите слева другой фонд, опись или дело.
fonds-empty = В этом фонде пока нет описей
    .next = Сначала добавьте опись: документы помещают в дела внутри описи.
inventory-empty = В этой описи пока нет дел
    .next = Добавьте дело или поместите документ прямо в опись: вставьте текст (Ctrl V).
unit-empty-next = Вставьте текст (Ctrl V), перетащите файл или переместите сюда документ из другого списка.
library-empty = База архива пока пуста
    .next = Вставьте текст (Ctrl V), перетащите в окно документы (Word, PDF, письмо, страницу, папку) или фотографии либо начните новый документ в меню «Документ».

order-hint = Порядок списка
order-date-newest = Дата
order-title = Заголовок
order-reference = Шифр
section-order = Порядок списка
action-order-date = По дате: новые сверху
action-order-title = По заголовку
action-order-reference = По шифру
order-relevance = Точность
action-order-relevance = По точности совпадения: самые подходящие сверху
action-order-swap = Порядок найденного: по соответствию или по дате
action-search-everywhere = Искать во всей базе
action-text-find = Найти в тексте…
action-hit-next = Следующее найденное место в тексте
action-hit-previous = Предыдущее найденное место в тексте

row-corrected = есть черновик
row-corrected-hint = есть незарегистрированная версия
row-embargo = Не публиковать до { $date }
count-photos = { $count } фото
count-people =
    { $count ->
        [one] { $count } лицо
        [few] { $count } лица
       *[other] { $count } лиц
    }

## Документ

document-label = Документ
text-label = Текст документа
nothing-chosen = Документ не выбран
    .next = Выберите документ в списке: клавишами ↑ и ↓ или мышью.
text-none = У этого документа нет текста
    .next = В базе хранится только его описание.
versions-label = Языковые версии
quote-speaker-unknown = говорящий неизвестен

language-kk = казахский
language-kk-latn = казахский (латиница)
language-ru = русский
language-en = английский
language-und = язык не определён
language-short-kk = каз.
language-short-kk-latn = qaz.
language-short-ru = рус.
language-short-en = англ.
language-short-und = неизв.

## Сведения: вкладки

inspector-label = Сведения о документе
inspector-empty = Показать пока нечего
    .next = Когда открыт документ, здесь его описание, участники, фото и история.
tab-description = Описание
tab-cast = Участники
tab-photos = Фото
tab-history = История

not-given = не указано

section-about = Содержание
section-document-identity = Документ
section-origin = Откуда получен
section-access = Доступ и права
section-originals = Подлинники
in-tray = Во входящих, ещё не помещён в дело.

## Участники

cast-people = { $count ->
        [0] Лица
       *[other] Лица · { $count }
    }
cast-organisations = { $count ->
        [0] Организации
       *[other] Организации · { $count }
    }
cast-place-unmarked = есть в описании, в тексте не отмечено
cast-places = { $count ->
        [0] Места
       *[other] Места · { $count }
    }
cast-empty = Участники не отмечены
    .next = Лица и организации этого документа ещё не отмечены.
on-behalf-of = От имени: { $name }
count-mentions =
    { $count ->
        [one] { $count } раз в тексте
        [few] { $count } раза в тексте
       *[other] { $count } раз в тексте
    }
count-quotes =
    { $count ->
        [one] { $count } цитата
        [few] { $count } цитаты
       *[other] { $count } цитат
    }

## Фото

photos-label = Фото
photos-none = Фото нет
    .next = К этому документу фото не приложены.
photo-no-credit = Источник не указан
field-caption-hint = Печатается под фото: кто, где и что происходит. \1 или \аб – должность и имя человека.
section-photo-credit = Источник фото
action-photo-credit = Указать выбранным фото источник из текста
action-photo-credit-all = Указать всем фото без источника
told-credited = Источник указан для фото: { $count }
credit-printed = В тексте указан источник фото:
field-alt-hint = Для тех, кто не видит фото: что на нём изображено.
photo-large-label = Фото { $number } из { $count }
photo-of = { $number } из { $count }

undrawable-format = Программа не показывает фото этого формата
undrawable-damaged = Файл фото повреждён
undrawable-large = Фото слишком велико
undrawable-other = Показать фото не удалось

size-bytes = { $size } Б
size-kilobytes = { $size } КБ
size-megabytes = { $size } МБ

## История

history-none = История пока пуста

## Строка состояния

status-read-only = открыта только для чтения
status-no-library = База архива не открыта

hint-next = следующий
hint-previous = предыдущий
hint-speaker = чьи слова
hint-manual = руководство

told-mention = { $name }: место { $number } из { $count } в тексте
told-no-mention = { $name }: в этом тексте не отмечено
told-copied = Скопировано: { $text }
told-not-copied = Скопировать не удалось
told-title-not-set = Не удалось обновить заголовок окна
settings-not-kept = Настройки окна не сохранены
settings-mended = Файл настроек был повреждён и исправлен. Повреждённый файл сохранён: { $path }

## Базы архива нет

no-library = База архива ещё не создана
    .next = Мұрағат хранит все документы, фото и описания в одной папке – базе архива. На этом компьютере такой базы не нашлось.
