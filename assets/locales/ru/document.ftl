# Документ: новый документ, текст черновика, регистрация, версии.

section-new = Новое
section-versions = Версии
section-delete = Удаление

action-article-new = Новый документ
action-text-edit = Править текст
action-text-leave = Закончить правку
action-register = Зарегистрировать
action-version-add = Добавить версию
action-version-next = Следующая версия
action-version-previous = Предыдущая версия
action-version-compare = Сравнить версии
action-compare-next = Следующее отличие
action-compare-previous = Предыдущее отличие
action-compare-close = Закрыть сравнение
action-version-delete = Удалить черновик версии
action-article-delete = Удалить черновик документа

cancel = Отмена

told-new-article = Новый документ: { $reference }
told-deleted-article = Черновик удалён: { $reference }
told-deleted-version = Черновик версии удалён
told-registered = Зарегистрирован: { $reference }
told-given-back = В поле вернулось прежнее значение. Написанное вернёт Ctrl+Z

draft-title = Заголовок
draft-body = Введите или вставьте текст
draft-untitled = Документ без заголовка
draft-blank = Текста пока нет
    .next = Введите его, вставьте из буфера или перетащите файл в окно.

register-title = Регистрация документа
register-title-version = Регистрация новой версии: { $what }
register-explained = Зарегистрированный текст – подлинник: изменить его нельзя. Если найдётся ошибка, добавляется исправленная версия, а прежняя сохраняется. Ошибочную регистрацию можно отменить.
register-texts = Регистрируемые тексты
register-open = Ещё не заполнено

open-title = Нет заголовка.
open-body = Нет текста.
open-machine-read = Текст прочитан программой со снимка страницы: сверьте с подлинником.
open-damaged = Полученный файл повреждён: в тексте только то, что удалось прочесть.
open-date = Не указана дата публикации.
open-unit = Не помещён в дело, находится во входящих.
open-cast = Не отмечены ни лица, ни организации.
open-stale = Отметки, повреждённые при правке: { $count }.
open-speaker = Цитаты, у которых не указано, чьи они: { $count }.
open-credit = Фотографии без источника: { $count }.

version-title = Новая версия
version-relation = Как связана с текстом на экране
version-translates = Версия на другом языке
relation-translates-hint = Тот же текст на другом языке; участники общие.
version-corrects = Исправление
relation-corrects-hint = Текст с исправленной ошибкой; прежний сохраняется.
version-replaces = Замена
relation-replaces-hint = Полностью заменяет прежний текст.
version-withdraws = Отзыв
relation-withdraws-hint = Пресс-служба отозвала текст; в архиве он остаётся.
version-language = Язык
version-text = Текст
version-text-later = Вставьте текст или оставьте пустым, чтобы ввести позже
version-text-copy = Если оставить пустым, будет взята копия текста на экране
version-withdrawn-why = Почему отозван
version-withdrawn-hint = Причина отзыва, кто и когда решил. Сам отозванный текст остаётся в архиве как был.
version-make = Добавить версию
version-draft = черновик

compare-label = Отличия двух версий
compare-same = Тексты версий одинаковы.
compare-count = Абзацев с отличиями: { $count }

field-outgoing-number = Исходящий номер
field-outgoing-date = Дата исходящего
field-unit = Где хранится
field-kind-example = Пресс-релиз
event-unlink = Убрать мероприятие из документа: { $name }
event-new = Новое мероприятие: { $name }
subject-new = Новая рубрика: { $name }
event-add = Найти или добавить новое
action-article-open = Добавить документы из файлов…
action-article-from-photos = Новый документ из фотографий…
told-taken-in = Принято документов: { $count }
told-taken-in-with-photos = Принято документов: { $count }, фото при них: { $photos }
intake-title = Приём файлов
intake-added = Стали документами: { $count }
intake-refused = Не приняты: { $count }
intake-unplaced = Фото, о которых неизвестно, куда они относятся: { $count }
intake-unplaced-asked = К какому документу они относятся, будет спрошено, когда вы закроете этот отчёт.
intake-unplaced-inside = из файла { $file }
pasted-text = вставленный текст

original-show = Открыть подлинник
received-subject = Тема
received-author = Автор
received-sender = Отправитель
received-published = Опубликовано или отправлено
received-captured = Сохранено с сайта
received-url = Адрес
received-message-id = Номер письма (Message-ID)
received-reader = Чем прочитан текст
received-left-out = Есть в файле, но не в тексте: { $what }
left-comment = примечания: { $count }
left-deletion = удалённые места: { $count }
left-page-header = колонтитулы: { $count }
left-hidden = скрытый текст: { $count }
left-furniture = меню и кнопки сайта: { $count }
left-signature = подпись письма: { $count }
left-quoted-mail = прежние письма: { $count }
left-covering-note = сопроводительные слова: { $count }
left-missing-picture = снимки, которых нет в файле: { $count }
left-object = объекты: { $count }
left-speaker-note = заметки докладчика: { $count }
left-scanned-page = отсканированные страницы: { $count }
left-locked-file = файлы под паролем: { $count }
left-damaged-file = повреждённые файлы: { $count }
left-small-picture = значки и украшения: { $count }
left-same-text = тот же текст во вложении: { $count }
left-other = прочее: { $count }
doubt-old-font = Исправлен старый казахский шрифт. Было: «{ $before }». Стало: «{ $after }». Проверьте.
doubt-broken-letters = Нераспознанные буквы: { $count }. Место: «{ $before }»
doubt-machine-read = Текст прочитан программой со снимка страницы{ $count ->
        [0] {""}
       *[other] , неуверенно прочитанных слов: { $count } (например, { $before })
    }. Сверьте с подлинником.
machine-read = прочитано машиной
machine-read-hint = Текст прочитан программой со снимка страницы. Сверьте с подлинником: Ctrl Alt O.
doubt-damaged = Файл повреждён: взято то, что удалось прочесть.
doubt-cut-off = Файл слишком велик: часть не прочитана.
doubt-not-read = Текст из файла не прочитан: { $why ->
        [locked] он закрыт паролем
        [scan] это скан, снимки страниц без букв
        [letters_lost] казахские буквы утрачены
        [damaged] он повреждён
        [too_slow] чтение длилось слишком долго
        [packed] это архив RAR или 7z
        [table] это таблица
        [slides] это презентация
        [drawing] это векторный рисунок
        [data] это данные программы
       *[other] его вид неизвестен
    }. Сам файл сохранён.
doubt-other = Сверьте текст с подлинником.
plan-intake-title = Принять эти файлы?
plan-intake-documents = Новых документов: { $count }, фото при них: { $photos }
plan-intake-photos = фото: { $count }
plan-intake-unplaced = Фото, о которых неясно, к какому документу они относятся: { $count }. О них спросим потом.
plan-intake-others = Не будет принято файлов: { $count }
plan-intake-take = Принять
told-intake-stopped = Остановлено, ничего не добавлено
told-photos-left = Фото не добавлены: { $count }
told-nothing-there = В папке нет файлов
intake-alike = Похожи на имеющиеся документы: { $count }
intake-alike-pair = { $reference } и { $other }: одни заголовок и дата
intake-later-pair = { $reference }: похоже, более поздняя версия документа { $other }; общего текста: { $percent } %
intake-earlier-pair = { $reference }: похоже, более ранняя версия документа { $other }; общего текста: { $percent } %
intake-join-corrects = Исправление: прежний текст остаётся
intake-join-replaces = Замена: прежний текст больше не действует
intake-join-earlier = Сделать прежней версией
intake-compare = Показать рядом
intake-keep-form = Сохранить как ещё один подлинник
intake-keep-unread = Сохранить файл как подлинник
intake-show-known = Показать в базе
intake-forms = Сохранено как ещё один подлинник: { $count }
intake-leave-out = Убрать
intake-leave-photos = Убрать все его фото
intake-take-back = Вернуть
intake-photo-beside = { $name }, лежало рядом с документом
intake-photo-inside = { $name }, из файла { $file }
intake-told-corrected = Теперь { $reference } – исправление документа { $other }; прежний текст остался
intake-told-replaced = Теперь { $reference } заменяет текст документа { $other }; прежний больше не действует
intake-told-earlier = Теперь { $reference } – прежняя версия документа { $other }
intake-told-form = Сохранено как ещё один подлинник: { $count }
intake-told-kept = Сохранено файлов: { $count }
intake-told-left-document = Убран документ { $reference }. Ctrl Z вернёт его
intake-told-left-photos = Убрано фото: { $count }. Ctrl Z вернёт
intake-told-undone = Возвращено
intake-sum-added = Добавлено документов: { $count }
intake-sum-joined = Добавлено как версии: { $count }
intake-sum-forms = Ещё подлинников: { $count }
intake-sum-refused = Не принято файлов: { $count }
intake-sum-nothing = Ничего не добавлено
received-technical = Технические сведения
plan-intake-all = Все: { $count }
plan-intake-photo = фото
plan-intake-loose = Фото без текста: { $count }
plan-offer-title = В папке, за которой следит программа, есть новое
plan-offer-never = Выбранные не нужны
plan-offer-later = Позже
told-nothing-new = В папке, за которой следит программа, нового нет
told-no-watched = Папка, за которой следить, не выбрана. Её можно выбрать в настройках
told-not-offered = Больше не предлагаются файлы: { $count }. Вернуть: Ctrl Z
step-turned-down = отказ от файлов
action-article-open-folder = Принять папку…
action-watched-show = Новые файлы из папки, за которой следит программа…
action-watched-show-count = Новые файлы из папки, за которой следит программа: { $count }…
action-intake-stop = Остановить приём
action-intake-report = Отчёт о последнем приёме
stop-intake-title = Остановить приём?
stop-intake-what = Прочитано файлов: { $done } из { $total }. Если остановить, в базу не попадёт ни один.
stop-intake-go-on = Продолжить
close-work-title = Работа не закончена. Закрыть окно?
close-work-what = Если закрыть окно, работа остановится незавершённой.
close-work-intake = Если закрыть окно, работа остановится незавершённой: ни один из поступивших файлов не будет добавлен в базу.
close-work-stop = Остановить и закрыть
plan-intake-tables = Таблицы: { $count }. Это не сообщения, они не принимаются.
plan-intake-sidecars = Файлы с описанием фото (.xmp), при которых нет самого фото: { $count }
