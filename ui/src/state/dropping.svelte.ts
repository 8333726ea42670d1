/** Files over the window: what they are, what will happen with them, and then doing it. */

import { api, type DropEvent } from "../wire/api";
import { asProblem } from "../wire/problem";
import type { Problem, SortedPaths } from "../types/shell";
import { chosenOf, type PlanChoice } from "../logic/intake-plan";
import { questionsAbout, type Pairs, type PhotoQuestion } from "../logic/photo-homes";
import { fileNameOf, gatherProblems } from "../logic/received";
import { isBareLink, mayBeFiles, pathsIn } from "../logic/pasted";
import { tell } from "./announce.svelte";
import { catalogue } from "./catalogue.svelte";
import { dialogs } from "./dialogs.svelte";
import { drafting } from "./drafting.svelte";
import { intake } from "./intake.svelte";
import { intakeReport } from "./intake-report.svelte";
import { library } from "./library.svelte";
import { attach, homeNow } from "./photos.svelte";
import { session } from "./session.svelte";
import { windowSteps } from "./window-steps.svelte";

/** How a pasted picture is called that had no file. */
function pictureName(now: Date): string {
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString();
  return `image-${local.slice(0, 10)}-${local.slice(11, 19).replaceAll(":", "")}`;
}

/** So many documents are taken in without a question. */
const askedAbove = 20;

/** Files that lie before one to be taken in. */
export interface IntakePlan {
  readonly what: SortedPaths;
  /** Whether nobody brought them: a watched folder offers them, and one may not want them. */
  readonly offered: boolean;
}

/** What one says of them. `leave`: nothing now. `never`: these are not to be offered again. */
export type PlanAnswer = { readonly kind: "leave" } | { readonly kind: "take" | "never"; readonly chosen: PlanChoice };

/** Files that are not taken though one knows what they are: each with why, and what to do. */
function leftOf(what: SortedPaths): Problem[] {
  return [
    ...what.tables.map((path) => ({ code: "table_no_release", data: { file: fileNameOf(path) } })),
    ...what.sidecars.map((path) => ({ code: "sidecar_alone", data: { file: fileNameOf(path) } })),
  ];
}

/** Where photos go: to a document, which is told by its reference, to a new one, or nowhere. */
export type PhotoPlace = { readonly id: string; readonly reference: string } | "new" | "nowhere";

class Dropping {
  /** Whether something is held over the window. */
  over = $state(false);
  /** What it is; null before that is known. */
  what = $state.raw<SortedPaths | null>(null);
  /** Whether it is words. */
  words = $state(false);
  /** Photos that were pasted, or came with a text that was refused, by their paths, while one is asked where they go. */
  unplaced = $state.raw<readonly string[] | null>(null);
  /** The files of documents to which some of them were given by their names or folders. */
  #pairs = $state.raw<Pairs>(new Map());
  /** The document that was on the screen when they were pasted, a UUID: it is the one that one meant. */
  #pastedInto = $state.raw<string | null>(null);
  /** Whether documents came with them. */
  #cameWith = $state.raw(false);
  /** What is asked about them first: those of one folder. */
  readonly question: PhotoQuestion | null = $derived.by(() => {
    if (this.unplaced === null) return null;
    const homes = this.#cameWith ? (intakeReport.last?.homes ?? []) : [];
    const [first] = questionsAbout(this.unplaced, homes, this.#pairs);
    return first === undefined ? null : { ...first, expected: this.#pastedInto ?? first.expected };
  });
  /** What lies before one to be taken in, while one is asked about it. */
  planned = $state.raw<IntakePlan | null>(null);
  #decide: ((answer: PlanAnswer) => void) | null = null;
  #asked = 0;

  /** Asks what is to be done with files. */
  #ask(plan: IntakePlan): Promise<PlanAnswer> {
    // What is asked anew answers what was asked before.
    this.decide({ kind: "leave" });
    this.planned = plan;
    return new Promise((resolve) => {
      this.#decide = resolve;
    });
  }

  /** Asks where photos go that came with documents, or alone from a watched folder. */
  #askAbout(photos: readonly string[], what: SortedPaths, came: boolean): void {
    if (photos.length === 0) return;
    const pairs = what.documents.flatMap(({ path, photos }) => photos.map((photo) => [photo, path] as const));
    this.#pairs = new Map([...this.#pairs, ...pairs]);
    this.#pastedInto = null;
    this.#cameWith ||= came;
    // Those that one has not answered for yet stay.
    this.unplaced = [...(this.unplaced ?? []), ...photos];
  }

  /** Answers the question about what is planned. */
  decide(answer: PlanAnswer): void {
    this.planned = null;
    this.#decide?.(answer);
    this.#decide = null;
  }

  /** Shows what a watched folder offers, and does what one says of it. */
  async offer(paths: readonly string[]): Promise<void> {
    if (paths.length === 0) return tell("told-nothing-new");
    const what = await api.sort([...paths]);
    if (what.documents.length + what.photos.length === 0) return tell("told-nothing-new");
    const answer = await this.#ask({ what, offered: true });
    if (answer.kind === "leave") return;
    const { documents, loose } = answer.chosen;
    const { photos, left } = chosenOf(what, answer.chosen);
    if (answer.kind === "never") {
      await this.#turnDown([...documents, ...photos, ...loose]);
      tell("told-not-offered", { count: documents.length + loose.length });
      if (left.length > 0) await this.offer(left);
      return;
    }
    if (documents.length > 0) {
      const unplaced = await intake.take(documents, photos);
      if (intake.ended !== "done") return;
      // What was refused, or only held others, is not offered again as it is.
      await api.turnDown([...documents], true);
      this.#askAbout([...unplaced, ...loose], what, true);
    } else this.#askAbout(loose, what, false);
  }

  /** Offers files no more, which can be taken back as long as it was done last. */
  async #turnDown(files: readonly string[]): Promise<void> {
    const redo = () => api.turnDown([...files], false);
    await redo();
    windowSteps.did({ what: "step-turned-down", undo: () => api.offerAgain([...files]), redo });
  }

  /** Takes what the system says of files over the window. */
  took(event: DropEvent): void {
    if (event.kind === "enter") void this.#enter(event.paths);
    else if (event.kind === "over") this.over = true;
    else {
      this.#asked++;
      this.over = false;
      this.what = null;
      if (event.kind === "drop") void this.take(event.paths);
    }
  }

  async #enter(paths: string[]): Promise<void> {
    const turn = ++this.#asked;
    this.over = true;
    try {
      const what = await api.sort(paths);
      if (turn === this.#asked) this.what = what;
    } catch (reason) {
      // What they are is told when they are let go.
      console.error("not sorted:", reason);
    }
  }

  /** Does with files what their kind asks for: texts and photos first, then what opens something else. */
  async take(paths: readonly string[]): Promise<void> {
    if (paths.length === 0) return;
    try {
      const what = await api.sort([...paths]);
      const [another] = what.libraries;
      const [bundle] = what.bundles;
      if (another !== undefined) {
        await session.open(another);
        session.showProblem();
        return;
      }
      if (bundle !== undefined) dialogs.now = { kind: "verify", path: bundle };
      if (library.phase !== "open") return;
      // What is no document is refused with words that say why, and stops none of the others.
      const documents = [...what.documents.map(({ path }) => path), ...what.others];
      if (library.info?.read_only === true && (documents.length > 0 || what.photos.length > 0)) {
        catalogue.problem = { code: "library_read_only", data: { path: library.info.path } };
        return;
      }
      if (documents.length > 0) {
        // Hundreds are no slip of the hand: what will come of them is shown before it does.
        const wanted = documents.length > askedAbove ? await this.#askWhich(what) : { documents, photos: what.photos };
        if (wanted === null) return;
        // What they came with was not taken in, or it may be one of several: the document on the screen is not theirs.
        const unplaced = await intake.take(wanted.documents, wanted.photos, leftOf(what));
        this.#askAbout(unplaced, what, intake.ended === "done");
        return;
      }
      const left = leftOf(what);
      if (left.length > 0) catalogue.problem = gatherProblems(left)[0] ?? null;
      if (what.photos.length === 0) {
        if (bundle === undefined && left.length === 0) tell("told-nothing-there");
        return;
      }
      const home = homeNow();
      if (home === null) await intake.photos(what.photos);
      else await attach(what.photos, home);
    } catch (reason) {
      catalogue.problem = asProblem(reason);
    }
  }

  /** Asks which of many files are to be taken in; null: none. */
  async #askWhich(what: SortedPaths): Promise<{ documents: readonly string[]; photos: readonly string[] } | null> {
    const answer = await this.#ask({ what, offered: false });
    if (answer.kind !== "take") return null;
    const { photos, left } = chosenOf(what, answer.chosen);
    // Who takes all is told of what was no document, and asked about photos that may be of several.
    const others = left.length === 0 ? what.others : [];
    return { documents: [...answer.chosen.documents, ...others], photos: [...photos, ...answer.chosen.loose] };
  }

  /** Makes an article of a text that was pasted where no field is typed into, or dragged in. */
  takeWords(words: string): void {
    if (library.phase !== "open" || words.trim() === "") return;
    if (library.info?.read_only === true) {
      catalogue.problem = { code: "library_read_only", data: { path: library.info.path } };
      return;
    }
    if (isBareLink(words)) {
      catalogue.problem = { code: "bare_link", data: null };
      return;
    }
    void drafting.newArticle(words);
  }

  /**
   * Takes what was pasted: words, or the copied files and pictures that the page is not told of. `beside`: the keyboard
   * is among fields, but in none that is typed into; then words were meant for a field, and make no article.
   */
  async paste(words: string, beside = false): Promise<void> {
    if (library.phase !== "open") return;
    // A file manager gives a copied file as words too.
    if (!mayBeFiles(words)) return beside ? tell("told-no-field") : this.takeWords(words);
    if (await this.pasteFiles(words)) return;
    if (words.trim() !== "" && beside) tell("told-no-field");
    else if (words.trim() !== "") this.takeWords(words);
    else tell("told-nothing-to-paste");
  }

  /**
   * Takes copied files or a copied picture, with the words that came along, wherever the keyboard is. False where there
   * are none of either: then the words are what is meant.
   */
  async pasteFiles(words: string): Promise<boolean> {
    if (library.phase !== "open") return false;
    try {
      const copied = await api.clipboardFiles(pictureName(new Date()));
      const paths = copied.length > 0 ? copied : pathsIn(words);
      if (paths.length === 0) return false;
      const what = await api.sort([...paths]);
      const known = what.documents.length + what.photos.length + what.bundles.length + what.libraries.length;
      if (copied.length === 0 && known === 0) return false;
      this.#takePasted(paths, what);
    } catch (reason) {
      catalogue.problem = asProblem(reason);
    }
    return true;
  }

  /** Photos alone may go to the article on the screen, or begin one: that is asked. */
  #takePasted(paths: readonly string[], what: SortedPaths): void {
    const photosAlone =
      what.photos.length > 0 && what.documents.length + what.bundles.length + what.libraries.length === 0;
    const home = homeNow();
    if (photosAlone && home !== null && "article" in home && library.info?.read_only === false) {
      this.#pastedInto = home.article;
      this.unplaced = what.photos;
    } else void this.take(paths);
  }

  #forgetAsked(): void {
    this.#pairs = new Map();
    this.#pastedInto = null;
    this.#cameWith = false;
  }

  /** Puts the photos of the question where one wants them; the next question comes then. */
  async place(photos: readonly string[], where: PhotoPlace): Promise<void> {
    const asked = this.unplaced ?? [];
    const left = asked.filter((path) => !photos.includes(path));
    // A dialog that closes behind an answer asks nothing more.
    if (left.length === asked.length) return;
    this.unplaced = left.length === 0 ? null : left;
    if (left.length === 0) this.#forgetAsked();
    if (where === "nowhere") tell("told-photos-left", { count: photos.length });
    else if (where === "new") await intake.photos(photos);
    else await attach(photos, { article: where.id }, where.reference);
  }
}

export const dropping = new Dropping();
