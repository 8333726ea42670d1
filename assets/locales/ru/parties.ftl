# Лица, организации, мероприятия, все фото.

page-back = Назад
count-articles =
    { $count ->
        [one] { $count } документ
        [few] { $count } документа
       *[other] { $count } документов
    }

parties-people = Лица
parties-organisations = Организации
parties-kind = Лица или организации
parties-search = Поиск по имени
parties-by-name = По имени
parties-by-articles = По числу документов
parties-by-latest = По последнему упоминанию
parties-none = Карточек нет
    .next = Когда вы отметите лица и организации в документах, их карточки соберутся здесь.
party-new-organisation = Новая организация: { $name }
party-unnamed-person = Лицо без имени
party-unnamed-organisation = Организация без названия

party-name = Основное имя (в именительном падеже)
party-forms = Другие формы имени
party-form = Форма имени
party-form-language = язык
party-form-new = Ещё форма
party-form-hint = Напишите, как встречается в текстах
party-born = Дата рождения
party-died = Дата смерти
party-founded = Дата основания
party-dissolved = Дата упразднения
party-parent = Вышестоящая организация
party-open = Открыть карточку: { $name }
party-people = Люди этой организации
party-posts = Должности
post-title = Должность (в именительном падеже)
post-new = Новая должность
post-hint = Например: руководитель отдела
post-edit = Исправить
post-remove = Удалить должность
post-done = Готово

party-tab-articles = Документы
party-tab-quotes = Цитаты
party-tab-printed = Должности в тексте
party-tab-similar = Похожие
party-no-articles = Нет ни в одном документе
    .next = Если карточка не нужна, её можно удалить.
party-no-quotes = Цитат нет
    .next = Отметьте цитату в тексте документа и укажите, чьи это слова.
party-no-photos = Фото нет
    .next = Откройте фото крупно и нажмите «Отметить лицо».
party-no-printed = В текстах должность не указана.
party-no-similar = Похожих карточек не найдено.
party-delete = Удалить карточку

party-merge = Объединить…
party-merge-title = Объединение двух карточек
party-merge-do = Объединить
merge-with = С какой карточкой
merge-hint = Похожие карточки стоят первыми.
merge-stays = Остаётся
merge-goes = Вольётся в неё
merge-swap = Поменять местами
merge-choose = Выберите карточку выше.
merge-has = Связи
merge-after = Всё перейдёт на карточку: { $name }. Второе имя ({ $other }) останется как ещё одна форма. Ctrl+Z разъединит обратно.
told-merged = Карточки объединены: { $name }
party-split = Разделить…
party-split-title = Разделение карточки: { $name }
party-split-do = Разделить
split-hint = Выберите документы, которые относятся к другому лицу или организации: они перейдут на новую карточку. Пробел отмечает.
split-chosen = Выбрано: { $count } из { $total }
split-name = Имя новой карточки
told-split = Новая карточка: { $name }

events-page = Мероприятия
events-search = Поиск мероприятия
events-none = Мероприятий нет
    .next = Мероприятие можно добавить здесь или в описании документа.
event-begin = Новое мероприятие
event-unnamed = Мероприятие без названия
event-name = Название мероприятия
event-people = Кто был
event-no-photos = Фото нет
    .next = Фото можно приложить к мероприятию и без документа.
event-no-articles = Документов нет
    .next = Об этом мероприятии документов пока нет.
event-delete = Удалить мероприятие

photos-page = Все фото
photos-which = Какие фото
photos-all = Все
photos-lacking-credit = Без источника
photos-lacking-caption = Без подписи
photos-lacking-alt = Без словесного описания
photos-search = Поиск фото
photos-form = О фото
photos-choose = Выберите фото. Ctrl или Shift – несколько, Enter – крупно.
photos-page-none = Фото нет
    .next = Откройте документ или мероприятие и добавьте фото.
photos-none-lacking = Таких фото нет
    .next = У всех фото это заполнено.

section-records = Карточки
action-new-person = Новая карточка лица
action-new-organisation = Новая карточка организации
action-new-event = Добавить мероприятие
action-merge = Объединить карточку с другой…
action-split = Разделить карточку…
action-officials = Загрузить список должностных лиц (CSV)…
officials-title = Список должностных лиц
officials-hint = По этому списку архив узнаёт людей и организации в текстах. В первой строке стоят названия столбцов, в любом порядке, по-казахски, по-русски или по-английски:
officials-columns = ФИО · аты-жөні (имя на казахском) · должность · организация · организация (на казахском) · с · по · БИН
officials-example = Например: Сауле Омарова;Сәуле Омарова;директор;Городская библиотека;;01.02.2024;;
officials-same = Человек с тем же полным именем попадает в ту же карточку; по инициалам никто не объединяется. Повторная загрузка ничего не меняет.
officials-choose = Выбрать файл…
officials-rows = Прочитано строк: { $count }
officials-people = Новых лиц: { $count }
officials-organisations = Новых организаций: { $count }
officials-posts = Новых должностей: { $count }
officials-ignored-columns = Столбцы, которые не учтены: { $names }
told-officials = Список загружен. Ctrl+Z отменит загрузку.
