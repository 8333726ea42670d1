# Баптаулар және жүйенің файл терезелері.

section-settings = Баптаулар
action-settings = Баптаулар…
settings-look = Көрінісі
settings-theme = Түсі
settings-theme-system = жүйедегідей
settings-theme-light = ашық
settings-theme-dark = қараңғы
settings-language = Терезенің тілі
settings-size = Мәтін өлшемі
settings-keys = Пернелер
settings-keys-change = Пернелерді көру және өзгерту…
settings-work = Жұмыс орны
settings-office = Ұйымыңыздың атауы
settings-office-hint = Басып шығарғанда парақтың басында, архивке тапсырғанда тапсырушы ретінде тұрады.
settings-files = Файлдар
settings-folder = Экспорт пен тізімдер жазылатын қалта
settings-folder-none = Құжаттар қалтасы
settings-folder-choose = Таңдау…
settings-folder-reset = Құжаттар қалтасына қайтару
settings-saved = Өздігінен сақтау
settings-scans = Сканерленген құжаттар
settings-scans-read = Мәтінін { $by } оқиды.
settings-scans-not-read = Бұл компьютерде сканерді оқитын бағдарлама жоқ, сондықтан сканерленген құжаттар қабылданбайды.
settings-scans-install = Орнату үшін компьютерге қарайтын маманға мынаны беріңіз:
settings-scans-missing = Жетіспейтін тілдер: { $languages }. Орнату үшін компьютерге қарайтын маманға мынаны беріңіз:
settings-saved-how = Жазғаныңыз бір секундтан кешіктірмей, ал өрістен шыққанда бірден сақталады; «Сақтау» түймесі жоқ. Кез келген өзгерісті Ctrl+Z қайтарады, бәрі тарихта қалады.

## Жүйенің файл терезелері

pick-documents = Базаға қосылатын құжаттарды таңдаңыз
pick-photos = Суреттерді таңдаңыз
pick-officials = Лауазымды тұлғалар тізімін таңдаңыз
pick-files = Файлдарды таңдаңыз
pick-library = Базаның қалтасын таңдаңыз
pick-bundle = Топтаманы таңдаңыз
pick-new-library = Жаңа базаның орнын таңдаңыз
pick-export = Топтаманың орнын таңдаңыз
pick-table = Файлдың орнын таңдаңыз
pick-backup = Сақтық көшірменің орнын таңдаңыз
pick-backup-file = Сақтық көшірмені таңдаңыз
pick-folder = Қалтаны таңдаңыз
pick-files-documents = Құжаттар
pick-files-photos = Суреттер
pick-files-csv = CSV кестелері
pick-files-zip = ZIP архивтері
pick-files-table = Осы түрдегі файлдар
pick-files-all = Барлық файл
settings-watched = Бақыланатын қалта
settings-watched-none = Таңдалмаған
settings-watched-leave = Бақыламау
settings-watched-hint = Пошта бағдарламасы, сканер не курьер хабарламаларды салатын қалта. Ондағы жаңа файлдар осы базаға қабылдауға ұсынылады; сіз келіспейінше ештеңе қабылданбайды.
settings-watched-full = Қалтада 20 000-нан көп файл бар: соның біріншілері ғана қаралады. Ескілерін басқа қалтаға көшіріңіз.
settings-watched-closed = Оқуға рұқсат жоқ файлдар мен ішкі қалталар: { $count }
pick-watched = Бақыланатын қалтаны таңдаңыз
pick-intake-folder = Қабылданатын қалтаны таңдаңыз
