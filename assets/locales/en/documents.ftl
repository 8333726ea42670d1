# A transfer's documents: the transfer act and the inventory, to print and to sign.

## Act

act-title = Transfer act
act-title-number = Transfer act No. { $number }
act-subtitle = on the deposit of electronic documents in the archive
act-date-blank = “____” ______________ 20____
act-statement = The depositor handed over, and the receiving archive took into custody, the following electronic documents.
act-total = Handed over in all: { $articles } ({ $articles_words }) documents, { $photos } ({ $photos_words }) photographs.
act-by-ai = Of these, made or changed by artificial intelligence: { $count }.
act-left-out = Not handed over because of access conditions: restricted – { $restricted }, under embargo – { $embargoed }.
act-released = Handed over although access to them is restricted, by the word of { $by }: { $references }.
act-bundle = Electronic bundle
act-bundle-name = Name
act-bundle-format = Format
act-bundle-format-value = BagIt 1.0 (RFC 8493)
act-bundle-files = Files
act-bundle-size = Extent
act-bundle-size-value = { $octets } bytes
act-bundle-manifest = Checksum of the file manifest-sha256.txt (SHA-256)
act-annex = This act is made in two copies. Annex: inventory of the documents handed over.
act-signature = Where a digital signature is given, its file is kept with this act.
act-gave = Handed over by
act-took = Taken over by
transfer-bundle-name = bundle
transfer-act-name = act
transfer-inventory-name = inventory
act-sign = signature
act-column-code = Code
act-column-title = Fonds, inventory, file
act-column-dates = Covering dates
act-column-articles = Documents
act-column-photos = Photographs
act-row-total = Total

## Inventory

inventory-title = Inventory of electronic documents for transfer to the archive
inventory-annex = Annex to transfer act No. { $number }
inventory-column-number = No.
inventory-column-reference = Reference, registration no.
inventory-column-date = Date
inventory-column-title = Title
inventory-column-extent = Extent
inventory-column-note = Note
inventory-extent-texts = texts: { $count }
inventory-extent-photos = photos: { $count }
inventory-total = The inventory lists { $articles } ({ $articles_words }) documents and { $photos } ({ $photos_words }) photographs.
inventory-range = Numbers 1 to { $last }.
inventory-made = Inventory made by

## Both

document-depositor = Depositor
document-receiver = Receiving archive
document-address = Address
document-in-tray = Documents in no file
document-until = not to be published up to and including { $date }
document-page = { $page } / { $pages }
document-undated = undated

## Printing

print-current = Current text
print-registered = registered { $date }
print-on-behalf-of = on behalf of { $name }
list-made = List made on { $date }
list-rows-in-all = Total: { $count }
list-person = person
list-organisation = organisation

## Date

date-long = { $day } { $month } { $year }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

## Numerals. “-f”: before “thousand”.

number-joined = { $tens }-{ $units }
number-0 = zero
number-1 = one
number-2 = two
number-f-1 = one
number-f-2 = two
number-3 = three
number-4 = four
number-5 = five
number-6 = six
number-7 = seven
number-8 = eight
number-9 = nine
number-10 = ten
number-11 = eleven
number-12 = twelve
number-13 = thirteen
number-14 = fourteen
number-15 = fifteen
number-16 = sixteen
number-17 = seventeen
number-18 = eighteen
number-19 = nineteen
number-20 = twenty
number-30 = thirty
number-40 = forty
number-50 = fifty
number-60 = sixty
number-70 = seventy
number-80 = eighty
number-90 = ninety
number-100 = one hundred
number-200 = two hundred
number-300 = three hundred
number-400 = four hundred
number-500 = five hundred
number-600 = six hundred
number-700 = seven hundred
number-800 = eight hundred
number-900 = nine hundred
number-thousand-one = thousand
number-thousand-few = thousand
number-thousand-many = thousand
number-million-one = million
number-million-few = million
number-million-many = million
