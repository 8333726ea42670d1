# Errors: what happened and what to do next. The window and the command line both take them from here.

## The library

error-library-missing = There is no library at { $path }
    .next = Check the path; muragat -L PATH init makes a new one.
    .window = If its disk was taken out, plug it in again: the work goes on. Otherwise open another library from the menu.
error-library-unnamed = No library was named
    .next = Give its path with -L.
error-library-exists = Something is there already: { $path }
    .next = Choose another path for the new library. Nothing was changed.
error-library-foreign = This folder is no library: { $path }
    .next = Name another folder, one that ends in .muragat.
error-library-newer = A newer version of the program wrote this library: { $path } (version { $found }, this program knows { $known })
    .next = Update the program. The library was not changed.
error-library-replaced = Another library lies here now: { $path }
    .next = A backup was brought back here, or another disk was put in: nothing was written. Open the library again and do it once more.
error-library-damaged = The library is damaged: { $path } ({ $detail })
    .next = Put a copy of its folder aside, then bring back the latest backup: muragat restore.
    .window = Put a copy of its folder aside, then bring back the latest backup.
error-clock-unset = This computer’s clock stands before 1970
    .next = Set the date and the time, then try again.
error-backup-damaged = This backup is damaged, or the file is no backup: { $path } ({ $detail })
    .next = Take another, earlier backup. Your library is as it was.
error-library-read-only = The library cannot be written: { $path }
    .next = Check the folder's permissions, or copy the library to a disk of your own. It can be read and exported.
error-library-busy = Another program is writing to the library: { $path }
    .next = Wait a moment and try again. Nothing was lost.
error-disk-full = The disk is full: { $path }
    .next = Make room and try again. All that was saved before is there.
error-file-unreadable = The file cannot be read: { $path } ({ $detail })
    .next = Check that it is there and that you may read it.
error-file-unwritable = The file cannot be written: { $path } ({ $detail })
    .next = Check that there is room on the disk and that you may write.
error-target-exists = A file or folder of that name is there already: { $path }
    .next = Choose another name. It was not changed.
error-catalogue-failed = The catalogue did not carry out the request ({ $detail })
    .next = Try again. If it happens again, check the library: muragat check.
    .window = Try again. If it happens again, check the library.
error-cancelled = Stopped
    .next = Nothing was left half made.

## Texts and photos

error-text-empty = There is no text in { $file }
    .next = Choose a file that holds text.
error-text-binary = Nobody knows what this file is: { $file }
    .next = If there is a release in it, copy its text into a file of its own and add that. Photos go in by --photo or attach.
    .window = If there is a release in it, copy its text and press Ctrl V here. Drag photos onto the article.
error-document-unread = { $why ->
        [locked] The document is locked by a password
        [scan] This is a scan: its pages are pictures without text
        [scan_unread] This is a scan, and not one word could be recognised in it
        [letters_lost] The letters of this document are lost
        [damaged] The file is damaged; nothing of it could be read
        [not_read] This format is not read
        [too_large] The document is too large
        [empty] There is neither text nor picture in the document
        [too_slow] Reading the document takes too long
        [broke_down] The document could not be read
        [not_started] The part of the program that reads documents did not start
        [packed] This is a RAR or 7z archive, which is not opened
        [table] This is a table, not the text of a release
        [slides] This is a presentation, not the text of a release
        [drawing] This is a drawing (SVG), which is not taken in
        [data] These are data of a program, not the text of a release
        [other_format] This is no plain text file
       *[other] Nobody knows what this file is
    }: { $file }
    .next = { $why ->
        [locked] Ask the sender for the password, open the document, save it without one and add it again.
        [scan] Ask the sender for Word or for a PDF with text. Or attach the pages as photos and type the text. For the computer to read such pages itself, have the program tesseract installed (Settings, Scanned documents).
        [scan_unread] See whether its pages are clear. Ask the sender for Word or for a PDF with text, or attach the pages as photos and type the text.
        [letters_lost] The text was saved in a wrong encoding, and Kazakh letters became “?”. Ask the sender for the original file (Word, PDF).
        [damaged] Copy the file again from where it came, or ask for it once more.
        [too_large] Put the release into a file of its own and add that.
        [empty] Choose another file.
        [not_started] Install the program again.
        [packed] Unpack it into a folder and drop that folder.
        [table] If it lists officials, load it from the Tag menu; if it holds a release, copy its text and press Ctrl V.
        [other_format] Save it as CSV or as text (.txt) and choose it again.
       *[other] If there is a release in it, copy its text and press Ctrl V in this window.
    }
error-text-too-large = The text is too long: { $file } ({ $size } bytes, at most { $limit })
    .next = Split the file, so that it holds the release alone.
error-duplicate-release = This release is in the library already: { $reference } “{ $title }” ({ $file }){ $difference ->
        [blanks]{" "}(only blanks and lines differ)
        [quotes]{" "}(only quotation marks differ)
        [dashes]{" "}(only dashes differ)
        [capitals]{" "}(only capitals differ)
        [look_alikes]{" "}(some letters are of another script)
        [signs]{" "}(only signs and blanks differ)
        [words]{" "}(the file is the same, its text here differs)
       *[same]{""}
    }
    .next = It was not added again. Open the record that is there: muragat show { $reference }
    .window = It was not added again.
error-photo-unrecognised = This file is no picture: { $file }
    .next = It was left out, the others went in. Check the file.
error-photo-empty = The photo file is empty: { $file }
    .next = Copy it again from where it came from.
error-photo-too-large = The photo is too large: { $file } ({ $size } bytes, at most { $limit })
    .next = Add a smaller copy.
error-photo-duplicate = The article has this photo already: { $file }
    .next = It was not added a second time.
error-photo-unplaced = This photo belongs to no document that was taken in: { $file }
    .next = Attach it to its document.
error-folder-empty = There is nothing in the folder: { $path }
    .next = Choose a folder that holds documents or photos.
error-original-not-shown = No program was found that opens this file: { $file }
    .next = { $program ->
        [pdf] Install a reader of PDF files (Okular, for example).
        [office] Install an office program (LibreOffice, for example).
        [mail] Install a mail program (Thunderbird, for example).
        [page] Install a browser (Firefox, for example).
        [picture] Install a program that shows pictures (Gwenview, for example).
        [archive] Install a program that opens zip files (Ark, for example).
       *[other] Install a program for files of this kind.
    }
error-photo-undrawable = The photo cannot be drawn: { $name }
    .next = Its original is kept and goes into exports.
error-photo-with-many = --photo and --credit go with a single file
    .next = Add the files one by one.
error-original-missing = An original is missing: { $sha256 }
    .next = Check the library: muragat check. A backup can bring the file back.
    .window = Check the library. A backup can bring the file back.
error-original-damaged = An original is damaged: { $path }
    .next = Check the library: muragat check. A backup can bring the file back.
    .window = Check the library. A backup can bring the file back.

## The catalogue

error-not-found = There is no such record: { $id }
    .next = Look its reference up in the list: muragat list
error-party-ambiguous = Several records go by this name: { $name }
    .next = Say which by its number: { $candidates }
error-party-kind-differs = { $name } is a record of the other kind
    .next = Use --person for a person, --organisation for an organisation.
    .window = People and organisations are separate records: choose the other kind.
error-name-empty = The name is empty
    .next = Write at least one letter or digit.
error-no-word = No word to look for: { $text }
    .next = Type at least one letter or digit.
error-name-taken = Something else has this name already: { $name }
    .next = Choose another name.
error-list-heading-unknown = The first line of the list names no known column: { $file } ({ $heading })
    .next = Write the names of the columns into the first line: name or organisation; if wanted also name (ru), position, from, to, BIN.
error-list-quote-open = A quotation mark is not closed: { $file }, line { $line }
    .next = Close the quotation mark in that line and load again. Nothing was loaded.
error-list-line-invalid = A line of the list cannot be taken: { $file }, line { $line }; { $column }: “{ $value }”
    .next = Mend the line and load again: each line needs a name or an organisation; a date is 2026-02-27, 27.02.2026 or 2026, a BIN has 12 digits and is the one on record. Nothing was loaded.
error-list-name-ambiguous = Several records have that name: { $file }, line { $line }; { $name }
    .next = Merge the records, or write the name in the list more fully. Nothing was loaded.
error-bin-invalid = This is no BIN: { $value }
    .next = A BIN of an organisation has 12 digits; a person has none here.
error-code-taken = This code is taken: { $value } is { $name }
    .next = Choose another. Capitals and the keyboard layout make no difference.
error-code-invalid = This cannot be a code: { $value }
    .next = A code is letters and digits, at least one letter, no longer than 12. A number alone is a place in the document's cast.
error-party-in-use = Records still refer to it: { $name }
    .next = Merge it with another record instead, or take it out of the documents first.
error-event-in-use = Photos belong to this event alone: { $name } ({ $photos })
    .next = Move them to a document or another event first, or take them out.
error-role-unknown = There is no such role: { $role }
    .next = Known roles: { $known }
error-edit-conflict = While you were editing, somebody else changed this too. You saw: “{ $seen }”. Now: “{ $now }”. Yours: “{ $mine }”
    .next = Nothing was written. Look at what stands now, give that with --seen, and try again.
    .window = Nothing was written: what you typed is still there. Choose which is to stay.
error-text-registered = { $reference } is registered: its text is evidence and does not change
    .next = Add a new version to correct it.
error-version-needed = This version cannot be taken out: { $reference }
    .next = It is the only text, or another version relates to it. Delete the document itself, or the later version first.
error-unit-not-empty = There are documents or units inside: { $unit }
    .next = Move what lies inside first.
error-unit-taken = This code is taken: { $unit }
    .next = Choose another, or use the one that is there: muragat unit
    .window = Choose another, or use the one that is there.
error-transfer-stands = The transfer does not stand where this step can be taken: { $receiver }
    .next = The order is: it is prepared, sent, then accepted or returned; what was returned is mended and sent again.
error-transfer-empty = There is nothing to transfer (kept out by access rules, or as drafts: { $left_out })
    .next = Choose other documents, or register the drafts; a restricted one goes only when it is named itself.
error-transfer-closed = Access was closed after the transfer began: { $reference } ({ $count } in all)
    .next = Take them out of the transfer’s list, or look at their access conditions.
error-document-failed = The document or list cannot be written into a file: { $document } ({ $detail })
    .next = Check names and texts for unusual signs and try again. If that does not help, send this message to the developers.
error-article-transferred = This document was transferred to an archive: { $reference } ({ $receiver })
    .next = It stands in the act, so it is not deleted. Add a new version to correct it.
error-transfer-file-empty = The file is empty: { $file }
    .next = Save the signed file once more and add it again.
error-transfer-file-too-large = The file is too large: { $file } ({ $size } bytes, at most { $limit })
    .next = Add the act or the signature alone, not the bundle itself.
error-unit-too-deep = Nothing lies below a file: { $unit }
    .next = Add it below an inventory.
error-reference-taken = Another article has this reference: { $reference }
    .next = Choose another.
error-span-outside = The span lies outside the text ({ $start }–{ $end })
    .next = Open the text again and select the words anew.
error-date-ambiguous = The date can be read in two ways: { $value } is { $one } or { $other }
    .next = Write the year with four digits: { $one }.
error-value-invalid = { $field ->
        [embargo_until] The last day of the embargo is missing or does not fit
        [title] The title is empty
        [event] The photo would belong to nothing
        [depositor] No depositor is given
        [receiver] No receiving archive is given
        [reason] No reason for the return is given
        [sent_on] The day it was sent does not do: { $value }
        [decided_on] The day of the archive’s decision does not do: { $value }
       *[other] This value does not fit: { $value }
    }
    .next = { $field ->
        [embargo_until] Write the last day of the embargo in full: 27.02.2026 or 27 February 2026.
        [captured_on] Write the date in full: 27.02.2026 or 27 February 2026.
        [publication_date] Write the date as you would: 27.02.2026, 27 February 2026, February 2026, 2026, circa 1998, 1998–1999.
        [outgoing_date] Write the date as you would: 27.02.2026, 27 February 2026, February 2026, 2026, circa 1998, 1998–1999.
        [date_from] Write the date as you would: 27.02.2026, 27 February 2026, February 2026, 2026, circa 1998, 1998–1999.
        [date] Write the date as you would: 27.02.2026, 27 February 2026, February 2026, 2026, circa 1998, 1998–1999.
        [date_to] Write a date as usual: 27.02.2026, 27 February 2026, 2026; an end does not come before its beginning.
        [taken_at] Write a time as usual: 27.02.2026 or 27.02.2026 14:30.
        [language] Name the language by its tag: kk, kk-Latn, ru, en.
        [access] Kinds of access: open, restricted, embargo.
        [code] Write a code: it is not empty and has no “/”.
        [title] Write a title.
        [on_behalf_of] Name another organisation: one speaks for itself anyway.
        [parent] Name another organisation: none is below itself or came from itself.
        [predecessor] Name another organisation: none is below itself or came from itself.
        [from] Choose another record: one is not merged with itself.
        [event] A photo belongs to a document or an event: move it to a document first.
        [order] Put the photos of one document or one event in order.
        [box] Mark a part inside the photo.
        [digital_source_type] Choose one of the kinds in the list.
        [depositor] Enter the name of the depositor.
        [receiver] Enter the name of the receiving archive.
        [reason] Write why the archive returned it.
        [sent_on] Write the date in full: 27.02.2026 or 27 February 2026.
        [decided_on] Write the date in full: 27.02.2026 or 27 February 2026; it is not before the day it was sent.
       *[other] Check what was entered and write it anew. Nothing was changed.
    }
error-rule-broken = A rule of the catalogue would be broken: { $rule }
    .next = Nothing was changed. Check the data and try again.

## History

error-nothing-to-undo = There is nothing to undo
    .next = None of your actions is left to undo. See them all: muragat history
    .window = All your actions are undone already. See them in the history.
error-nothing-to-redo = There is nothing to redo
    .next = Something new was done since the last undo.
error-not-restorable = The earlier value cannot be brought back
    .next = The record is gone or registered, or what the value names is gone.
error-op-not-standing = There is no action { $op }, or it was undone before
    .next = Look its number up: muragat history
    .window = Look it up in the history.
error-record-unsound = A record contradicts itself: { $reference }, { $field } ({ $value })
    .next = Nothing came into the library. Ask who made the bundle to check it.
error-target-inside-library = An export cannot go inside the library itself: { $path }
    .next = Choose a place outside the library.
error-file-missing = There is no such file: { $path }
    .next = Check its name and where it lies.
error-undo-blocked = Action { $op } cannot be taken back: action { $by } ({ $by_actor }, { $by_at }) changed the same after it
    .next = Undo action { $by } first: muragat undo { $by }
    .window = Undo that action first, in the history.
error-undo-clash = Action { $op } cannot be taken back: a later record is in the way ({ $detail })
    .next = Nothing was changed. Mend that record and try again.

## The bundle

error-bundle-missing = There is no bundle at { $path }
    .next = Check the path.
error-bundle-unreadable = The bundle cannot be read: { $path } ({ $detail })
    .next = Ask the sender for it again, or copy it anew.
error-bundle-invalid = The bundle is not valid: { $path } ({ $problems } problems; the first: { $first })
    .next = See them all: muragat verify. Nothing came into the library.
    .window = Verify the bundle to see them all. Nothing came into the library.
error-bundle-foreign = This bundle holds no file: { $path }
    .next = It is valid, but there is nothing in it to take in.
error-record-unreadable = A record of the bundle cannot be read: { $file } ({ $detail })
    .next = Nothing came into the library. Check which version of the program made the bundle.
error-name-pattern-invalid = Copies cannot be named like this: { $pattern } ({ $part })
    .next = Fields: {"{"}reference{"}"}, {"{"}number{"}"}, {"{"}date{"}"}, {"{"}name{"}"}, {"{"}person{"}"}, {"{"}place{"}"}; with three digits {"{"}number:3{"}"}.
error-nothing-to-export = There is nothing to export (kept out by access rules: { $left_out })
    .next = To let a restricted article out, name its reference.

## The command line

error-argument-unknown = There is no such option: { $argument }
    .next = See them all: muragat --help
error-argument-missing = This is missing: { $argument }
    .next = See the command's form: muragat COMMAND --help
error-argument-conflict = These do not go together: { $argument }
    .next = Keep one of them.
error-argument-invalid = This value does not fit: { $argument }
    .next = See the command's form: muragat COMMAND --help
error-command-unknown = There is no such command: { $argument }
    .next = See them all: muragat --help
error-command-missing = No command was given
    .next = See them all: muragat --help
error-unexpected = Something unexpected happened: { $detail }
    .next = Start the program again. All that was saved is there.
error-unknown = Something went wrong: { $code }
    .next = Try again. If it happens again, send this name to the developers.

error-unsaved-words = The words typed last are not saved
    .next = See whether the disk has room and the library is in its place. If the window is closed once more, what is not saved is lost.
error-watched-missing = The watched folder is not there: { $path }
    .next = Connect its disk or network, or choose another folder in the settings.
error-watched-closed = The watched folder may not be read: { $path }
    .next = Ask the administrator for access, or choose another folder in the settings.
error-watched-failed = The watched folder cannot be read: { $path }
    .next = Check the disk and the network; the folder is looked at again by itself.
error-watched-no-answer = The watched folder does not answer: { $path }
    .next = Check the network. You can go on working in the library.
error-watched-in-library = This folder lies inside the library: { $path }
    .next = Choose a folder outside the library.
error-table-no-release = This is a table, not a release: { $file }
    .next = If it is a list of officials, load it by the action “Load a list of officials (CSV)”.
error-sidecar-alone = This file only describes a photo, and the photo is not beside it: { $file }
    .next = Bring it together with its photo: it is read along with that.
error-bare-link = This is only a link, not the text of a release
    .next = Open the page in a browser, save it as a file (Ctrl+S) and drag that file here.
