# Fields, dialogs, long work.

date-hint = A day, a month or a year will do: 27.02.2026, 02.2026, 2026
date-unreadable = There is no such date. Write 27.02.2026, 02.2026 or 2026.
nothing-proposed = Nothing to propose
token-remove = Take out: { $value }

conflict-title = “{ $field }”: you and somebody else both changed this
conflict-now = Now
conflict-mine = Yours
conflict-keep-mine = Keep mine
conflict-keep-now = Keep what stands now
conflict-waits = Nothing is written until you choose; what you typed stays where it is.
conflict-rest = All other changes, yours and theirs, are kept.

job-intake = Taking in documents
job-attach = Adding photos
job-export = Export
job-verify = Verifying the bundle
job-import = Importing the bundle
job-check = Checking the library
job-backup = Backup
job-restore = Restoring a backup
job-print = Preparing to print
job-list = Writing the list
job-count = { $done } of { $total }
job-stop = Stop
job-stopping = Stopping…

stage-attaching = adding photos
stage-comparing = comparing the search index
stage-copying = copying files
stage-exporting = writing documents
stage-hashing = checking originals
stage-indexing = building the search index
stage-listing = making the inventory
stage-printing = Laying out the pages
stage-reading = reading files
stage-verifying = verifying checksums
stage-writing = writing the catalogue
