# Persons, organisations, events, all photos.

page-back = Back
count-articles =
    { $count ->
        [one] { $count } document
       *[other] { $count } documents
    }

parties-people = Persons
parties-organisations = Organisations
parties-kind = Persons or organisations
parties-search = Search by name
parties-by-name = By name
parties-by-articles = By number of documents
parties-by-latest = By latest mention
parties-none = No records
    .next = Records gather here as you tag persons and organisations in documents.
party-new-organisation = New organisation: { $name }
party-unnamed-person = Unnamed person
party-unnamed-organisation = Unnamed organisation

party-name = Authorised name (nominative)
party-forms = Other forms of the name
party-form = Form of the name
party-form-language = language
party-form-new = Another form
party-form-hint = Write it as texts have it
party-born = Born
party-died = Died
party-founded = Founded
party-dissolved = Dissolved
party-parent = Parent organisation
party-open = Open the record: { $name }
party-people = People of this organisation
party-posts = Posts
post-title = Title (nominative)
post-new = New post
post-hint = For example: head of department
post-edit = Edit
post-remove = Remove the post
post-done = Done

party-tab-articles = Documents
party-tab-quotes = Quotes
party-tab-printed = Positions as printed
party-tab-similar = Similar
party-no-articles = In no document
    .next = If the record is not needed, it can be deleted.
party-no-quotes = No quotes
    .next = Mark a quote in a document and say whose words they are.
party-no-photos = No photos
    .next = Open a photo large and press “Mark a person”.
party-no-printed = No position is printed in the texts.
party-no-similar = No similar records.
party-delete = Delete the record

party-merge = Merge…
party-merge-title = Merge two records
party-merge-do = Merge
merge-with = With which record
merge-hint = Similar records come first.
merge-stays = Stays
merge-goes = Goes into it
merge-swap = Swap
merge-choose = Choose a record above.
merge-has = What hangs on it
merge-after = Everything goes to the record: { $name }. The other name ({ $other }) stays as a form. Ctrl+Z takes them apart again.
told-merged = Records merged: { $name }
party-split = Split…
party-split-title = Split a record: { $name }
party-split-do = Split
split-hint = Choose the documents that are about somebody else: they go to a new record. Space marks.
split-chosen = Chosen: { $count } of { $total }
split-name = Name of the new record
told-split = New record: { $name }

events-page = Events
events-search = Search events
events-none = No events
    .next = Add an event here, or in the description of a document.
event-begin = New event
event-unnamed = Unnamed event
event-name = Name of the event
event-people = Who was there
event-no-photos = No photos
    .next = Photos can hang on the event without a document.
event-no-articles = No documents
    .next = No document reports this event yet.
event-delete = Delete the event

photos-page = All photos
photos-which = Which photos
photos-all = All
photos-lacking-credit = No credit
photos-lacking-caption = No caption
photos-lacking-alt = No alternative text
photos-search = Search photos
photos-form = About the photo
photos-choose = Choose a photo. Ctrl or Shift chooses several, Enter enlarges.
photos-page-none = No photos
    .next = Open a document or an event and add photos.
photos-none-lacking = No such photos
    .next = All photos have it.

section-records = Records
action-new-person = New person record
action-new-organisation = New organisation record
action-new-event = Add an event
action-merge = Merge the record with another…
action-split = Split the record…
action-officials = Load a list of officials (CSV)…
officials-title = A list of officials
officials-hint = From this list the archive knows people and organisations in texts. The first line names the columns, in any order, in Kazakh, Russian or English:
officials-columns = name (kk) · name (ru) · position · organisation (kk) · organisation (ru) · from · to · BIN
officials-example = For example: Сәуле Омарова;Сауле Омарова;директор;Қалалық кітапхана;;2024-02-01;;
officials-same = A person of the same full name goes into the same record; nobody is merged by initials. Loading a list twice changes nothing.
officials-choose = Choose a file…
officials-rows = Rows read: { $count }
officials-people = New people: { $count }
officials-organisations = New organisations: { $count }
officials-posts = New posts: { $count }
officials-ignored-columns = Columns passed over: { $names }
told-officials = The list is loaded. Ctrl+Z takes it back.
