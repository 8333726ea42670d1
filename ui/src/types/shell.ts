// Generated from Rust by crates/shell/tests/wire_types.rs: do not edit.

import type { VerifyFinding } from "./bundle";
import type { Changed, ListQuery, NearShort } from "./index";

export * from "./bundle";

/**
 * What the window opens with.
 */
export type Startup = { 
/**
 * The library, if one is open.
 */
library: LibraryInfo | null, 
/**
 * Why none is.
 */
problem: Problem | null, 
/**
 * The language that the program was started in, if that was said.
 */
language: string | null, 
/**
 * Who works here; null before anybody said so.
 */
actor: string | null, 
/**
 * Libraries that were open before, the latest first.
 */
recent: Array<RecentLibrary>, 
/**
 * Where a first library would lie.
 */
default_path: string, 
/**
 * The window's own settings as they were kept, an object; null at first.
 */
settings: unknown, 
/**
 * Paths that the program was started with and that are no library: as if they were dropped.
 */
given: Array<string>, 
/**
 * Kind of the op that undo would take back now, or null.
 */
undo: string | null, 
/**
 * Kind of the op that redo would do again now, or null.
 */
redo: string | null, };

/**
 * A library that was open before.
 */
export type RecentLibrary = { 
/**
 * The folder.
 */
path: string, 
/**
 * The folder's name without `.muragat`.
 */
name: string, 
/**
 * The name that it was given, as it was when it was last open; null where it had none.
 */
own_name: string | null, 
/**
 * Whether it is there now.
 */
present: boolean, };

/**
 * A file that may be read as a document.
 */
export type SortedDocument = { 
/**
 * Where it lies.
 */
path: string, 
/**
 * Those of the photos that belong to it.
 */
photos: Array<string>, };

/**
 * What dropped or picked paths are; what lies in folders is among them. Paths are texts as crates/files makes them.
 */
export type SortedPaths = { 
/**
 * Files that may be read as documents.
 */
documents: Array<SortedDocument>, 
/**
 * Pictures.
 */
photos: Array<string>, 
/**
 * Those of them of which it is not sure to which of the documents they belong.
 */
unplaced: Array<string>, 
/**
 * What programs wrote down about photos that are not among these; what lies beside a photo goes with it.
 */
sidecars: Array<string>, 
/**
 * Tables of values, which are no releases.
 */
tables: Array<string>, 
/**
 * Bags as folders or zip files.
 */
bundles: Array<string>, 
/**
 * Library folders.
 */
libraries: Array<string>, 
/**
 * Nothing that can be taken in.
 */
others: Array<string>, };

/**
 * What a program can do here that reads letters in pictures.
 */
export type PageReading = { 
/**
 * It with its version and its languages; none: it is not installed, or knows no language of releases.
 */
by: string | null, 
/**
 * Languages of releases that it does not know: `kaz`, `rus`, `eng`.
 */
missing: Array<string>, };

/**
 * What a system dialog is asked for.
 */
export type Pick = { "kind": "documents" } | { "kind": "photos" } | { "kind": "officials" } | { "kind": "files" } | { "kind": "library" } | { "kind": "bundle" } | { "kind": "backup_file" } | { "kind": "bundle_folder" } | { "kind": "folder" } | { "kind": "new_library", 
/**
 * Proposed, without its ending.
 */
name: string, } | { "kind": "export_folder", 
/**
 * Proposed.
 */
name: string, } | { "kind": "export_zip", 
/**
 * Proposed, without its ending.
 */
name: string, } | { "kind": "table", 
/**
 * Proposed, without its ending.
 */
name: string, 
/**
 * `csv`, `xlsx`, `html` or `pdf`.
 */
ending: string, } | { "kind": "backup", 
/**
 * Proposed, without its ending.
 */
name: string, };

/**
 * What is said in a system dialog, in the window's language, and where it begins.
 */
export type PickWords = { 
/**
 * Its title.
 */
title: string | null, 
/**
 * The folder in which it begins, where that is there.
 */
folder: string | null, 
/**
 * What the files are called that are shown first; none: any.
 */
files: string | null, 
/**
 * What all files are called.
 */
all: string, };

/**
 * What kind of long work.
 */
export type JobKind = "intake" | "attach" | "export" | "verify" | "import" | "rehearsal" | "batch" | "check" | "backup" | "restore" | "copies" | "print" | "list" | "doubles" | "index";

/**
 * Where a job stands.
 */
export type JobState = "running" | "done" | "failed" | "cancelled";

/**
 * How a job stands; sent whenever that changes, twenty times a second at most.
 */
export type Job = { 
/**
 * Its number in this run of the program.
 */
id: number, 
/**
 * What it is.
 */
kind: JobKind, 
/**
 * Where it stands.
 */
state: JobState, 
/**
 * What is being done: `job-stage-<stage>`; empty before it has begun.
 */
stage: string, 
/**
 * How much is done …
 */
done: number, 
/**
 * … of how much; 0 where that is not known.
 */
total: number, 
/**
 * Where it failed.
 */
problem: Problem | null, 
/**
 * Where it is done, or was stopped after some of it: by kind, `IntakeResult`, `AttachResult` …
 */
result: unknown, 
/**
 * What it changed, where it wrote to the catalogue.
 */
changed: Changed | null, };

/**
 * An article that came in.
 */
export type Imported = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Its reference here.
 */
reference: string, 
/**
 * Title line.
 */
title: string, };

/**
 * Which of two texts of one release was there first.
 */
export type VersionOrder = "later" | "earlier";

/**
 * An article that another may be a version of.
 */
export type AlikeArticle = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Its reference.
 */
reference: string, 
/**
 * Title line of its text that is meant.
 */
title: string, 
/**
 * UUID of that text.
 */
version: string, 
/**
 * Whether that text is fixed by registration.
 */
registered: boolean, 
/**
 * How much of both texts is in both, 0 to 1, in hundredths.
 */
likeness: number, 
/**
 * Whether the texts are versions of one release; else only title and date are the same.
 */
is_version: boolean, 
/**
 * Whether what came in is the later or the earlier one, by their dates; of one day what comes in is the later one.
 */
order: VersionOrder, };

/**
 * An article that came in, and one that was there before and may be the same.
 */
export type AlikePair = { 
/**
 * UUID of the one that came in.
 */
id: string, 
/**
 * Its reference.
 */
reference: string, 
/**
 * Its title line.
 */
title: string, 
/**
 * The one that was there.
 */
other: AlikeArticle, };

/**
 * What to take in.
 */
export type IntakeOrder = { 
/**
 * Documents, by their paths.
 */
documents: string[], 
/**
 * Photos that came with them: each goes to its document.
 */
photos: string[], 
/**
 * The unit in which they come to lie; none: the in-tray.
 */
unit: string | null, };

/**
 * What is done with a file that was refused.
 */
export type DespiteRefusal = "again" | "keep_form" | "keep_unread";

/**
 * Where something came from.
 */
export type Origin = { 
/**
 * The file that was given, its path.
 */
file: string, 
/**
 * How it is called inside that, where it is not the file itself.
 */
inside?: string, };

/**
 * What to take in that was refused.
 */
export type RetakeOrder = { 
/**
 * What is done with it.
 */
despite: DespiteRefusal, 
/**
 * The unit in which it comes to lie; none: the in-tray.
 */
unit: string | null, 
/**
 * The file that was given, its path.
 */
file: string, 
/**
 * How it is called inside that, where it is not the file itself.
 */
inside?: string, };

/**
 * What became of a file, or of something inside it.
 */
export type FileOutcomeKind = "article" | "photo" | "form" | "duplicate" | "refused" | "unplaced" | "same_picture";

/**
 * What became of a file, or of something inside it.
 */
export type FileOutcome = { 
/**
 * What it is now.
 */
became: FileOutcomeKind, 
/**
 * What it is: `docx`, `eml` … for what was read.
 */
format?: string, 
/**
 * UUID of the article that it is, or is in.
 */
id?: string, 
/**
 * That article's reference.
 */
reference?: string, 
/**
 * That article's title.
 */
title?: string, 
/**
 * Kinds of what is in the file and not in the text, each once.
 */
left_out: Array<string>, 
/**
 * Kinds of what the reader was not sure of, each once.
 */
doubts: Array<string>, 
/**
 * Why it is not an article or a photo.
 */
problem?: string, 
/**
 * Whether it could be kept all the same: as a draft without words, or as a further original of what it is already.
 */
keepable?: boolean, 
/**
 * UUID of the photo that it is.
 */
photo?: string, 
/**
 * What is written for it where it was found.
 */
caption?: string, 
/**
 * How the photo is called that is the same picture.
 */
same_as?: string, 
/**
 * The file that was given, its path.
 */
file: string, 
/**
 * How it is called inside that, where it is not the file itself.
 */
inside?: string, };

/**
 * What an intake made.
 */
export type IntakeResult = { 
/**
 * In the order of their dates.
 */
added: Array<Imported>, 
/**
 * Those that were there, and that files are kept of as further originals now.
 */
forms: Array<Imported>, 
/**
 * How many photos came with them, from beside and from inside the documents.
 */
photos: number, 
/**
 * Those that may be versions of one that was there before.
 */
alike: Array<AlikePair>, 
/**
 * Photos of which it is not sure where they belong: they were not taken.
 */
unplaced: Array<string>, 
/**
 * Each names its file in `data`: first those of `files` that were refused or are here already, in their order, then
 * photos.
 */
refused: Array<Problem>, 
/**
 * What became of each file and of what lay inside it.
 */
files: Array<FileOutcome>, };

/**
 * A photo that was attached.
 */
export type AttachedPhoto = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * File name as received.
 */
name: string, 
/**
 * Why it cannot be drawn, a code; null where it can.
 */
undrawable: string | null, 
/**
 * Whether its file ends before the picture does; it is drawn as far as it goes.
 */
breaks_off: boolean, 
/**
 * How many pages or frames it has, where there are several, of which the first is drawn; null of one.
 */
parts: number | null, 
/**
 * A photo of the library that is the same picture; null where there is none.
 */
near: NearShort | null, };

/**
 * What came of attaching photos.
 */
export type AttachResult = { 
/**
 * In the order given.
 */
attached: Array<AttachedPhoto>, 
/**
 * Each names its file in `data`.
 */
refused: Array<Problem>, };

/**
 * What to export: named articles, else all that a query finds, else all. Access rules hold unless named.
 */
export type ExportOrder = { 
/**
 * A path that is not there yet.
 */
target: string, 
/**
 * One zip file instead of a folder.
 */
zip: boolean, 
/**
 * UUIDs or references.
 */
articles: Array<string> | null, 
/**
 * Which articles; its page does not matter.
 */
query: ListQuery | null, };

/**
 * What a verification found, and of what.
 */
export type VerifyResult = { 
/**
 * The bundle.
 */
path: string, 
/**
 * Complete, and every checksum agrees: no errors.
 */
valid: boolean, 
/**
 * Every file is there and listed, and the structure is right: no error but in contents.
 */
complete: boolean, 
/**
 * BagIt's, such as `1.0`; empty where the bag does not say.
 */
version: string, 
/**
 * Payload files.
 */
files: number, 
/**
 * Payload size in bytes.
 */
octets: number, 
/**
 * What is wrong.
 */
errors: Array<VerifyFinding>, 
/**
 * What is doubtful.
 */
warnings: Array<VerifyFinding>, 
/**
 * Labels and values of bag-info.txt, in its order.
 */
bag_info: Array<[string, string]>, };

/**
 * An article of a bundle that was here already.
 */
export type Present = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Its reference here.
 */
reference: string, 
/**
 * Whether the bundle's is another: what is here stays.
 */
differs: boolean, };

/**
 * An article that came in under another reference, as its own was taken.
 */
export type Renamed = { 
/**
 * In the bundle.
 */
own: string, 
/**
 * Here.
 */
given: string, };

/**
 * What an import brought.
 */
export type ImportResult = { 
/**
 * Came in.
 */
added: Array<Imported>, 
/**
 * Took the place of what was here.
 */
renewed: Array<Imported>, 
/**
 * Here already, and left as it is.
 */
present: Array<Present>, 
/**
 * Among those that came in.
 */
renamed: Array<Renamed>, 
/**
 * The name that the library took of the one that came in whole.
 */
named: string | null, };

/**
 * One thing that a check says.
 */
export type CheckFinding = { 
/**
 * `check-<code>` has words for it.
 */
code: string, 
/**
 * What it is about: a path, a digest, a row.
 */
subject: string, };

/**
 * What a check found.
 */
export type CheckResult = { 
/**
 * No problems.
 */
sound: boolean, 
/**
 * How many articles there are.
 */
articles: number, 
/**
 * How many originals were hashed and are as they were.
 */
originals: number, 
/**
 * Their size in bytes.
 */
octets: number, 
/**
 * What is wrong.
 */
problems: Array<CheckFinding>, 
/**
 * What lies about and does no harm.
 */
notes: Array<CheckFinding>, };

/**
 * What a backup made.
 */
export type BackupResult = { 
/**
 * The zip file.
 */
path: string, 
/**
 * Its size in bytes.
 */
octets: number, 
/**
 * Originals that are missing or damaged here, and so in the backup, by SHA-256.
 */
lacking: Array<string>, };

/**
 * What a backup was brought back as.
 */
export type RestoreResult = { 
/**
 * The library's folder.
 */
path: string, 
/**
 * Its name.
 */
name: string, 
/**
 * How many articles it holds.
 */
articles: number, 
/**
 * Originals that the backup lacks, by SHA-256.
 */
lacking: Array<string>, };

/**
 * What is ready to be printed.
 */
export type PrintResult = { 
/**
 * The PDF.
 */
path: string, 
/**
 * Whether the system's program for PDFs was asked to show it; else it lies where it was wished.
 */
shown: boolean, 
/**
 * Names of photos that could not be drawn, and so are missing.
 */
undrawn: Array<string>, };

/**
 * How a watched folder stands.
 */
export type WatchedNow = { 
/**
 * The folder; null where none is watched for the library that is open.
 */
folder: string | null, 
/**
 * How many documents are offered.
 */
documents: number, 
/**
 * How many photos are offered.
 */
photos: number, 
/**
 * Why it cannot be looked at.
 */
problem: Problem | null, 
/**
 * Whether it holds more than is looked at.
 */
is_too_full: boolean, 
/**
 * How many files and folders in it may not be read.
 */
closed: number, };

/**
 * The library that is open.
 */
export type LibraryInfo = { 
/**
 * The name that it was given, else the folder's without `.muragat`.
 */
name: string, 
/**
 * The name that it was given; null where it has none.
 */
own_name: string | null, 
/**
 * Its own UUID.
 */
id: string, 
/**
 * The folder.
 */
path: string, 
/**
 * On read-only media, or where one may not write.
 */
read_only: boolean, 
/**
 * How many articles it holds.
 */
articles: number, 
/**
 * Reasons to worry about where it lies, by code.
 */
warnings: Array<string>, };

/**
 * A failure: the window has words for its code, filled in with its data.
 */
export type Problem = { 
/**
 * Such as `library_missing`.
 */
code: string, 
/**
 * An object, or null.
 */
data: unknown, };
