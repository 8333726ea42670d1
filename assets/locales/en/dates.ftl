# Dates: in the list, in a field, in history, in a bundle.

dating-month-1 = January
dating-month-2 = February
dating-month-3 = March
dating-month-4 = April
dating-month-5 = May
dating-month-6 = June
dating-month-7 = July
dating-month-8 = August
dating-month-9 = September
dating-month-10 = October
dating-month-11 = November
dating-month-12 = December

dating-month-of-day-1 = January
dating-month-of-day-2 = February
dating-month-of-day-3 = March
dating-month-of-day-4 = April
dating-month-of-day-5 = May
dating-month-of-day-6 = June
dating-month-of-day-7 = July
dating-month-of-day-8 = August
dating-month-of-day-9 = September
dating-month-of-day-10 = October
dating-month-of-day-11 = November
dating-month-of-day-12 = December

dating-day = { $day } { $month } { $year }
dating-day-of-month = { $day } { $month }
dating-month = { $month } { $year }
dating-year = { $year }
dating-decade = { $year }s
dating-century = { $from }–{ $to }
dating-season-21 = spring { $year }
dating-season-22 = summer { $year }
dating-season-23 = autumn { $year }
dating-season-24 = winter { $year }
dating-circa = about { $date }
dating-circa-other = about { $date }
dating-circa-behind = { $date } (about)
dating-uncertain = { $date } (?)
dating-range = { $from } – { $to }
dating-years = { $from }–{ $to }
dating-months = { $from }–{ $to } { $year }
dating-days = { $from }–{ $to } { $month } { $year }
dating-days-of-months = { $from } – { $to } { $year }
dating-open-start = … – { $date }
dating-open-end = { $date } – …
dating-before-year = before { $year }
dating-before = { $date } or before
dating-after-year = after { $year }
dating-after = { $date } or after

# A day as it stands behind “until”.
until-day = { $day } { $month ->
     [1] January
     [2] February
     [3] March
     [4] April
     [5] May
     [6] June
     [7] July
     [8] August
     [9] September
     [10] October
     [11] November
    *[12] December
    } { $year }
