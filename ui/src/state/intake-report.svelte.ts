/** The report of files that came in, while it is open: what is done from it, and taken back there. */

import { api } from "../wire/api";
import {
  joinReports,
  reportOf,
  withJoined,
  withoutDocument,
  withoutPhotos,
  type Report,
  type ReportDocument,
  type ReportRefusal,
} from "../logic/intake-report";
import type { AlikePair, DespiteRefusal, IntakeResult, Problem } from "../types/shell";
import type { Relation, Written } from "../types";
import { asProblem } from "../wire/problem";
import type { Args } from "../words/language.svelte";
import type { MessageId } from "../types/messages";
import { catalogue } from "./catalogue.svelte";
import { drafting } from "./drafting.svelte";
import { jobs } from "./jobs.svelte";
import { keysWaitFor } from "./keyboard";
import { list } from "./list.svelte";
import { reading } from "./reading.svelte";

class IntakeReport {
  /** What is told; null while the report is closed. */
  now = $state.raw<Report | null>(null);
  /** What was told last, also where nothing of it was worth a dialog: it can be opened again. */
  last = $state.raw<Report | null>(null);
  /** What was done in it last. */
  said = $state.raw<{ readonly id: MessageId; readonly args: Args } | null>(null);
  /** Why the last thing could not be done. */
  problem = $state.raw<Problem | null>(null);
  /** The two texts that are shown side by side. */
  compared = $state.raw<AlikePair | null>(null);
  /** What was done in it, with what the report told before. */
  #done: { readonly op: number; readonly before: Report }[] = [];

  /** Keeps what came without showing it. */
  keep(report: Report): void {
    this.last = report;
  }

  /** Opens the report, or goes on in the one that is open. */
  add(more: Report): void {
    this.#tell(this.now === null ? more : joinReports(this.now, more));
    this.#done = this.#done.map(({ op, before }) => ({ op, before: joinReports(before, more) }));
  }

  /** Opens what was told last once more, without what is no longer there. What was done in it is undone outside. */
  async reopen(): Promise<void> {
    const { last } = this;
    if (last === null) return;
    try {
      const gone = await goneOf(last);
      this.#tell([...gone].reduce((report, id) => withoutDocument(report, id), last));
    } catch (reason) {
      catalogue.problem = asProblem(reason);
    }
  }

  /** Another library is open. */
  forget(): void {
    this.close();
    this.last = null;
  }

  close(): void {
    this.now = null;
    this.said = null;
    this.problem = null;
    this.compared = null;
    this.#done = [];
  }

  /** Makes a document a version of the one that it is like. */
  async join({ id, reference, other }: AlikePair, relation: Extract<Relation, "corrects" | "replaces">): Promise<void> {
    const shown = reading.record?.id === id;
    // Asked for before the write, so that nobody fetches what is gone.
    if (shown) reading.show(other.id);
    const written = await this.#write(api.joinArticles(id, other.version, relation, other.order));
    if (written === undefined) {
      if (shown) reading.show(id);
      return;
    }
    if (shown) {
      await drafting.show(other.id);
      reading.showVersion(written.value);
    }
    this.compared = null;
    this.#did(written.changed.op, (report) => withJoined(report, id, other));
    const told = relation === "replaces" ? "intake-told-replaced" : "intake-told-corrected";
    this.said = {
      id: other.order === "earlier" ? "intake-told-earlier" : told,
      args: { reference, other: other.reference },
    };
  }

  /** Takes what was refused all the same. */
  async retake(refusal: ReportRefusal, despite: DespiteRefusal): Promise<void> {
    const { place } = list.question;
    const unit = place.kind === "unit" ? place.id : null;
    let kept = 0;
    for (const [at, origin] of refusal.origins.entries()) {
      // Each is an op of its own: one may be taken back and the others stay.
      const done = await this.#run({ ...origin, despite, unit });
      if (done === undefined) break;
      kept += done.result.added.length + done.result.forms.length;
      const rest = { ...refusal, origins: refusal.origins.slice(at + 1) };
      const more = reportOf(done.result);
      this.#did(done.op, (report) => {
        const refusals = report.refusals.flatMap((one) => {
          if (!one.origins.includes(origin)) return [one];
          return rest.origins.length === 0 ? [] : [rest];
        });
        return joinReports({ ...report, refusals }, more);
      });
    }
    if (kept === 0) return;
    this.said = { id: despite === "keep_form" ? "intake-told-form" : "intake-told-kept", args: { count: kept } };
  }

  /** Leaves out a document that came in. */
  async leaveOut({ id, reference }: ReportDocument): Promise<void> {
    const written = await this.#write(api.deleteArticle(id));
    if (written === undefined) return;
    this.#did(written.changed.op, (report) => withoutDocument(report, id));
    this.said = { id: "intake-told-left-document", args: { reference } };
  }

  /** Leaves out photos that came with a document. */
  async leaveOutPhotos(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const written = await this.#write(api.removePhotos([...ids]));
    if (written === undefined) return;
    this.#did(written.changed.op, (report) => withoutPhotos(report, ids));
    this.said = { id: "intake-told-left-photos", args: { count: ids.length } };
  }

  /** Takes back what was done in the report last. */
  async undo(): Promise<void> {
    const last = this.#done.at(-1);
    if (last === undefined) return;
    const written = await this.#write(api.undoOp(last.op));
    if (written === undefined) return;
    this.#done.pop();
    this.#tell(last.before);
    this.said = { id: "intake-told-undone", args: {} };
  }

  #did(op: number | null, change: (report: Report) => Report): void {
    const before = this.now;
    if (before === null) return;
    if (op !== null) this.#done.push({ op, before });
    this.#tell(change(before));
  }

  #tell(report: Report): void {
    this.now = report;
    this.last = report;
  }

  async #write<T>(writing: Promise<Written<T>>): Promise<Written<T> | undefined> {
    this.problem = null;
    try {
      const written = await keysWaitFor(writing, "keyboard");
      catalogue.took(written.changed);
      return written;
    } catch (reason) {
      this.problem = asProblem(reason);
      return undefined;
    }
  }

  async #run(
    order: Parameters<typeof api.retake>[0],
  ): Promise<{ result: IntakeResult; op: number | null } | undefined> {
    this.problem = null;
    try {
      const job = await keysWaitFor(jobs.run(api.retake(order)), "keyboard");
      if (job.state === "failed") this.problem = job.problem;
      if (job.state !== "done") return undefined;
      return { result: job.result as IntakeResult, op: job.changed?.op ?? null };
    } catch (reason) {
      this.problem = asProblem(reason);
      return undefined;
    }
  }
}

/** The documents of a report that are not in the library any more, by their UUIDs. */
async function goneOf({ documents, alike }: Report): Promise<Set<string>> {
  const ids = [...new Set([...documents.map(({ id }) => id), ...alike.map(({ other }) => other.id)])];
  if ((await api.references(ids)).length === ids.length) return new Set();
  const there = await Promise.all(ids.map(async (id) => (await api.references([id])).length > 0));
  return new Set(ids.filter((_, at) => there[at] !== true));
}

export const intakeReport = new IntakeReport();
