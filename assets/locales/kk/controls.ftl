# Өрістер, терезешелер, ұзақ жұмыстар.

date-hint = Күнін, айын немесе жылын ғана жазуға болады: 27.02.2026, 02.2026, 2026
date-unreadable = Мұндай күн жоқ. 27.02.2026, 02.2026 немесе 2026 түрінде жазыңыз.
nothing-proposed = Ұсыныс жоқ
token-remove = Алып тастау: { $value }

conflict-title = «{ $field }»: мұны сіз де, басқа біреу де өзгертті
conflict-now = Қазір тұрғаны
conflict-mine = Сіздікі
conflict-keep-mine = Менікі қалсын
conflict-keep-now = Қазіргісі қалсын
conflict-waits = Таңдағанша ештеңе жазылмайды; тергеніңіз орнында тұрады.
conflict-rest = Бұл сөздерден басқа өзгерістердің бәрі — сіздікі де, басқанікі де — сақталады.

job-intake = Құжаттарды қабылдау
job-attach = Суреттерді қосу
job-export = Экспорт
job-verify = Топтаманы тексеру
job-import = Топтаманы қабылдау
job-check = Базаны тексеру
job-backup = Сақтық көшірме жасау
job-restore = Сақтық көшірмені қалпына келтіру
job-print = Басып шығаруға дайындау
job-list = Тізімді жазу
job-count = { $done } / { $total }
job-stop = Тоқтату
job-stopping = Тоқтап жатыр…

stage-attaching = суреттер қосылуда
stage-comparing = іздеу көрсеткіші салыстырылуда
stage-copying = файлдар көшірілуде
stage-exporting = құжаттар жазылуда
stage-hashing = төлнұсқалар тексерілуде
stage-indexing = іздеу көрсеткіші жасалуда
stage-listing = тізімдеме жасалуда
stage-printing = Беттер дайындалып жатыр
stage-reading = файлдар оқылуда
stage-verifying = бақылау сомалары тексерілуде
stage-writing = каталогқа жазылуда
