# Тапсырудың құжаттары: қабылдау-беру актісі мен тізімдеме, басып шығаруға және қол қоюға.

## Акт

act-title = Қабылдау-беру актісі
act-title-number = № { $number } қабылдау-беру актісі
act-subtitle = электрондық құжаттарды архивке сақтауға беру туралы
act-date-blank = «____» ______________ 20____ жыл
act-statement = Тапсырушы ұйым төмендегі электрондық құжаттарды тапсырды, ал қабылдаушы архив оларды сақтауға қабылдап алды.
act-total = Барлығы { $articles } ({ $articles_words }) құжат, { $photos } ({ $photos_words }) фотоқұжат берілді.
act-by-ai = Олардың ішінде жасанды интеллект жасаған немесе өзгерткен фотосуреттер: { $count }.
act-left-out = Қолжетімділік шарттарына байланысты берілмеген құжаттар: қолжетімділігі шектелгені – { $restricted }, әзірге жарияланбайтыны – { $embargoed }.
act-released = Қолжетімділігі шектелгеніне қарамастан берілген құжаттар ({ $by } шешімімен): { $references }.
act-bundle = Электрондық топтама
act-bundle-name = Атауы
act-bundle-format = Пішімі
act-bundle-format-value = BagIt 1.0 (RFC 8493)
act-bundle-files = Файл саны
act-bundle-size = Көлемі
act-bundle-size-value = { $octets } байт
act-bundle-manifest = manifest-sha256.txt файлының бақылау сомасы (SHA-256)
act-annex = Акт екі данада жасалды. Қосымша: берілген құжаттардың тізімдемесі.
act-signature = Электрондық цифрлық қолтаңба қойылса, оның файлы осы актімен бірге сақталады.
act-gave = Тапсырды
act-took = Қабылдады
transfer-bundle-name = Топтама
transfer-act-name = акт
transfer-inventory-name = тізімдеме
act-sign = қолы
act-column-code = Шифры
act-column-title = Қор, тізімдеме, іс атауы
act-column-dates = Соңғы даталары
act-column-articles = Құжат
act-column-photos = Фотоқұжат
act-row-total = Барлығы

## Тізімдеме

inventory-title = Архивке берілетін электрондық құжаттардың тізімдемесі
inventory-annex = № { $number } қабылдау-беру актісіне қосымша
inventory-column-number = Р/с №
inventory-column-reference = Шифры, тіркеу нөмірі
inventory-column-date = Күні
inventory-column-title = Тақырыбы
inventory-column-extent = Көлемі
inventory-column-note = Ескертпе
inventory-extent-texts = мәтін: { $count }
inventory-extent-photos = фото: { $count }
inventory-total = Тізімдемеге { $articles } ({ $articles_words }) құжат, { $photos } ({ $photos_words }) фотоқұжат енгізілді.
inventory-range = Реттік нөмірлері: 1–{ $last }.
inventory-made = Тізімдемені жасаған

## Екеуіне ортақ

document-depositor = Тапсырушы ұйым
document-receiver = Қабылдаушы архив
document-address = Мекенжайы
document-in-tray = Іске салынбаған құжаттар
document-until = жарияланбайтын мерзімінің соңғы күні: { $date }
document-page = { $page } / { $pages }
document-undated = күні белгісіз

## Басып шығару

print-current = Қолданыстағы мәтін
print-registered = тіркелді: { $date }
print-on-behalf-of = кімнің атынан: { $name }
list-made = Тізім жасалған күн: { $date }
list-rows-in-all = Барлығы: { $count }
list-person = тұлға
list-organisation = ұйым

## Күн

date-long = { $year } жылғы { $day } { $month }
month-1 = қаңтар
month-2 = ақпан
month-3 = наурыз
month-4 = сәуір
month-5 = мамыр
month-6 = маусым
month-7 = шілде
month-8 = тамыз
month-9 = қыркүйек
month-10 = қазан
month-11 = қараша
month-12 = желтоқсан

## Сан есімдер. «-f»: мыңмен тіркесетін түрі.

number-joined = { $tens } { $units }
number-0 = нөл
number-1 = бір
number-2 = екі
number-f-1 = бір
number-f-2 = екі
number-3 = үш
number-4 = төрт
number-5 = бес
number-6 = алты
number-7 = жеті
number-8 = сегіз
number-9 = тоғыз
number-10 = он
number-11 = он бір
number-12 = он екі
number-13 = он үш
number-14 = он төрт
number-15 = он бес
number-16 = он алты
number-17 = он жеті
number-18 = он сегіз
number-19 = он тоғыз
number-20 = жиырма
number-30 = отыз
number-40 = қырық
number-50 = елу
number-60 = алпыс
number-70 = жетпіс
number-80 = сексен
number-90 = тоқсан
number-100 = жүз
number-200 = екі жүз
number-300 = үш жүз
number-400 = төрт жүз
number-500 = бес жүз
number-600 = алты жүз
number-700 = жеті жүз
number-800 = сегіз жүз
number-900 = тоғыз жүз
number-thousand-one = мың
number-thousand-few = мың
number-thousand-many = мың
number-million-one = миллион
number-million-few = миллион
number-million-many = миллион
