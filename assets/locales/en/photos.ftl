# Photos.

action-photo-attach = Add photos…
action-photo-all = Choose all photos
action-photo-earlier = Move the photo towards the beginning
action-photo-later = Move the photo towards the end
action-photo-remove = Remove the chosen photos
section-photo-order = Order of photos
section-photo-large = Large photo

photos-add = Add photos…
photo-enlarge = Enlarge
photos-remove = Remove
photos-chosen = Photos chosen: { $count }. What you write goes to each.
photos-differ = differs
photo-caption-en = Add a caption in English
photo-event = Event it shows
photo-source-type = Digital source type
photo-tools = Photo tools
told-photos-chosen = { $count ->
        [one] { $count } photo chosen
       *[other] { $count } photos chosen
    }
picture-right = Move right
picture-left = Move left
picture-up = Move up
picture-down = Move down
picture-next = Next photo
picture-previous = Previous photo
picture-first = First photo
picture-last = Last photo
picture-unmark = Take the mark off the photo
zoom-in = Zoom in
zoom-out = Zoom out
zoom-whole = Whole picture, or actual size

region-names = Names
region-mark = Mark a person
region-mark-hint = Draw with the mouse. By keys: arrows move, with Shift they resize, Enter is done.
region-whom = Who is this?
region-hint = Choose from the cast, or type a name to search the whole library.
region-of = Marked on the photo: { $name }
party-new-person = New person: { $name }

photos-refused = Files not added: { $count }
photos-undrawable = Added, but cannot be shown: { $count }
photos-break-off = Added, but the file is damaged and breaks off: { $count }
photos-break-off-next = Only the part of the picture that is there is shown. Get the file again from its sender or the camera.
photos-in-parts = Several pages or frames, only the first is shown: { $count }
photos-in-parts-next = The file is kept whole. To see the other pages, show the original.
photos-near = Look like photos that were in the library before: { $count }
photos-near-next = All were added. The pairs can be looked at one by one, and decided on.
photos-near-of = { $reference }, { $name }
told-photos-attached = Photos added: { $count }
told-photos-attached-to = Photos added to { $reference }: { $count }
told-attach-stopped = Adding photos was stopped
told-photo-moved = The photo is now { $number } of { $count }
told-photos-removed = Photos removed: { $count }. Ctrl+Z brings them back.
told-photos-removed-registered = Photos taken out of the registered document { $reference }: { $count }. Ctrl+Z brings them back.

source-digital-capture = taken with a digital camera
source-negative-film = scanned from a negative
source-positive-film = scanned from a positive film
source-print = scanned from a print
source-human-edits = edited by a person
source-composite = a composite
source-screen-capture = screen capture
source-digital-creation = made on a computer
source-algorithmically-enhanced = altered by an algorithm
source-trained-algorithmic-media = made by artificial intelligence
source-computational-capture = put together by the camera from several frames
source-virtual-recording = recorded in a virtual space
source-data-driven-media = drawn from data
source-composite-capture = a composite of captures
source-composite-synthetic = a composite with synthetic parts
source-algorithmic-media = made by an algorithm
source-composite-with-trained-algorithmic-media = with parts made by artificial intelligence

photo-said = What the photo itself states
action-photo-take-statements = Take what the photo states
said-by-exif = Exif
said-by-iptc = IPTC
said-by-xmp = XMP
said-by-article = in the text
said-of-photos = photos: { $count }
said-differs = Differs from photo to photo ({ $count })
said-record-has = The record has: { $value }
said-elsewhere = { $source }: { $value }
said-take = Accept
said-replace = Put this instead
said-persons = People shown
said-organisations = Organisations shown
told-statements-taken = Values taken: { $count }. Ctrl+Z takes them back.
photo-by-ai = Artificial intelligence made or changed this picture
photo-by-ai-short = AI

section-photo-light-table = Sorting photos
action-photo-rate-1 = One star
action-photo-rate-2 = Two stars
action-photo-rate-3 = Three stars
action-photo-rate-4 = Four stars
action-photo-rate-5 = Five stars
action-photo-turn-down = Turn the photo down
action-photo-pick = Pick the photo
action-photo-published = The photo was published
action-photo-shift-times = Shift the times taken…
action-photo-compare = Compare two photos
photo-light-table = Sorting photos
photo-turn-left = Turn anticlockwise
photo-turn-right = Turn clockwise
told-photos-rated = Photos rated: { $count } ({ $stars } stars)
told-photos-unrated = Rating taken off, photos: { $count }
told-photos-turned-down = Photos turned down: { $count }
told-photos-picked = Photos picked: { $count }
told-photos-unpicked = No longer picked, photos: { $count }
told-photos-published = Marked as published, photos: { $count }
told-photos-unpublished = No longer marked as published, photos: { $count }
told-photos-turned = Photos turned: { $count }. The file is as it was.
told-times-shifted = Times shifted, photos: { $count }. Ctrl+Z takes it back.
shift-title = Shift the times taken, photos: { $count }
shift-by = By
shift-way = Which way
shift-later = later
shift-earlier = earlier
shift-hint = Hours and minutes: 1:30. Days may stand before them: 2 1:30.
shift-unread = This is no length of time. Write it like this: 1:30.
shift-before = Now
shift-after = Becomes
shift-stays = stays: it has no time of day
shift-do = Shift the times of { $count }
compare-title = Two photos compared

action-photo-mend = Put the first remark on photos right
check-credit-missing = { $others ->
        [0] Photo { $number } has no credit
       *[other] Photo { $number } and { $others } more have no credit
    }
check-credit-differs = { $others ->
        [0] The credit of photo { $number } is “{ $stands }”, but elsewhere “{ $said }”
       *[other] The credit of photo { $number } and { $others } more is “{ $stands }”, but elsewhere “{ $said }”
    }
check-taken-after = Photo { $number } was taken after publication: { $stands }, the document is of { $said }
check-ai-unmarked = { $others ->
        [0] Photo { $number } has no AI mark, but its file has one
       *[other] Photo { $number } and { $others } more have no AI mark, but their files have one
    }
check-faces-unnamed = The file of photo { $number } marks { $said } faces, { $stands } are named
check-named-not-tagged = { $others ->
        [0] The caption of photo { $number } names { $name }, who is not tagged
       *[other] The captions of photo { $number } and { $others } more name { $name }, who is not tagged
    }
check-speaker-unseen = { $name } spoke and is marked in no photo
check-mend-take = Write “{ $said }”
check-mend-ai = Set the AI mark
check-mend-tag = Add to the participants: { $name }
check-more = { $count } more
told-check-mended = Photos put right: { $count }. Ctrl+Z takes it back.
told-check-tagged = Added to the participants: { $name }. Ctrl+Z takes it back.

action-photo-copies = Copies for newspapers…
photo-copies-what = Which photos
photo-copies-chosen = The chosen ones
photo-copies-all = All of the document
photo-copies-count = { $count ->
        [one] { $count } photo
       *[other] { $count } photos
    }
photo-copies-size = Longer side
photo-copies-pixels = { $edge } pixels
photo-copies-original = As large as the original
photo-copies-name = Names of the files
photo-copies-fields = {"{"}reference{"}"} is the reference, {"{"}number{"}"} the photo’s number, {"{"}date{"}"} the date, {"{"}name{"}"} the name of its file, {"{"}person{"}"} who is seen, {"{"}place{"}"} where. {"{"}number:3{"}"} has three digits.
photo-copies-example = The first one will be called: { $name }
photo-copies-with = With
photo-copies-strip = Credit on a strip beneath the picture
photo-copies-closed = Photos of restricted and embargoed documents too
photo-copies-hint = JPEG files with caption, author and rights inside. The originals stay as they are; no file is overwritten.
photo-copies-start = Choose a folder and write…
photo-copies-pick = Folder for the copies
photo-copies-left-out = Not copied: { $count }
photo-copies-lacking = Without a strip, as nobody is named: { $count }
photo-copies-breaks-off = The file is damaged, the picture is not whole: { $names }
photo-copies-original-missing = the original is missing
photo-copies-original-damaged = the original is damaged
told-copies-written = Copies written: { $count }
told-copies-stopped = Copying was stopped; the copies made until then are in the folder

told-code-no-position = The office is not on record in this language; only the name was inserted: { $name }
photo-mark-place = Mark the place
photos-seen-in-some = Only in some of the photos: { $names }
said-not-on-record = Not on record, or several go by the name: { $names }
action-photo-people = Say who is in the photo
section-photo-template = Photo description
action-photo-copy-fields = Copy the photo’s description
action-photo-paste-fields = Paste it onto the chosen photos
action-photo-apply-template = Describe by a template…
action-photo-save-template = Save as a template…
photo-template-name = Name of the template
photo-template-hint = Captions, alternative texts, credit, photographer, place, terms and instructions are kept. In a text {"{title}"} is the document’s title, {"{date}"} the date, {"{place}"} the place.
photo-template-save = Save
photo-templates = Photo templates
photo-templates-none = There are none yet. Describe a photo and choose “Save as a template”.
photo-templates-apply = Choose a template for the chosen photos ({ $count }). Delete takes a template away.
photo-template-delete = Delete
photo-template-delete-name = Delete the template: { $name }
told-photo-fields-copied = Fields copied: { $count }
told-photo-fields-applied = Photos described: { $count }. Ctrl+Z takes it back.
told-photo-template-saved = Template saved: { $name }
action-photo-next-field = The same field of the next photo
action-photo-previous-field = The same field of the previous photo

section-near = Photos alike
action-photo-near = Photos alike
action-near-version = Note that the two photos are versions of one picture
action-near-different = Note that the two photos are different pictures
action-near-remove-left = Remove the photo on the left
action-near-remove-right = Remove the photo on the right
near-identical = The two files are identical.
near-alike = This looks like one picture: only size, edges, colour or lettering differ.
near-first = Came first
near-second = Came later
near-version = Versions of one picture
near-different = Different pictures
near-remove-left = Remove left
near-remove-right = Remove right
near-after = A pair that was decided on is not shown again. The file of a removed photo is kept. Ctrl+Z takes everything back.
near-left = Photos not compared yet: { $count }
near-none = No photos alike
    .next = No picture is in the library twice, or all pairs have been decided on.
near-none-yet = No photos alike so far
    .next = Photos that came earlier are being compared. What is found appears here.
near-coming = Photos are being compared…
told-near-version = Noted: versions of one picture
told-near-different = Noted: different pictures
told-near-removed = Photo removed: { $name }. Ctrl+Z brings it back.
