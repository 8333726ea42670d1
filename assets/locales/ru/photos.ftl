# Фото.

action-photo-attach = Добавить фото…
action-photo-all = Выбрать все фото
action-photo-earlier = Переместить фото ближе к началу
action-photo-later = Переместить фото ближе к концу
action-photo-remove = Удалить выбранные фото
section-photo-order = Порядок фото
section-photo-large = Фото крупно

photos-add = Добавить фото…
photo-enlarge = Крупно
photos-remove = Удалить
photos-chosen = Выбрано фото: { $count }. Написанное попадёт в каждое.
photos-differ = у каждого своё
photo-caption-en = Добавить подпись на английском
photo-event = Мероприятие на фото
photo-source-type = Происхождение снимка
photo-tools = Инструменты просмотра
told-photos-chosen = { $count ->
        [one] Выбрано { $count } фото
       *[other] Выбрано { $count } фото
    }
picture-right = Сдвинуть вправо
picture-left = Сдвинуть влево
picture-up = Сдвинуть вверх
picture-down = Сдвинуть вниз
picture-next = Следующее фото
picture-previous = Предыдущее фото
picture-first = Первое фото
picture-last = Последнее фото
picture-unmark = Убрать отметку с фото
zoom-in = Увеличить
zoom-out = Уменьшить
zoom-whole = Показать целиком или в натуральную величину

region-names = Имена
region-mark = Отметить человека
region-mark-hint = Обведите мышью. Клавишами: стрелки двигают, с Shift меняют размер, Enter – готово.
region-whom = Кто это?
region-hint = Выберите из участников или впишите имя, чтобы найти по всей базе.
region-of = Отмечен на фото: { $name }
party-new-person = Новое лицо: { $name }

photos-refused = Не добавлено файлов: { $count }
photos-undrawable = Добавлено, но показать нельзя: { $count }
photos-break-off = Добавлено, но файл повреждён, конца в нём нет: { $count }
photos-break-off-next = Видна только та часть снимка, которая есть. Возьмите файл ещё раз у отправителя или с камеры.
photos-in-parts = Несколько страниц или кадров, показывается только первая: { $count }
photos-in-parts-next = Файл хранится целиком. Чтобы увидеть остальные страницы, откройте оригинал.
photos-near = Похожи на фото, которые в базе уже есть: { $count }
photos-near-next = Добавлены все. Пары можно просмотреть по одной и решить, как с ними быть.
photos-near-of = { $reference }, { $name }
told-photos-attached = Добавлено фото: { $count }
told-photos-attached-to = Фото, добавленные к документу { $reference }: { $count }
told-attach-stopped = Добавление фото остановлено
told-photo-moved = Место фото: { $number } из { $count }
told-photos-removed = Удалено фото: { $count }. Ctrl+Z вернёт.
told-photos-removed-registered = Из зарегистрированного документа { $reference } убрано фото: { $count }. Ctrl+Z вернёт.

source-digital-capture = снято цифровой камерой
source-negative-film = скан негатива
source-positive-film = скан слайда
source-print = скан отпечатка
source-human-edits = обработано человеком
source-composite = составлено из нескольких
source-screen-capture = снимок экрана
source-digital-creation = создано на компьютере
source-algorithmically-enhanced = изменено алгоритмом
source-trained-algorithmic-media = создано искусственным интеллектом
source-computational-capture = собрано камерой из нескольких кадров
source-virtual-recording = запись виртуального пространства
source-data-driven-media = построено по данным
source-composite-capture = составлено из нескольких съёмок
source-composite-synthetic = составное с искусственными частями
source-algorithmic-media = создано алгоритмом
source-composite-with-trained-algorithmic-media = с вставками искусственного интеллекта

photo-said = Что записано в самом фото
action-photo-take-statements = Взять записанное в фото
said-by-exif = Exif
said-by-iptc = IPTC
said-by-xmp = XMP
said-by-article = в тексте
said-of-photos = фото: { $count }
said-differs = В каждом фото своё ({ $count })
said-record-has = В записи: { $value }
said-elsewhere = { $source }: { $value }
said-take = Принять
said-replace = Заменить на это
said-persons = Люди на фото
said-organisations = Организации на фото
told-statements-taken = Взято значений: { $count }. Ctrl+Z вернёт как было.
photo-by-ai = Это изображение создано или изменено искусственным интеллектом
photo-by-ai-short = ИИ

section-photo-light-table = Отбор фото
action-photo-rate-1 = Одна звезда
action-photo-rate-2 = Две звезды
action-photo-rate-3 = Три звезды
action-photo-rate-4 = Четыре звезды
action-photo-rate-5 = Пять звёзд
action-photo-turn-down = Отбраковать фото
action-photo-pick = Отметить фото как отобранное
action-photo-published = Фото опубликовано
action-photo-shift-times = Сдвинуть время съёмки…
action-photo-compare = Сравнить два фото
photo-light-table = Отбор фото
photo-turn-left = Повернуть против часовой стрелки
photo-turn-right = Повернуть по часовой стрелке
told-photos-rated = Оценено фото: { $count } (звёзд: { $stars })
told-photos-unrated = Оценка снята, фото: { $count }
told-photos-turned-down = Отбраковано фото: { $count }
told-photos-picked = Отобрано фото: { $count }
told-photos-unpicked = Отметка «отобрано» снята, фото: { $count }
told-photos-published = Отмечено как опубликованные, фото: { $count }
told-photos-unpublished = Отметка о публикации снята, фото: { $count }
told-photos-turned = Повёрнуто фото: { $count }. Файл не изменён.
told-times-shifted = Время сдвинуто, фото: { $count }. Ctrl+Z вернёт.
shift-title = Сдвиг времени съёмки, фото: { $count }
shift-by = На сколько
shift-way = В какую сторону
shift-later = позже
shift-earlier = раньше
shift-hint = Часы и минуты: 1:30. Перед ними могут стоять сутки: 2 1:30.
shift-unread = Здесь не видно промежутка времени. Напишите так: 1:30.
shift-before = Сейчас
shift-after = Станет
shift-stays = без изменений: часы не указаны
shift-do = Сдвинуть время, фото: { $count }
compare-title = Сравнение двух фото

action-photo-mend = Исправить первое замечание к фото
check-credit-missing = { $others ->
        [0] Нет источника у фото { $number }
       *[other] Нет источника у фото { $number } и ещё у { $others }
    }
check-credit-differs = { $others ->
        [0] Источник фото { $number } записан как «{ $stands }», а сказано иначе: «{ $said }»
       *[other] Источник фото { $number } и ещё { $others } записан как «{ $stands }», а сказано иначе: «{ $said }»
    }
check-taken-after = Фото { $number } снято позже публикации: { $stands }, а дата документа – { $said }
check-ai-unmarked = { $others ->
        [0] У фото { $number } нет пометки ИИ, а в файле она есть
       *[other] У фото { $number } и ещё у { $others } нет пометки ИИ, а в файлах она есть
    }
check-faces-unnamed = В файле фото { $number } отмечено лиц: { $said }, подписано: { $stands }
check-named-not-tagged = { $others ->
        [0] В подписи фото { $number } назван, но не отмечен: { $name }
       *[other] В подписях фото { $number } и ещё { $others } назван, но не отмечен: { $name }
    }
check-speaker-unseen = Выступавший не отмечен ни на одном фото: { $name }
check-mend-take = Записать «{ $said }»
check-mend-ai = Поставить пометку ИИ
check-mend-tag = Добавить в участники: { $name }
check-more = Ещё { $count }
told-check-mended = Исправлено фото: { $count }. Ctrl+Z вернёт.
told-check-tagged = Добавлено в участники: { $name }. Ctrl+Z вернёт.

action-photo-copies = Копии для газет…
photo-copies-what = Какие фото
photo-copies-chosen = Выбранные
photo-copies-all = Все фото документа
photo-copies-count = { $count ->
        [one] { $count } фотография
        [few] { $count } фотографии
       *[other] { $count } фотографий
    }
photo-copies-size = Длинная сторона
photo-copies-pixels = { $edge } пикселей
photo-copies-original = Как у подлинника
photo-copies-name = Имена файлов
photo-copies-fields = {"{"}reference{"}"} – шифр, {"{"}number{"}"} – номер фото, {"{"}date{"}"} – дата, {"{"}name{"}"} – имя файла, {"{"}person{"}"} – кто на фото, {"{"}place{"}"} – место. {"{"}number:3{"}"} – номер из трёх цифр.
photo-copies-example = Первая будет называться: { $name }
photo-copies-with = Дополнительно
photo-copies-strip = Источник на полосе под фото
photo-copies-closed = Также фото документов с ограниченным доступом и под эмбарго
photo-copies-hint = Файлы JPEG, в них записаны подпись, автор и права. Подлинники не меняются, ни один файл не перезаписывается.
photo-copies-start = Выбрать папку и записать…
photo-copies-pick = Папка для копий
photo-copies-left-out = Не скопировано: { $count }
photo-copies-lacking = Без полосы, так как источник не указан: { $count }
photo-copies-breaks-off = Файл повреждён, изображение не целиком: { $names }
photo-copies-original-missing = подлинника нет на месте
photo-copies-original-damaged = подлинник повреждён
told-copies-written = Записано копий: { $count }
told-copies-stopped = Копирование остановлено; уже готовые копии лежат в папке

told-code-no-position = Должность на этом языке в базе не указана, вставлено только имя: { $name }
photo-mark-place = Отметить место
photos-seen-in-some = Только на некоторых фото: { $names }
said-not-on-record = Нет в базе или есть однофамильцы с тем же именем: { $names }
action-photo-people = Указать, кто на фото
section-photo-template = Данные фото
action-photo-copy-fields = Скопировать данные фото
action-photo-paste-fields = Вставить данные в выбранные фото
action-photo-apply-template = Описать по шаблону…
action-photo-save-template = Сохранить как шаблон…
photo-template-name = Название шаблона
photo-template-hint = Сохраняются подписи, описания, источник, фотограф, место съёмки, условия и указания по использованию. В тексте {"{title}"} – заголовок документа, {"{date}"} – дата, {"{place}"} – место.
photo-template-save = Сохранить
photo-templates = Шаблоны фото
photo-templates-none = Шаблонов нет. Опишите фото и выберите «Сохранить как шаблон».
photo-templates-apply = Выберите шаблон, он применится к выбранным фото ({ $count }). Delete удаляет шаблон.
photo-template-delete = Удалить
photo-template-delete-name = Удалить шаблон: { $name }
told-photo-fields-copied = Скопировано полей: { $count }
told-photo-fields-applied = Описано фото: { $count }. Ctrl+Z вернёт как было.
told-photo-template-saved = Шаблон сохранён: { $name }
action-photo-next-field = Это же поле следующего фото
action-photo-previous-field = Это же поле предыдущего фото

section-near = Похожие фото
action-photo-near = Похожие фото
action-near-version = Отметить фото как варианты одного снимка
action-near-different = Отметить, что снимки разные
action-near-remove-left = Убрать фото слева
action-near-remove-right = Убрать фото справа
near-identical = Файлы полностью совпадают.
near-alike = Похоже на один снимок: отличаются только размер, края, цвет или надпись.
near-first = Пришло раньше
near-second = Пришло позже
near-version = Варианты одного снимка
near-different = Разные снимки
near-remove-left = Убрать левое
near-remove-right = Убрать правое
near-after = Пара, по которой принято решение, больше не показывается. Файл убранного фото остаётся в базе. Ctrl+Z вернёт всё назад.
near-left = Ещё не сравнено фото: { $count }
near-none = Похожих фото нет
    .next = Один и тот же снимок в базе не повторяется, или все пары уже просмотрены.
near-none-yet = Похожие фото пока не найдены
    .next = Сравниваются фото, которые пришли раньше. Найденное появится здесь.
near-coming = Фото сравниваются…
told-near-version = Отмечено: варианты одного снимка
told-near-different = Отмечено: разные снимки
told-near-removed = Фото убрано: { $name }. Ctrl+Z вернёт его.
