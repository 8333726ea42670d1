// Generated from src-tauri/wire.rs by tests/window_types.rs: do not edit.

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
given: Array<string>, };

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
export type Pick = { "kind": "texts" } | { "kind": "photos" } | { "kind": "library" } | { "kind": "bundle" } | { "kind": "bundle_folder" } | { "kind": "new_library", 
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
