/**
 * The one door to Rust: the only file that imports from @tauri-apps. Each function is one command
 * of src-tauri/commands/. A call that fails rejects with a `Problem`. An edit takes what the hand saw
 * of the fields (`seen`): where somebody else changed one of them since, it is refused (`edit_conflict`).
 */

import { convertFileSrc, invoke as ask } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import { getCurrentWebview } from "@tauri-apps/api/webview";
import { getCurrentWindow } from "@tauri-apps/api/window";

import type {
  Accepted,
  ArticleFields,
  ArticleRecord,
  ArticleSnippet,
  Batch,
  Candidate,
  CaptionCode,
  Changed,
  CommonFields,
  Count,
  DiffRow,
  Double,
  Elsewhere,
  EventFields,
  EventPage,
  EventPageRecord,
  Facets,
  DateReading,
  HistoryChoices,
  HistoryFilter,
  HistoryLine,
  HistoryOf,
  Kinship,
  ListPage,
  ListQuery,
  NameFields,
  NearPhotoPage,
  NewArticle,
  NewVersion,
  Officials,
  OpenFacet,
  OpenSuggestions,
  Overview,
  ParticipationFields,
  PartiesDeleted,
  PartyFields,
  PartyKind,
  PartyPage,
  PartyPageRecord,
  PartyQuery,
  PhotoCheck,
  PhotoFields,
  PhotoHome,
  PhotoLine,
  PhotoPage,
  PhotoQuery,
  PhotoStatements,
  PhotoTemplateLine,
  PostFields,
  QuotePage,
  QuoteProposal,
  RefusedName,
  RegionBox,
  Relation,
  Reverted,
  SavedSearchLine,
  SeenValue,
  ShiftedTime,
  Speech,
  TagKind,
  TagProposal,
  TagSpan,
  TaggedSpan,
  TransferFields,
  TransferFileKind,
  TransferPreview,
  TransferRecord,
  TransferScope,
  UnitFields,
  UnitLine,
  UnitRecord,
  VersionFields,
  WantedStatement,
  Whom,
  Written,
} from "../types";
import type {
  IntakeOrder,
  PageReading,
  SortedPaths,
  CopiesWanted,
  ExportOrder,
  Job,
  LibraryInfo,
  ListWanted,
  Pick,
  PickWords,
  PrintWanted,
  RetakeOrder,
  Startup,
  VersionOrder,
  WatchedNow,
} from "../types/shell";

/** The commands whose answers have not come yet. */
const awaited: string[] = [];

/** How many answers of Rust have not come yet. */
export function answersAwaited(): number {
  return awaited.length;
}

/** What Rust was asked and has not answered yet. */
export function commandsAwaited(): readonly string[] {
  return awaited;
}

async function invoke<T>(command: string, values?: Record<string, unknown>): Promise<T> {
  awaited.push(command);
  try {
    return await ask<T>(command, values);
  } finally {
    awaited.splice(awaited.indexOf(command), 1);
  }
}

/** The language that the program begins in, where one is known: the window has it before it asks for anything. */
export const firstLanguage: string | null =
  typeof window !== "undefined" && "firstLanguage" in window ? String(window.firstLanguage) : null;

/** The sizes that the photo scheme draws, in pixels of the longer edge. */
export type PhotoEdge = 256 | 2048 | 4096;

/** Files over the window: where they are, and at the end which. */
export type DropEvent =
  | { kind: "enter"; paths: string[] }
  | { kind: "over"; x: number; y: number }
  | { kind: "drop"; x: number; y: number; paths: string[] }
  | { kind: "leave" };

export const api = {
  /* libraries and settings */
  /** What to open with: the library, or why there is none; the actor; what was open before; the window's settings. */
  startup: () => invoke<Startup>("startup"),
  /** Says who works here: history's actor. */
  setActor: (name: string) => invoke<void>("set_actor", { name }),
  /** Keeps the window's settings, any JSON object. One at a time: whichever arrives last stays. */
  keepSettings: (settings: object) => invoke<void>("keep_settings", { settings }),
  openLibrary: (path: string) => invoke<LibraryInfo>("open_library", { path }),
  createLibrary: (path: string) => invoke<LibraryInfo>("create_library", { path }),
  /** Makes the sample library at its default place, if it is not there, and opens it. */
  sampleLibrary: () => invoke<LibraryInfo>("sample_library"),
  forgetLibrary: (path: string) => invoke<void>("forget_library", { path }),
  /** A system dialog; empty where it was dismissed. */
  pick: (what: Pick, how: PickWords) => invoke<string[]>("pick", { what, how }),
  /** Whether scans are read here, and by what. */
  pageReading: () => invoke<PageReading>("page_reading"),
  /** What paths are, by their content. */
  sort: (paths: string[]) => invoke<SortedPaths>("sort_paths", { paths }),
  /** How the folder stands that is watched for the open library; later by `onWatched`. */
  watchedNow: () => invoke<WatchedNow>("watched_now"),
  /** Watches a folder for the open library; null: none. */
  watchFolder: (folder: string | null) => invoke<void>("watch_folder", { folder }),
  /** All files that the watched folder offers. */
  offeredFiles: () => invoke<string[]>("offered_files"),
  /** Offers files no more, until they are changed; `unlessHeld`: only those that the library does not have by now. */
  /** Offers files again that were turned down. */
  offerAgain: (files: string[]) => invoke<void>("offer_again", { files }),
  turnDown: (files: string[], unlessHeld: boolean) => invoke<void>("turn_down", { files, unlessHeld }),
  /** Shows a file or folder in the system's file manager. */
  reveal: (path: string) => invoke<void>("reveal", { path }),
  overview: () => invoke<Overview>("overview"),

  /* finding */
  /** A page of the article list. */
  listArticles: (query: ListQuery) => invoke<ListPage>("list_articles", { query }),
  /** How many articles stand before one in the list; null where the list does not hold it. */
  listPosition: (query: ListQuery, id: string) => invoke<number | null>("list_position", { query, id }),
  /** UUIDs of all that the list shows, of all its pages. */
  articleIds: (query: ListQuery) => invoke<string[]>("article_ids", { query }),
  /** References of several articles, in their order. */
  references: (ids: string[]) => invoke<string[]>("references", { ids }),
  /** What several articles have in common. */
  commonFields: (ids: string[]) => invoke<CommonFields>("common_fields", { ids }),
  facets: (query: ListQuery) => invoke<Facets>("facets", { query }),
  snippets: (text: string, ids: string[]) => invoke<ArticleSnippet[]>("snippets", { text, ids }),
  /** Where a version's body has what is searched: spans in characters. */
  facetValues: (query: ListQuery, facet: OpenFacet, words: string) =>
    invoke<Count[]>("facet_values", { query, facet, words }),
  placesInText: (text: string, sought: string) => invoke<[number, number][]>("places_in_text", { text, sought }),
  matches: (version: string, text: string) => invoke<[number, number][]>("matches", { version, text }),
  elsewhere: (text: string, limit: number) => invoke<Elsewhere>("elsewhere", { text, limit }),
  savedSearches: () => invoke<SavedSearchLine[]>("saved_searches"),
  saveSearch: (name: string, query: ListQuery) => invoke<Written<string>>("save_search", { name, query }),
  renameSearch: (id: string, name: string, seen: SeenValue[] = []) =>
    invoke<Written<null>>("rename_search", { id, name, seen }),
  deleteSearch: (id: string) => invoke<Written<null>>("delete_search", { id }),
  /** Values used before in a field, the most used first: `subject`, `place`, `kind`, `rights`, `credit`, `photographer`, `access_decided_by`. */
  vocabulary: (field: string, start: string) => invoke<string[]>("vocabulary", { field, start }),

  /* articles, versions, units */
  /** One article whole, by UUID or reference. */
  article: (id: string) => invoke<ArticleRecord>("article", { id }),
  newArticle: (article: NewArticle) => invoke<Written<string>>("new_article", { article }),
  editArticle: (id: string, fields: ArticleFields, seen: SeenValue[] = []) =>
    invoke<Written<null>>("edit_article", { id, fields, seen }),
  /** Several articles into one unit, one op; null: the in-tray. */
  moveArticles: (ids: string[], unit: string | null) => invoke<Written<null>>("move_articles", { ids, unit }),
  deleteArticle: (id: string) => invoke<Written<null>>("delete_article", { id }),
  register: (id: string) => invoke<Written<null>>("register", { id }),
  editVersion: (version: string, fields: VersionFields, seen: SeenValue[] = []) =>
    invoke<Written<null>>("edit_version", { version, fields, seen }),
  /** Reads a text that was pasted and puts it into a draft's empty one; its date is the article's where that has none. */
  fillVersion: (version: string, text: string, again: boolean, seen: SeenValue[]) =>
    invoke<Written<null>>("fill_version", { version, text, again, seen }),
  addVersion: (version: NewVersion) => invoke<Written<string>>("add_version", { version }),
  joinArticles: (draft: string, of: string, relation: Relation, order: VersionOrder) =>
    invoke<Written<string>>("join_articles", { draft, of, relation, order }),
  /** Takes a draft version out again. */
  deleteVersion: (version: string) => invoke<Written<null>>("delete_version", { version }),
  /** Two versions side by side: the title's row first, then a row a paragraph. */
  compare: (left: string, right: string) => invoke<DiffRow[]>("compare", { left, right }),
  /** The tree of units, parents before children. */
  units: () => invoke<UnitLine[]>("units"),
  unit: (id: string) => invoke<UnitRecord>("unit", { id }),
  addUnit: (parent: string | null, fields: UnitFields) => invoke<Written<string>>("add_unit", { parent, fields }),
  editUnit: (id: string, fields: UnitFields, seen: SeenValue[] = []) =>
    invoke<Written<null>>("edit_unit", { id, fields, seen }),
  /** An empty unit. */
  deleteUnit: (id: string) => invoke<Written<null>>("delete_unit", { id }),

  /* tagging */
  /** What the picker opens with for a selection. */
  proposeTag: (version: string, start: number, end: number, kind: TagKind) =>
    invoke<TagProposal>("propose_tag", { version, start, end, kind }),
  /** Candidates for a name as typed in the picker. */
  candidates: (article: string, kind: TagKind, name: string) =>
    invoke<Candidate[]>("candidates", { article, kind, name }),
  tagSpan: (tag: TagSpan) => invoke<Written<TaggedSpan>>("tag_span", { tag }),
  /** Tags a person of this name in an article: found by any form of it, or made. */
  tagNamed: (article: string, name: string) => invoke<Written<null>>("tag_named", { article, name }),
  /** Marks every place of the article that names a party or place and is not marked yet. Gives how many. */
  markEverywhere: (article: string, party: string) => invoke<Written<number>>("mark_everywhere", { article, party }),
  editParticipation: (id: string, fields: ParticipationFields, seen: SeenValue[] = []) =>
    invoke<Written<null>>("edit_participation", { id, fields, seen }),
  /** The positions that a version prints for a participation, in order. */
  setPositions: (participation: string, version: string, positions: string[], seen: SeenValue[] = []) =>
    invoke<Written<null>>("set_positions", { participation, version, positions, seen }),
  /** Puts a participation at a place in the cast's order, counted from 0. */
  moveParticipation: (id: string, to: number) => invoke<Written<null>>("move_participation", { id, to }),
  /** Takes a party out of the article, with its mentions. */
  untag: (participation: string) => invoke<Written<null>>("untag", { participation }),
  removePlace: (article: string, place: string) => invoke<Written<null>>("remove_place", { article, place }),
  removeMention: (mention: string) => invoke<Written<null>>("remove_mention", { mention }),
  /** Sets a mention's span anew; with the same span, a stale one is confirmed. */
  moveMention: (mention: string, start: number, end: number) =>
    invoke<Written<null>>("move_mention", { mention, start, end }),
  proposeQuote: (version: string, start: number, end: number) =>
    invoke<QuoteProposal>("propose_quote", { version, start, end }),
  addQuote: (version: string, start: number, end: number, speech: Speech, speaker: Whom | null) =>
    invoke<Written<string>>("add_quote", { version, start, end, speech, speaker }),
  /** A `speaker` of null takes it away. */
  editQuote: (id: string, speech: Speech, speaker: Whom | null, seen: SeenValue[] = []) =>
    invoke<Written<null>>("edit_quote", { id, speech, speaker, seen }),
  removeQuote: (id: string) => invoke<Written<null>>("remove_quote", { id }),
  /** What the app reads in a version and nobody has decided on yet, in the order of the text. */
  suggestions: (version: string) => invoke<OpenSuggestions>("suggestions", { version }),
  /** Accepts suggestions as one op; `party` names whom the single one means, else the sure candidate or a new party. */
  acceptSuggestions: (version: string, keys: string[], whom: Whom | null) =>
    invoke<Written<Accepted>>("accept_suggestions", { version, keys, whom }),
  refusedNames: () => invoke<RefusedName[]>("refused_names"),
  suggestAgain: (kind: TagKind, key: string) => invoke<Written<number>>("suggest_again", { kind, key }),
  rejectSuggestion: (version: string, key: string) => invoke<Written<null>>("reject_suggestion", { version, key }),

  /* parties, events */
  parties: (query: PartyQuery) => invoke<PartyPage>("parties", { query }),
  /** At which row of the list names begin that stand at or behind some letters. */
  partyRow: (query: PartyQuery, letters: string) => invoke<number>("party_row", { query, letters }),
  /** Pairs of parties that may be one, the likeliest first. */
  /** The first pairs that may be one: those that have a name in common. */
  doublesOfOneName: (kind: PartyKind) => invoke<Double[]>("doubles_of_one_name", { kind }),
  /** Those of several parties that nothing refers to. */
  deleteParties: (ids: string[]) => invoke<Written<PartiesDeleted>>("delete_parties", { ids }),
  /** Remembers that two parties that look alike are two. */
  tellApart: (one: string, other: string) => invoke<Written<null>>("tell_apart", { one, other }),
  party: (id: string) => invoke<PartyPageRecord>("party", { id }),
  partyQuotes: (party: string, offset: number, limit: number) =>
    invoke<QuotePage>("party_quotes", { party, offset, limit }),
  addParty: (kind: PartyKind, name: string) => invoke<Written<string>>("add_party", { kind, name }),
  editParty: (id: string, fields: PartyFields, seen: SeenValue[] = []) =>
    invoke<Written<null>>("edit_party", { id, fields, seen }),
  /** The people, organisations and posts of a list (CSV), one op. */
  loadOfficials: (path: string) => invoke<Written<Officials>>("load_officials", { path }),
  /** A party that nothing refers to. */
  deleteParty: (id: string) => invoke<Written<null>>("delete_party", { id }),
  addPartyName: (party: string, name: NameFields) => invoke<Written<string>>("add_party_name", { party, name }),
  editPartyName: (id: string, name: NameFields, seen: SeenValue[] = []) =>
    invoke<Written<null>>("edit_party_name", { id, name, seen }),
  removePartyName: (id: string) => invoke<Written<null>>("remove_party_name", { id }),
  addPost: (person: string, post: PostFields) => invoke<Written<string>>("add_post", { person, post }),
  editPost: (id: string, post: PostFields, seen: SeenValue[] = []) =>
    invoke<Written<null>>("edit_post", { id, post, seen }),
  removePost: (id: string) => invoke<Written<null>>("remove_post", { id }),
  /** Makes two parties one: all of `from` goes to `into`, its names stay as forms. */
  mergeParties: (into: string, from: string) => invoke<Written<null>>("merge_parties", { into, from }),
  /** Makes a new party of a name, with what stands in these articles. Gives its UUID. */
  splitParty: (party: string, name: string, articles: string[]) =>
    invoke<Written<string>>("split_party", { party, name, articles }),
  events: (text: string | null, offset: number, limit: number) => invoke<EventPage>("events", { text, offset, limit }),
  event: (id: string) => invoke<EventPageRecord>("event", { id }),
  /** A new event; with an article, which then reports it. */
  addEvent: (fields: EventFields, article: string | null) => invoke<Written<string>>("add_event", { fields, article }),
  editEvent: (id: string, fields: EventFields, seen: SeenValue[] = []) =>
    invoke<Written<null>>("edit_event", { id, fields, seen }),
  deleteEvent: (id: string) => invoke<Written<null>>("delete_event", { id }),
  linkEvent: (article: string, event: string) => invoke<Written<null>>("link_event", { article, event }),
  unlinkEvent: (article: string, event: string) => invoke<Written<null>>("unlink_event", { article, event }),

  /* photos */
  photos: (query: PhotoQuery) => invoke<PhotoPage>("photos", { query }),
  /** Photos by UUID, in that order; those that are gone are left out. */
  photoLines: (ids: string[]) => invoke<PhotoLine[]>("photo_lines", { ids }),
  /** The same fields of several photos, one op. */
  editPhotos: (ids: string[], fields: PhotoFields, seen: SeenValue[] = []) =>
    invoke<Written<null>>("edit_photos", { ids, fields, seen }),
  /** What wants looking at in an article's photos. */
  photoChecks: (article: string) => invoke<PhotoCheck[]>("photo_checks", { article }),
  /** Pairs of photos that are one picture and that nobody has decided on: those of one photo first, then what came last. */
  nearPhotoPairs: (first: string | null, offset: number, limit: number) =>
    invoke<NearPhotoPage>("near_photo_pairs", { first, offset, limit }),
  /** Looks at photos that nobody has looked at yet, so many at most; gives how many are left. */
  seePhotos: (limit: number) => invoke<number>("see_photos", { limit }),
  /** Says what two photos are to each other. */
  relatePhotos: (one: string, other: string, kind: Kinship) =>
    invoke<Written<null>>("relate_photos", { one, other, kind }),
  /** Turns photos by quarters of a turn, clockwise; what is marked on them turns too. */
  turnPhotos: (ids: string[], quarters: number) => invoke<Written<null>>("turn_photos", { ids, quarters }),
  /** The times of photos as they would become, by so many seconds; nothing is written. */
  shiftedTimes: (ids: string[], seconds: number) => invoke<ShiftedTime[]>("shifted_times", { ids, seconds }),
  /** Moves the times of photos; how many were moved. */
  shiftPhotoTimes: (ids: string[], seconds: number) => invoke<Written<number>>("shift_photo_times", { ids, seconds }),
  photoTemplates: () => invoke<PhotoTemplateLine[]>("photo_templates"),
  /** Keeps fields under a name, in the place of what has it. */
  savePhotoTemplate: (name: string, fields: PhotoFields) =>
    invoke<Written<string>>("save_photo_template", { name, fields }),
  deletePhotoTemplate: (id: string) => invoke<Written<null>>("delete_photo_template", { id }),
  /** Describes photos by fields that each fills with its own values, one op; what is absent or empty stays. */
  describePhotos: (ids: string[], fields: PhotoFields) => invoke<Written<null>>("describe_photos", { ids, fields }),
  /** Whom a short code means in a caption of these photos, with the office held on their day, in the caption's language. */
  captionCodes: (photos: string[], language: string, typed: string) =>
    invoke<CaptionCode[]>("caption_codes", { photos, language, typed }),
  /** The credits that an article prints for its photos, in their order. */
  printedCredits: (article: string) => invoke<string[]>("printed_credits", { article }),
  /** Gives photos without a credit the one that their article prints; how many were given one. */
  creditPhotos: (ids: string[]) => invoke<Written<number>>("credit_photos", { ids }),
  /** What photos state of themselves, and their articles of them, beyond their records. */
  photoStatements: (ids: string[]) => invoke<PhotoStatements[]>("photo_statements", { ids }),
  /**
   * Takes over what is said of photos, each its own, one op: all where records say nothing, or what is wanted, also in the place
   * of what stands. How many values were taken over.
   */
  takePhotoStatements: (ids: string[], wanted: WantedStatement[]) =>
    invoke<Written<number>>("take_photo_statements", { ids, wanted }),
  /** All photos of an article or event, in their new order. */
  orderPhotos: (ids: string[]) => invoke<Written<null>>("order_photos", { ids }),
  movePhotos: (ids: string[], home: PhotoHome) => invoke<Written<null>>("move_photos", { ids, home }),
  removePhotos: (ids: string[]) => invoke<Written<null>>("remove_photos", { ids }),
  /** Says of a party that it is in photos, without a place; of how many that was new. */
  showInPhotos: (photos: string[], whom: Whom) => invoke<Written<number>>("show_in_photos", { photos, whom }),
  /** Takes it back, with the places marked for it. */
  takeFromPhotos: (photos: string[], party: string) => invoke<Written<null>>("take_from_photos", { photos, party }),
  addRegion: (photo: string, whom: Whom, box: RegionBox) => invoke<Written<string>>("add_region", { photo, whom, box }),
  moveRegion: (region: string, box: RegionBox) => invoke<Written<null>>("move_region", { region, box }),
  removeRegion: (region: string) => invoke<Written<null>>("remove_region", { region }),
  /** Where a photo's picture comes from. The scheme's address differs between systems; Tauri knows it. */
  photoUrl: ({ id, turned }: { id: string; turned: number }, edge: PhotoEdge) =>
    `${convertFileSrc("", "photo")}${id}/${edge}/${turned}`,
  /** Where what can be shown of a photo at once comes from; there may be nothing. */
  firstPictureUrl: ({ id, turned }: { id: string; turned: number }) =>
    `${convertFileSrc("", "photo")}${id}/first/${turned}`,

  /* transfers to other archives */
  /** All of them, the newest first. */
  transfers: () => invoke<TransferRecord[]>("transfers"),
  /** What a transfer would hold, and what access rules would keep out. */
  previewTransfer: (scope: TransferScope) => invoke<TransferPreview>("preview_transfer", { scope }),
  beginTransfer: (scope: TransferScope, fields: TransferFields) =>
    invoke<Written<string>>("begin_transfer", { scope, fields }),
  editTransfer: (id: string, fields: TransferFields, seen: SeenValue[] = []) =>
    invoke<Written<null>>("edit_transfer", { id, fields, seen }),
  /** Takes out of its list what was closed since it began. */
  takeOutClosed: (id: string) => invoke<Written<null>>("take_out_closed", { id }),
  /** Each step with its day, `YYYY-MM-DD`; null: today. */
  sendTransfer: (id: string, on: string | null) => invoke<Written<null>>("send_transfer", { id, on }),
  returnTransfer: (id: string, reason: string, on: string | null) =>
    invoke<Written<null>>("return_transfer", { id, reason, on }),
  acceptTransfer: (id: string, on: string | null) => invoke<Written<null>>("accept_transfer", { id, on }),
  deleteTransfer: (id: string) => invoke<Written<null>>("delete_transfer", { id }),
  keepWithTransfer: (id: string, kind: TransferFileKind, paths: string[]) =>
    invoke<Written<string[]>>("keep_with_transfer", { id, kind, paths }),
  removeTransferFile: (file: string) => invoke<Written<null>>("remove_transfer_file", { file }),

  /* dates */
  /** What a typed date says. */
  readDate: (text: string) => invoke<DateReading>("read_date", { text }),

  /* history */
  /** What was done, the latest first. */
  history: (of: HistoryOf, filter: HistoryFilter = {}) => invoke<HistoryLine[]>("history", { of, filter }),
  /** The library in a few words, as it is now. */
  libraryInfo: () => invoke<LibraryInfo>("library_info_now"),
  renameLibrary: (name: string, seen: SeenValue[]) => invoke<Written<null>>("rename_library", { name, seen }),

  /** Who has written, and what kinds of things were done. */
  historyChoices: () => invoke<HistoryChoices>("history_choices"),
  /** Puts a field back to what it held before a change. */
  restore: (change: number) => invoke<Written<null>>("restore_change", { change }),
  /** Gives the op taken back, or done again, and where one sees it. */
  undo: () => invoke<Written<Reverted>>("undo"),
  redo: () => invoke<Written<Reverted>>("redo"),
  /** Takes one op back, by its number. */
  undoOp: (op: number) => invoke<Written<Reverted>>("undo_op", { op }),

  /* jobs: each gives its number; how it stands comes by `onJob` */
  /** Shows a copy of an original in the system's program for its kind. */
  showOriginal: (sha256: string, name: string) => invoke<null>("show_original", { sha256, name }),
  takeIn: (order: IntakeOrder) => invoke<number>("take_in", { order }),
  retake: (order: RetakeOrder) => invoke<number>("retake", { order }),
  attach: (paths: string[], home: PhotoHome, credit: string | null) =>
    invoke<number>("attach_photos", { paths, home, credit }),
  exportBundle: (order: ExportOrder) => invoke<number>("export_bundle", { order }),
  /** Copies of photos, into a folder. */
  writeCopies: (wanted: CopiesWanted, folder: string) => invoke<number>("write_copies", { wanted, folder }),
  /** What the copy of a photo would be called. */
  nameCopy: (photo: string, pattern: string) => invoke<string>("name_copy", { photo, pattern }),
  /** A folder with the bundle, the act and the inventory. */
  exportTransfer: (id: string, target: string, zip: boolean, language: string) =>
    invoke<number>("export_transfer", { id, target, zip, language }),
  verifyBundle: (path: string) => invoke<number>("verify_bundle", { path }),
  /** What an import would do: an `ImportPlan`. */
  planImport: (path: string) => invoke<number>("plan_import", { path }),
  /** Takes in what was chosen, one op; `over` names those that take the place of what is here. */
  importBundle: (path: string, articles: string[], over: string[]) =>
    invoke<number>("import_bundle", { path, articles, over }),
  /** What a batch would come to: a `BatchResult`. */
  rehearseBatch: (batch: Batch) => invoke<number>("rehearse_batch", { batch }),
  /** The same to many articles, one op: a `BatchResult`. */
  runBatch: (batch: Batch) => invoke<number>("run_batch", { batch }),
  /** All pairs that may be one: a `Double[]`. */
  doubles: (kind: PartyKind) => invoke<number>("doubles", { kind }),
  makeEntries: () => invoke<number | null>("make_entries"),
  checkLibrary: () => invoke<number>("check_library"),
  backUp: (path: string) => invoke<number>("back_up", { path }),
  /** Brings a backup back as a library beside the others. */
  restoreBackup: (path: string) => invoke<number>("restore_backup", { path }),
  /** A list into a file. */
  writeList: (wanted: ListWanted, target: string) => invoke<number>("write_list", { wanted, target }),
  /** A list as a PDF; with no target the system's program shows it. */
  printList: (wanted: ListWanted, target: string | null) => invoke<number>("print_list", { wanted, target }),
  /** Documents as a PDF, likewise. */
  printArticles: (wanted: PrintWanted, target: string | null) => invoke<number>("print_articles", { wanted, target }),
  cancelJob: (id: number) => invoke<void>("cancel_job", { id }),

  /* events: each gives what stops listening */
  onJob: (take: (job: Job) => void) => listen<Job>("job", (event) => take(event.payload)),
  /** Another program, or another window, changed the library. */
  onChanged: (take: (changed: Changed) => void) => listen<Changed>("changed", (event) => take(event.payload)),
  /** The watched folder stands differently. */
  onWatched: (take: (now: WatchedNow) => void) => listen<WatchedNow>("watched", (event) => take(event.payload)),
  /** Files are over the window, or were let go on it. */
  onDrop: (take: (event: DropEvent) => void) =>
    listen<DropEvent>("files", ({ payload }) => {
      if (payload.kind !== "over" && payload.kind !== "drop") return take(payload);
      const ratio = window.devicePixelRatio;
      take({ ...payload, x: payload.x / ratio, y: payload.y / ratio });
    }),
  /** The size of everything in the window; 1 is as designed. */
  zoom: (factor: number) => getCurrentWebview().setZoom(factor),
  /** Copied files, or a copied picture in a file of that name; none where only words were copied. */
  clipboardFiles: (name: string) => invoke<string[]>("clipboard_files", { name }),
  /** Before the window closes: waits for `mayClose`, and stays open where that says no. */
  onClose: (mayClose: () => Promise<boolean>) =>
    getCurrentWindow().onCloseRequested(async (event) => {
      if (!(await mayClose())) event.preventDefault();
    }),
  /** The words in the window's title bar. */
  setTitle: (title: string) => getCurrentWindow().setTitle(title),
};
