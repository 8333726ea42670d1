# Даты: в списке, в поле, в журнале, в пакете.

dating-month-1 = январь
dating-month-2 = февраль
dating-month-3 = март
dating-month-4 = апрель
dating-month-5 = май
dating-month-6 = июнь
dating-month-7 = июль
dating-month-8 = август
dating-month-9 = сентябрь
dating-month-10 = октябрь
dating-month-11 = ноябрь
dating-month-12 = декабрь

dating-month-of-day-1 = января
dating-month-of-day-2 = февраля
dating-month-of-day-3 = марта
dating-month-of-day-4 = апреля
dating-month-of-day-5 = мая
dating-month-of-day-6 = июня
dating-month-of-day-7 = июля
dating-month-of-day-8 = августа
dating-month-of-day-9 = сентября
dating-month-of-day-10 = октября
dating-month-of-day-11 = ноября
dating-month-of-day-12 = декабря

dating-day = { $day } { $month } { $year } г.
dating-day-of-month = { $day } { $month }
dating-month = { $month } { $year } г.
dating-year = { $year } г.
dating-decade = { $year }-е гг.
dating-century = { $from }–{ $to } гг.
dating-season-21 = весна { $year } г.
dating-season-22 = лето { $year } г.
dating-season-23 = осень { $year } г.
dating-season-24 = зима { $year } г.
dating-circa = ок. { $date }
dating-circa-other = примерно { $date }
dating-circa-behind = { $date } (примерно)
dating-uncertain = { $date } (?)
dating-range = { $from } – { $to }
dating-years = { $from }–{ $to } гг.
dating-months = { $from }–{ $to } { $year } г.
dating-days = { $from }–{ $to } { $month } { $year } г.
dating-days-of-months = { $from } – { $to } { $year } г.
dating-open-start = … – { $date }
dating-open-end = { $date } – …
dating-before-year = до { $year } г.
dating-before = { $date } или ранее
dating-after-year = после { $year } г.
dating-after = { $date } или позднее

# День перед словом «до»: в русском языке такой же, как везде.
until-day = { $day } { $month ->
     [1] января
     [2] февраля
     [3] марта
     [4] апреля
     [5] мая
     [6] июня
     [7] июля
     [8] августа
     [9] сентября
     [10] октября
     [11] ноября
    *[12] декабря
    } { $year } г.
