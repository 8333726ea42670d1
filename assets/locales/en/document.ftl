# The document: a new one, a draft's text, registration, versions.

section-new = New
section-versions = Versions
section-delete = Delete

action-article-new = New document
action-text-edit = Edit text
action-text-leave = Finish editing
action-register = Register
action-version-add = Add a version
action-version-next = Next version
action-version-previous = Previous version
action-version-compare = Compare versions
action-compare-next = Next difference
action-compare-previous = Previous difference
action-compare-close = Close the comparison
action-version-delete = Delete the version’s draft
action-article-delete = Delete the document’s draft

cancel = Cancel

told-new-article = New document: { $reference }
told-deleted-article = Draft deleted: { $reference }
told-deleted-version = The version’s draft was deleted
told-registered = Registered: { $reference }
told-given-back = The field has its former value again. Ctrl+Z brings back what you wrote

draft-title = Title
draft-body = Type or paste the text here
draft-untitled = Untitled document
draft-blank = No text yet
    .next = Type it, paste it, or drag a file onto the window.

register-title = Register the document
register-title-version = Register a new version: { $what }
register-explained = A registered text is evidence: it cannot be changed. If an error is found, a corrected version is added and the earlier one is kept. A mistaken registration can be undone.
register-texts = Texts to be registered
register-open = Still open

open-title = There is no title.
open-body = There is no text.
open-machine-read = A program read the text in a picture of the page: compare it with the original.
open-damaged = The file it came in is damaged: the text has only what could be read of it.
open-date = No publication date is given.
open-unit = It lies in the in-tray, in no file.
open-cast = No person or organisation is tagged.
open-stale = Tags that an edit cut through: { $count }.
open-speaker = Quotes without a speaker: { $count }.
open-credit = Photos without a credit: { $count }.

version-title = New version
version-relation = What it is to the text on the screen
version-translates = Version in another language
relation-translates-hint = The same text in another language; the cast is shared.
version-corrects = Correction
relation-corrects-hint = The text with an error mended; the earlier one stays.
version-replaces = Replacement
relation-replaces-hint = Takes the place of the earlier text.
version-withdraws = Withdrawal
relation-withdraws-hint = The press service took the text back; it stays in the archive.
version-language = Language
version-text = Text
version-text-later = Paste it, or leave this empty and type it later
version-text-copy = Left empty, it begins as a copy of the text on the screen
version-withdrawn-why = Why it is withdrawn
version-withdrawn-hint = The reason, who decided it and when. The text withdrawn stays in the archive as it was.
version-make = Add the version
version-draft = draft

compare-label = Differences between two versions
compare-same = The two texts are the same.
compare-count = Paragraphs that differ: { $count }

field-outgoing-number = Outgoing no.
field-outgoing-date = Outgoing date
field-unit = Where it is kept
field-kind-example = Press release
event-unlink = Take the event out of the document: { $name }
event-new = New event: { $name }
subject-new = New subject: { $name }
event-add = Find one or add a new one
action-article-open = Add documents from files…
action-article-from-photos = New document from photos…
told-taken-in = Documents taken in: { $count }
told-taken-in-with-photos = Documents taken in: { $count }, with photos: { $photos }
intake-title = Taking in files
intake-added = Became documents: { $count }
intake-refused = Not taken: { $count }
intake-unplaced = Photos whose place is not known: { $count }
intake-unplaced-asked = You will be asked which document they belong to when you close this report.
intake-unplaced-inside = from { $file }
pasted-text = pasted text

original-show = Open the original
received-subject = Subject
received-author = Author
received-sender = Sender
received-published = Published or sent
received-captured = Captured
received-url = Address
received-message-id = Message-ID
received-reader = Text read by
received-left-out = In the file and not in the text: { $what }
left-comment = comments: { $count }
left-deletion = deleted passages: { $count }
left-page-header = headers and footers of pages: { $count }
left-hidden = hidden text: { $count }
left-furniture = menus and buttons of the page: { $count }
left-signature = signature of the mail: { $count }
left-quoted-mail = earlier mails: { $count }
left-covering-note = covering note: { $count }
left-missing-picture = pictures that are not in the file: { $count }
left-object = objects: { $count }
left-speaker-note = speaker’s notes: { $count }
left-scanned-page = scanned pages: { $count }
left-locked-file = files locked by a password: { $count }
left-damaged-file = damaged files: { $count }
left-small-picture = signs and ornaments: { $count }
left-same-text = the same text in an attachment: { $count }
left-other = other: { $count }
doubt-old-font = An old Kazakh font was mended. Before: “{ $before }”. Now: “{ $after }”. Please check.
doubt-broken-letters = Letters that are not known: { $count }. Here: “{ $before }”
doubt-machine-read = A program read the text in the picture of the page{ $count ->
        [0] {""}
       *[other] ; words that it is not sure of: { $count } (such as { $before })
    }. Compare it with the original.
machine-read = machine-read
machine-read-hint = A program read the text in the picture of the page. Compare it with the original: Ctrl Alt O.
doubt-damaged = The file is damaged: what could be read is here.
doubt-cut-off = The file is too large: a part of it was not read.
doubt-not-read = Nothing of it was read: { $why ->
        [locked] it is locked by a password
        [scan] it is a scan, pages without letters
        [letters_lost] its letters are lost
        [damaged] it is damaged
        [too_slow] reading it took too long
        [packed] it is a packed folder (RAR, 7z)
        [table] it is a table
        [slides] it is a presentation
        [drawing] it is a drawing
        [data] it is data of a program
       *[other] its kind is not known
    }. The file itself is kept.
doubt-other = Compare the text with its original.
plan-intake-title = Take these files in?
plan-intake-documents = New documents: { $count }, with photos: { $photos }
plan-intake-photos = photos: { $count }
plan-intake-unplaced = Photos of which it is not clear to which document they belong: { $count }. You will be asked about them.
plan-intake-others = Files that will not be taken: { $count }
plan-intake-take = Take in
told-intake-stopped = Stopped; nothing was added
told-photos-left = Photos not added: { $count }
told-nothing-there = There are no files in the folder
intake-alike = Like documents that were here already: { $count }
intake-alike-pair = { $reference } and { $other } have the same title and date
intake-later-pair = { $reference } looks like a later version of { $other }; text in common: { $percent }%
intake-earlier-pair = { $reference } looks like an earlier version of { $other }; text in common: { $percent }%
intake-join-corrects = A correction: the earlier text stays
intake-join-replaces = A replacement: the earlier text no longer counts
intake-join-earlier = Make it the earlier version
intake-compare = Side by side
intake-keep-form = Keep as a further original
intake-keep-unread = Keep the file as an original
intake-show-known = Show the one in the library
intake-forms = Kept as further originals: { $count }
intake-leave-out = Leave out
intake-leave-photos = All its photos
intake-take-back = Take back
intake-photo-beside = { $name }, lay beside the document
intake-photo-inside = { $name }, from { $file }
intake-told-corrected = { $reference } is a correction of { $other } now; the earlier text stayed
intake-told-replaced = { $reference } replaces the text of { $other } now; the earlier text no longer counts
intake-told-earlier = { $reference } is the earlier version of { $other } now
intake-told-form = Kept as further originals: { $count }
intake-told-kept = Files kept: { $count }
intake-told-left-document = Left out: { $reference }. Ctrl Z brings it back
intake-told-left-photos = Photos left out: { $count }. Ctrl Z brings them back
intake-told-undone = Taken back
intake-sum-added = Documents added: { $count }
intake-sum-joined = Added as versions: { $count }
intake-sum-forms = Further originals: { $count }
intake-sum-refused = Files not taken: { $count }
intake-sum-nothing = Nothing was added
received-technical = Technical details
plan-intake-all = All: { $count }
plan-intake-photo = photo
plan-intake-loose = Photos without a text: { $count }
plan-offer-title = There is something new in the watched folder
plan-offer-never = Not the chosen ones
plan-offer-later = Later
told-nothing-new = There is nothing new in the watched folder
told-no-watched = No folder is watched. One can be chosen in the settings
told-not-offered = Not offered again: { $count }. Ctrl Z takes it back
step-turned-down = files not wanted
action-article-open-folder = Take in a folder…
action-watched-show = New files in the watched folder…
action-watched-show-count = New files in the watched folder: { $count }…
action-intake-stop = Stop taking in
action-intake-report = Report of the last intake
stop-intake-title = Stop taking in?
stop-intake-what = Files read: { $done } of { $total }. If you stop, none of them comes into the library.
stop-intake-go-on = Go on
close-work-title = Work is under way. Close the window?
close-work-what = If the window is closed, the work stops before its end.
close-work-intake = If the window is closed, the work stops before its end: none of the files that came is added to the library.
close-work-stop = Stop and close
plan-intake-tables = Tables: { $count }. They are no releases and will not be taken.
plan-intake-sidecars = Descriptions of photos (.xmp) without their photo: { $count }
