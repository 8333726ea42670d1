# Настройки и системные окна файлов.

section-settings = Настройки
action-settings = Настройки…
settings-look = Вид
settings-theme = Тема
settings-theme-system = как в системе
settings-theme-light = светлая
settings-theme-dark = тёмная
settings-language = Язык интерфейса
settings-size = Размер текста
settings-keys = Клавиши
settings-keys-change = Посмотреть и изменить клавиши…
settings-work = Рабочее место
settings-office = Название вашей организации
settings-office-hint = Печатается вверху листа и указывается как сдатчик при передаче в архив.
settings-files = Файлы
settings-folder = Папка для экспорта и списков
settings-folder-none = Документы
settings-folder-choose = Выбрать…
settings-folder-reset = Вернуть папку «Документы»
settings-saved = Автосохранение
settings-scans = Отсканированные документы
settings-scans-read = Их текст читает { $by }.
settings-scans-not-read = На этом компьютере нет программы, которая читает сканы, поэтому отсканированные документы не принимаются.
settings-scans-install = Чтобы её установить, передайте тому, кто обслуживает компьютер:
settings-scans-missing = Не хватает языков: { $languages }. Чтобы их установить, передайте тому, кто обслуживает компьютер:
settings-saved-how = Набранное сохраняется не позже чем через секунду, а при выходе из поля сразу; кнопки «Сохранить» нет. Любое изменение отменяет Ctrl+Z, и всё остаётся в истории.

## Системные окна файлов

pick-documents = Выберите документы для базы
pick-photos = Выберите фото
pick-officials = Выберите список должностных лиц
pick-files = Выберите файлы
pick-library = Выберите папку базы
pick-bundle = Выберите пакет
pick-new-library = Где будет новая база
pick-export = Куда записать пакет
pick-table = Куда записать файл
pick-backup = Куда записать резервную копию
pick-backup-file = Выберите резервную копию
pick-folder = Выберите папку
pick-files-documents = Документы
pick-files-photos = Фото
pick-files-csv = Таблицы CSV
pick-files-zip = Архивы ZIP
pick-files-table = Файлы этого вида
pick-files-all = Все файлы
settings-watched = Папка, за которой следить
settings-watched-none = Не выбрана
settings-watched-leave = Не следить
settings-watched-hint = Папка, куда почтовая программа, сканер или курьер кладут сообщения. Новые файлы в ней предлагаются к приёму в эту базу; без вашего согласия ничего не принимается.
settings-watched-full = В папке больше 20 000 файлов: просматриваются только первые. Перенесите старые в другую папку.
settings-watched-closed = Файлы и вложенные папки, которые нельзя прочитать: { $count }
pick-watched = Выберите папку, за которой следить
pick-intake-folder = Выберите папку, которую принять
