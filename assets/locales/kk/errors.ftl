# Қателер: не болды және енді не істеу керек. Терезе де, пәрмен жолы да осыдан алады.

## Архив базасы

error-library-missing = Архив базасы табылмады: { $path }
    .next = Жолын тексеріңіз; жаңа базаны muragat -L ЖОЛ init пәрмені жасайды.
error-library-unnamed = Қай архив базасы екені айтылмаған
    .next = -L арқылы базаның жолын көрсетіңіз.
error-library-exists = Мұнда бірдеңе бар: { $path }
    .next = Жаңа базаға басқа жол таңдаңыз. Бұрынғысы өзгерген жоқ.
error-library-foreign = Бұл қалта архив базасы емес: { $path }
    .next = Атауы .muragat деп аяқталатын басқа қалтаны көрсетіңіз.
error-library-newer = Бұл базаны бағдарламаның жаңарақ нұсқасы жазған: { $path } (нұсқасы { $found }, бағдарлама білетіні { $known })
    .next = Бағдарламаны жаңартыңыз. Базаға ешқандай өзгеріс енгізілген жоқ.
error-library-damaged = Архив базасы бүлінген: { $path } ({ $detail })
    .next = Базаның қалтасын көшіріп қойыңыз да, соңғы сақтық көшірмеден қалпына келтіріңіз: muragat restore.
error-library-read-only = Базаға жазуға болмайды: { $path }
    .next = Қалтаның рұқсаттарын тексеріңіз немесе базаны өз дискіңізге көшіріңіз. Оқуға және экспорттауға болады.
error-library-busy = Базаға басқа бағдарлама жазып жатыр: { $path }
    .next = Сәл күтіп, қайталап көріңіз. Ештеңе жоғалған жоқ.
error-disk-full = Дискіде орын қалмады: { $path }
    .next = Орын босатып, қайталап көріңіз. Бұрын сақталғандардың бәрі орнында.
error-file-unreadable = Файлды оқу мүмкін болмады: { $path } ({ $detail })
    .next = Файл орнында ма, оған рұқсат бар ма, тексеріңіз.
error-file-unwritable = Файлды жазу мүмкін болмады: { $path } ({ $detail })
    .next = Дискіде орын және жазуға рұқсат барын тексеріңіз.
error-target-exists = Мұндай файл немесе қалта бар: { $path }
    .next = Басқа атау таңдаңыз. Бұрынғысы өзгерген жоқ.
error-catalogue-failed = Каталог сұрауды орындамады ({ $detail })
    .next = Қайталап көріңіз. Қайталана берсе, базаны тексеріңіз: muragat check.
error-cancelled = Тоқтатылды
    .next = Ештеңе жартылай қалған жоқ.

## Мәтін мен сурет

error-text-empty = Файлда мәтін жоқ: { $file }
    .next = Мәтіні бар файлды таңдаңыз.
error-text-binary = Бұл мәтін файлы емес: { $file }
    .next = Құжатты мәтін (.txt) ретінде сақтап, қайта қосыңыз. Суреттер --photo немесе attach арқылы қосылады.
error-text-too-large = Мәтін тым үлкен: { $file } ({ $size } байт, шегі { $limit })
    .next = Хабарламаны ғана қалдырып, файлды бөліңіз.
error-duplicate-release = Бұл хабарлама базада бар: { $reference } «{ $title }» ({ $file })
    .next = Қайта қосылмады. Бар жазбаны ашыңыз: muragat show { $reference }
error-photo-unrecognised = Бұл файл сурет емес: { $file }
    .next = Ол қосылмады, қалғандары қосылды. Файлдың өзін тексеріңіз.
error-photo-empty = Сурет файлы бос: { $file }
    .next = Оны түпнұсқа жерінен қайта көшіріп алыңыз.
error-photo-too-large = Сурет тым үлкен: { $file } ({ $size } байт, шегі { $limit })
    .next = Кішірек көшірмесін қосыңыз.
error-photo-duplicate = Бұл сурет осы құжатта бар: { $file }
    .next = Екінші рет қосылмады.
error-photo-undrawable = Суретті көрсету мүмкін емес: { $name }
    .next = Төлнұсқасы сақталған, экспортқа кіреді.
error-photo-with-many = --photo мен --credit бір ғана файлмен қолданылады
    .next = Файлдарды бір-бірлеп қосыңыз.
error-original-missing = Төлнұсқа файлы орнында жоқ: { $sha256 }
    .next = Базаны тексеріңіз: muragat check. Файлды сақтық көшірмеден қайтаруға болады.
error-original-damaged = Төлнұсқа файлы бүлінген: { $path }
    .next = Базаны тексеріңіз: muragat check. Файлды сақтық көшірмеден қайтаруға болады.

## Каталог

error-not-found = Мұндай жазба жоқ: { $id }
    .next = Шифрын тізімнен қараңыз: muragat list
error-party-ambiguous = Бұл атпен бірнеше карточка бар: { $name }
    .next = Қайсысы екенін нөмірімен көрсетіңіз: { $candidates }
error-party-kind-differs = { $name } карточкасының түрі басқа
    .next = Тұлғаға --person, ұйымға --organisation қолданыңыз.
error-name-empty = Аты берілмеген
    .next = Кемінде бір әріп немесе цифр жазыңыз.
error-role-unknown = Мұндай рөл жоқ: { $role }
    .next = Белгілі рөлдер: { $known }
error-text-registered = { $reference } тіркелген: оның мәтіні дәлел болып саналады және өзгермейді
    .next = Түзету үшін жаңа нұсқа қосыңыз.
error-unit-taken = Мұндай код бар: { $unit }
    .next = Басқа код таңдаңыз немесе барын қолданыңыз: muragat unit
error-unit-too-deep = Істің ішінде басқа бірлік болмайды: { $unit }
    .next = Оны тізімдеменің ішіне қосыңыз.
error-reference-taken = Бұл шифр басқа құжатта: { $reference }
    .next = Басқа шифр таңдаңыз.
error-span-outside = Белгіленген аралық мәтіннен тыс ({ $start }–{ $end })
    .next = Мәтінді қайта ашып, сөздерді қайта белгілеңіз.
error-value-invalid = Бұл мән жарамайды: { $value } ({ $field })
    .next = Күнді ЖЖЖЖ-АА-КК түрінде жазыңыз; эмбаргоға соңғы күні керек.
error-rule-broken = Каталогтың ережесі бұзылар еді: { $rule }
    .next = Ештеңе өзгерген жоқ. Деректерді тексеріп, қайталаңыз.

## Тарих

error-nothing-to-undo = Болдырмайтын ештеңе жоқ
    .next = Сіздің соңғы әрекетіңіз қалған жоқ. Бәрін көру: muragat history
error-nothing-to-redo = Қайталайтын ештеңе жоқ
    .next = Соңғы болдырмаудан кейін жаңа әрекет жасалған.
error-op-not-standing = { $op } әрекеті жоқ немесе бұрын болдырылмаған
    .next = Нөмірін тексеріңіз: muragat history
error-record-unsound = Жазба өз-өзіне қайшы: { $reference }, { $field } ({ $value })
    .next = Базаға ештеңе енген жоқ. Топтаманы жасаған тараптан тексеруді сұраңыз.
error-target-inside-library = Базаның өз қалтасының ішіне экспорттауға болмайды: { $path }
    .next = Базадан тыс жер таңдаңыз.
error-file-missing = Файл табылмады: { $path }
    .next = Атауы мен орнын тексеріңіз.
error-undo-blocked = { $op } әрекетін болдырмау мүмкін емес: одан кейін { $by } әрекеті ({ $by_actor }, { $by_at }) соны өзгерткен
    .next = Алдымен { $by } әрекетін болдырмаңыз: muragat undo { $by }
error-undo-clash = { $op } әрекетін болдырмау мүмкін емес: кейінгі жазбамен қайшы келеді ({ $detail })
    .next = Ештеңе өзгерген жоқ. Қайшы келген жазбаны түзетіп, қайталаңыз.

## Топтама

error-bundle-missing = Топтама табылмады: { $path }
    .next = Жолын тексеріңіз.
error-bundle-unreadable = Топтаманы оқу мүмкін болмады: { $path } ({ $detail })
    .next = Оны тапсырушыдан қайта сұраңыз немесе қайта көшіріңіз.
error-bundle-invalid = Топтама жарамсыз: { $path } (қате саны { $problems }; біріншісі: { $first })
    .next = Толық тізімі: muragat verify. Базаға ештеңе енген жоқ.
error-bundle-foreign = Бұл топтамада бірде-бір файл жоқ: { $path }
    .next = Топтама жарамды, бірақ мұнда базаға алатын ештеңе жоқ.
error-record-unreadable = Топтамадағы жазбаны оқу мүмкін болмады: { $file } ({ $detail })
    .next = Базаға ештеңе енген жоқ. Топтаманы жасаған бағдарламаның нұсқасын тексеріңіз.
error-nothing-to-export = Экспорттайтын құжат жоқ (қолжетімділігі шектелгені: { $left_out })
    .next = Шектелген құжатты шығару үшін шифрын атап көрсетіңіз.

## Пәрмен жолы

error-argument-unknown = Мұндай опция жоқ: { $argument }
    .next = Барлығын көру: muragat --help
error-argument-missing = Мынау жетіспейді: { $argument }
    .next = Пәрменнің түрін көру: muragat ПӘРМЕН --help
error-argument-conflict = Бұлар бірге қолданылмайды: { $argument }
    .next = Біреуін ғана қалдырыңыз.
error-argument-invalid = Бұл мән жарамайды: { $argument }
    .next = Пәрменнің түрін көру: muragat ПӘРМЕН --help
error-command-unknown = Мұндай пәрмен жоқ: { $argument }
    .next = Барлығын көру: muragat --help
error-command-missing = Пәрмен айтылмаған
    .next = Барлығын көру: muragat --help
error-unexpected = Күтпеген қате: { $detail }
    .next = Бағдарламаны қайта ашыңыз. Сақталғандардың бәрі орнында.
error-unknown = Қате шықты: { $code }
    .next = Қайталап көріңіз. Қайталана берсе, осы атауды әзірлеушілерге жіберіңіз.
