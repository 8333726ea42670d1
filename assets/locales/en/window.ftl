# The window's words. All three languages have the same lines: ui/test/words/words.test.ts.

app-name = Muragat
window-title = { $name } – Muragat
library-unnamed = Main library
library-name = Name of the library
library-name-hint = Stands in the title, lists, exports and backups. Empty: as its folder is called.

## Menus and actions

menus = Menus
menu-document = Document
menu-edit = Edit
menu-tag = Tag
menu-photo = Photo
menu-transfer = Transfer
menu-go = Go
menu-view = View
menu-help = Help

section-document = Document
section-photo = Photo
section-library = Library
section-list = List
section-panes = Panes
section-inspector = Tabs
section-window = Window
section-theme = Appearance
section-language = Language
section-keys = Keys

action-reference-copy = Copy reference code
action-photo-open = View photo large
action-refresh = Refresh
action-article-next = Next document
action-article-previous = Previous document
action-search = Search
action-pane-next = Next pane
action-pane-previous = Previous pane
action-tab-description = Description
action-tab-cast = Participants
action-tab-photos = Photos
action-tab-history = History
action-tab-next = Next tab
action-tab-previous = Previous tab
action-units = Show holdings
action-theme-system = Theme: like the system
action-theme-light = Theme: light
action-theme-dark = Theme: dark
action-language-kk = Қазақша
action-language-ru = Русский
action-language-en = English
action-keys = List of keys
action-plain-keys = Letter keys are on

keys-explained = Keys work by their place on the keyboard, whatever language you type in. Letter keys never act while you type; you can turn them off altogether in the Help menu.

close = Close
next = Next
previous = Previous
retry = Try again

## Search

search-label = Search documents
search-placeholder = Search everything: text, people, organisations, photos, code
search-clear = Clear search
search-here = Here: { $here }, in the whole library: { $all }
search-exact = With the very words: { $exact }. Another { $count } with similar ones: { $words }
search-unready = The search index is being renewed: not everything is found yet
row-similar = similar word
list-no-word = No word to look for
    .next = Type at least one letter or digit.
list-nothing-here = Nothing found here
    .next = Found in the whole library: { $all }.
text-find = Find in the text
text-find-close = Close the search in the text
hits-label = Found in the text
hits-count = { $at } of { $count }
hits-none = not in the text

## Holdings

units-label = Holdings
units-work = Work
units-all = All documents
units-tray = In-tray
units-tray-hint = Documents not yet placed in a file
units-fonds = Fonds
units-none = No fonds yet
status-folded = Put away for lack of room:
units-fold = Fold
units-unfold = Unfold

## List

list-label = List of documents
list-count =
    { $count ->
        [one] { $shown } document
       *[other] { $shown } documents
    }
list-found = Found: { $count }
list-nothing-found = Nothing found
    .next = Check the spelling, or try a shorter word.
list-absent = The open document is not in this list.
list-absent-show = Show it among all
notice-open = Open the document
notice-add-anyway = Add it anyway
list-empty = No documents here
    .next = Choose another fonds, inventory or file on the left.
fonds-empty = This fonds has no inventories yet
    .next = Add an inventory first: documents are placed in the files of an inventory.
inventory-empty = This inventory has no files yet
    .next = Add a file, or place a document in the inventory itself: paste a text (Ctrl V).
unit-empty-next = Paste a text (Ctrl V), drop a file, or move a document here from another list.
library-empty = The library is empty
    .next = Paste a text (Ctrl V), drop documents (Word, PDF, mail, a page, a folder) or photos on the window, or begin a new document in the Document menu.

order-hint = Order of the list
order-date-newest = Date
order-title = Title
order-reference = Code
section-order = Order of the list
action-order-date = By date, newest first
action-order-title = By title
action-order-reference = By code
order-relevance = Relevance
action-order-relevance = By relevance: the best first
action-order-swap = Order of what is found: relevance or date
action-search-everywhere = Search the whole library
action-text-find = Find in the text…
action-hit-next = Next place found in the text
action-hit-previous = Previous place found in the text

row-corrected = has a draft
row-corrected-hint = has an unregistered version
row-embargo = Embargo until { $date }
count-photos =
    { $count ->
        [one] { $count } photo
       *[other] { $count } photos
    }
count-people =
    { $count ->
        [one] { $count } person
       *[other] { $count } people
    }

## Document

document-label = Document
text-label = Text of the document
nothing-chosen = No document chosen
    .next = Choose one in the list, with ↑ and ↓ or the mouse.
text-none = This document has no text
    .next = The library holds only its description.
versions-label = Language versions
quote-speaker-unknown = speaker unknown

language-kk = Kazakh
language-kk-latn = Kazakh (Latin)
language-ru = Russian
language-en = English
language-und = language unknown
language-short-kk = kaz
language-short-kk-latn = qaz
language-short-ru = rus
language-short-en = eng
language-short-und = unknown

## About the document: tabs

inspector-label = About the document
inspector-empty = Nothing to show yet
    .next = Once a document is open, its description, participants, photos and history stand here.
tab-description = Description
tab-cast = Participants
tab-photos = Photos
tab-history = History

not-given = not given

section-about = Content
section-document-identity = Document
section-origin = Where it came from
section-access = Access and rights
section-originals = Originals
in-tray = In the in-tray, not yet placed in a file.

## Participants

cast-people = { $count ->
        [0] People
       *[other] People · { $count }
    }
cast-organisations = { $count ->
        [0] Organisations
       *[other] Organisations · { $count }
    }
cast-place-unmarked = in the description, not marked in the text
cast-places = { $count ->
        [0] Places
       *[other] Places · { $count }
    }
cast-empty = No participants tagged
    .next = The people and organisations of this document have not been tagged yet.
on-behalf-of = On behalf of: { $name }
count-mentions =
    { $count ->
        [one] { $count } mention
       *[other] { $count } mentions
    }
count-quotes =
    { $count ->
        [one] { $count } quote
       *[other] { $count } quotes
    }

## Photos

photos-label = Photos
photos-none = No photos
    .next = No photos are attached to this document.
photo-no-credit = No credit
field-caption-hint = Printed below the photo: who, where, what happens. \1 or \ab is a person's office and name.
section-photo-credit = Photo credit
action-photo-credit = Give the chosen photos the credit in the text
action-photo-credit-all = Give it to all photos without a credit
told-credited = Photos given a credit: { $count }
credit-printed = The text names the source of the photos:
field-alt-hint = Read to those who cannot see the photo: what it shows.
photo-large-label = Photo { $number } of { $count }
photo-of = { $number } of { $count }

undrawable-format = The program cannot show photos of this format
undrawable-damaged = The photo’s file is damaged
undrawable-large = The photo is too large
undrawable-other = The photo could not be shown

size-bytes = { $size } B
size-kilobytes = { $size } KB
size-megabytes = { $size } MB

## History

history-none = No history

## Status bar

status-read-only = read-only
status-no-library = No library is open

hint-next = next
hint-previous = previous
hint-speaker = speaker
hint-manual = manual

told-mention = { $name }: mention { $number } of { $count }
told-no-mention = { $name }: not tagged in this text
told-copied = Copied: { $text }
told-not-copied = Could not copy
told-title-not-set = Could not update the window’s title
settings-not-kept = The window’s settings were not kept
settings-mended = The settings were damaged and have been mended. The damaged file is kept: { $path }

## No library

no-library = No library yet
    .next = Muragat keeps all documents, photos and descriptions in one folder, the library. None was found on this computer.
