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
told-code-no-position = Должность на этом языке в базе не указана, вставлено только имя: { $name }
photo-mark-place = Отметить место
photos-seen-in-some = Только на некоторых фото: { $names }
said-not-on-record = Нет в базе или есть однофамильцы с тем же именем: { $names }
action-photo-people = Указать, кто на фото
