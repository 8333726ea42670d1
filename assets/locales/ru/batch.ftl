# Действия сразу над многими выделенными документами: выделение, просмотр заранее, итог.

## Действия

section-several = Выделенные документы
action-register-several =
    { $count ->
        [one] Зарегистрировать { $shown } документ…
        [few] Зарегистрировать { $shown } документа…
       *[many] Зарегистрировать { $shown } документов…
    }
action-delete-several =
    { $count ->
        [one] Удалить { $shown } черновик…
        [few] Удалить { $shown } черновика…
       *[many] Удалить { $shown } черновиков…
    }
action-tag-several =
    { $count ->
        [one] Отметить лицо или организацию в { $shown } документе…
       *[many] Отметить лицо или организацию в { $shown } документах…
    }
action-tag-selected = Отметить лицо или организацию в выделенных документах…
action-accept-several =
    { $count ->
        [one] Принять однозначные подсказки в { $shown } документе…
       *[many] Принять однозначные подсказки в { $shown } документах…
    }
action-accept-certain = Принять все однозначные подсказки…
action-describe-selected = Изменить описание выделенных документов
action-copy-references =
    { $count ->
        [one] Скопировать шифр { $shown } документа
       *[many] Скопировать шифры { $shown } документов
    }

## О выделенном

selection-label = Выделенные документы
selection-drafts = Из них черновиков: { $shown }
selection-hint = Заполненное запишется в каждый документ, остальное не изменится. Сначала будет показано, что изменится.
selection-differs = у каждого своё
selection-add-note = Дописать в примечание
selection-heading = { $name }: в { $count } из { $total }
selection-remove = Убрать «{ $name }» у всех
selection-removed = «{ $name }» будет убрано; вернуть
selection-added = «{ $name }» будет добавлено; отказаться
selection-show = Показать, что изменится…
selection-reset = Очистить заполненное

## Просмотр заранее

batch-counting = Выясняется, что изменится
batch-move-title =
    { $count ->
        [one] Переместить { $shown } документ
        [few] Переместить { $shown } документа
       *[many] Переместить { $shown } документов
    }
batch-set-title =
    { $count ->
        [one] Изменить описание { $shown } документа
       *[many] Изменить описание { $shown } документов
    }
batch-will-register = Будет зарегистрировано: { $shown }
batch-will-delete = Будет удалено: { $shown }
batch-will-move = Будет перемещено: { $shown }
batch-will-set = Будет изменено: { $shown }
batch-will-tag = Документов, где появятся отметки: { $shown }
batch-will-accept = Документов, где будут приняты подсказки: { $shown }
batch-same-register = Уже зарегистрировано: { $shown }
batch-same-move = Уже находится там: { $shown }
batch-same-set = Уже так и есть: { $shown }
batch-same-tag = Уже отмечено: { $shown }
batch-same-accept = Без однозначных подсказок: { $shown }
batch-hindered-untitled = Без заголовка, останутся черновиками: { $shown }
batch-hindered-textless = Без текста, останутся черновиками: { $shown }
batch-hindered-registered = Зарегистрированы, останутся как есть: { $shown }
batch-hindered-transferred = Переданы в архив, удалить нельзя: { $shown }
batch-hindered-unnamed = В тексте не названы: { $shown }
batch-hindered-gone = Их уже нет в базе: { $shown }
batch-open = У регистрируемых ещё не заполнено
batch-open-date = Не указана дата публикации: { $shown }
batch-open-unit = Не помещены в дело, находятся во входящих: { $shown }
batch-open-cast = Не отмечены ни лица, ни организации: { $shown }
batch-open-credit = Есть фото без источника: { $shown }
batch-lines = Что изменится
batch-lines-delete = Что удалится
batch-lines-first =
    { $count ->
        [one] { $what }: первый { $shown } документ
        [few] { $what }: первые { $shown } документа
       *[many] { $what }: первые { $shown } документов
    }
batch-named = Отмечено в тексте
batch-was = было
batch-becomes = станет
batch-nothing = Менять нечего.
batch-one-undo = Всё запишется одним действием: одна «Отмена» вернёт всё как было.
batch-stopped = Остановлено. Ничего не изменено.
batch-do-register = Зарегистрировать ({ $shown })
batch-do-delete = Удалить ({ $shown })
batch-do-move = Переместить ({ $shown })
batch-do-set = Изменить ({ $shown })
batch-do-tag = Отметить ({ $shown })
batch-do-accept = Принять ({ $shown })
batch-again = Показать снова
batch-whom = Кого или какую организацию?
batch-whom-hint = Введите имя или название
batch-whom-explained = Будет отмечено каждое место, где это имя названо в текстах выделенных документов. Где оно не названо, ничего не изменится.

## Итог

told-batch-register = Зарегистрировано: { $shown }
told-batch-delete = Удалено: { $shown }
told-batch-move = Перемещено: { $shown }
told-batch-set = Изменено: { $shown }
told-batch-tag = Отмечено в документах: { $shown }
told-batch-accept = Подсказки приняты в документах: { $shown }
told-references-copied = Скопировано: { $shown }

## Черновики в передаче

transfer-drafts-stay = Черновики в передачу не войдут: { $shown }
transfer-drafts-why = Текст черновика может измениться и после составления акта. Черновики можно зарегистрировать сейчас.
transfer-drafts-register = Зарегистрировать черновики ({ $shown })…
transfer-draft-stays = Не передаётся: черновик. Отметьте, чтобы передать как есть.
transfer-draft-goes = Передаётся черновиком: текст ещё может измениться.
transfer-closed-stays = Не передаётся. Отметьте, чтобы всё же передать.
transfer-closed-goes = Передаётся, несмотря на ограничение.
