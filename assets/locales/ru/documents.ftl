# Документы передачи: акт приёма-передачи и опись, для печати и подписания.

## Акт

act-title = Акт приёма-передачи
act-title-number = Акт приёма-передачи № { $number }
act-subtitle = электронных документов на хранение в архив
act-date-blank = «____» ______________ 20____ года
act-statement = Организация-сдатчик передала, а принимающий архив принял на хранение следующие электронные документы.
act-total = Всего передано документов: { $articles } ({ $articles_words }), фотодокументов: { $photos } ({ $photos_words }).
act-by-ai = Из них созданы или изменены искусственным интеллектом: { $count }.
act-left-out = По условиям доступа не переданы документы: с ограничением доступа – { $restricted }, под запретом публикации до срока – { $embargoed }.
act-released = Переданы, хотя доступ к ним ограничен, по решению: { $by } – документы { $references }.
act-bundle = Электронный пакет
act-bundle-name = Название
act-bundle-format = Формат
act-bundle-format-value = BagIt 1.0 (RFC 8493)
act-bundle-files = Число файлов
act-bundle-size = Объём
act-bundle-size-value = { $octets } байт
act-bundle-manifest = Контрольная сумма файла manifest-sha256.txt (SHA-256)
act-annex = Акт составлен в двух экземплярах. Приложение: опись переданных документов.
act-signature = Если поставлена электронная цифровая подпись, её файл хранится вместе с этим актом.
act-gave = Сдал
act-took = Принял
transfer-bundle-name = Пакет
transfer-act-name = акт
transfer-inventory-name = опись
act-sign = подпись
act-column-code = Шифр
act-column-title = Название фонда, описи, дела
act-column-dates = Крайние даты
act-column-articles = Документы
act-column-photos = Фотодокументы
act-row-total = Итого

## Опись

inventory-title = Опись электронных документов, передаваемых в архив
inventory-annex = Приложение к акту приёма-передачи № { $number }
inventory-column-number = № п/п
inventory-column-reference = Шифр, рег. номер
inventory-column-date = Дата
inventory-column-title = Заголовок
inventory-column-extent = Объём
inventory-column-note = Примечание
inventory-extent-texts = текстов: { $count }
inventory-extent-photos = фото: { $count }
inventory-total = В опись внесено документов: { $articles } ({ $articles_words }), фотодокументов: { $photos } ({ $photos_words }).
inventory-range = Порядковые номера: 1–{ $last }.
inventory-made = Опись составил

## Общее

document-depositor = Организация-сдатчик
document-receiver = Принимающий архив
document-address = Адрес
document-in-tray = Документы, не включённые в дела
document-until = не публиковать по { $date } включительно
document-page = { $page } / { $pages }
document-undated = без даты

## Печать

print-current = Действующий текст
print-registered = зарегистрирован { $date }
print-on-behalf-of = от имени: { $name }
list-made = Список составлен { $date }
list-rows-in-all = Всего: { $count }
list-person = лицо
list-organisation = организация

## Дата

date-long = { $day } { $month } { $year } года
month-1 = января
month-2 = февраля
month-3 = марта
month-4 = апреля
month-5 = мая
month-6 = июня
month-7 = июля
month-8 = августа
month-9 = сентября
month-10 = октября
month-11 = ноября
month-12 = декабря

## Числительные. «-f» – перед «тысяча».

number-joined = { $tens } { $units }
number-0 = ноль
number-1 = один
number-2 = два
number-f-1 = одна
number-f-2 = две
number-3 = три
number-4 = четыре
number-5 = пять
number-6 = шесть
number-7 = семь
number-8 = восемь
number-9 = девять
number-10 = десять
number-11 = одиннадцать
number-12 = двенадцать
number-13 = тринадцать
number-14 = четырнадцать
number-15 = пятнадцать
number-16 = шестнадцать
number-17 = семнадцать
number-18 = восемнадцать
number-19 = девятнадцать
number-20 = двадцать
number-30 = тридцать
number-40 = сорок
number-50 = пятьдесят
number-60 = шестьдесят
number-70 = семьдесят
number-80 = восемьдесят
number-90 = девяносто
number-100 = сто
number-200 = двести
number-300 = триста
number-400 = четыреста
number-500 = пятьсот
number-600 = шестьсот
number-700 = семьсот
number-800 = восемьсот
number-900 = девятьсот
number-thousand-one = тысяча
number-thousand-few = тысячи
number-thousand-many = тысяч
number-million-one = миллион
number-million-few = миллиона
number-million-many = миллионов
