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
language: string | null, };

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
