# The window itself: menus, panes, status bar, search, holdings.

## Actions

section-edit = Edit
section-selection = Selection
section-go = Go
section-places = Parts of the library
section-size = Size
section-about-program = Program
action-undo = Undo
action-undo-what = Undo: { $what }
action-redo = Redo
action-redo-what = Redo: { $what }
told-undone = Undone: { $what }
record-gone = There is no such record any more: it may have been deleted
told-redone = Done again: { $what }
told-undone-elsewhere = Undone in { $reference }: { $what }
told-redone-elsewhere = Redone in { $reference }: { $what }
undo-blocked = This cannot be taken back: the same was changed later ({ $by_actor }, { $by_at })
    .next = Undo that action first, in the history.
undo-clash = This cannot be taken back: a later change is in the way
    .next = Nothing was changed. Mend that change and try again.
action-cut = Cut
action-copy = Copy
action-paste = Paste
action-select-field = Select all in the field
action-select-text = Select the whole text
action-find-in-library = Look for these words in the whole library
action-select-all = Select the whole list
action-select-none = Clear the selection
told-selected = Selected: { $count }
action-palette = Find an action by name
action-back = Back
action-forward = Forward
action-go-all = All documents
action-go-tray = In-tray
action-go-drafts = Drafts
action-go-suggested = Open suggestions
action-go-people = People
action-go-organisations = Organisations
action-go-events = Events
action-go-photos = All photos
action-list-focus = Go to the list of documents
action-list-show-document = Show the open document in the list
action-filters = Filters
action-list = Show the list
action-inspector = Show details of the document
action-widths-reset = Reset the panes’ widths
action-text-larger = Larger text
action-text-smaller = Smaller text
action-text-usual = Usual text size
told-size = Size: { $size }%
told-size-not-set = Could not change the size
told-unreadable = Not written, as it could not be read: “{ $words }”
told-undecided = Not written: “{ $words }” (nothing was chosen)
action-report = Save a report…
action-about = About the program
tools = Tools

## Panes

divider-units = Width of the holdings
divider-list = Width of the list
divider-inspector = Width of the details
divider-hint = Change the width: drag, or press ← and →. A double click brings back the usual one.

## Keys

keys-filter = Find an action
keys-change = To change a key, choose it and press the new one; Delete takes it away, Esc leaves it.
keys-change-this = Change the key
keys-press = Press the new key…
keys-add = Add a key
keys-reset = Back to the original key
keys-reset-all = Reset all keys
keys-clash = Another action has this key too: { $others }. Where both can be done, the one higher in the list is.
keys-clash-take = Take it away there
keys-refused = is needed for moving about in the window; choose another.

## Palette

palette-field = What to do? Type an action, a document, a person or an organisation
palette-found = Found in the library
palette-looking = Looking in the library…
palette-nothing = Nothing found
palette-person = person
palette-organisation = organisation
palette-transfer = transfer, { $state }

## Status bar

status-unwritten = Some words are not saved
status-saving = Saving…
status-saved-at = Saved { $time }
status-all-saved = All saved
status-result = { $work }: show the result
status-lost = The library is not there
status-backup-lately = Backup: { $when }
status-backup-long-ago = The backup is old: { $when }
status-backup-none = No backup yet
status-watched-problem = The watched folder cannot be read
status-watched = New in the folder: { $count }
status-selected =
    { $count ->
        [one] { $shown } document selected
       *[other] { $shown } documents selected
    }
hint-palette = actions

## About

about-what = An archive of press materials: texts, photos, people and organisations in one library on this computer.
about-network = Network
about-network-words = The program opens no network connection: it sends nothing and fetches nothing. All data stays on this computer.
about-licences = Licences
about-licences-words = The program is under the MIT licence or the Apache License 2.0, at your choice. It uses Tauri, Svelte, SQLite and other open-source libraries.
about-fonts = Fonts
about-fonts-words = Golos Text and Literata, SIL Open Font License 1.1. Both have all Kazakh letters.
about-model = Model and data
about-model-words = The tagger’s model was trained on KazNERD (Institute of Smart Systems and Artificial Intelligence, Nazarbayev University; R. Yeshpanov, Y. Khassanov, H. A. Varol, 2022), licensed under CC BY 4.0. It is derived from that data: it holds weights counted in it and none of its sentences.

## First run and libraries

welcome = Welcome!
    .next = Muragat keeps press releases, photos and the people named in them in one place. Fill in what stands below to begin.
welcome-can-keep = Paste, drop or type a text: it is saved as you type.
welcome-can-tag = Tag people, organisations, places and quotes in the text with one key.
welcome-can-find = Find any word, person or photo at once.
welcome-can-hand-over = Hand finished documents over to the state archive as a checked package.
welcome-name = Your name
welcome-name-hint = History records your changes under this name.
welcome-name-missing = Write your name: history has to tell who changed what.
welcome-where = Where is the library to lie?
welcome-here = Here
welcome-elsewhere = I choose another place
welcome-existing = I have a library already and open it
welcome-sample = I first look at the sample library
welcome-sample-hint = Invented releases; change anything you like.
welcome-begin = Begin
action-libraries = Libraries
action-library-open = Open a library…
action-library-new = Make a library…
action-library-sample = Open the sample library
libraries-open = Choose the library’s folder
libraries-new = Choose where the new library is to lie
libraries-new-name = archive
libraries-recent = Recent
libraries-absent = Not there now: { $path }
libraries-forget = Take off the list
library-lost = The library is not in its place
    .next = Its disk may not be plugged in. Plug it in and press “Try again”, or open another library.

## Holdings and searches

left-pane = Left pane
units-drafts = Drafts
units-drafts-hint = Documents not yet registered
units-suggested = Open suggestions
units-suggested-hint = Documents whose text has suggestions nobody has decided on
suggested-empty = No open suggestions
    .next = Documents stand here while a name, an organisation, a place or a quote found in their text is neither accepted nor rejected.
units-no-credit = Photos without credit
units-cards = Cards
units-photos = Photos
units-searches = Saved searches
units-transfers = Transfers
section-move = Place
section-unit = Fonds, inventory, file
section-search = Search
action-move = Move to a file…
action-move-several = Move { $shown } { $count ->
        [one] document
       *[other] documents
    } to a unit…
action-unit-fonds = New fonds…
action-unit-add = Add an inventory or file inside…
action-unit-edit = Details of the chosen fonds or file…
action-unit-delete = Delete an empty fonds, inventory or file
action-search-save = Save the search…
action-search-rename = Rename the saved search…
action-search-delete = Delete the saved search
told-unit-added = Added: { $title }
told-unit-deleted = Deleted: { $title }
told-search-saved = Search saved: { $name }
told-search-deleted = Search deleted: { $name }
told-articles-moved = Moved ({ $count }): { $title }
unit-picker = To which file?
unit-picker-hint = Type a title or code
unit-new-fonds = New fonds
unit-new-inventory = New inventory
unit-new-file = New file
unit-below = In: { $title }
unit-code = Code
unit-title = Title
unit-creator = Fonds creator
unit-date-from = Earliest date
unit-date-to = Latest date
unit-extent = Extent
unit-retention = Retention period
unit-retention-article = Article of the schedule
unit-note = Note
unit-make = Add
field-required = Fill out this field.
search-name = Name of the search
search-save = Save
search-save-short = Save

## Filters

facet-years = Year
facet-states = State
facet-people = People
facet-organisations = Organisations
facet-subjects = Subjects
facet-places = Places
facet-units = Fonds and files
facet-languages = Language
facet-more = { $count } more
facet-all = all, find in the list
facet-find = Find in this list
facet-none = Nothing to filter by
chips-label = Filters in use
chip-off = Take the filter away
chips-clear = clear all
elsewhere-label = Also found
elsewhere-transfer = transfer
palette-photo = photo

## Dropping

drop-any = Drop the files here
drop-words = A new document will begin with this text
drop-documents =
    { $count ->
        [one] { $count } document will be added
       *[other] { $count } documents will be added
    }
drop-photos =
    { $count ->
        [one] { $count } photo will be added to “{ $title }”
       *[other] { $count } photos will be added to “{ $title }”
    }
drop-photos-event = Photos to be added to the event: { $count }
drop-photos-new = A new document will begin with the photos: { $count }
drop-photos-with-text = { $documents ->
        [1] Photos that go to that new document: { $count }
       *[other] Photos that go to these new documents: { $count }
    }
drop-photos-asked = Photos of which you will be asked where they belong: { $count }
drop-bundle = The archive package will be verified
drop-library = This library will be opened
drop-read-only = The library is read-only: nothing will be added
drop-others = Cannot be taken: { $count }
told-nothing-to-paste = There is nothing to paste. Copy the text of a release, a photo or a file, and paste again.
told-no-field = There is no field for text here. A new document is pasted in the list.
paste-photos = Which document do these photos belong to?
paste-photos-count = Photos: { $count }
paste-photos-home = Document
paste-photos-beside = its file lay beside these photos: { $file }
paste-photos-beside-known = was in the library already; its file lay beside these photos: { $file }
paste-photos-came = came with them: { $file }
paste-photos-other = Another document
paste-photos-open = open on the screen
paste-photos-here = Add
paste-photos-leave = Leave them
paste-photos-new = Begin a new document
action-actor = Who is working…

## The report

report-title = Report for whoever looks for the cause of a failure
report-what = The report helps to find the cause of a failure. It holds versions, figures and what the program did and when; no texts, titles, names or paths. Nothing is sent: you save a file, and give it to whoever looks after the program. Here is all that is in it.
report-lines = { $count ->
    [one] { $count } line
   *[other] { $count } lines
}
report-parts = Files in the report: { $count }
report-save = Save…
report-file-name = muragat-report
told-report-saved = The report was saved
broke-off-what = The last time, the program ended unexpectedly. What was saved is safe. A report helps to find the cause.
broke-off-dismiss = Not needed
