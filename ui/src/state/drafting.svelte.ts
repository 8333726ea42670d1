/** The draft under one's hands: what is typed, what of it is written, and how an article begins. */

import { api } from "../wire/api";
import { cutBetween, moveSpan } from "../logic/edits";
import { asProblem } from "../wire/problem";
import { inLanes, marksOf, type Mark } from "../logic/segments";
import { ScalarText } from "../wire/spans";
import type { MentionRecord, NewVersion, TagKind, VersionRecord } from "../types";
import type { Problem } from "../types/shell";
import { tell } from "./announce.svelte";
import { catalogue } from "./catalogue.svelte";
import { sendKeyboard } from "./keyboard";
import { list } from "./list.svelte";
import { reading } from "./reading.svelte";
import { views } from "./view.svelte";

/** How long one pauses before what was typed is written, and how long it waits at most, in ms. */
const pause = 500;
const longest = 3000;

/** One version's title and body while they are typed. */
export class Draft {
  readonly version: string;
  title = $state("");
  body = $state("");
  /** Where the tagged spans lie now; a cut through one shows at once. */
  marks = $state.raw<readonly Mark[]>([]);
  /** Why the last words could not be written. They stay here, and are tried again. */
  problem = $state.raw<Problem | null>(null);
  #written: { title: string; body: string };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #since: number | undefined;
  #writing: Promise<void> | undefined;

  constructor(version: VersionRecord, kindOf: (mention: MentionRecord) => TagKind | undefined) {
    this.version = version.id;
    this.title = version.title;
    this.body = version.body;
    this.#written = { title: version.title, body: version.body };
    this.marks = marksOf(new ScalarText(version.body), version.mentions, kindOf);
  }

  /** Whether all that was typed is on disk. */
  get settled(): boolean {
    return this.title === this.#written.title && this.body === this.#written.body;
  }

  typeTitle(title: string): void {
    // A title is one line: the archive folds it the same way.
    this.title = title.replaceAll(/\s*\n\s*/g, " ");
    this.#later();
  }

  typeBody(body: string): void {
    const cut = cutBetween(this.body, body);
    if (cut === undefined) return;
    const marks: Omit<Mark, "lane">[] = [];
    for (const mark of this.marks) {
      const place = moveSpan(mark, cut);
      if (place !== undefined) {
        marks.push({ ...mark, start: place.start, end: place.end, stale: mark.stale || !place.whole });
      }
    }
    this.body = body;
    this.marks = inLanes(marks);
    this.#later();
  }

  /** Takes what the archive holds, as after an undo; what is typed and not written comes first. */
  take(version: VersionRecord, kindOf: (mention: MentionRecord) => TagKind | undefined): void {
    if (!this.settled || this.#writing !== undefined) return;
    this.#written = { title: version.title, body: version.body };
    if (version.title !== this.title) this.title = version.title;
    if (version.body !== this.body) this.body = version.body;
    this.marks = marksOf(new ScalarText(version.body), version.mentions, kindOf);
  }

  /** Writes what is typed, now. */
  async write(): Promise<void> {
    clearTimeout(this.#timer);
    this.#since = undefined;
    while (this.#writing !== undefined) await this.#writing;
    if (this.settled) return;
    this.#writing = this.#write().finally(() => (this.#writing = undefined));
    await this.#writing;
  }

  async #write(): Promise<void> {
    const { title, body } = this;
    const fields = {
      ...(title === this.#written.title ? {} : { title }),
      ...(body === this.#written.body ? {} : { body }),
    };
    try {
      await catalogue.write(api.editVersion(this.version, fields));
      this.#written = { title, body };
      this.problem = null;
    } catch (reason) {
      this.problem = asProblem(reason);
      this.#later();
    }
  }

  #later(): void {
    const now = Date.now();
    this.#since ??= now;
    clearTimeout(this.#timer);
    const wait = this.problem === null ? Math.min(pause, Math.max(0, this.#since + longest - now)) : longest;
    this.#timer = setTimeout(() => void this.write(), wait);
  }
}

class Drafting {
  /** The text under edit, or null while one reads. */
  draft = $state.raw<Draft | null>(null);
  /** Which dialog about the article stands open. */
  dialog = $state<"register" | "version" | null>(null);
  /** The version that the one shown is compared with, a UUID. */
  compared = $state<string | null>(null);

  constructor() {
    catalogue.settleWith(async () => {
      await this.draft?.write();
      return this.draft?.settled !== false;
    });
  }

  /** Whether the version on the screen may be edited. */
  get possible(): boolean {
    return reading.version !== undefined && reading.version.fixed_at === null;
  }

  /** Opens the text on the screen for typing, with the keyboard in its title or its body. */
  async edit(where: "title" | "body" = "body"): Promise<void> {
    const { version } = reading;
    if (version === undefined || version.fixed_at !== null) return;
    this.compared = null;
    if (this.draft?.version !== version.id) this.draft = new Draft(version, (mention) => reading.kindOf(mention));
    await sendKeyboard({ draft: where });
  }

  /** Back to reading; what was typed is written. */
  async leave(): Promise<void> {
    const { draft } = this;
    if (draft === null) return;
    await draft.write();
    // Words that could not be written stay on the screen.
    if (draft.problem !== null) return;
    if (this.draft === draft) this.draft = null;
    await sendKeyboard({ pane: "document" });
  }

  /** Begins an article: of a text, or blank. It is shown, and a blank one is open for typing. */
  async newArticle(text: string | null): Promise<void> {
    const { place } = list.question;
    const unit = place.kind === "unit" ? place.id : null;
    const id = await catalogue.attempt(api.newArticle({ text, unit, event: null }));
    if (id === undefined) return;
    await this.show(id);
    tell("told-new-article", { reference: reading.record?.reference ?? "" });
    if (text === null) await this.edit("title");
  }

  /** Shows an article among the others. */
  async show(id: string): Promise<void> {
    views.go({ kind: "articles" });
    await reading.open(id);
    await list.ask();
    const row = list.find(id);
    if (row >= 0) list.chosen = row;
  }

  /** Opens a dialog about the article, with all that is typed written before. */
  async ask(dialog: "register" | "version"): Promise<void> {
    await this.draft?.write();
    this.dialog = dialog;
  }

  /** Sets the version on the screen beside the one it relates to, or its neighbour; or puts that away. */
  async compare(): Promise<void> {
    if (this.compared !== null) {
      this.compared = null;
      return;
    }
    await this.leave();
    const { version } = reading;
    const versions = reading.record?.versions ?? [];
    const other = version?.of ?? versions.findLast(({ of }) => of === version?.id)?.id;
    this.compared = other ?? versions.find(({ id }) => id !== version?.id)?.id ?? null;
  }

  /** Brings the next difference into sight, or the one before; the comparison says how. */
  jump: (by: 1 | -1) => void = () => undefined;

  /** Adds a version and shows it. A failure is the caller's to show. */
  async addVersion(version: NewVersion): Promise<void> {
    const id = await catalogue.write(api.addVersion(version));
    await reading.reload();
    reading.showVersion(id);
  }
}

export const drafting = new Drafting();
