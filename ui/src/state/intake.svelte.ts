/** Files that become articles: picked, or dropped on the window. */

import { api } from "../wire/api";
import { asProblem } from "../wire/problem";
import { isTelling, reportOf } from "../logic/intake-report";
import type { IntakeResult } from "../types/shell";
import { tell } from "./announce.svelte";
import { pick } from "./picking";
import { catalogue } from "./catalogue.svelte";
import { drafting } from "./drafting.svelte";
import { intakeReport } from "./intake-report.svelte";
import { jobs } from "./jobs.svelte";
import { sendKeyboard } from "./keyboard";
import { list } from "./list.svelte";
import { attach } from "./photos.svelte";
import { reading } from "./reading.svelte";

class Intake {
  /**
   * Takes documents in as articles, with the photos that came with them, into the unit that the list shows, and opens
   * the first. Gives the photos of which it is not sure where they belong.
   */
  async take(documents: readonly string[], photos: readonly string[] = []): Promise<readonly string[]> {
    if (documents.length === 0) return photos;
    catalogue.problem = null;
    const { place } = list.question;
    const unit = place.kind === "unit" ? place.id : null;
    const job = await jobs.run(api.takeIn({ documents: [...documents], photos: [...photos], unit }));
    if (job.state === "failed") catalogue.problem = job.problem;
    if (job.state === "cancelled") {
      tell("told-intake-stopped");
      await sendKeyboard({ pane: "document" });
    }
    if (job.state !== "done") return job.state === "failed" ? photos : [];
    const result = job.result as IntakeResult;
    const first = result.added[0];
    if (first !== undefined) {
      await drafting.show(first.id);
      await sendKeyboard({ pane: "document" });
    }
    const report = reportOf(result);
    // While one is open all that comes is told in it.
    if (intakeReport.now !== null || isTelling(report)) intakeReport.add(report);
    else if (result.photos > 0)
      tell("told-taken-in-with-photos", { count: result.added.length, photos: result.photos });
    else tell("told-taken-in", { count: result.added.length });
    return result.unplaced;
  }

  /** Asks which text files to take in. */
  async open(): Promise<void> {
    try {
      await this.take(await pick({ kind: "documents" }));
    } catch (reason) {
      catalogue.problem = asProblem(reason);
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
