// Generated from Rust by crates/bundle/tests/wire_types.rs: do not edit.

import type { Access, ListQuery, PartyQuery, PhotoQuery } from "./index";

/**
 * An article that stayed out.
 */
export type LeftOut = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Unique in its library.
 */
reference: string, 
/**
 * Restricted, or under embargo.
 */
access: Access, };

/**
 * An article that stayed out as it is damaged.
 */
export type DamagedArticle = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Unique in its library; as far as it can be read.
 */
reference: string, 
/**
 * Why, an error's code: `record_damaged`, `original_damaged`, `original_missing` …
 */
why: string, };

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
 * Articles that access rules kept out, as none named them.
 */
left_out: Array<LeftOut>, 
/**
 * Articles that stayed out as something of them is not what was saved.
 */
damaged: Array<DamagedArticle>, };

/**
 * What exporting a transfer made.
 */
export type TransferResult = { 
/**
 * The folder with the bundle and the documents.
 */
path: string, 
/**
 * The bundle in it, a folder or a zip file.
 */
bundle: string, 
/**
 * File names of the act and the inventory, each as a page and as a PDF, in Kazakh and Russian.
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
octets: number, 
/**
 * How many articles access rules kept out when the transfer began.
 */
left_out: number, };

/**
 * One thing that a verification says.
 */
export type VerifyFinding = { 
/**
 * Its name, such as `checksum_mismatch`; `bag-<code>` has words for it.
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
export type Verification = { 
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
 * How an article of a bundle stands to the library.
 */
export type Standing = "new" | "same" | "changed_here" | "changed_there" | "changed_both";

/**
 * A field of an article's record that differs.
 */
export type FieldDifference = { 
/**
 * Its name in article.json.
 */
field: string, 
/**
 * What it holds here, for a person to read: of a list its members' names. What differs may lie deeper.
 */
here: string, 
/**
 * What it holds in the bundle.
 */
there: string, };

/**
 * An article of a bundle.
 */
export type PlannedImport = { 
/**
 * UUIDv7; of a bag that is not ours, version 8.
 */
id: string, 
/**
 * Its reference in the bundle.
 */
reference: string, 
/**
 * The title of its first text.
 */
title: string, 
/**
 * EDTF.
 */
date: string | null, 
/**
 * How many photos it has.
 */
photos: number, 
/**
 * How many files as received.
 */
files: number, 
/**
 * How it stands to the library.
 */
standing: Standing, 
/**
 * The fields of the record that differ, in its order.
 */
differences: Array<FieldDifference>, 
/**
 * Whether a text registered here would have to give way: then it cannot take the place of what is here.
 */
evidence: boolean, 
/**
 * Names of its files as received.
 */
file_names: Array<string>, 
/**
 * Names of its photos.
 */
photo_names: Array<string>, 
/**
 * For a new one: whether another article here has its reference, so that it would get another.
 */
reference_taken: boolean, };

/**
 * What an import would do.
 */
export type ImportPlan = { 
/**
 * Whether the bag was not made by this program: its folders would become articles.
 */
foreign: boolean, 
/**
 * The name that the library here would take; null where its own stays.
 */
named: string | null, 
/**
 * The articles, in the order of their UUIDs.
 */
articles: Array<PlannedImport>, };

/**
 * What is listed, and in which order.
 */
export type Listed = { "of": "articles", 
/**
 * UUIDs or references.
 */
articles: Array<string> | null, 
/**
 * Its page does not matter.
 */
query: ListQuery, } | { "of": "parties", 
/**
 * Its page does not matter.
 */
query: PartyQuery, } | { "of": "photos", 
/**
 * Its page does not matter.
 */
query: PhotoQuery, } | { "of": "events", 
/**
 * Words of the name or place.
 */
text: string | null, };

/**
 * A column of a list. Its heading is the message `column-<name>` with hyphens.
 */
export type ListColumn = "reference" | "date" | "title" | "kind" | "state" | "access" | "unit" | "unit_title" | "languages" | "people" | "organisations" | "subjects" | "places" | "events" | "photos" | "outgoing_number" | "outgoing_date" | "source" | "note" | "name" | "party_kind" | "position" | "articles" | "last_date" | "file" | "caption" | "credit" | "photographer" | "taken_at" | "place" | "seen" | "rights";

/**
 * What a list is written as.
 */
export type ListFormat = "csv" | "xlsx" | "html" | "pdf";

/**
 * A list that is wanted.
 */
export type ListWanted = { 
/**
 * What is listed.
 */
listed: Listed, 
/**
 * From left to right; empty: those that are usual.
 */
columns: Array<ListColumn>, 
/**
 * As what.
 */
format: ListFormat, 
/**
 * Language of the headings and terms: `kk`, `ru` or `en`.
 */
language: string, 
/**
 * What the list is called.
 */
title: string, 
/**
 * What narrows it: a unit, words, filters; one a line.
 */
scope: Array<string>, };

/**
 * What was made.
 */
export type ListMade = { 
/**
 * The file.
 */
path: string, 
/**
 * How many rows it has, without the head.
 */
rows: number, };

/**
 * Which documents are printed, and what of them.
 */
export type PrintWanted = { 
/**
 * UUIDs or references, in the order in which they are printed.
 */
articles: Array<string>, 
/**
 * Language of the words that are not the documents' own: `kk`, `ru` or `en`.
 */
language: string, 
/**
 * The office that prints, at the top of each document; empty: none is named.
 */
office: string, 
/**
 * With those who took part, and their positions.
 */
cast: boolean, 
/**
 * With the photos, their captions and credits.
 */
photos: boolean, };

/**
 * What was made.
 */
export type PrintMade = { 
/**
 * The PDF.
 */
path: string, 
/**
 * How many documents are in it.
 */
articles: number, 
/**
 * Names of photos that could not be drawn, and so are missing.
 */
undrawn: Array<string>, };

/**
 * Which photos to copy, and how.
 */
export type CopiesWanted = { 
/**
 * UUIDs of photos, in the order in which they are copied.
 */
photos: Array<string>, 
/**
 * UUIDs or references of articles, all photos of each: before those that are named.
 */
articles: Array<string>, 
/**
 * The longer side in pixels; none: as large as the original. No picture is enlarged.
 */
edge: number | null, 
/**
 * The pattern of their names, with `{reference}`, `{number}` (`{number:3}` with three digits), `{date}`, `{name}`,
 * `{person}` and `{place}`.
 */
name: string, 
/**
 * With the credit on a strip beneath the picture, which makes it that much higher.
 */
credit_strip: boolean, 
/**
 * Those of articles that are restricted or under embargo too.
 */
closed_too: boolean, };

/**
 * A copy that was written.
 */
export type CopyMade = { 
/**
 * The photo's UUID.
 */
photo: string, 
/**
 * The file's name in the folder.
 */
file: string, 
/**
 * Width in pixels.
 */
width: number, 
/**
 * Height in pixels, with the strip.
 */
height: number, 
/**
 * Whether a strip was wished, and nobody is known whom it could name.
 */
lacks_credit: boolean, 
/**
 * Whether the photo's file ends before the picture does: it was copied as far as it goes.
 */
breaks_off: boolean, };

/**
 * Why a photo was not copied.
 */
export type CopyHindrance = "restricted" | "embargo" | "format_not_decoded" | "damaged" | "too_large" | "original_missing" | "original_damaged";

/**
 * A photo that was not copied.
 */
export type CopyLeftOut = { 
/**
 * The photo's UUID.
 */
photo: string, 
/**
 * Its file's name as it was received.
 */
name: string, 
/**
 * The reference of its article.
 */
reference: string | null, 
/**
 * Why.
 */
why: CopyHindrance, };

/**
 * What was made.
 */
export type CopiesMade = { 
/**
 * The folder.
 */
folder: string, 
/**
 * In the order given.
 */
written: Array<CopyMade>, 
/**
 * Likewise.
 */
left_out: Array<CopyLeftOut>, };
