# Күндер мен мерзімдер: тізімде, өрісте, журналда, бумада.

dating-month-1 = қаңтар
dating-month-2 = ақпан
dating-month-3 = наурыз
dating-month-4 = сәуір
dating-month-5 = мамыр
dating-month-6 = маусым
dating-month-7 = шілде
dating-month-8 = тамыз
dating-month-9 = қыркүйек
dating-month-10 = қазан
dating-month-11 = қараша
dating-month-12 = желтоқсан

dating-month-of-day-1 = қаңтар
dating-month-of-day-2 = ақпан
dating-month-of-day-3 = наурыз
dating-month-of-day-4 = сәуір
dating-month-of-day-5 = мамыр
dating-month-of-day-6 = маусым
dating-month-of-day-7 = шілде
dating-month-of-day-8 = тамыз
dating-month-of-day-9 = қыркүйек
dating-month-of-day-10 = қазан
dating-month-of-day-11 = қараша
dating-month-of-day-12 = желтоқсан

dating-day = { $year } жылғы { $day } { $month }
dating-day-of-month = { $day } { $month }
dating-month = { $year } жылғы { $month }
dating-year = { $year } ж.
dating-decade = { $year } жылдар
dating-century = { $from }–{ $to } жж.
dating-season-21 = { $year } ж. көктемі
dating-season-22 = { $year } ж. жазы
dating-season-23 = { $year } ж. күзі
dating-season-24 = { $year } ж. қысы
dating-circa = шамамен { $date }
dating-circa-other = шамамен { $date }
dating-circa-behind = { $date } (шамамен)
dating-uncertain = { $date } (?)
dating-range = { $from } – { $to }
dating-years = { $from }–{ $to } жж.
dating-months = { $year } жылғы { $from }–{ $to }
dating-days = { $year } жылғы { $from }–{ $to } { $month }
dating-days-of-months = { $year } жылғы { $from } – { $to }
dating-open-start = … – { $date }
dating-open-end = { $date } – …
dating-before-year = { $year } жылға дейін
dating-before = { $date } не одан бұрын
dating-after-year = { $year } жылдан кейін
dating-after = { $date } не одан кейін

# Күн барыс септігінде: «… дейін» сөзінің алдында.
until-day = { $year } жылғы { $day } { $month ->
     [1] қаңтарға
     [2] ақпанға
     [3] наурызға
     [4] сәуірге
     [5] мамырға
     [6] маусымға
     [7] шілдеге
     [8] тамызға
     [9] қыркүйекке
     [10] қазанға
     [11] қарашаға
    *[12] желтоқсанға
    }
