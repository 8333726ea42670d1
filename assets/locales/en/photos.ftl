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
told-code-no-position = The office is not on record in this language; only the name was inserted: { $name }
photo-mark-place = Mark the place
photos-seen-in-some = Only in some of the photos: { $names }
said-not-on-record = Not on record, or several go by the name: { $names }
action-photo-people = Say who is in the photo
