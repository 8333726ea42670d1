// Generated from Rust by crates/archive/tests/wire_types.rs: do not edit.

/**
 * Level of description above the article (ISAD(G) 3.1.4).
 */
export type Level = "fonds" | "inventory" | "file";

/**
 * Where an article stands.
 */
export type State = "draft" | "registered" | "withdrawn";

/**
 * Access conditions (ISAD(G) 3.4.1).
 */
export type Access = "open" | "restricted" | "embargo";

/**
 * What a version is to the version it names.
 */
export type Relation = "original" | "translates" | "corrects" | "replaces" | "withdraws";

/**
 * Person or organisation (ISAAR(CPF) 5.1.1).
 */
export type PartyKind = "person" | "organisation";

/**
 * What a post is.
 */
export type PostKind = "office" | "membership" | "honorary_title" | "degree";

/**
 * What a form of a party's name is; none where it is just another.
 */
export type NameKind = "official" | "former" | "short" | "misspelt";

/**
 * What a party did at what an article reports.
 */
export type Role = "host" | "moderator" | "speaker" | "participant" | "mentioned" | "author" | "photographer" | "translator";

/**
 * How speech is given.
 */
export type Speech = "direct" | "paraphrase";

/**
 * Whether a span still holds what was tagged.
 */
export type MentionState = "fresh" | "stale";

/**
 * What a text about a photo is for.
 */
export type TextKind = "caption" | "alt";

/**
 * What two photos are to each other that look like one picture.
 */
export type Kinship = "version" | "different";

/**
 * Why somebody is offered, or something suggested. The window has words for each: `reason-CODE`.
 */
export type ReasonCode = "same-name" | "name-form" | "other-script" | "name-part" | "name-begins" | "same-surname-given" | "same-surname-initial" | "same-surname" | "same-given-patronymic" | "former-name" | "look-alike" | "one-letter" | "abbreviation" | "same-bin" | "same-organisation" | "here-already" | "read-name-form" | "read-name-on-list" | "read-tagger" | "read-on-record" | "read-position-beside" | "read-short-form" | "read-in-position" | "read-head-noun" | "read-listed" | "read-in-credit" | "read-speaker-beside" | "read-speaker-by-position" | "read-speaker-before" | "read-speaker-next";

/**
 * One article with everything that hangs on it.
 */
export type ArticleRecord = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Unique in its library, such as `ЖО-1/2026-0611`.
 */
reference: string, 
/**
 * Draft, registered or withdrawn.
 */
state: State, 
/**
 * Such as «press release»; free text.
 */
kind: string | null, 
/**
 * The registration number that the issuing office gave.
 */
outgoing_number: string | null, 
/**
 * EDTF (ISO 8601-2), as closely and as surely as it is known.
 */
outgoing_date: string | null, 
/**
 * EDTF, likewise.
 */
publication_date: string | null, 
/**
 * The day the archive took the article in, `YYYY-MM-DD`.
 */
captured_on: string | null, 
/**
 * Where it was published.
 */
source_url: string | null, 
/**
 * Terms of use.
 */
rights: string | null, 
/**
 * The archivist's note.
 */
note: string | null, 
/**
 * Who may see it.
 */
access: AccessRecord, 
/**
 * Fonds, inventory, file, from the top down; empty: in the in-tray.
 */
units: Array<UnitRecord>, 
/**
 * Subject headings.
 */
subjects: Array<string>, 
/**
 * Places that it is about or names, in the order of the Kazakh alphabet.
 */
places: Array<PlaceRecord>, 
/**
 * What took place, and what its photos show.
 */
events: Array<EventRecord>, 
/**
 * The texts, oldest first.
 */
versions: Array<VersionRecord>, 
/**
 * Who took part, in the archivist's order.
 */
cast: Array<ParticipationRecord>, 
/**
 * In the archivist's order.
 */
photos: Array<PhotoRecord>, 
/**
 * Every person and organisation that the record names, whole, in alphabetical order.
 */
parties: Array<PartyRecord>, 
/**
 * Suggestions that were turned down, so that they stay away.
 */
decisions: Array<DecisionRecord>, 
/**
 * When it was catalogued, RFC 3339 in UTC.
 */
created_at: string, };

/**
 * Access conditions (ISAD(G) 3.4.1).
 */
export type AccessRecord = { 
/**
 * Open, restricted or under embargo.
 */
level: Access, 
/**
 * Last day of the embargo, `YYYY-MM-DD`.
 */
until: string | null, 
/**
 * Why.
 */
reason: string | null, 
/**
 * Who decided.
 */
decided_by: string | null, };

/**
 * A unit of description above the article (ISAD(G)).
 */
export type UnitRecord = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * The unit above, by UUID.
 */
parent: string | null, 
/**
 * Fonds, inventory or file.
 */
level: Level, 
/**
 * Its part of the reference code.
 */
code: string, 
/**
 * Title.
 */
title: string, 
/**
 * The fonds creator, a party's UUID.
 */
creator: string | null, 
/**
 * Start of the covering dates.
 */
date_from: string | null, 
/**
 * End of the covering dates.
 */
date_to: string | null, 
/**
 * Extent, as text.
 */
extent: string | null, 
/**
 * Retention period, as text.
 */
retention_period: string | null, 
/**
 * The article of the retention schedule.
 */
retention_article: string | null, 
/**
 * Note.
 */
note: string | null, };

/**
 * A place.
 */
export type PlaceRecord = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Name in the nominative.
 */
name: string, 
/**
 * The state's classifier code (КАТО), if known.
 */
code: string | null, 
/**
 * Whether the article is about it; else the text only names it.
 */
heading: boolean, };

/**
 * What took place.
 */
export type EventRecord = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Name.
 */
name: string, 
/**
 * EDTF.
 */
date: string | null, 
/**
 * Where, as text.
 */
place: string | null, 
/**
 * Whether the article reports it; else only a photo shows it.
 */
reported: boolean, };

/**
 * One text of an article.
 */
export type VersionRecord = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * BCP 47: `kk`, `kk-Latn`, `ru`, `en`, or `und`.
 */
language: string, 
/**
 * Title line.
 */
title: string, 
/**
 * The decoded text with \n line ends, without date and title line.
 */
body: string, 
/**
 * What it is to the version in `of`.
 */
relation: Relation, 
/**
 * UUID of the version it relates to.
 */
of: string | null, 
/**
 * When the text was fixed by registration, RFC 3339.
 */
fixed_at: string | null, 
/**
 * Bytes as received.
 */
files: Array<FileRecord>, 
/**
 * By start, then end.
 */
mentions: Array<MentionRecord>, 
/**
 * By start.
 */
quotes: Array<QuoteRecord>, };

/**
 * Bytes as received: the original of a version.
 */
export type FileRecord = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * File name as received.
 */
name: string, 
/**
 * The original's SHA-256, 64 hex digits.
 */
sha256: string, 
/**
 * Size in bytes.
 */
size: number, 
/**
 * IANA media type.
 */
media_type: string, 
/**
 * The character encoding it came in, for text.
 */
encoding: string | null, 
/**
 * Its format's id in PRONOM, where that is known.
 */
pronom: string | null, 
/**
 * How the text was made of it; none where its text is the decoded bytes, or nothing was read of it.
 */
derivation: DerivationRecord | null, 
/**
 * What it says of where it comes from.
 */
source: SourceRecord | null, };

/**
 * How a text was made of bytes in another format.
 */
export type DerivationRecord = { 
/**
 * The program that read them, with its version and the format that it found.
 */
reader: string, 
/**
 * What the bytes hold and the text does not.
 */
left_out: Array<LeftOutRecord>, 
/**
 * Where the reader was not sure, or mended something.
 */
doubts: Array<DoubtRecord>, };

/**
 * Something that bytes hold and the text that was made of them does not.
 */
export type LeftOutRecord = { 
/**
 * What it is: `comment`, `deletion`, `page_header`, `signature` …
 */
kind: string, 
/**
 * Its words or their beginning; empty where it has none.
 */
text: string, };

/**
 * Where a reader was not sure, or mended something.
 */
export type DoubtRecord = { 
/**
 * What it is: `old_font`, `broken_letters`, `machine_read`, `damaged`, `cut_off`; `not_read_` and why, where nothing
 * was read.
 */
kind: string, 
/**
 * Words as they stand in the file.
 */
before: string, 
/**
 * The same as they were read.
 */
after: string, 
/**
 * How often, where it is counted.
 */
count: number | null, };

/**
 * What a mail, a page or a post says of where it comes from. Nothing of it is guessed.
 */
export type SourceRecord = { 
/**
 * A mail's subject, a page's title.
 */
subject: string | null, 
/**
 * Who wrote it, or a channel's name.
 */
author: string | null, 
/**
 * A mail's sender as an address.
 */
sender: string | null, 
/**
 * A mail's message id, without brackets.
 */
message_id: string | null, 
/**
 * When a mail was sent, a page or post was published: RFC 3339, with its offset where the source has one.
 */
published_at: string | null, 
/**
 * When a page was captured, likewise.
 */
captured_at: string | null, 
/**
 * Where a page or post stands.
 */
url: string | null, };

/**
 * A span of a version's body that names a party or a place. Counts Unicode scalar values.
 */
export type MentionRecord = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * A party's UUID, or none for a place.
 */
party: string | null, 
/**
 * A place's UUID, or none for a party.
 */
place: string | null, 
/**
 * First character.
 */
start: number, 
/**
 * After the last character.
 */
end: number, 
/**
 * What stood there when it was tagged.
 */
text: string, 
/**
 * Stale when an edit cut through it.
 */
state: MentionState, };

/**
 * A quotation.
 */
export type QuoteRecord = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Direct or paraphrase.
 */
speech: Speech, 
/**
 * First character, inside the quotation marks.
 */
start: number, 
/**
 * After the last character.
 */
end: number, 
/**
 * What stood there when it was tagged.
 */
text: string, 
/**
 * A party's UUID.
 */
speaker: string | null, };

/**
 * A party in an article.
 */
export type ParticipationRecord = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * The party's UUID.
 */
party: string, 
/**
 * In the order of the role list.
 */
roles: Array<Role>, 
/**
 * The organisation spoken for, a party's UUID.
 */
on_behalf_of: string | null, 
/**
 * Positions as printed, to the letter, in the order of the text.
 */
positions: Array<PrintedPositionRecord>, };

/**
 * A position as one version prints it.
 */
export type PrintedPositionRecord = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * The version's UUID.
 */
version: string, 
/**
 * To the letter.
 */
text: string, 
/**
 * The post it stands for, a UUID among the person's posts.
 */
post: string | null, };

/**
 * A photo document.
 */
export type PhotoRecord = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * File name as received.
 */
name: string, 
/**
 * The original's SHA-256, 64 hex digits.
 */
sha256: string, 
/**
 * Size in bytes.
 */
size: number, 
/**
 * IANA media type.
 */
media_type: string, 
/**
 * Upright, in pixels.
 */
width: number | null, 
/**
 * Upright, in pixels.
 */
height: number | null, 
/**
 * Why it cannot be drawn, a code; none where it can.
 */
undrawable: string | null, 
/**
 * Caption and alternative text per language.
 */
texts: Array<PhotoTextRecord>, 
/**
 * Credit line as printed (IPTC).
 */
credit: string | null, 
/**
 * Photographer (IPTC Creator).
 */
photographer: string | null, 
/**
 * ISO 8601, as far as known.
 */
taken_at: string | null, 
/**
 * Where, as text.
 */
place: string | null, 
/**
 * Terms of use.
 */
rights: string | null, 
/**
 * IPTC Instructions.
 */
instructions: string | null, 
/**
 * IPTC Digital Source Type, a term of its vocabulary.
 */
digital_source_type: string | null, 
/**
 * XMP Rating: 1 to 5, or −1 where it is turned down.
 */
rating: number | null, 
/**
 * Whether it is picked out of its series.
 */
picked: boolean, 
/**
 * Whether it was published.
 */
published: boolean, 
/**
 * By how many quarters of a turn, clockwise, it is shown otherwise than its file says: 0 to 3.
 */
turned: number, 
/**
 * The event it shows, by UUID.
 */
event: string | null, 
/**
 * Who is seen where.
 */
regions: Array<RegionRecord>, };

/**
 * Caption or alternative text in one language.
 */
export type PhotoTextRecord = { 
/**
 * BCP 47.
 */
language: string, 
/**
 * Caption or alternative text.
 */
kind: TextKind, 
/**
 * The text.
 */
text: string, };

/**
 * Part of a photo that shows a party; fractions of width and height, from the upper left. The whole picture (0, 0, 1, 1)
 * marks no place: the party is in it.
 */
export type RegionRecord = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * The party's UUID.
 */
party: string, 
/**
 * Left edge, 0 to 1.
 */
x: number, 
/**
 * Upper edge, 0 to 1.
 */
y: number, 
/**
 * Width, 0 to 1.
 */
w: number, 
/**
 * Height, 0 to 1.
 */
h: number, };

/**
 * A person or an organisation (ISAAR(CPF)).
 */
export type PartyRecord = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Person or organisation.
 */
kind: PartyKind, 
/**
 * Authorised form of the name, in the nominative.
 */
name: string, 
/**
 * Other forms of the name.
 */
names: Array<PartyNameRecord>, 
/**
 * Date of birth or founding.
 */
date_from: string | null, 
/**
 * Date of death or dissolution.
 */
date_to: string | null, 
/**
 * Business identification number (БИН), organisations only, 12 digits.
 */
bin: string | null, 
/**
 * The organisation before it, by UUID.
 */
predecessor: string | null, 
/**
 * The organisation above it, by UUID.
 */
parent: string | null, 
/**
 * Note.
 */
note: string | null, 
/**
 * A person's surname, where the name's form does not tell it and somebody has said it.
 */
surname: string | null, 
/**
 * Given names, likewise.
 */
given_names: string | null, 
/**
 * Patronymic, likewise, or where the name is written without it.
 */
patronymic: string | null, 
/**
 * Dated positions of a person.
 */
posts: Array<PostRecord>, };

/**
 * A form of a party's name.
 */
export type PartyNameRecord = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * As written.
 */
form: string, 
/**
 * BCP 47, with the script where it is not the usual one.
 */
language: string | null, 
/**
 * What form it is; none for just another one.
 */
kind: NameKind | null, 
/**
 * From when it was borne.
 */
date_from: string | null, 
/**
 * Until when.
 */
date_to: string | null, };

/**
 * A person's dated position at an organisation.
 */
export type PostRecord = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Office, membership, honorary title or degree.
 */
kind: PostKind, 
/**
 * Title of the position, in the nominative.
 */
title: string, 
/**
 * The organisation, by UUID.
 */
organisation: string | null, 
/**
 * From when.
 */
date_from: string | null, 
/**
 * Until when.
 */
date_to: string | null, };

/**
 * A suggestion that was turned down.
 */
export type DecisionRecord = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * What was suggested: `person`, `organisation`, `place`, `quote` …
 */
kind: string, 
/**
 * What it was about, folded.
 */
key: string, };

/**
 * A line of the article list.
 */
export type ArticleLine = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Unique in its library.
 */
reference: string, 
/**
 * Of the first version.
 */
title: string, 
/**
 * Publication date.
 */
date: string | null, 
/**
 * Draft, registered or withdrawn.
 */
state: State, 
/**
 * Open, restricted or under embargo.
 */
access: Access, 
/**
 * Last day of the embargo.
 */
embargo_until: string | null, 
/**
 * Languages of its versions.
 */
languages: Array<string>, 
/**
 * How many persons take part.
 */
people: number, 
/**
 * How many photos hang on it.
 */
photos: number, 
/**
 * The unit it lies in, by UUID; none: the in-tray.
 */
unit: string | null, 
/**
 * Whether it is registered and has another text that is not.
 */
corrected: boolean, };

/**
 * The order of a list.
 */
export type ListOrder = "date_newest" | "title" | "reference" | "relevance";

/**
 * Which articles, and which page of them.
 */
export type ListQuery = { 
/**
 * Words that the article has, in any ending; the last may be unfinished. What stands together or in quotation
 * marks is met side by side, `-word` must not be there, `word*` begins one; a whole number of a document
 * (reference, former one, outgoing) means that document alone. Blank: all; without any word: nothing.
 */
text: string | null, 
/**
 * In this unit (a UUID) or below.
 */
unit: string | null, 
/**
 * Only articles that lie in no unit.
 */
in_tray: boolean, 
/**
 * Published in this year, or perhaps in it.
 */
year: number | null, 
/**
 * All of these parties (UUIDs) take part, or are spoken for.
 */
parties: Array<string>, 
/**
 * Under this subject heading, a UUID.
 */
subject: string | null, 
/**
 * About this place, a UUID.
 */
place: string | null, 
/**
 * Reporting this event, a UUID.
 */
event: string | null, 
/**
 * Has a version in this language, BCP 47.
 */
language: string | null, 
/**
 * Draft, registered or withdrawn.
 */
state: State | null, 
/**
 * Only articles with a text that is not registered: drafts, and those that are being corrected.
 */
unregistered: boolean, 
/**
 * Only articles in one of whose texts a suggestion is open that nobody has decided on: of those texts that were
 * read here.
 */
suggested: boolean, 
/**
 * How many to pass over.
 */
offset: number, 
/**
 * How many to give, at most.
 */
limit: number, 
/**
 * In which order.
 */
order: ListOrder, 
/**
 * Whether, where the words find little, those one slip of the finger from them are found too, below the rest.
 */
similar: boolean, };

/**
 * A page of the list.
 */
export type ListPage = { 
/**
 * How many articles match in all, with those that only words like the typed ones find.
 */
total: number, 
/**
 * How many have the words themselves; they stand first.
 */
exact: number, 
/**
 * Whether the words were taken as a document's number, and not looked for in texts.
 */
numbered: boolean, 
/**
 * The words like the typed ones that find the others.
 */
similar: Array<string>, 
/**
 * The page.
 */
rows: Array<ArticleLine>, };

/**
 * A unit as a line of the tree.
 */
export type UnitLine = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * The unit above, by UUID.
 */
parent: string | null, 
/**
 * Fonds, inventory or file.
 */
level: Level, 
/**
 * Its part of the reference code.
 */
code: string, 
/**
 * Title.
 */
title: string, 
/**
 * How many articles lie in it and below.
 */
articles: number, };

/**
 * Fields of an article to set; those left out stay, an empty text clears one. Dates are as people
 * write them, or EDTF; days are whole.
 */
export type ArticleFields = { 
/**
 * Typed by hand; unique.
 */
reference?: string, 
/**
 * A UUID or codes as in `12/1/3`; empty: the in-tray. A draft's automatic reference follows.
 */
unit?: string, 
/**
 * Such as «press release».
 */
kind?: string, 
/**
 * The issuing office's registration number.
 */
outgoing_number?: string, 
/**
 * Its date.
 */
outgoing_date?: string, 
/**
 * EDTF.
 */
publication_date?: string, 
/**
 * `YYYY-MM-DD`.
 */
captured_on?: string, 
/**
 * Where it was published.
 */
source_url?: string, 
/**
 * Terms of use.
 */
rights?: string, 
/**
 * The archivist's note.
 */
note?: string, 
/**
 * Open, restricted or under embargo.
 */
access?: Access, 
/**
 * Last day of the embargo.
 */
embargo_until?: string, 
/**
 * Why access is restricted.
 */
access_reason?: string, 
/**
 * Who decided so.
 */
access_decided_by?: string, 
/**
 * The whole list of subject headings.
 */
subjects?: Array<string>, 
/**
 * The whole list of places that the article is about, by name.
 */
places?: Array<string>, };

/**
 * Starts an article. All empty: a blank draft.
 */
export type NewArticle = { 
/**
 * Text as pasted or typed; title and date are read from it.
 */
text: string | null, 
/**
 * The unit it lies in, by UUID; null: the in-tray.
 */
unit: string | null, 
/**
 * An event that it reports, by UUID.
 */
event: string | null, 
/**
 * Whether it is begun even where the library has the same text already.
 */
again: boolean, };

/**
 * A new version of an article.
 */
export type NewVersion = { 
/**
 * UUID of the version it relates to.
 */
of: string, 
/**
 * What it is to that version.
 */
relation: Relation, 
/**
 * BCP 47.
 */
language: string, 
/**
 * Null: a copy of that version's text, with its mentions and quotes.
 */
text: string | null, };

/**
 * Fields of a draft version's text to set.
 */
export type VersionFields = { 
/**
 * One line.
 */
title?: string, 
/**
 * The text.
 */
body?: string, 
/**
 * BCP 47.
 */
language?: string, };

/**
 * A unit with all its fields to set; those left out stay, an empty text clears one.
 */
export type UnitFields = { 
/**
 * Its part of the reference code.
 */
code?: string, 
/**
 * Title.
 */
title?: string, 
/**
 * The fonds creator: a party's UUID, or the name of an organisation.
 */
creator?: string, 
/**
 * Start of the covering dates.
 */
date_from?: string, 
/**
 * End of the covering dates.
 */
date_to?: string, 
/**
 * Extent, as text.
 */
extent?: string, 
/**
 * Retention period, as text.
 */
retention_period?: string, 
/**
 * The article of the retention schedule.
 */
retention_article?: string, 
/**
 * Note.
 */
note?: string, };

/**
 * What a span of the text can be tagged as.
 */
export type TagKind = "person" | "organisation" | "place";

/**
 * Why a candidate is offered: a code with data, for which the window has words (`reason-<code>`).
 */
export type Reason = { 
/**
 * Which.
 */
code: ReasonCode, 
/**
 * What its words need.
 */
data: Record<string, string | number>, };

/**
 * A party or place of the archive that a span may mean.
 */
export type Candidate = { 
/**
 * UUID.
 */
id: string, 
/**
 * Person, organisation or place.
 */
kind: TagKind, 
/**
 * Authorised form of the name.
 */
name: string, 
/**
 * The position printed for it last, of a person.
 */
position: string | null, 
/**
 * In how many articles it stands.
 */
articles: number, 
/**
 * Of the latest of these.
 */
last_date: string | null, 
/**
 * Whether it stands in this article already.
 */
here: boolean, 
/**
 * The strongest first.
 */
reasons: Array<Reason>, };

/**
 * What the picker opens with. Spans count characters of the version's body.
 */
export type TagProposal = { 
/**
 * Person, organisation or place.
 */
kind: TagKind, 
/**
 * Whole words, without blanks at their ends, both quotation marks or none.
 */
start: number, 
/**
 * After the last character.
 */
end: number, 
/**
 * As printed.
 */
text: string, 
/**
 * In the nominative, as the text gives it in full.
 */
name: string, 
/**
 * The positions that the text prints beside the name, to the letter.
 */
positions: Array<string>, 
/**
 * The organisation that a position names, in the nominative.
 */
on_behalf_of: string | null, 
/**
 * What it did, as the whole text tells; empty where it is no person.
 */
roles: Array<Role>, 
/**
 * The likeliest first.
 */
candidates: Array<Candidate>, 
/**
 * How often more the version names the same.
 */
elsewhere: number, };

/**
 * Tags a span.
 */
export type TagSpan = { 
/**
 * UUID of the version.
 */
version: string, 
/**
 * First character.
 */
start: number, 
/**
 * After the last character.
 */
end: number, 
/**
 * Person, organisation or place.
 */
kind: TagKind, 
/**
 * UUID of a party or place of the archive; null: a new one of `name`.
 */
party: string | null, 
/**
 * In the nominative.
 */
name: string, 
/**
 * What it did there; empty: a person took part, an organisation is mentioned, where nothing is said yet.
 */
roles: Array<Role>, 
/**
 * As this version prints them.
 */
positions: Array<string>, 
/**
 * UUID, or the name of an organisation.
 */
on_behalf_of: string | null, 
/**
 * Every other place of the article's versions that names it, too.
 */
everywhere: boolean, 
/**
 * UUID of a mention whose place this one takes, in the same op.
 */
replaces: string | null, };

/**
 * What a tag made.
 */
export type TaggedSpan = { 
/**
 * UUID of the party or place.
 */
party: string, 
/**
 * Its authorised name.
 */
name: string, 
/**
 * Whether it is new to the library.
 */
new: boolean, 
/**
 * UUID of the participation; null for a place.
 */
participation: string | null, 
/**
 * UUID of the mention of the span.
 */
mention: string, 
/**
 * How many spans were marked.
 */
mentions: number, 
/**
 * How many more places name it and are not marked.
 */
elsewhere: number, };

/**
 * What the app reads in a version and nobody has tagged yet. Never a fact until it is accepted.
 */
export type Suggestion = { 
/**
 * Stable for the same suggestion of the same text.
 */
key: string, 
/**
 * What is suggested.
 */
kind: TagKind | "quote", 
/**
 * In the nominative; of a quote the speaker's.
 */
name: string, 
/**
 * Where the text names it; of a quote its one span.
 */
spans: { start: number, end: number, text: string }[], 
/**
 * What it did.
 */
roles: Array<Role>, 
/**
 * Positions as printed.
 */
positions: Array<string>, 
/**
 * On whose behalf, in the nominative.
 */
on_behalf_of: string | null, 
/**
 * Parties of the archive that it may be, the likeliest first.
 */
candidates: Array<Candidate>, 
/**
 * Whether the first candidate is sure enough to be taken by one key.
 */
sure: boolean, 
/**
 * Whether all that was read of it may be accepted unseen: of a person the name and each position, of a quote its
 * words and its speaker. Never of a quote without a speaker, nor of what is suggested only because it is on
 * record. Whom it means is another question: that is what `sure` and the candidates tell.
 */
certain: boolean, 
/**
 * How often what was so read is right, 0 to 1: that of the least sure of its parts; 0 where only rules found it, or
 * the record.
 */
confidence: number, 
/**
 * Why it is suggested.
 */
reasons: Array<Reason>, };

/**
 * What is suggested in a version.
 */
export type OpenSuggestions = { 
/**
 * In the order of the text.
 */
suggestions: Array<Suggestion>, 
/**
 * Whether its article has come to those with open suggestions, or gone from them, as it was read.
 */
recounted: boolean, };

/**
 * What accepting came to.
 */
export type Accepted = { 
/**
 * Where it was not sure who is meant.
 */
doubts: Array<Doubt>, };

/**
 * A name of which it is not sure whom it means.
 */
export type Doubt = { 
/**
 * Person, organisation or place.
 */
kind: TagKind, 
/**
 * As the text gives it, in the nominative.
 */
name: string, 
/**
 * UUID of the new record that was made; null where a quote was entered without its speaker.
 */
made: string | null, 
/**
 * UUIDs of those on record that it may mean, the likeliest first.
 */
candidates: Array<string>, };

/**
 * A piece of text in a comparison.
 */
export type DiffPiece = { 
/**
 * As it stands on its side.
 */
text: string, 
/**
 * Whether it stands on this side only.
 */
differs: boolean, };

/**
 * A paragraph of each side of a comparison; an empty side where it stands on the other only.
 */
export type DiffRow = { 
/**
 * Of the first version.
 */
left: Array<DiffPiece>, 
/**
 * Of the second.
 */
right: Array<DiffPiece>, };

/**
 * Fields of a participation to set; absent ones stay.
 */
export type ParticipationFields = { 
/**
 * The whole list.
 */
roles?: Array<Role>, 
/**
 * UUID or name of an organisation; empty: none.
 */
on_behalf_of?: string, };

/**
 * What a selection becomes as a quote.
 */
export type QuoteProposal = { 
/**
 * Inside the quotation marks.
 */
start: number, 
/**
 * After the last character.
 */
end: number, 
/**
 * As printed.
 */
text: string, 
/**
 * Direct where quotation marks stand around it.
 */
speech: Speech, 
/**
 * The speaker that the words around it name: a party of the cast, by UUID.
 */
speaker: string | null, };

/**
 * What a typed date says.
 */
export type DateReading = { 
/**
 * EDTF; more than one where it can be read in more than one way; none where it is no date.
 */
datings: Array<string>, 
/**
 * The time of day beside it, ISO 8601, where one stands.
 */
time: string | null, };

/**
 * Whose history.
 */
export type HistoryOf = { "article": string } | { "party": string } | { "transfer": string } | { "library": boolean };

/**
 * Which of the ops; what is absent leaves none out.
 */
export type HistoryFilter = { 
/**
 * By this person.
 */
actor?: string, 
/**
 * Of this kind.
 */
kind?: string, 
/**
 * On this day or later, `YYYY-MM-DD`.
 */
from?: string, 
/**
 * On this day or earlier, `YYYY-MM-DD`.
 */
until?: string, 
/**
 * Before this op: the next page.
 */
before?: number, };

/**
 * Who has written in a library, and what kinds of ops were done in it: what history can be asked for.
 */
export type HistoryChoices = { 
/**
 * People, by name.
 */
actors: Array<string>, 
/**
 * Kinds of ops.
 */
kinds: Array<string>, };

/**
 * One op.
 */
export type HistoryLine = { 
/**
 * Its number in this library.
 */
op: number, 
/**
 * When it began by the clock of the machine, RFC 3339 in UTC. The order is that of the numbers: a clock may be wrong.
 */
at: string, 
/**
 * Whether what was done just before it has a later time: the clock of one of the two was wrong.
 */
clock_went_back: boolean, 
/**
 * Who.
 */
actor: string, 
/**
 * On which machine.
 */
device: string, 
/**
 * What kind of op: `add_article`, `tag`, `undo` …
 */
kind: string, 
/**
 * For an undo or redo: the op it took back.
 */
reverts: number | null, 
/**
 * For an undo or redo: the kind of the op that was taken back or done again in the end.
 */
reverted_kind: string | null, 
/**
 * Whether it was taken back and not done again.
 */
undone: boolean, 
/**
 * In the order in which they happened; of a great op the first.
 */
changes: Array<HistoryChange>, 
/**
 * How many changes more the op made than are listed.
 */
more: number, 
/**
 * The record that it was about, where that stands; none where many or none are meant.
 */
shows: ShownByName | null, 
/**
 * How many articles it added, took back or brought back, where it was about several.
 */
articles: number | null, };

/**
 * One change of an op.
 */
export type HistoryChange = { 
/**
 * Its number in this library.
 */
id: number, 
/**
 * What kind of row.
 */
noun: string, 
/**
 * Whose row: a name, a reference, a file name; null where nothing tells.
 */
subject: string | null, 
/**
 * What the row says itself, where it stands under another's name: a role's code, a position, a post's title.
 */
own_words: string | null, 
/**
 * `create`, `edit` or `delete`.
 */
action: string, 
/**
 * For an edit: which field.
 */
field: string | null, 
/**
 * For an edit the value before; for a deleted row its fields. What names another row gives that row's name.
 */
before: unknown, 
/**
 * For an edit the value after.
 */
after: unknown, 
/**
 * For an edit of a long text: what changed in it, in the order of the text.
 */
pieces: Array<TextPiece>, 
/**
 * Whether the field can be put back to what it held before.
 */
restorable: boolean, };

/**
 * A piece of an edit of a long text, as history shows it.
 */
export type TextPiece = { 
/**
 * Where, in characters of the text before.
 */
at: number, 
/**
 * What stood there.
 */
removed: string, 
/**
 * What came instead.
 */
inserted: string, };

/**
 * Whose words stand where two people changed the same.
 */
export type Prefer = "mine" | "theirs";

/**
 * A value as whoever edits saw it.
 */
export type SeenValue = { 
/**
 * What kind of row: `article`, `version`, `party` …
 */
noun: string, 
/**
 * Its UUID.
 */
id: string, 
/**
 * The field, as history names it; what names another row without its `_id`. A list is one field: `subjects`
 * and `places` of an article, `roles` and `positions` of a participation, `captions.kk` of a photo.
 */
field: string, 
/**
 * The value that was seen; of a row that another names, its UUID; of a list, a line each. Null for none.
 */
value: string | null, 
/**
 * Of a text that both changed at one place: whose words stand. Absent, such an edit is refused.
 */
prefer?: Prefer, };

/**
 * What a write changed.
 */
export type Changed = { 
/**
 * The op in history; null where nothing changed.
 */
op: number | null, 
/**
 * Written by another program or window: what changed is not known, so all is fetched again.
 */
elsewhere: boolean, 
/**
 * Nouns whose rows changed: `article`, `version`, `party`, `photo` …
 */
nouns: Array<string>, 
/**
 * Kind of the op that undo would take back now, or null.
 */
undo: string | null, 
/**
 * Kind of the op that redo would do again now, or null.
 */
redo: string | null, 
/**
 * When it was on disk, RFC 3339 in UTC.
 */
saved_at: string, 
/**
 * Articles, with versions, cast, mentions, quotes, photos, headings.
 */
articles: Array<string>, 
/**
 * Pages of persons and organisations, but for whom they may be the same as.
 */
parties: Array<string>, 
/**
 * Pages of events.
 */
events: Array<string>, 
/**
 * Photos, with their texts and regions.
 */
photos: Array<string>, 
/**
 * Units, with how many articles lie in them.
 */
units: Array<string>, 
/**
 * Transfers, with their articles and files.
 */
transfers: Array<string>, 
/**
 * Saved searches, with how many articles they find.
 */
saved_searches: Array<string>, 
/**
 * Templates of photos.
 */
photo_templates: Array<string>, 
/**
 * The library itself, with its name.
 */
libraries: Array<string>, };

/**
 * What a write gives back.
 */
export type Written<T> = { 
/**
 * What it made or found.
 */
value: T, 
/**
 * What it changed.
 */
changed: Changed, };

/**
 * A record that can be shown, by its UUID.
 */
export type Shown = { "article": string } | { "party": string } | { "event": string } | { "unit": string } | { "transfer": string } | { "saved_search": string };

/**
 * A record that can be shown, and what it is called.
 */
export type ShownByName = { 
/**
 * Its name; an article's title, empty where it has none.
 */
name: string, 
/**
 * An article's reference.
 */
reference: string | null, } & ({ "article": string } | { "party": string } | { "event": string } | { "unit": string } | { "transfer": string } | { "saved_search": string });

/**
 * An op that was taken back, or done again.
 */
export type Reverted = { 
/**
 * The op that the person did.
 */
op: number, 
/**
 * Its kind.
 */
kind: string, 
/**
 * Where one sees what happened; none where many records or none are meant.
 */
shows: Shown | null, };

/**
 * What a search found.
 */
export type Found = { 
/**
 * How many articles match in all.
 */
total: number, 
/**
 * Whether the words were taken as a document's number, and not looked for in texts.
 */
numbered: boolean, 
/**
 * The best first.
 */
hits: Array<Hit>, 
/**
 * Over all that match.
 */
facets: Facets, 
/**
 * What words like the searched ones find besides, where these find little.
 */
similar: Alike, };

/**
 * An article that matches.
 */
export type Hit = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Unique in its library.
 */
reference: string, 
/**
 * Of the first version.
 */
title: string, 
/**
 * Publication date.
 */
date: string | null, 
/**
 * From the text as it stands, around the best match.
 */
snippet: string, 
/**
 * Spans of the snippet that match, in characters.
 */
matches: Array<[number, number]>, };

/**
 * What only words one slip of the finger from the searched ones find.
 */
export type Alike = { 
/**
 * The words, as they are printed.
 */
words: Array<string>, 
/**
 * How many articles they find.
 */
total: number, 
/**
 * As many of them as the page has room for.
 */
hits: Array<Hit>, };

/**
 * A facet of open vocabulary.
 */
export type OpenFacet = "people" | "organisations" | "subjects" | "places";

/**
 * How the matches spread.
 */
export type Facets = { 
/**
 * By year of publication, newest first.
 */
years: Array<YearCount>, 
/**
 * By unit, in the order of their codes.
 */
units: Array<Count>, 
/**
 * By person, most first.
 */
people: Array<Count>, 
/**
 * By organisation, most first.
 */
organisations: Array<Count>, 
/**
 * By subject heading, most first.
 */
subjects: Array<Count>, 
/**
 * By place that they are about, most first.
 */
places: Array<Count>, 
/**
 * By state, in the order of a life.
 */
states: Array<StateCount>, 
/**
 * By language of a version, most first.
 */
languages: Array<LanguageCount>, };

/**
 * How many matches a year has.
 */
export type YearCount = { 
/**
 * The year.
 */
year: number, 
/**
 * How many.
 */
count: number, };

/**
 * How many matches are in a state.
 */
export type StateCount = { 
/**
 * Draft, registered or withdrawn.
 */
state: State, 
/**
 * How many.
 */
count: number, };

/**
 * How many matches have a version in a language.
 */
export type LanguageCount = { 
/**
 * BCP 47.
 */
language: string, 
/**
 * How many.
 */
count: number, };

/**
 * How many matches a unit, a party or a heading has.
 */
export type Count = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Its name, or code and title.
 */
name: string, 
/**
 * How many.
 */
count: number, };

/**
 * The part of a text around what was searched.
 */
export type ArticleSnippet = { 
/**
 * The article's UUID.
 */
id: string, 
/**
 * From the version that says most of it; blanks as single blanks.
 */
text: string, 
/**
 * Spans of `text` that match, in characters.
 */
matches: Array<[number, number]>, };

/**
 * A named search, in the tree.
 */
export type SavedSearchLine = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Unique.
 */
name: string, 
/**
 * What it looks for.
 */
query: ListQuery, 
/**
 * How many articles it finds now.
 */
articles: number, };

/**
 * A name that was turned down as what it was suggested as.
 */
export type RefusedName = { 
/**
 * As what it was suggested.
 */
kind: TagKind, 
/**
 * What tells it from others of its kind.
 */
key: string, 
/**
 * The name, as a document prints it.
 */
name: string, 
/**
 * In how many documents it was turned down.
 */
articles: number, 
/**
 * One of these, the latest.
 */
article: string, 
/**
 * Its reference code.
 */
reference: string, 
/**
 * Whether it is left out of other documents too.
 */
left_out: boolean, };

/**
 * How much there is: the numbers beside the tree.
 */
export type Overview = { 
/**
 * Articles.
 */
articles: number, 
/**
 * Of them, in no unit.
 */
in_tray: number, 
/**
 * Of them, not yet registered.
 */
drafts: number, 
/**
 * Of them, with suggestions that nobody has decided on.
 */
suggested: number, 
/**
 * Photos.
 */
photos: number, 
/**
 * Of them, without a credit line.
 */
photos_without_credit: number, 
/**
 * Persons.
 */
people: number, 
/**
 * Organisations.
 */
organisations: number, 
/**
 * Events.
 */
events: number, };

/**
 * What else a search finds beside articles.
 */
export type Elsewhere = { 
/**
 * Persons and organisations, those in the most articles first.
 */
parties: Array<PartyLine>, 
/**
 * Events, the latest first.
 */
events: Array<EventLine>, 
/**
 * Photos.
 */
photos: Array<PhotoLine>, 
/**
 * Units, in the order of the tree.
 */
units: Array<UnitLine>, 
/**
 * Transfers, the newest first.
 */
transfers: Array<TransferRecord>, };

/**
 * What came of a list.
 */
export type Officials = { 
/**
 * Rows read.
 */
rows: number, 
/**
 * People who are new to the archive.
 */
people: number, 
/**
 * Organisations that are new to it.
 */
organisations: number, 
/**
 * Posts entered.
 */
posts: number, 
/**
 * Headings of columns that mean nothing here and were passed over.
 */
ignored: Array<string>, };

/**
 * A line of the list of parties.
 */
export type PartyLine = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Person or organisation.
 */
kind: PartyKind, 
/**
 * Authorised form of the name.
 */
name: string, 
/**
 * The same as a catalogue lists it: a person's with the surname first, and the patronymic where it is known.
 */
listed: string, 
/**
 * Names that it bore before, of a person the surnames, between commas.
 */
former: string | null, 
/**
 * How many articles it stands in: takes part, or is spoken for.
 */
articles: number, 
/**
 * Publication date of the latest of them.
 */
last_date: string | null, 
/**
 * Of a person: the position printed last.
 */
position: string | null, };

/**
 * The order of the list.
 */
export type PartyOrder = "surname" | "name" | "articles" | "latest";

/**
 * Which parties, and which page of them.
 */
export type PartyQuery = { 
/**
 * Persons or organisations; none: both.
 */
kind: PartyKind | null, 
/**
 * Words of a name in any ending; the last may be unfinished.
 */
text: string | null, 
/**
 * In which order.
 */
order: PartyOrder, 
/**
 * How many to pass over.
 */
offset: number, 
/**
 * How many to give, at most.
 */
limit: number, };

/**
 * A page of the list.
 */
export type PartyPage = { 
/**
 * How many parties match in all.
 */
total: number, 
/**
 * The words like the typed ones that find these, where no name has the typed ones.
 */
similar: Array<string>, 
/**
 * The page.
 */
rows: Array<PartyLine>, };

/**
 * A name beside a UUID.
 */
export type PartyRef = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Person or organisation.
 */
kind: PartyKind, 
/**
 * Authorised form of the name.
 */
name: string, };

/**
 * A position as an article printed it.
 */
export type PrintedLine = { 
/**
 * To the letter.
 */
text: string, 
/**
 * The article's UUID.
 */
article: string, 
/**
 * Its reference.
 */
reference: string, 
/**
 * Its publication date.
 */
date: string | null, };

/**
 * All that a party's page shows; its articles come by the article list.
 */
export type PartyPageRecord = { 
/**
 * The record whole.
 */
record: PartyRecord, 
/**
 * As the list has it.
 */
line: PartyLine, 
/**
 * The parts of a person's name as they are read, or as they were said.
 */
parts: NameParts | null, 
/**
 * What one types for it in a caption, where it was given a code.
 */
code: string | null, 
/**
 * The parties that the record names: predecessor, parent, organisations of posts.
 */
related: Array<PartyRef>, 
/**
 * For an organisation: who held a post there or spoke for it, the latest first; a line for each post.
 */
people: Array<PersonOfBody>, 
/**
 * Organisations that stand below it, or came after it.
 */
others: Array<BodyBeside>, 
/**
 * How many articles it stands in.
 */
articles: number, 
/**
 * How many quotes are its own, each counted once in the text in force.
 */
quotes: number, 
/**
 * In how many photos it is seen.
 */
photos: number, 
/**
 * Newest first.
 */
printed: Array<PrintedLine>, 
/**
 * Other parties that may be the same, with reasons.
 */
similar: Array<Candidate>, };

/**
 * What a party said, with where.
 */
export type QuoteLine = { 
/**
 * The quote.
 */
quote: QuoteRecord, 
/**
 * The article's UUID.
 */
article: string, 
/**
 * Its reference.
 */
reference: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Its publication date.
 */
date: string | null, };

/**
 * A page of quotes.
 */
export type QuotePage = { 
/**
 * How many there are in all.
 */
total: number, 
/**
 * The page, newest first.
 */
rows: Array<QuoteLine>, };

/**
 * The parts of a person's name.
 */
export type NameParts = { 
/**
 * Surname, or what serves as one.
 */
surname: string | null, 
/**
 * Given names or initials.
 */
given_names: string | null, 
/**
 * Patronymic.
 */
patronymic: string | null, 
/**
 * Whether the words' form tells which is which, or somebody has said it.
 */
sure: boolean, };

/**
 * A person of an organisation.
 */
export type PersonOfBody = { 
/**
 * The person's UUID.
 */
id: string, 
/**
 * The name as lists have it.
 */
listed: string, 
/**
 * The post there; none of who only spoke for it.
 */
title: string | null, 
/**
 * From when.
 */
date_from: string | null, 
/**
 * Until when; of who spoke for it, the latest article's date.
 */
date_to: string | null, };

/**
 * What became of several parties that were to be taken away.
 */
export type PartiesDeleted = { 
/**
 * How many went.
 */
deleted: number, 
/**
 * Names of those that stay, as something refers to them.
 */
in_use: Array<string>, };

/**
 * An organisation that names another in its record.
 */
export type BodyBeside = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Authorised form of the name.
 */
name: string, 
/**
 * Whether it came after the other; else it stands below.
 */
after: boolean, };

/**
 * Two parties of one kind that may be the same.
 */
export type Double = { 
/**
 * UUID of the one in more articles.
 */
one: string, 
/**
 * UUID of the other.
 */
other: string, 
/**
 * Why, the strongest first.
 */
reasons: Array<Reason>, };

/**
 * Fields of a party to set; absent ones stay, an empty text clears one.
 */
export type PartyFields = { 
/**
 * Authorised form, in the nominative.
 */
name?: string, 
/**
 * Birth or founding, as people write it or EDTF.
 */
date_from?: string, 
/**
 * Death or dissolution.
 */
date_to?: string, 
/**
 * БИН of an organisation, 12 digits.
 */
bin?: string, 
/**
 * UUID or name of the organisation before it.
 */
predecessor?: string, 
/**
 * UUID or name of the organisation above it.
 */
parent?: string, 
/**
 * Note.
 */
note?: string, 
/**
 * A person's surname, where the name's form does not tell it.
 */
surname?: string, 
/**
 * Given names, likewise.
 */
given_names?: string, 
/**
 * Patronymic, likewise, or where the name is written without it.
 */
patronymic?: string, 
/**
 * What one types for it in a caption: letters and digits, at least one letter; no other party's.
 */
code?: string, };

/**
 * A form of a party's name, to add or to set.
 */
export type NameFields = { 
/**
 * As written.
 */
form: string, 
/**
 * BCP 47.
 */
language: string | null, 
/**
 * What form it is; none for just another one.
 */
kind: NameKind | null, 
/**
 * From when it was borne, as people write it or EDTF.
 */
date_from: string | null, 
/**
 * Until when.
 */
date_to: string | null, };

/**
 * A post to add or to set.
 */
export type PostFields = { 
/**
 * Office, membership, honorary title or degree.
 */
kind: PostKind, 
/**
 * In the nominative.
 */
title: string, 
/**
 * UUID or name of an organisation.
 */
organisation: string | null, 
/**
 * From when, as people write it or EDTF.
 */
date_from: string | null, 
/**
 * Until when.
 */
date_to: string | null, };

/**
 * A line of the list of events.
 */
export type EventLine = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Name.
 */
name: string, 
/**
 * EDTF.
 */
date: string | null, 
/**
 * Where, as text.
 */
place: string | null, 
/**
 * How many articles report it.
 */
articles: number, 
/**
 * How many photos show it.
 */
photos: number, };

/**
 * A page of events.
 */
export type EventPage = { 
/**
 * How many match in all.
 */
total: number, 
/**
 * The page: the latest first, undated last.
 */
rows: Array<EventLine>, };

/**
 * Fields of an event to set; absent ones stay, an empty text clears one.
 */
export type EventFields = { 
/**
 * Name.
 */
name?: string, 
/**
 * EDTF.
 */
date?: string, 
/**
 * Where, as text.
 */
place?: string, };

/**
 * All that an event's page shows; its articles come by the article list.
 */
export type EventPageRecord = { 
/**
 * The record.
 */
record: EventRecord, 
/**
 * How many articles report it.
 */
articles: number, 
/**
 * Photos that show it, of articles and of its own, in order.
 */
photos: Array<PhotoLine>, 
/**
 * Who was present, by the articles that report it.
 */
people: Array<PartyRef>, };

/**
 * A photo in a grid.
 */
export type PhotoLine = { 
/**
 * The photo whole.
 */
photo: PhotoRecord, 
/**
 * The article it hangs on, by UUID.
 */
article: string | null, 
/**
 * Its reference.
 */
reference: string | null, 
/**
 * Its title.
 */
title: string | null, };

/**
 * What a photo can lack.
 */
export type PhotoLack = "credit" | "caption" | "alt" | "people" | "taken_at";

/**
 * The order of a page of photos.
 */
export type PhotoSort = "catalogued" | "taken_last" | "taken_first" | "rated";

/**
 * Which photos, and which page of them.
 */
export type PhotoQuery = { 
/**
 * Words of a caption, an alternative text, the credit, the photographer, the place or the file name, in
 * any ending; the last may be unfinished.
 */
text?: string, 
/**
 * Only photos that lack this.
 */
lacking?: PhotoLack, 
/**
 * This party (a UUID) is seen in it.
 */
party?: string, 
/**
 * Its article has this party (a UUID) among its participants.
 */
participant?: string, 
/**
 * It shows this event, a UUID.
 */
event?: string, 
/**
 * This is where it was taken, as its record says it.
 */
place?: string, 
/**
 * This is who took it, as its record says it.
 */
photographer?: string, 
/**
 * Taken on this day (`YYYY-MM-DD`) or later.
 */
taken_from?: string, 
/**
 * Taken on this day (`YYYY-MM-DD`) or before.
 */
taken_to?: string, 
/**
 * Rated so well or better, 1 to 5; −1: turned down, and only those.
 */
rated?: number, 
/**
 * Picked, or not.
 */
picked?: boolean, 
/**
 * Published, or not.
 */
published?: boolean, 
/**
 * Marked as made or changed by AI, or not.
 */
by_ai?: boolean, 
/**
 * In which order.
 */
sort?: PhotoSort, 
/**
 * How many to pass over.
 */
offset: number, 
/**
 * How many to give, at most.
 */
limit: number, };

/**
 * A photo's time as it would become.
 */
export type ShiftedTime = { 
/**
 * The photo, by UUID.
 */
photo: string, 
/**
 * Its name.
 */
name: string, 
/**
 * As it stands, ISO 8601.
 */
before: string | null, 
/**
 * As it becomes; none where it has no time of day, and so stays.
 */
after: string | null, };

/**
 * Something to look at.
 */
export type PhotoCheck = { 
/**
 * What is the matter.
 */
kind: PhotoCheckKind, 
/**
 * The photos with the same to look at, by UUID, in their order; none: it is of all photos of the article.
 */
photos: Array<string>, 
/**
 * The place of the first in the article, from 1.
 */
number: number | null, 
/**
 * Who it is about: a name.
 */
name: string | null, 
/**
 * That party's UUID, where it is tagged.
 */
party: string | null, 
/**
 * What the record says.
 */
stands: string | null, 
/**
 * What is said otherwise, and would be taken over.
 */
said: string | null, 
/**
 * Where that is said.
 */
source: StatementSource | null, };

/**
 * What wants looking at in a photo.
 */
export type PhotoCheckKind = "credit_missing" | "credit_differs" | "taken_after_publication" | "ai_unmarked" | "faces_unnamed" | "named_but_not_tagged" | "speaker_unseen";

/**
 * A page of photos.
 */
export type PhotoPage = { 
/**
 * How many photos match in all.
 */
total: number, 
/**
 * The page.
 */
rows: Array<PhotoLine>, };

/**
 * A photo that is the same picture as another.
 */
export type NearPhoto = { 
/**
 * It, with where it hangs.
 */
line: PhotoLine, 
/**
 * Whether it has the same bytes.
 */
identical: boolean, 
/**
 * What an archivist said that the two are to each other; none where nobody has.
 */
kinship: Kinship | null, };

/**
 * A photo that is the same picture as one that was attached, in short.
 */
export type NearShort = { 
/**
 * UUID.
 */
photo: string, 
/**
 * File name as received.
 */
name: string, 
/**
 * The reference of the article it hangs on; none where it hangs on an event alone.
 */
reference: string | null, };

/**
 * Two photos that are one picture.
 */
export type NearPair = { 
/**
 * The one that came first.
 */
one: PhotoLine, 
/**
 * The one that came later.
 */
other: PhotoLine, 
/**
 * Whether they have the same bytes.
 */
identical: boolean, };

/**
 * A page of such pairs.
 */
export type NearPhotoPage = { 
/**
 * How many pairs there are.
 */
total: number, 
/**
 * The page, what came last first.
 */
rows: Array<NearPair>, };

/**
 * Fields of a photo to set; absent ones stay, an empty text clears one.
 */
export type PhotoFields = { 
/**
 * Credit line as printed (IPTC).
 */
credit?: string, 
/**
 * Photographer (IPTC Creator).
 */
photographer?: string, 
/**
 * ISO 8601, or shorter.
 */
taken_at?: string, 
/**
 * Where, as text.
 */
place?: string, 
/**
 * Terms of use.
 */
rights?: string, 
/**
 * IPTC Instructions.
 */
instructions?: string, 
/**
 * A term of the IPTC vocabulary Digital Source Type.
 */
digital_source_type?: string, 
/**
 * XMP Rating: 1 to 5, or −1 where it is turned down; 0: none.
 */
rating?: number, 
/**
 * Whether it is picked out of its series.
 */
picked?: boolean, 
/**
 * Whether it was published.
 */
published?: boolean, 
/**
 * Captions by language.
 */
captions?: Record<string, string>, 
/**
 * Alternative texts by language.
 */
alts?: Record<string, string>, 
/**
 * The event it shows, by UUID; empty: none.
 */
event?: string, 
/**
 * Parties that are in the picture too, by UUID: whom a caption names.
 */
shows?: Array<string>, };

/**
 * A template of photos.
 */
export type PhotoTemplateLine = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Unique.
 */
name: string, 
/**
 * What it sets.
 */
fields: PhotoFields, };

/**
 * What photos hang on.
 */
export type PhotoHome = { "article": string } | { "event": string };

/**
 * A party that a code may mean, with what would stand in the caption.
 */
export type CaptionCode = { 
/**
 * The shortest that means it: its own code, its place in the cast, its initials; empty where it has none of these.
 */
code: string, 
/**
 * The party's UUID.
 */
party: string, 
/**
 * Its name as the caption's language has it.
 */
name: string, 
/**
 * The office held on the day of the picture, in that language, where it is known.
 */
position: string | null, 
/**
 * Position and name as they would stand in the caption.
 */
text: string, 
/**
 * Whether what was typed means this one and nobody else.
 */
exact: boolean, };

/**
 * Fractions of width and height, from the upper left; the whole picture (0, 0, 1, 1) marks no place.
 */
export type RegionBox = { 
/**
 * Left edge.
 */
x: number, 
/**
 * Upper edge.
 */
y: number, 
/**
 * Width.
 */
w: number, 
/**
 * Height.
 */
h: number, };

/**
 * A party of the archive, or a person whom it does not know yet.
 */
export type Whom = { "party": string } | { "person": string };

/**
 * How a picture came to be: IPTC NewsCodes, Digital Source Type.
 */
export type DigitalSourceType = "digitalCapture" | "computationalCapture" | "negativeFilm" | "positiveFilm" | "print" | "humanEdits" | "compositeWithTrainedAlgorithmicMedia" | "algorithmicallyEnhanced" | "digitalCreation" | "dataDrivenMedia" | "trainedAlgorithmicMedia" | "algorithmicMedia" | "screenCapture" | "virtualRecording" | "composite" | "compositeCapture" | "compositeSynthetic";

/**
 * A field of a photo of which the photo itself, or its article, may say something.
 */
export type StatedField = "caption" | "alt" | "photographer" | "credit" | "rights" | "place" | "instructions" | "taken_at" | "digital_source_type";

/**
 * Where something is said of a photo.
 */
export type StatementSource = "exif" | "iptc_iim" | "xmp" | "article";

/**
 * The same property in another place of the photo.
 */
export type OtherStatement = { 
/**
 * Where it stands.
 */
source: StatementSource, 
/**
 * What is said there.
 */
value: string, };

/**
 * Something that is said of a photo and that its record does not say.
 */
export type PhotoStatement = { 
/**
 * Of which field.
 */
field: StatedField, 
/**
 * Of a caption or an alternative text, its language (BCP 47).
 */
language: string | null, 
/**
 * What is said, as it would stand in the record.
 */
value: string, 
/**
 * Where that stands.
 */
source: StatementSource, 
/**
 * What the record says instead; none: nothing.
 */
stands: string | null, 
/**
 * What is said elsewhere and does not agree with it.
 */
differs: Array<OtherStatement>, };

/**
 * Somebody whom a photo states that it shows, and of whom its record does not say so.
 */
export type StatedParty = { 
/**
 * As it stands there.
 */
name: string, 
/**
 * A person or an organisation.
 */
kind: PartyKind, 
/**
 * Where in the picture, if that is stated.
 */
place: RegionBox | null, 
/**
 * The UUID of the one party that goes by the name: of the article's cast, else of the library. None where there is
 * none, or several.
 */
party: string | null, };

/**
 * What is said of one photo.
 */
export type PhotoStatements = { 
/**
 * The photo's UUID.
 */
photo: string, 
/**
 * What its record does not say, field by field.
 */
statements: Array<PhotoStatement>, 
/**
 * Whom it says that it shows, beyond its record.
 */
parties: Array<StatedParty>, };

/**
 * Which statements to take over.
 */
export type WantedStatement = { 
/**
 * Of which field.
 */
field: StatedField, 
/**
 * Of a text, in which language.
 */
language: string | null, 
/**
 * From where; none: from where it holds, which is the first.
 */
source: StatementSource | null, };

/**
 * Where a transfer stands.
 */
export type TransferState = "draft" | "sent" | "returned" | "accepted";

/**
 * What a file of a transfer is.
 */
export type TransferFileKind = "act" | "signature" | "inventory";

/**
 * Which articles a transfer is to hold; fixed to a list when it begins.
 */
export type TransferScope = { 
/**
 * UUIDs or references: these alone where there is no query. Being named, they go whatever access rules say.
 */
articles?: Array<string>, 
/**
 * All that this finds, of all its pages: a search, a unit with what lies below it; as access rules allow, and
 * without drafts.
 */
query?: ListQuery, };

/**
 * An article that access rules keep out of a transfer.
 */
export type TransferLeftOut = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Its reference.
 */
reference: string, 
/**
 * Title line.
 */
title: string, 
/**
 * Restricted, or under embargo.
 */
access: Access, 
/**
 * Last day of the embargo.
 */
until: string | null, };

/**
 * A draft that stays out of a transfer: its text may change after the act is signed.
 */
export type TransferDraft = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Its reference.
 */
reference: string, 
/**
 * Title line.
 */
title: string, };

/**
 * What a transfer of a scope would hold.
 */
export type TransferPreview = { 
/**
 * How many articles would go.
 */
articles: number, 
/**
 * With how many photos.
 */
photos: number, 
/**
 * How many of them are drafts still, as they were named.
 */
drafts: number, 
/**
 * What access rules keep out, as nobody named it.
 */
left_out: Array<TransferLeftOut>, 
/**
 * Drafts that stay out, as nobody named them.
 */
left_drafts: Array<TransferDraft>, 
/**
 * What access rules would keep out, and goes as it was named.
 */
closed: Array<TransferLeftOut>, };

/**
 * One side of a transfer, as its act needs it.
 */
export type TransferParty = { 
/**
 * The organisation.
 */
name: string, 
/**
 * Where it sits.
 */
address: string | null, 
/**
 * Who signs for it.
 */
person: string | null, 
/**
 * In which position.
 */
position: string | null, };

/**
 * Fields of a transfer to set; those left out stay, an empty text clears one.
 */
export type TransferFields = { 
/**
 * Number of its act.
 */
act_number?: string, 
/**
 * The organisation that hands over.
 */
depositor?: string, 
/**
 * Where it sits.
 */
depositor_address?: string, 
/**
 * Who signs for it.
 */
depositor_person?: string, 
/**
 * In which position.
 */
depositor_position?: string, 
/**
 * The archive that takes over.
 */
receiver?: string, 
/**
 * Where it sits.
 */
receiver_address?: string, 
/**
 * Who signs for it.
 */
receiver_person?: string, 
/**
 * In which position.
 */
receiver_position?: string, 
/**
 * The archivist's note.
 */
note?: string, };

/**
 * A file that is kept with a transfer.
 */
export type TransferFileRecord = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Act, signature or inventory.
 */
kind: TransferFileKind, 
/**
 * File name as received.
 */
name: string, 
/**
 * Of its bytes.
 */
sha256: string, 
/**
 * In bytes.
 */
size: number, };

/**
 * A transfer as people see it.
 */
export type TransferRecord = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Where it stands.
 */
state: TransferState, 
/**
 * Number of its act.
 */
act_number: string | null, 
/**
 * Who hands over.
 */
depositor: TransferParty, 
/**
 * Who takes over.
 */
receiver: TransferParty, 
/**
 * How many articles it holds.
 */
articles: number, 
/**
 * With how many photos.
 */
photos: number, 
/**
 * How many articles stayed out when it began, as their access is restricted.
 */
left_restricted: number, 
/**
 * How many as they were under embargo.
 */
left_embargoed: number, 
/**
 * When it was last sent, `YYYY-MM-DD`.
 */
sent_on: string | null, 
/**
 * When the archive accepted it or sent it back.
 */
decided_on: string | null, 
/**
 * Why it came back.
 */
reason: string | null, 
/**
 * The archivist's note.
 */
note: string | null, 
/**
 * RFC 3339 in UTC.
 */
created_at: string, 
/**
 * Its act, inventory and signatures.
 */
files: Array<TransferFileRecord>, };

/**
 * A field of several articles.
 */
export type CommonValue = { 
/**
 * What all of them have; null where they have none, or differ.
 */
value: string | null, 
/**
 * Whether they differ.
 */
differs: boolean, };

/**
 * A heading of some of several articles.
 */
export type CommonHeading = { 
/**
 * Its name.
 */
name: string, 
/**
 * How many of them are under it.
 */
count: number, };

/**
 * What several articles have in common.
 */
export type CommonFields = { 
/**
 * How many there are; those that are gone do not count.
 */
articles: number, 
/**
 * How many of them are drafts.
 */
drafts: number, 
/**
 * The language of the first text.
 */
language: CommonValue, 
/**
 * Such as «press release».
 */
kind: CommonValue, 
/**
 * EDTF.
 */
publication_date: CommonValue, 
/**
 * UUID of the unit.
 */
unit: CommonValue, 
/**
 * Terms of use.
 */
rights: CommonValue, 
/**
 * Open, restricted or under embargo.
 */
access: CommonValue, 
/**
 * Last day of the embargo.
 */
embargo_until: CommonValue, 
/**
 * Why access is restricted.
 */
access_reason: CommonValue, 
/**
 * Who decided so.
 */
access_decided_by: CommonValue, 
/**
 * Subject headings, in the order of the alphabet.
 */
subjects: Array<CommonHeading>, 
/**
 * Places, the same way.
 */
places: Array<CommonHeading>, };

/**
 * Fields to set in each of many articles; those left out stay, an empty text clears one.
 */
export type BatchFields = { 
/**
 * A UUID or codes as in `12/1/3`; empty: the in-tray. Numbers are given in the order of dates.
 */
unit?: string, 
/**
 * BCP 47: the language of the first text, a draft's.
 */
language?: string, 
/**
 * Such as «press release».
 */
kind?: string, 
/**
 * As people write it or EDTF.
 */
publication_date?: string, 
/**
 * Terms of use.
 */
rights?: string, 
/**
 * Open, restricted or under embargo.
 */
access?: Access, 
/**
 * Last day of the embargo.
 */
embargo_until?: string, 
/**
 * Why access is restricted.
 */
access_reason?: string, 
/**
 * Who decided so.
 */
access_decided_by?: string, 
/**
 * A line to add to the archivist's note of each: what stands there stays.
 */
add_note?: string, 
/**
 * Subject headings to add.
 */
add_subjects?: Array<string>, 
/**
 * Subject headings to take away.
 */
remove_subjects?: Array<string>, 
/**
 * Places to add.
 */
add_places?: Array<string>, 
/**
 * Places to take away.
 */
remove_places?: Array<string>, };

/**
 * What is done to each of many articles.
 */
export type BatchAct = "register" | "delete" | { "move": string | null } | { "set": BatchFields } | { "tag": string } | "accept";

/**
 * What is to be done to which articles.
 */
export type Batch = { 
/**
 * UUIDs or references; their order does not matter.
 */
articles: Array<string>, 
/**
 * What is done to each.
 */
act: BatchAct, };

/**
 * An article of a batch.
 */
export type BatchArticle = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Its reference before.
 */
reference: string, 
/**
 * Title line.
 */
title: string, };

/**
 * A field before and after.
 */
export type BatchChange = { 
/**
 * As history names it; `subjects` and `places` for lists, `named` for what was tagged, `quotes` for what was quoted.
 */
field: string, 
/**
 * As people read it; none where it was empty.
 */
before: string | null, 
/**
 * The same, after.
 */
after: string | null, };

/**
 * An article that changes, and what of it.
 */
export type BatchLine = { 
/**
 * Field by field.
 */
changes: Array<BatchChange>, 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Its reference before.
 */
reference: string, 
/**
 * Title line.
 */
title: string, };

/**
 * Why an article of a batch stays as it is.
 */
export type BatchHindrance = "untitled" | "textless" | "registered" | "transferred" | "unnamed" | "gone";

/**
 * Articles of a batch that stay as they are for one reason.
 */
export type BatchHindered = { 
/**
 * Why.
 */
why: BatchHindrance, 
/**
 * How many.
 */
count: number, 
/**
 * The first of them.
 */
articles: Array<BatchArticle>, };

/**
 * What is still open in an article.
 */
export type BatchOpenPoint = "date" | "unit" | "cast" | "credit";

/**
 * How many articles have something open.
 */
export type BatchOpen = { 
/**
 * What.
 */
point: BatchOpenPoint, 
/**
 * How many.
 */
count: number, };

/**
 * What a batch came to, or would come to.
 */
export type BatchResult = { 
/**
 * How many articles change.
 */
changed: number, 
/**
 * How many are so already.
 */
same: number, 
/**
 * The first of those that change, in the order in which it is done to them.
 */
lines: Array<BatchLine>, 
/**
 * Those that stay as they are, by what hinders.
 */
hindered: Array<BatchHindered>, 
/**
 * What an archivist would want to mend first, where texts become evidence.
 */
open: Array<BatchOpen>, };

/**
 * Those of pictures that artificial intelligence made or changed.
 */
export const byAi: readonly DigitalSourceType[] = ["trainedAlgorithmicMedia", "compositeWithTrainedAlgorithmicMedia", "compositeSynthetic", "algorithmicallyEnhanced"];
export type BackupWhen = "never" | "daily" | "at" | "closing";
export type BackupPlan = { when: BackupWhen, at: string, place: string | null, days: number, weeks: number, months: number, };
export type FoundBackup = { path: string, at: string, octets: number, whole: boolean, };
export type BackupProblem = { code: string, data: unknown, };
export type BackupStanding = { plan: BackupPlan, catalogue: FoundBackup | null, whole: FoundBackup | null, problem: BackupProblem | null, };
export type BackupLineState = "same" | "differs" | "gone";
export type BackupLine = { id: string, reference: string, title: string, state: BackupLineState, };
export type BackupContents = { newest: string | null, articles: number, lines: Array<BackupLine>, only_here: number, };
