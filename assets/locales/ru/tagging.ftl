# Разметка текста.

## Разметка: действия

section-tag = Разметка
section-suggestions = Подсказки
section-cast = Список участников
section-caret = Перемещение по тексту
action-tag-person = Отметить лицо
action-tag-organisation = Отметить организацию
action-tag-place = Отметить место
action-tag-quote = Отметить цитату
action-tag-speaker = Указать, чья цитата
action-tag-position = Отметить должность
action-tag-remove = Удалить отметку
action-mention-confirm = Подтвердить устаревшую отметку
action-mention-move = Перенести устаревшую отметку на выделенное
action-mention-everywhere = Отметить везде, где так названо
action-suggestion-next = Следующая подсказка
action-suggestion-previous = Предыдущая подсказка
action-suggestion-next-doubtful = Следующая подсказка под вопросом
action-suggestion-previous-doubtful = Предыдущая подсказка под вопросом
action-suggestion-accept = Принять подсказку
action-suggestion-accept-alike = Принять все такие
action-suggestion-accept-certain = Принять все точные подсказки в тексте
action-suggestion-reject = Отклонить подсказку
action-suggestion-edit = Исправить и принять
action-check-next = Следующее место для проверки
action-cast-edit = Изменить роль и должность
action-cast-page = Открыть карточку
action-cast-everywhere = Отметить во всём тексте
action-cast-up = Поднять в списке
action-cast-down = Опустить в списке
action-cast-remove = Убрать из документа
action-word-next = Следующее слово
action-word-next-select = Выделить до следующего слова
action-word-previous = Предыдущее слово
action-word-previous-select = Выделить до предыдущего слова
action-letter-next = Следующая буква
action-letter-next-select = Выделить до следующей буквы
action-letter-previous = Предыдущая буква
action-letter-previous-select = Выделить до предыдущей буквы
action-line-next = Следующая строка
action-line-next-select = Выделить до следующей строки
action-line-previous = Предыдущая строка
action-line-previous-select = Выделить до предыдущей строки
action-line-start = Начало строки
action-line-start-select = Выделить до начала строки
action-line-end = Конец строки
action-line-end-select = Выделить до конца строки
action-text-start = Начало текста
action-text-start-select = Выделить до начала текста
action-text-end = Конец текста
action-text-end-select = Выделить до конца текста
action-caret-leave = Снять выделение

## Отметки

kind-person = лицо
kind-organisation = организация
kind-place = место
kind-quote = цитата
kind-position = должность
speech-direct = Прямая речь
speech-paraphrase = Пересказ
spoken-selection = Выделено: { $text }
spoken-mark = { $text } (отмечено: { $name })
spoken-suggestion = { $text } (подсказка, { $sureness }: { $name })

## Окно выбора

picker-name = Имя или название в именительном падеже
picker-candidates = Кто есть в архиве
picker-nobody-chosen = Выберите, о ком речь, стрелками. Если это никто из них, Ctrl+Enter создаст новую карточку.
picker-odd-name = «{ $name }» в отмеченных словах нет. Если нужна новая карточка, нажмите Ctrl+Enter.
picker-odd-speaker = Слова «{ $name }» в тексте нет. Если нужна новая карточка, нажмите Ctrl+Enter.
picker-new-person = Новое лицо: { $name }
picker-new-organisation = Новая организация: { $name }
picker-new-place = Новое место: { $name }
picker-role = Роль
picker-position = Должность (как в тексте)
picker-behalf = От имени
picker-organisations = Организации
picker-more-here = В этом документе ещё: { $count }
picker-fields = поля
picker-quote = Чья это цитата
picker-speaker = Кто говорит
picker-speech = Как передана речь
picker-nobody = Неизвестно, кто говорит
picker-whose = Чья это должность
picker-no-people = Сначала отметьте лицо
candidate-here = есть в этом документе
candidate-articles =
    { $count ->
        [one] в { $shown } документе
       *[other] в { $shown } документах
    }
candidate-articles-last =
    { $count ->
        [one] в { $shown } документе, последний { $date }
       *[other] в { $shown } документах, последний { $date }
    }
reason-same-name = то же имя
reason-name-form = известная форма имени: { $form }
reason-other-script = другим письмом: { $form }
reason-name-part = часть названия: { $form }
reason-name-begins = так начинается имя
reason-same-surname-given = те же фамилия и имя
reason-same-surname-initial = та же фамилия, инициал подходит
reason-same-surname = та же фамилия
reason-same-given-patronymic = те же имя и отчество, фамилия другая
reason-former-name = прежнее имя одной карточки – имя другой
reason-look-alike = на вид одинаковы, но в одном есть латинские буквы
reason-one-letter = различие в одну букву
reason-abbreviation = одно – сокращение другого
reason-same-bin = один и тот же БИН
reason-same-organisation = из той же организации: { $name }
reason-here-already = уже есть в этом документе
reason-read-name-form = похоже на фамилию: { $text }
reason-read-name-on-list = имя есть в списке имён: { $text }
reason-read-tagger = распознано по соседним словам: { $text }
reason-read-on-record = есть в карточках архива: { $text }
reason-read-position-beside = рядом стоит должность: { $text }
reason-read-short-form = краткая форма в тексте: { $text }
reason-read-in-position = упоминается в должности: { $text }
reason-read-head-noun = похоже на такое название: { $text }
reason-read-listed = есть в списке органов и мест: { $text }
reason-read-in-credit = указано в источнике фото: { $text }
reason-read-speaker-beside = говорящий назван рядом с цитатой: { $text }
reason-read-speaker-by-position = рядом с цитатой стоит должность говорящего: { $text }
reason-read-speaker-before = прямо перед цитатой речь идёт об этом лице
reason-read-speaker-next = имя стоит там, где та же речь продолжается

## Подсказка и устаревшая отметка

card-label = Отметка в этом месте
card-new = В архиве нет, появится новая карточка
card-known = Карточка в архиве: { $name }
card-unsure =
    { $kind ->
        [place] Неясно, какое это место. Похожих карточек: { $shown }
        [organisation] Неясно, какая это организация. Похожих карточек: { $shown }
       *[person] Неясно, кто это. Похожих карточек: { $shown }
    }
suggestion-certain = точно
suggestion-doubtful = под вопросом
tip-certain = Прочитано точно, и ясно, кто или что имеется в виду: принимается вместе со всеми точными подсказками
tip-doubtful = Неясно, верно ли это прочитано или кто и что имеется в виду: посмотрите, прежде чем принять
card-stale = Текст изменился. Раньше было отмечено: { $text }
card-stale-move = перенести: выделите слова и нажмите
do-accept = Принять
do-edit = Изменить
do-reject = Отклонить
do-confirm = Всё верно
do-remove = Удалить

## Список участников

cast-how = Выделите слова в тексте и нажмите клавишу:
cast-quotes = { $count ->
        [0] Цитаты
       *[other] Цитаты · { $count }
    }
cast-checks = Проверить · { $count }
cast-suggestion = подсказка
cast-drag = Перетащите, чтобы изменить порядок
cast-open = Роль и должность: { $name }
cast-roles = Роли
cast-position-number = Должность { $number } (как в тексте)
cast-position-add = Ещё одна должность
quote-edit = Изменить цитату
check-stale = Отметка устарела: { $text }
check-quote = Неизвестно, чья цитата: { $text }…
check-person = В тексте не отмечено: { $name }
status-suggestions = Нерассмотренных подсказок: { $count }

## Что сделано

told-elsewhere = Этот документ изменил кто-то ещё; изменённое отмечено
told-tagged =
    Отмечено: { $name }, { $count ->
        [one] { $count } раз
        [few] { $count } раза
       *[other] { $count } раз
    } в тексте
told-tagged-more = Отмечено: { $name }. Ещё не отмечено: { $count }
told-accepted = Принято: { $name }
told-accepted-alike = Принято подсказок: { $count }
told-accepted-certain = Принято точных подсказок: { $count }, { $left ->
        [0] больше смотреть нечего
       *[other] осталось посмотреть: { $left }
    }
told-rejected = Отклонено: { $name }
told-no-suggestions = Нерассмотренных подсказок нет
told-none-sure = Среди этих подсказок нет однозначных, сразу принять нельзя
told-none-certain = В этом тексте нет точных подсказок, посмотрите каждую
told-none-doubtful = Подсказок под вопросом нет, все остальные точные
told-quote = Цитата отмечена, говорит: { $name }
told-quote-nobody = Цитата отмечена, кто говорит, неизвестно
told-quote-removed = Отметка цитаты удалена
told-no-quote = Здесь нет цитаты
told-nothing-in-field = В этом поле отменять нечего
told-position = { $name }, должность: { $text }
told-mention-removed = Отметка удалена: { $text }
told-mention-confirmed = Отметка подтверждена: { $text }
told-mention-moved = Отметка перенесена: { $text }
told-stale = Отметка устарела: { $text }
told-untagged = Убрано из документа: { $name }
told-moved = { $name }: место в списке { $number }
told-marked = { $name }, новых отметок: { $count }
told-role-on = { $name }, роль добавлена: { $role }
told-role-off = { $name }, роль снята: { $role }
told-nothing-to-check = Проверять нечего
told-only-suggestions = Отметки в порядке, нерассмотренных подсказок: { $count }

## Names turned down

refused-title = Отклонённые имена и названия
refused-hint = То, что отклонено в пяти документах и на что в архиве нет карточки, больше не подсказывается. Если вернуть, подсказка снова появится и в этих документах. Ctrl+Z отменит.
refused-empty = В этой базе ничего не отклоняли.
refused-name = Имя или название
refused-kind = Подсказано как
refused-documents = Документов
refused-last = Последний
refused-state = В других документах
refused-again = Подсказывать снова
refused-again-name = Подсказывать снова: { $name }
told-suggest-again = Снова подсказывается: { $name } (документов: { $count })
