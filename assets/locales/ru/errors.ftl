# Ошибки: что случилось и что делать дальше. Отсюда берут и окно, и командная строка.

## База архива

error-library-missing = База архива не найдена: { $path }
    .next = Проверьте путь; новую базу создаёт команда muragat -L ПУТЬ init.
error-library-unnamed = Не сказано, какая база архива
    .next = Укажите путь к базе через -L.
error-library-exists = Здесь уже что-то есть: { $path }
    .next = Выберите для новой базы другой путь. Прежнее не изменено.
error-library-foreign = Эта папка не база архива: { $path }
    .next = Укажите другую папку, с именем на .muragat.
error-library-newer = Эту базу записала более новая версия программы: { $path } (версия { $found }, программа знает { $known })
    .next = Обновите программу. База не изменена.
error-library-damaged = База архива повреждена: { $path } ({ $detail })
    .next = Скопируйте папку базы в сторону и восстановите её из последней резервной копии: muragat restore.
error-library-read-only = В базу нельзя писать: { $path }
    .next = Проверьте права на папку или скопируйте базу на свой диск. Читать и экспортировать можно.
error-library-busy = В базу пишет другая программа: { $path }
    .next = Немного подождите и повторите. Ничего не потеряно.
error-disk-full = На диске не осталось места: { $path }
    .next = Освободите место и повторите. Всё сохранённое ранее на месте.
error-file-unreadable = Не удалось прочитать файл: { $path } ({ $detail })
    .next = Проверьте, на месте ли файл и есть ли право его читать.
error-file-unwritable = Не удалось записать файл: { $path } ({ $detail })
    .next = Проверьте, есть ли место на диске и право писать.
error-target-exists = Такой файл или папка уже есть: { $path }
    .next = Выберите другое имя. Прежнее не изменено.
error-catalogue-failed = Каталог не выполнил запрос ({ $detail })
    .next = Повторите. Если не поможет, проверьте базу: muragat check.
error-cancelled = Остановлено
    .next = Ничего недоделанного не осталось.

## Текст и фотографии

error-text-empty = В файле нет текста: { $file }
    .next = Выберите файл с текстом.
error-text-binary = Это не текстовый файл: { $file }
    .next = Сохраните документ как текст (.txt) и добавьте снова. Фотографии добавляют через --photo или attach.
error-text-too-large = Текст слишком велик: { $file } ({ $size } байт, предел { $limit })
    .next = Разделите файл, оставив только само сообщение.
error-duplicate-release = Это сообщение уже есть в базе: { $reference } «{ $title }» ({ $file })
    .next = Повторно не добавлено. Откройте имеющуюся запись: muragat show { $reference }
error-photo-unrecognised = Это не фотография: { $file }
    .next = Она не добавлена, остальные добавлены. Проверьте сам файл.
error-photo-empty = Файл фотографии пуст: { $file }
    .next = Скопируйте его заново из источника.
error-photo-too-large = Фотография слишком велика: { $file } ({ $size } байт, предел { $limit })
    .next = Добавьте копию поменьше.
error-photo-duplicate = Эта фотография уже есть у документа: { $file }
    .next = Второй раз не добавлена.
error-photo-undrawable = Фотографию нельзя показать: { $name }
    .next = Оригинал сохранён и войдёт в экспорт.
error-photo-with-many = --photo и --credit годятся только для одного файла
    .next = Добавляйте файлы по одному.
error-original-missing = Файла подлинника нет на месте: { $sha256 }
    .next = Проверьте базу: muragat check. Файл можно вернуть из резервной копии.
error-original-damaged = Файл подлинника повреждён: { $path }
    .next = Проверьте базу: muragat check. Файл можно вернуть из резервной копии.

## Каталог

error-not-found = Такой записи нет: { $id }
    .next = Посмотрите шифр в списке: muragat list
error-party-ambiguous = Под этим именем несколько карточек: { $name }
    .next = Укажите нужную по её номеру: { $candidates }
error-party-kind-differs = Карточка { $name } другого рода
    .next = Для лица берите --person, для организации --organisation.
error-name-empty = Имя не указано
    .next = Напишите хотя бы одну букву или цифру.
error-role-unknown = Такой роли нет: { $role }
    .next = Известные роли: { $known }
error-text-registered = { $reference } зарегистрирован: его текст служит доказательством и не меняется
    .next = Чтобы исправить, добавьте новую версию.
error-unit-taken = Такой код уже есть: { $unit }
    .next = Выберите другой код или используйте имеющийся: muragat unit
error-unit-too-deep = Внутри дела других единиц не бывает: { $unit }
    .next = Добавьте её в опись.
error-reference-taken = Этот шифр занят: { $reference }
    .next = Выберите другой.
error-span-outside = Отмеченный отрезок вне текста ({ $start }–{ $end })
    .next = Откройте текст заново и выделите слова ещё раз.
error-value-invalid = Это значение не годится: { $value } ({ $field })
    .next = Дату пишите как ГГГГ-ММ-ДД; эмбарго нужен последний день.
error-rule-broken = Нарушилось бы правило каталога: { $rule }
    .next = Ничего не изменено. Проверьте данные и повторите.

## История

error-nothing-to-undo = Отменять нечего
    .next = Ваших действий, которые можно отменить, нет. Всё видно в muragat history
error-nothing-to-redo = Повторять нечего
    .next = После последней отмены уже было новое действие.
error-op-not-standing = Действия { $op } нет, или оно уже отменено
    .next = Проверьте номер: muragat history
error-record-unsound = Запись противоречит сама себе: { $reference }, { $field } ({ $value })
    .next = В базу ничего не вошло. Попросите отправителя проверить пакет.
error-target-inside-library = Экспортировать внутрь самой базы нельзя: { $path }
    .next = Выберите место вне базы.
error-file-missing = Файл не найден: { $path }
    .next = Проверьте имя и место файла.
error-undo-blocked = Действие { $op } нельзя отменить: после него то же изменило действие { $by } ({ $by_actor }, { $by_at })
    .next = Сначала отмените действие { $by }: muragat undo { $by }
error-undo-clash = Действие { $op } нельзя отменить: мешает более поздняя запись ({ $detail })
    .next = Ничего не изменено. Исправьте мешающую запись и повторите.

## Пакет

error-bundle-missing = Пакет не найден: { $path }
    .next = Проверьте путь.
error-bundle-unreadable = Пакет не читается: { $path } ({ $detail })
    .next = Попросите его у отправителя снова или скопируйте заново.
error-bundle-invalid = Пакет недействителен: { $path } (ошибок { $problems }; первая: { $first })
    .next = Полный список: muragat verify. В базу ничего не вошло.
error-bundle-foreign = В этом пакете нет ни одного файла: { $path }
    .next = Пакет действителен, но принимать в базу нечего.
error-record-unreadable = Запись в пакете не читается: { $file } ({ $detail })
    .next = В базу ничего не вошло. Проверьте версию программы, создавшей пакет.
error-nothing-to-export = Экспортировать нечего (закрыто ограничениями: { $left_out })
    .next = Чтобы выгрузить закрытый документ, назовите его шифр.

## Командная строка

error-argument-unknown = Такого параметра нет: { $argument }
    .next = Посмотрите все: muragat --help
error-argument-missing = Не хватает: { $argument }
    .next = Форма команды: muragat КОМАНДА --help
error-argument-conflict = Это нельзя вместе: { $argument }
    .next = Оставьте что-то одно.
error-argument-invalid = Это значение не годится: { $argument }
    .next = Форма команды: muragat КОМАНДА --help
error-command-unknown = Такой команды нет: { $argument }
    .next = Посмотрите все: muragat --help
error-command-missing = Команда не указана
    .next = Посмотрите все: muragat --help
error-unexpected = Неожиданная ошибка: { $detail }
    .next = Откройте программу снова. Всё сохранённое на месте.
error-unknown = Произошла ошибка: { $code }
    .next = Повторите. Если не поможет, пришлите это имя разработчикам.
