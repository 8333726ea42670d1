# Words of the catalogue: the window and the command line both take them from here.

## Levels

level-fonds = Fonds
level-inventory = Inventory
level-file = File

## State and access

state-draft = draft
state-registered = registered
state-withdrawn = withdrawn
access-open = Open
access-restricted = Restricted
access-embargo = Under embargo

## Versions

relation-original = first text
relation-translates = translation
relation-corrects = correction
relation-replaces = replacement
relation-withdraws = withdrawal

## Fields

section-holdings = Where it is kept
field-reference = Reference code
field-state = State
field-kind = Kind
field-publication-date = Published
field-captured-on = Captured on
field-source-url = Source URL
field-events = Event
field-subjects = Subjects
field-places = Places
places-marked = Marked in the text: { $names }
field-access = Access
field-embargo = Embargo until
field-reason = Reason
field-decided-by = Decided by
field-rights = Terms of use
field-note = Note
field-checksum = Checksum (SHA-256)
field-caption = Caption
field-credit = Credit
field-seen = Shown
field-undrawable = Why it is not shown
field-alt = Alternative text
field-photographer = Photographer
field-taken-at = Taken at
field-place = Place
field-instructions = Instructions for use
field-dimensions = Dimensions
field-size = Size
field-file = File name

## Roles

role-host = host
role-moderator = moderator
role-speaker = speaker
role-participant = participant
role-mentioned = mentioned
role-author = author
role-photographer = photographer
role-translator = translator
name-official = official
name-former = former
name-short = short
name-misspelt = misspelt in print

## Columns of lists

column-reference = Reference
column-date = Date
column-title = Title
column-kind = Kind
column-state = State
column-access = Access
column-unit = File code
column-unit-title = Fonds, inventory, file
column-languages = Language
column-people = People
column-organisations = Organisations
column-subjects = Subjects
column-places = Places
column-events = Events
column-photos = Photos
column-outgoing-number = Outgoing no.
column-outgoing-date = Outgoing date
column-source = Source
column-note = Note
column-name = Name
column-party-kind = Person or organisation
column-position = Position
column-articles = Documents
column-last-date = Latest document
column-file = File name
column-caption = Caption
column-credit = Credit
column-photographer = Photographer
column-taken-at = Taken
column-place = Place
column-seen = Seen
column-rights = Rights

## History

history-undone = undone
op-add-article = Document added
op-add-articles = Documents added
op-add-articles-count = Documents added: { $count }
op-keep-forms = Kept as a further original
op-join-articles = Document became a version of another
op-add-unit = Fonds, inventory or file added
op-edit-unit = Fonds, inventory or file edited
op-delete-unit = Fonds, inventory or file deleted
op-add-version = Version added
op-delete-version = Version taken out
op-edit-language = Language of a version set
op-move-articles = Documents moved to another file
op-attach = Photos attached
op-delete-article = Document deleted
op-edit-article = Description edited
op-edit-text = Text edited
op-edit-title = Title edited
op-edit-headings = Subjects and places edited
op-register = Document registered
op-register-articles = Documents registered
op-edit-articles = Description of documents edited
op-delete-articles = Drafts deleted
op-tag-articles = A participant tagged in documents
op-accept-certain = Certain suggestions accepted
op-tag = Participant tagged
op-tag-place = Place tagged
op-untag = Tag removed
op-untag-place = Place removed from the document
op-mention = Mention tagged
op-quote = Quote tagged
op-mark-everywhere = Remaining mentions marked
op-edit-participation = Role, position or on whose behalf edited
op-order-cast = Order of the cast changed
op-remove-mention = Mark in the text taken away
op-move-mention = Mark in the text moved
op-edit-quote = Quote edited
op-remove-quote = Quote mark taken away
op-accept-suggestions = Suggestion accepted
op-reject-suggestion = Suggestion rejected
op-suggest-again = What was rejected is suggested again
op-save-search = Search saved
op-save-photo-template = Photo template saved
op-delete-photo-template = Photo template deleted
op-rename-search = Saved search renamed
op-rename-library = Library renamed
op-delete-search = Saved search deleted
op-restore = Earlier value restored
op-edit-photos = Photo description edited
op-order-photos = Photos reordered
op-turn-photos = Photos turned
op-shift-photos = Times of photos shifted
op-move-photos = Photos moved
op-remove-photos = Photos removed
op-edit-regions = People in the photo tagged
op-add-party = Person or organisation added
op-load-officials = A list of officials loaded
op-edit-party = Person or organisation edited
op-delete-party = Person or organisation deleted
op-edit-names = Forms of the name edited
op-edit-posts = Posts edited
op-merge-parties = Two records merged
op-split-party = Record split in two
op-tell-apart = Two records told apart
op-relate-photos = Decision on two photos alike
op-add-event = Event added
op-edit-event = Event edited
op-delete-event = Event deleted
op-link-event = Link to an event edited
op-begin-transfer = A transfer to an archive began
op-edit-transfer = The transfer was edited
op-send-transfer = The transfer was sent to the archive
op-return-transfer = The archive returned the transfer
op-accept-transfer = The archive accepted the transfer
op-delete-transfer = The transfer was deleted
op-keep-transfer-files = The transfer’s act, inventory or signatures were kept
op-remove-transfer-file = A file of the transfer was removed
op-undo = Undo
op-redo = Redo
op-undo-what = Undo: { $what }
op-redo-what = Redo: { $what }
op-import = Taken from a bundle
op-other = Changed ({ $kind })
transfer-state-draft = in preparation
transfer-state-sent = sent
transfer-state-returned = returned
transfer-state-accepted = accepted
transfer-file-act = Act
transfer-file-signature = Signature
transfer-file-inventory = Inventory

## Where the library lies

warning-network-share = The library lies on a network drive: records may get damaged
warning-synced-folder = The library lies in a synced folder: an old copy may overwrite a new one
warning-conflicted-copy = A sync program laid another copy of the catalogue beside it: what was written there is not in the library (check names it)
warning-clock-behind = This computer's clock is behind the last entry in history: check the date and the time
warning-clock-ahead = This computer's clock is years ahead of the last entry in history: check the date and the time
warning-unknown = Mind where the library lies ({ $code })

## Search

search-number = Taken as a document’s number: texts were not searched for it
import-named = The library took the name “{ $name }”
import-would-name = The library will take the name “{ $name }”

## A name that was turned down: what becomes of it in other documents

refused-left-out = no longer suggested
refused-still-suggested = suggested
