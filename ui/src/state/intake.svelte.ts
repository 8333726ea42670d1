/** Files that become articles: picked, or dropped on the window. */

import { api } from "../wire/api";
import { asProblem } from "../wire/problem";
import { t } from "../words/language.svelte";
import { isTelling, reportOf } from "../logic/intake-report";
import type { IntakeResult, JobState, Problem } from "../types/shell";
import { tell } from "./announce.svelte";
import { pick } from "./picking";
import { catalogue } from "./catalogue.svelte";
import { drafting } from "./drafting.svelte";
import { intakeReport } from "./intake-report.svelte";
import { jobs, type ShownJob } from "./jobs.svelte";
import { sendKeyboard } from "./keyboard";
import { list } from "./list.svelte";
import { attach } from "./photos.svelte";
import { reading } from "./reading.svelte";

/** So many files that were read are thrown away by no slip of the hand. */
const muchDone = 20;

class Intake {
  /** The intake that one is asked about, whether to stop it: its job's number. */
  stopAsked = $state<number | null>(null);
  /** How the last files ended; null while they are under way. */
  ended: JobState | null = null;

  /**
   * Takes documents in as articles, with the photos that came with them, into the unit that the list shows, and opens
   * the first. Gives the photos of which it is not sure where they belong. What was `left` is told with what was refused.
   */
  async take(
    documents: readonly string[],
    photos: readonly string[] = [],
    left: readonly Problem[] = [],
  ): Promise<readonly string[]> {
    if (documents.length === 0) return photos;
    catalogue.problem = null;
    this.ended = null;
    const { place } = list.question;
    const unit = place.kind === "unit" ? place.id : null;
    const job = await jobs.run(api.takeIn({ documents: [...documents], photos: [...photos], unit }));
    this.ended = job.state;
    if (job.state === "failed") catalogue.problem = job.problem;
    if (job.state === "cancelled") {
      tell("told-intake-stopped");
      await sendKeyboard({ pane: "document" });
    }
    if (job.state !== "done") return job.state === "failed" ? photos : [];
    const made = job.result as IntakeResult;
    const result = { ...made, refused: [...made.refused, ...left] };
    const first = result.added[0];
    if (first !== undefined) {
      await drafting.show(first.id);
      await sendKeyboard({ pane: "document" });
    }
    const report = reportOf(result);
    // While one is open all that comes is told in it.
    if (intakeReport.now !== null || isTelling(report)) {
      intakeReport.add(report);
      return result.unplaced;
    }
    intakeReport.keep(report);
    if (result.photos > 0) tell("told-taken-in-with-photos", { count: result.added.length, photos: result.photos });
    else tell("told-taken-in", { count: result.added.length });
    return result.unplaced;
  }

  /** The intake under way. */
  get running(): ShownJob | undefined {
    return jobs.running.find(({ kind }) => kind === "intake");
  }

  /** Stops the intake under way; where much of it is done, that is asked first. */
  stop(): void {
    const job = this.running;
    if (job === undefined) return;
    // Once all is read, what is counted is what is written.
    if (job.done < muchDone && job.stage !== "writing") jobs.cancel(job.id);
    else this.stopAsked = job.id;
  }

  /** Answers whether the intake is to be stopped. One that has ended meanwhile stays as it ended. */
  decideStop(stops: boolean): void {
    if (stops && this.stopAsked !== null) jobs.cancel(this.stopAsked);
    this.stopAsked = null;
  }

  /** Asks which text files to take in. */
  async open(): Promise<void> {
    try {
      await this.take(await pick({ kind: "documents" }));
    } catch (reason) {
      catalogue.problem = asProblem(reason);
    }
  }

  /** Asks for a folder with documents and photos. Gives its path. */
  async pickFolder(): Promise<string | undefined> {
    try {
      return (await pick({ kind: "folder" }, t("pick-intake-folder")))[0];
    } catch (reason) {
      catalogue.problem = asProblem(reason);
      return undefined;
    }
  }

  /** Asks for photos, and begins an article with them. */
  async fromPhotos(): Promise<void> {
    try {
      const paths = await pick({ kind: "photos" });
      if (paths.length > 0) await this.photos(paths);
    } catch (reason) {
      catalogue.problem = asProblem(reason);
    }
  }

  /** Begins a blank article with photos on it. */
  async photos(paths: readonly string[]): Promise<void> {
    await drafting.newArticle(null);
    const { record } = reading;
    if (record === null) return;
    await attach(paths, { article: record.id });
  }
}

export const intake = new Intake();
