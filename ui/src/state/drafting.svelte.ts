/** The draft under one's hands: what is typed, what of it is written, and how an article begins. */

import { api } from "../wire/api";
import { cutBetween, moveSpan } from "../logic/edits";
import { conflictOf, oneLine, seenOf, type Conflict } from "../logic/seen";
import { asProblem } from "../wire/problem";
import { inLanes, marksOf, type Mark } from "../logic/segments";
import { ScalarText } from "../wire/spans";
import type { MentionRecord, NewVersion, Prefer, TagKind, VersionRecord } from "../types";
import type { Problem } from "../types/shell";
import { tell } from "./announce.svelte";
import { catalogue } from "./catalogue.svelte";
import { keysWaitFor, sendKeyboard } from "./keyboard";
import { list } from "./list.svelte";
import { reading } from "./reading.svelte";
import { tagging, type TextPlace } from "./tagging.svelte";
import { views } from "./view.svelte";

/** How long one pauses before what was typed is written, and how long it waits at most, in ms. */
const pause = 500;
const longest = 3000;

/** Failures after which nothing is tried again by itself: somebody else changed the same words, took the text away, or registered it. */
const waiting = ["edit_conflict", "not_found", "text_registered"];

/** One version's title and body while they are typed. */
export class Draft {
  readonly version: string;
  /** UUID of the article. */
  readonly article: string;
  title = $state("");
  body = $state("");
  /** Where the tagged spans lie now; a cut through one shows at once. */
  marks = $state.raw<readonly Mark[]>([]);
  /**
   * Why the last words could not be written. They stay here, and are tried again; by themselves, unless somebody
   * else changed the same, which waits for a choice, or took the text away.
   */
  problem = $state.raw<Problem | null>(null);
  /** What was typed and is on disk. */
  #written: { title: string; body: string };
  /** What this window saw of the archive last, or wrote there: what is typed is made from it. */
  #seen: { title: string; body: string };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #since: number | undefined;
  #writing: Promise<void> | undefined;

  constructor(version: VersionRecord, article: string, kindOf: (mention: MentionRecord) => TagKind | undefined) {
    this.version = version.id;
    this.article = article;
    this.title = version.title;
    this.body = version.body;
    this.#written = { title: version.title, body: version.body };
    this.#seen = this.#written;
    this.marks = marksOf(new ScalarText(version.body), version.mentions, kindOf);
  }

  /** Somebody else's change of the same words, until one chooses between the two. */
  get conflict(): Conflict | null {
    return conflictOf(this.problem);
  }

  /** Whether all that was typed is on disk. */
  get settled(): boolean {
    return this.title === this.#written.title && this.body === this.#written.body;
  }

  /** What was pasted into the empty text, as long as nothing was typed after it. */
  #filled: { title: string; body: string } | null = null;

  /** Puts a text that was pasted into the empty one, at once and as one op. */
  async fill(text: string, again: boolean): Promise<void> {
    await this.write();
    const seen = seenOf("version", this.version, { title: this.#seen.title, body: this.#seen.body });
    await catalogue.write(api.fillVersion(this.version, text, again, seen));
    await reading.settled();
    const filled = reading.record?.versions.find(({ id }) => id === this.version);
    if (filled !== undefined) this.take(filled, (mention) => reading.kindOf(mention));
    const { title, body } = this;
    this.#filled = { title, body };
  }

  /** Whether the text is what was pasted last, so that the archive's undo takes that back. */
  get justFilled(): boolean {
    const filled = this.#filled;
    return filled !== null && !this.empty && this.title === filled.title && this.body === filled.body;
  }

  /** Whether there is no word in it yet. */
  get empty(): boolean {
    return this.title.trim() === "" && this.body.trim() === "";
  }

  typeTitle(title: string): void {
    // A title is one line: the archive folds it the same way.
    this.title = title.replaceAll(/\s*\n\s*/g, " ");
    this.#later();
  }

  typeBody(body: string): void {
    const cut = cutBetween(this.body, body);
    if (cut === undefined) return;
    const marks: Mark[] = [];
    // Marks that are moved as a whole lie in the lanes where they lay.
    let whole = true;
    for (const mark of this.marks) {
      const place = moveSpan(mark, cut);
      whole &&= place?.whole === true;
      if (place === undefined) continue;
      const moved = place.start !== mark.start || place.end !== mark.end || !place.whole;
      marks.push(moved ? { ...mark, start: place.start, end: place.end, stale: mark.stale || !place.whole } : mark);
    }
    this.body = body;
    this.marks = whole ? marks : inLanes(marks);
    this.#later();
  }

  /**
   * Takes what the archive holds, as after an undo, or somebody else's words among one's own; what is typed and not
   * written comes first.
   */
  take(version: VersionRecord, kindOf: (mention: MentionRecord) => TagKind | undefined): void {
    if (!this.settled || this.#writing !== undefined) return;
    this.#seen = { title: version.title, body: version.body };
    // A space behind the last word stays: the next one is about to be typed.
    if (version.title !== oneLine(this.title)) this.title = version.title;
    if (version.body !== this.body) this.body = version.body;
    this.#written = { title: this.title, body: this.body };
    this.marks = marksOf(new ScalarText(version.body), version.mentions, kindOf);
  }

  /** Writes what is typed, now. A conflict waits for the choice. */
  async write(): Promise<void> {
    clearTimeout(this.#timer);
    this.#since = undefined;
    while (this.#writing !== undefined) await this.#writing;
    if (this.conflict === null) await this.#carry();
  }

  /** Says whose words stand, after a conflict: of a body, where they clash; the rest of both stays. */
  async choose(choice: Prefer): Promise<void> {
    const { conflict } = this;
    if (conflict === null) return;
    this.problem = null;
    if (conflict.field === "title") {
      this.#seen = { ...this.#seen, title: conflict.now };
      if (choice === "theirs") {
        this.title = conflict.now;
        this.#written = { ...this.#written, title: conflict.now };
      }
    }
    await this.#carry(conflict.field === "body" ? choice : undefined);
    if (this.settled) reading.refresh();
  }

  async #carry(prefer?: Prefer): Promise<void> {
    if (this.settled) return;
    this.#writing = this.#write(prefer).finally(() => (this.#writing = undefined));
    await this.#writing;
  }

  async #write(prefer: Prefer | undefined): Promise<void> {
    const { title, body } = this;
    const fields = {
      ...(title === this.#written.title ? {} : { title }),
      ...(body === this.#written.body ? {} : { body }),
    };
    const seen = seenOf("version", this.version, {
      title: fields.title === undefined ? undefined : this.#seen.title,
      body: fields.body === undefined ? undefined : this.#seen.body,
    }).map((value) => (value.field === "body" && prefer !== undefined ? { ...value, prefer } : value));
    try {
      await catalogue.write(api.editVersion(this.version, fields, seen));
      this.#written = { title, body };
      this.#seen = { title: oneLine(title), body };
      this.problem = null;
    } catch (reason) {
      this.problem = asProblem(reason);
      this.#later();
    }
  }

  #later(): void {
    // Typed back to what is on disk: there is nothing to choose.
    if (this.settled) this.problem = null;
    if (this.problem !== null && waiting.includes(this.problem.code)) return clearTimeout(this.#timer);
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
    catalogue.settleWith(
      async () => {
        await this.draft?.write();
        return this.draft?.settled !== false;
      },
      () => this.draft?.problem ?? null,
    );
  }

  /** Whether the version on the screen may be edited. */
  get possible(): boolean {
    return reading.version !== undefined && reading.version.fixed_at === null;
  }

  /** The place in the text that one comes from: a letter, and how far below the window's top it stood, in pixels. */
  place: TextPlace | null = null;
  /** Tells that place of the text under edit; the text field says how. */
  placeOf: () => TextPlace | null = () => null;

  /** Opens the text on the screen for typing, with the keyboard in its title or its body. */
  edit(where: "title" | "body" = "body"): Promise<void> {
    return keysWaitFor(this.#edit(where), "keyboard");
  }

  async #edit(where: "title" | "body"): Promise<void> {
    const { version, record } = reading;
    if (version === undefined || record === null || version.fixed_at !== null) return;
    this.compared = null;
    const left = this.draft;
    if (left !== null && left.version !== version.id) {
      await this.leaveBehind(left);
      if (!left.settled) return;
    }
    if (this.draft?.version !== version.id) {
      this.place = tagging.view?.place() ?? null;
      this.draft = new Draft(version, record.id, (mention) => reading.kindOf(mention));
    }
    await sendKeyboard({ draft: where });
  }

  /** Back to reading; what was typed is written. */
  leave(): Promise<void> {
    return keysWaitFor(this.#leave(), "keyboard");
  }

  async #leave(): Promise<void> {
    const { draft } = this;
    if (draft === null) return;
    await draft.write();
    // Words that could not be written stay on the screen.
    if (draft.problem !== null) return;
    // What is read then is what was written: the caret would have no place in the text of before.
    await reading.settled();
    if (this.draft === draft) {
      this.place = this.placeOf();
      this.draft = null;
    }
    await sendKeyboard({ pane: "document" });
  }

  /** Another text is on the screen: the draft is written. What cannot be comes back to the screen. */
  async leaveBehind(draft: Draft): Promise<void> {
    this.draft = null;
    await draft.write();
    if (draft.settled) return;
    await this.show(draft.article);
    if (reading.record?.id !== draft.article) catalogue.problem = draft.problem;
    reading.showVersion(draft.version);
    this.draft = draft;
  }

  /** The article that was begun blank, and the op that began it, until another one is shown. */
  #blank = $state.raw<{ readonly id: string; readonly op: number } | null>(null);

  /** Begins an article: of a text, or blank. It is shown, and a blank one is open for typing. */
  newArticle(text: string | null, again = false): Promise<void> {
    return keysWaitFor(this.#newArticle(text, again), "keyboard");
  }

  async #newArticle(text: string | null, again: boolean): Promise<void> {
    // A text that is pasted into a blank one takes its place, once it is known that it may.
    const fills = text !== null && this.#isBlank(this.draft);
    if (!fills) await this.leaveBlank();
    const { place } = list.question;
    const unit = place.kind === "unit" ? place.id : null;
    catalogue.problem = null;
    try {
      const { value: id, changed } = await api.newArticle({ text, unit, event: null, again });
      if (fills) {
        this.draft = null;
        await this.leaveBlank();
      }
      // Shown before the list is asked, so that it is the one that stays.
      await reading.open(id);
      catalogue.took(changed);
      await this.show(id);
      if (text === null && changed.op !== null) this.#blank = { id, op: changed.op };
    } catch (reason) {
      this.#refused(asProblem(reason), () => void this.newArticle(text, true));
      return;
    }
    tell("told-new-article", { reference: reading.record?.reference ?? "" });
    if (text === null) await this.edit("title");
    else await sendKeyboard({ pane: "document" });
  }

  /** Puts a release into the empty text under edit. What is refused leaves one where one is. */
  fill(words: string, again = false): Promise<void> {
    return keysWaitFor(this.#fill(words, again), "keyboard");
  }

  async #fill(words: string, again: boolean): Promise<void> {
    const { draft } = this;
    if (draft === null) return;
    if (this.#isBlank(draft)) return this.#newArticle(words, again);
    catalogue.problem = null;
    try {
      // What was done to the article since stays: only its words are new.
      await draft.fill(words, again);
    } catch (reason) {
      this.#refused(asProblem(reason), () => void this.fill(words, true));
      return;
    }
    await this.edit("body");
  }

  /** Whether a text under edit is that of the article that was begun blank, and so may be begun with another. */
  #isBlank(draft: Draft | null): boolean {
    return draft !== null && draft.empty && this.#blank?.id === draft.article;
  }

  /** Tells why a text was not taken; one that is here already may be taken all the same. */
  #refused(problem: Problem, again: () => void): void {
    catalogue.problem = problem;
    if (problem.code === "duplicate_release") catalogue.again = { after: problem, run: again };
  }

  /** Whether an article begun blank is left by now. */
  get leftBlank(): boolean {
    return this.#blank !== null && reading.wanted !== this.#blank.id;
  }

  /** Takes an article back that was begun and left without a word in it: nobody meant to keep it. */
  async leaveBlank(): Promise<void> {
    const blank = this.#blank;
    if (blank === null) return;
    this.#blank = null;
    await this.draft?.write();
    try {
      // Refused where anything was done to it since.
      catalogue.took((await api.undoOp(blank.op)).changed);
    } catch (reason) {
      if (asProblem(reason).code !== "undo_blocked") console.error("blank draft not taken back:", reason);
    }
  }

  /** Shows an article among the others. */
  show(id: string): Promise<void> {
    return keysWaitFor(this.#show(id), "keyboard");
  }

  async #show(id: string): Promise<void> {
    views.go({ kind: "articles" });
    await reading.open(id);
    list.marks.clear();
    await list.ask();
    await list.follow();
  }

  /** Opens a dialog about the article, with all that is typed written before. */
  ask(dialog: "register" | "version"): Promise<void> {
    return keysWaitFor(this.#ask(dialog), "keyboard");
  }

  async #ask(dialog: "register" | "version"): Promise<void> {
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
