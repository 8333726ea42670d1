# Settings, and the system's dialogs for files.

section-settings = Settings
action-settings = Settings…
settings-look = Appearance
settings-theme = Theme
settings-theme-system = like the system
settings-theme-light = light
settings-theme-dark = dark
settings-language = Language of the window
settings-size = Text size
settings-keys = Keys
settings-keys-change = See and change the keys…
settings-work = Workplace
settings-office = Name of your office
settings-office-hint = Stands at the top of printed sheets, and as the depositor of a transfer.
settings-files = Files
settings-folder = Folder for exports and lists
settings-folder-none = Documents
settings-folder-choose = Choose…
settings-folder-reset = Back to Documents
settings-saved = Saving by itself
settings-scans = Scanned documents
settings-scans-read = { $by } reads their text.
settings-scans-not-read = There is no program on this computer that reads scans, so scanned documents are refused.
settings-scans-install = To install it, give this to whoever looks after the computer:
settings-scans-missing = Languages that are missing: { $languages }. To install them, give this to whoever looks after the computer:
settings-saved-how = What you type is saved within a second, and at once when you leave the field; there is no Save button. Ctrl+Z takes back any change, and all of it stays in the history.

## The system's dialogs for files

pick-documents = Choose documents for the library
pick-photos = Choose photos
pick-officials = Choose a list of officials
pick-files = Choose files
pick-library = Choose the folder of a library
pick-bundle = Choose a bundle
pick-new-library = Where the new library is to lie
pick-export = Where the bundle is written
pick-table = Where the file is written
pick-backup = Where the backup is written
pick-backup-file = Choose a backup
pick-folder = Choose a folder
pick-files-documents = Documents
pick-files-photos = Photos
pick-files-csv = CSV tables
pick-files-zip = ZIP archives
pick-files-table = Files of this kind
pick-files-all = All files
settings-watched = Watched folder
settings-watched-none = None chosen
settings-watched-leave = Do not watch
settings-watched-hint = The folder into which a mail program, a scanner or a courier puts releases. What is new in it is offered to this library; nothing is taken in unless you say so.
settings-watched-full = The folder holds more than 20,000 files: only the first are looked at. Move old ones to another folder.
settings-watched-closed = Files and folders in it that may not be read: { $count }
pick-watched = Choose the folder to watch
pick-intake-folder = Choose the folder to take in
