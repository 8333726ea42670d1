# What is done to many selected documents at once: the selection, what would change, what came of it.

## Actions

section-several = Selected documents
action-register-several = Register { $shown } { $count ->
        [one] document
       *[other] documents
    }…
action-delete-several = Delete { $shown } { $count ->
        [one] draft
       *[other] drafts
    }…
action-tag-several = Tag a person or organisation in { $shown } { $count ->
        [one] document
       *[other] documents
    }…
action-tag-selected = Tag a person or organisation in the selected…
action-accept-several = Accept certain suggestions in { $shown } { $count ->
        [one] document
       *[other] documents
    }…
action-accept-certain = Accept all certain suggestions…
action-describe-selected = Change the description of the selected
action-copy-references = Copy { $shown } { $count ->
        [one] reference
       *[other] references
    }

## The selection

selection-label = Selected documents
selection-drafts = Drafts among them: { $shown }
selection-hint = What you fill in is written to each document; the rest stays. You are shown first what changes.
selection-differs = differs
selection-add-note = Add to the note
selection-heading = { $name }: in { $count } of { $total }
selection-remove = Take “{ $name }” away from all
selection-removed = “{ $name }” is taken away; keep it
selection-added = “{ $name }” is added; leave it out
selection-show = Show what changes…
selection-reset = Clear what is filled in

## Shown beforehand

batch-counting = Finding out what changes
batch-move-title = Move { $shown } { $count ->
        [one] document
       *[other] documents
    }
batch-set-title = Change the description of { $shown } { $count ->
        [one] document
       *[other] documents
    }
batch-will-register = Will be registered: { $shown }
batch-will-delete = Will be deleted: { $shown }
batch-will-move = Will be moved: { $shown }
batch-will-set = Will change: { $shown }
batch-will-tag = Documents that get tags: { $shown }
batch-will-accept = Documents whose suggestions are accepted: { $shown }
batch-same-register = Registered already: { $shown }
batch-same-move = There already: { $shown }
batch-same-set = So already: { $shown }
batch-same-tag = Tagged already: { $shown }
batch-same-accept = Without certain suggestions: { $shown }
batch-hindered-untitled = Without a title, stay drafts: { $shown }
batch-hindered-textless = Without a text, stay drafts: { $shown }
batch-hindered-registered = Registered, stay as they are: { $shown }
batch-hindered-transferred = Transferred to an archive, cannot be deleted: { $shown }
batch-hindered-unnamed = Not named in the text: { $shown }
batch-hindered-gone = No longer in the library: { $shown }
batch-open = Still open among those to be registered
batch-open-date = No date of publication: { $shown }
batch-open-unit = In no file yet, but in the in-tray: { $shown }
batch-open-cast = Nobody tagged: { $shown }
batch-open-credit = A photo without a credit: { $shown }
batch-lines = What changes
batch-lines-delete = What is deleted
batch-lines-first = { $what }: the first { $count ->
        [one] document
       *[other] { $shown } documents
    }
batch-named = Tagged in the text
batch-was = was
batch-becomes = becomes
batch-nothing = Nothing to change.
batch-one-undo = It is written as one action: a single Undo takes all of it back.
batch-stopped = Stopped. Nothing was changed.
batch-do-register = Register ({ $shown })
batch-do-delete = Delete ({ $shown })
batch-do-move = Move ({ $shown })
batch-do-set = Change ({ $shown })
batch-do-tag = Tag ({ $shown })
batch-do-accept = Accept ({ $shown })
batch-again = Show again
batch-whom = Who, or which organisation?
batch-whom-hint = Type a name
batch-whom-explained = Every place where the texts of the selected documents have the name is tagged. Where they do not have it, nothing changes.

## What came of it

told-batch-register = Registered: { $shown }
told-batch-delete = Deleted: { $shown }
told-batch-move = Moved: { $shown }
told-batch-set = Changed: { $shown }
told-batch-tag = Documents with new tags: { $shown }
told-batch-accept = Documents whose suggestions were accepted: { $shown }
told-references-copied = Copied: { $shown }

## Drafts and transfers

transfer-drafts-stay = Drafts stay out of the transfer: { $shown }
transfer-drafts-why = The text of a draft may change after the act is drawn up. They can be registered now.
transfer-drafts-register = Register the drafts ({ $shown })…
transfer-draft-stays = Stays out: a draft. Tick it to hand it over as it is.
transfer-draft-goes = Goes as a draft: its text may still change.
transfer-closed-stays = Stays out. Tick it to hand it over all the same.
transfer-closed-goes = Goes although access is limited.
