# Поля, окна поверх окна, долгая работа.

date-hint = Можно указать день, месяц или только год: 27.02.2026, 02.2026, 2026
date-unreadable = Такой даты нет. Напишите 27.02.2026, 02.2026 или 2026.
nothing-proposed = Предложений нет
token-remove = Убрать: { $value }

conflict-title = «{ $field }»: это изменили и вы, и кто-то другой
conflict-now = Сейчас
conflict-mine = Ваше
conflict-keep-mine = Оставить моё
conflict-keep-now = Оставить нынешнее
conflict-waits = Пока вы не выбрали, ничего не записано; набранное остаётся на месте.
conflict-rest = Все остальные правки, и ваши, и чужие, сохранятся.

job-intake = Приём документов
job-attach = Добавление фото
job-export = Экспорт
job-verify = Проверка пакета
job-import = Приём пакета
job-check = Проверка базы
job-backup = Резервное копирование
job-restore = Восстановление из копии
job-print = Подготовка к печати
job-list = Запись списка
job-count = { $done } из { $total }
job-stop = Остановить
job-stopping = Останавливается…

stage-attaching = добавляются фото
stage-comparing = сверяется поисковый указатель
stage-copying = копируются файлы
stage-exporting = записываются документы
stage-hashing = проверяются подлинники
stage-indexing = строится поисковый указатель
stage-listing = составляется опись
stage-printing = Готовятся страницы
stage-reading = читаются файлы
stage-verifying = проверяются контрольные суммы
stage-writing = пишется каталог
