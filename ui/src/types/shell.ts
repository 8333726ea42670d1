// Generated from src-tauri/wire.rs by tests/window_types.rs: do not edit.

import type { Access, Changed, ListQuery } from "./index";

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
 * Its name without `.muragat`.
 */
name: string, 
/**
 * Whether it is there now.
 */
present: boolean, };

/**
 * What dropped or picked paths are; what lies in folders is among them.
 */
export type Dropped = { 
/**
 * Files that decode as text.
 */
texts: Array<string>, 
/**
 * Pictures.
 */
photos: Array<string>, 
/**
 * Bags as folders, zip files.
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
 * What a system dialog is asked for.
 */
export type Pick = { "kind": "texts" } | { "kind": "photos" } | { "kind": "officials" } | { "kind": "files" } | { "kind": "library" } | { "kind": "bundle" } | { "kind": "bundle_folder" } | { "kind": "new_library", 
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
name: string, } | { "kind": "backup", 
/**
 * Proposed, without its ending.
 */
name: string, };

/**
 * What kind of long work.
 */
export type JobKind = "intake" | "attach" | "export" | "verify" | "import" | "check" | "backup";

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
 * What an intake made.
 */
export type IntakeResult = { 
/**
 * In the order given.
 */
added: Array<Imported>, 
/**
 * Each names its file in `data`.
 */
refused: Array<Problem>, };

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
undrawable: string | null, };

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
 * An article that access rules kept out of an export.
 */
export type LeftOut = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Its reference.
 */
reference: string, 
/**
 * Restricted, or under embargo.
 */
access: Access, };

/**
 * What an export made.
 */
export type ExportResult = { 
/**
 * The bundle.
 */
path: string, 
/**
 * How many articles it holds.
 */
articles: number, 
/**
 * How many photos.
 */
photos: number, 
/**
 * Payload files.
 */
files: number, 
/**
 * Payload size in bytes.
 */
octets: number, 
/**
 * What stayed out.
 */
left_out: Array<LeftOut>, };

/**
 * What the export of a transfer made.
 */
export type TransferResult = { 
/**
 * The folder with all of it.
 */
path: string, 
/**
 * The bundle in it.
 */
bundle: string, 
/**
 * File names of the act and the inventory beside it.
 */
documents: Array<string>, 
/**
 * How many articles the bundle holds.
 */
articles: number, 
/**
 * How many photos.
 */
photos: number, 
/**
 * Payload files.
 */
files: number, 
/**
 * Payload size in bytes.
 */
octets: number, };

/**
 * One thing that a verification says.
 */
export type VerifyFinding = { 
/**
 * `bag-<code>` has words for it.
 */
code: string, 
/**
 * The file of the bag that it is about.
 */
path: string | null, 
/**
 * More, untranslated: an algorithm, a line number, a system's message.
 */
detail: string | null, };

/**
 * What a verification found.
 */
export type VerifyResult = { 
/**
 * The bundle.
 */
path: string, 
/**
 * No errors.
 */
valid: boolean, 
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
warnings: Array<VerifyFinding>, };

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
 * How an article of a bundle stands to the library.
 */
export type Standing = "new" | "same" | "changed_here" | "changed_there" | "changed_both";

/**
 * A field of an article that differs between bundle and library.
 */
export type FieldDifference = { 
/**
 * Its name in article.json.
 */
field: string, 
/**
 * What it holds here, to read.
 */
here: string, 
/**
 * What it holds in the bundle.
 */
there: string, };

/**
 * An article of a bundle, before it comes in.
 */
export type PlannedImport = { 
/**
 * Its UUID.
 */
id: string, 
/**
 * Its reference in the bundle.
 */
reference: string, 
/**
 * Title line.
 */
title: string, 
/**
 * `YYYY-MM-DD` or shorter.
 */
date: string | null, 
/**
 * How many photos.
 */
photos: number, 
/**
 * How many files as received.
 */
files: number, 
/**
 * Names of its photos, the first of many.
 */
photo_names: Array<string>, 
/**
 * Names of its files.
 */
file_names: Array<string>, 
/**
 * How it stands.
 */
standing: Standing, 
/**
 * In what it differs.
 */
differences: Array<FieldDifference>, 
/**
 * Whether a text registered here keeps it from taking the place of what is here.
 */
evidence: boolean, 
/**
 * Whether its reference is taken here.
 */
reference_taken: boolean, };

/**
 * What an import would do.
 */
export type ImportPlan = { 
/**
 * Whether the bag is not this program's: its folders would become articles.
 */
foreign: boolean, 
/**
 * In the order of their UUIDs.
 */
articles: Array<PlannedImport>, };

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
renamed: Array<Renamed>, };

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
 * The library that is open.
 */
export type LibraryInfo = { 
/**
 * The folder's name without `.muragat`.
 */
name: string, 
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
