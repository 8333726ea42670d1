# Tagging in the text.

## Tagging: actions

section-tag = Tagging
section-suggestions = Suggestions
section-cast = Cast list
section-caret = Moving in the text
action-tag-person = Tag a person
action-tag-organisation = Tag an organisation
action-tag-place = Tag a place
action-tag-quote = Tag a quote
action-tag-speaker = Set the quote’s speaker
action-tag-position = Tag a position
action-tag-remove = Delete the tag
action-mention-confirm = Confirm a stale tag
action-mention-move = Set a stale tag on the selection
action-mention-everywhere = Mark wherever it is named so
action-suggestion-next = Next suggestion
action-suggestion-previous = Previous suggestion
action-suggestion-next-doubtful = Next suggestion in doubt
action-suggestion-previous-doubtful = Previous suggestion in doubt
action-suggestion-accept = Accept the suggestion
action-suggestion-accept-alike = Accept all like this one
action-suggestion-accept-certain = Accept all certain suggestions in this text
action-suggestion-reject = Reject the suggestion
action-suggestion-edit = Edit, then accept
action-check-next = Next place to check
action-cast-edit = Edit role and position
action-cast-page = Open the record
action-cast-everywhere = Mark everywhere
action-cast-up = Move up in the list
action-cast-down = Move down in the list
action-cast-remove = Take out of the document
action-word-next = Next word
action-word-next-select = Select to the next word
action-word-previous = Previous word
action-word-previous-select = Select to the previous word
action-letter-next = Next letter
action-letter-next-select = Select to the next letter
action-letter-previous = Previous letter
action-letter-previous-select = Select to the previous letter
action-line-next = Next line
action-line-next-select = Select to the next line
action-line-previous = Previous line
action-line-previous-select = Select to the previous line
action-line-start = Start of the line
action-line-start-select = Select to the start of the line
action-line-end = End of the line
action-line-end-select = Select to the end of the line
action-text-start = Start of the text
action-text-start-select = Select to the start of the text
action-text-end = End of the text
action-text-end-select = Select to the end of the text
action-caret-leave = Clear the selection

## Marks

kind-person = person
kind-organisation = organisation
kind-place = place
kind-quote = quote
kind-position = position
speech-direct = Direct speech
speech-paraphrase = Paraphrase
spoken-selection = Selected: { $text }
spoken-mark = { $text } (tagged: { $name })
spoken-suggestion = { $text } (suggestion, { $sureness }: { $name })

## The picker

picker-name = Name, in the nominative
picker-candidates = In the archive
picker-nobody-chosen = Choose who is meant with the arrow keys. If it is none of them, Ctrl+Enter makes a new record.
picker-odd-name = “{ $name }” is not among the words chosen. For a new record press Ctrl+Enter.
picker-odd-speaker = “{ $name }” is not in the text. For a new record press Ctrl+Enter.
picker-new-person = New person: { $name }
picker-new-organisation = New organisation: { $name }
picker-new-place = New place: { $name }
picker-role = Role
picker-position = Position (as printed)
picker-behalf = On behalf of
picker-organisations = Organisations
picker-more-here = More in this document: { $count }
picker-fields = fields
picker-quote = Whose quote it is
picker-speaker = Speaker
picker-speech = How the speech is given
picker-nobody = Speaker unknown
picker-whose = Whose position it is
picker-no-people = Tag a person first
candidate-here = in this document
candidate-articles =
    { $count ->
        [one] in { $shown } document
       *[other] in { $shown } documents
    }
candidate-articles-last =
    { $count ->
        [one] in { $shown } document, the last { $date }
       *[other] in { $shown } documents, the last { $date }
    }
reason-same-name = same name
reason-name-form = a known form of the name: { $form }
reason-other-script = in the other script: { $form }
reason-name-part = part of the name: { $form }
reason-name-begins = the name begins so
reason-same-surname-given = same surname and given name
reason-same-surname-initial = same surname, the initial fits
reason-same-surname = same surname
reason-same-given-patronymic = same given name and patronymic, another surname
reason-former-name = the former name of one is the name of the other
reason-look-alike = alike to the eye, but Latin letters stand in one of them
reason-one-letter = one letter differs
reason-abbreviation = one is an abbreviation of the other
reason-same-bin = the same BIN
reason-same-organisation = of the same organisation: { $name }
reason-here-already = in this document already
reason-read-name-form = has the form of a surname: { $text }
reason-read-name-on-list = a given name on the list: { $text }
reason-read-tagger = recognised by the words around it: { $text }
reason-read-on-record = on record in the archive: { $text }
reason-read-position-beside = a position stands beside it: { $text }
reason-read-short-form = short form in the text: { $text }
reason-read-in-position = named in a position: { $text }
reason-read-head-noun = built like such a name: { $text }
reason-read-listed = on the list of bodies and places: { $text }
reason-read-in-credit = named in a photo credit: { $text }
reason-read-speaker-beside = the speaker is named beside the quote: { $text }
reason-read-speaker-by-position = the speaker’s position stands beside the quote: { $text }
reason-read-speaker-before = the text speaks of this person right before the quote
reason-read-speaker-next = named where the same speech goes on

## A suggestion, a stale tag

card-label = The mark here
card-new = Not in the archive: a new record
card-known = Record in the archive: { $name }
card-unsure =
    { $kind ->
        [place] Not certain which place this is. Similar records: { $shown }
        [organisation] Not certain which organisation this is. Similar records: { $shown }
       *[person] Not certain who this is. Similar records: { $shown }
    }
suggestion-certain = certain
suggestion-doubtful = in doubt
tip-certain = It is certain that this was read right, and who or what is meant: it is accepted together with all certain suggestions
tip-doubtful = It is not certain that this was read right, or who or what is meant: look at it before you accept it
card-stale = The text has changed. What was tagged: { $text }
card-stale-move = to set it elsewhere, select the words and press
do-accept = Accept
do-edit = Edit
do-reject = Reject
do-confirm = It is right
do-remove = Delete

## Cast list

cast-how = Select words in the text and press a key:
cast-quotes = { $count ->
        [0] Quotes
       *[other] Quotes · { $count }
    }
cast-checks = To check · { $count }
cast-suggestion = suggestion
cast-drag = Drag to change the order
cast-open = Role and position: { $name }
cast-roles = Roles
cast-position-number = Position { $number } (as printed)
cast-position-add = One more position
quote-edit = Edit the quote
check-stale = Stale tag: { $text }
check-quote = Quote without a speaker: { $text }…
check-person = Not tagged in the text: { $name }
status-suggestions = Suggestions to review: { $count }

## What was done

told-elsewhere = Somebody else changed this document; what changed is marked
told-tagged =
    Tagged: { $name }, { $count ->
        [one] { $count } time
       *[other] { $count } times
    } in the text
told-tagged-more = Tagged: { $name }. Not tagged yet: { $count }
told-accepted = Accepted: { $name }
told-accepted-alike = Suggestions accepted: { $count }
told-accepted-certain = Certain suggestions accepted: { $count }, { $left ->
        [0] none left to look at
       *[other] left to look at: { $left }
    }
told-rejected = Rejected: { $name }
told-no-suggestions = No suggestions to review
told-none-sure = None of these is certain enough to accept at once
told-none-certain = No suggestion in this text is certain, look at each of them
told-none-doubtful = No suggestion is in doubt, all that are left are certain
told-quote = Quote tagged, speaker: { $name }
told-quote-nobody = Quote tagged, speaker unknown
told-quote-removed = Quote tag deleted
told-no-quote = There is no quote here
told-nothing-in-field = Nothing to undo in this field
told-position = { $name }, position: { $text }
told-mention-removed = Tag deleted: { $text }
told-mention-confirmed = Tag confirmed: { $text }
told-mention-moved = Tag moved: { $text }
told-stale = Stale tag: { $text }
told-untagged = Taken out of the document: { $name }
told-moved = { $name }: number { $number } in the list
told-marked = { $name }, newly marked: { $count }
told-role-on = { $name }, role added: { $role }
told-role-off = { $name }, role removed: { $role }
told-nothing-to-check = Nothing to check
told-only-suggestions = The tags are in order, suggestions to review: { $count }

## Names turned down

refused-title = Names turned down
refused-hint = What was turned down in five documents and has no record in the archive is no longer suggested. Suggested again, it is open in those documents too. Ctrl+Z takes that back.
refused-empty = Nothing has been turned down in this library.
refused-name = Name
refused-kind = Suggested as
refused-documents = Documents
refused-last = Last in
refused-state = In other documents
refused-again = Suggest again
refused-again-name = Suggest again: { $name }
told-suggest-again = Suggested again: { $name } (documents: { $count })
