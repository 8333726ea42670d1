/** The report that one may save when something failed, and whether a run before broke off. */

import { api } from "../wire/api";
import { asProblem } from "../wire/problem";
import { t } from "../words/language.svelte";
import type { Problem, ReportPart } from "../types/shell";
import { tell } from "./announce.svelte";
import { catalogue } from "./catalogue.svelte";
import { pick } from "./picking";

class Report {
  /** Whether a report is offered, as a run before broke off. */
  offered = $state(false);
  /** What is in the report that is shown; null where none is. */
  parts = $state.raw<readonly ReportPart[] | null>(null);
  /** Why it could not be saved. */
  problem = $state.raw<Problem | null>(null);

  /** Gathers a report and shows what is in it. */
  async show(): Promise<void> {
    this.problem = null;
    try {
      this.parts = await api.prepareReport();
    } catch (reason) {
      catalogue.problem = asProblem(reason);
    }
  }

  /** Asks where the report goes that is shown, and saves it there. True where it was saved. */
  async save(): Promise<boolean> {
    this.problem = null;
    try {
      const [target] = await pick({ kind: "report", name: t("report-file-name") });
      if (target === undefined) return false;
      await api.saveReport(target);
      this.offered = false;
      tell("told-report-saved");
      return true;
    } catch (reason) {
      this.problem = asProblem(reason);
      return false;
    }
  }

  /** The report is offered no more; the traces stay for one that is asked for later. */
  async dismiss(): Promise<void> {
    this.offered = false;
    try {
      await api.dismissTraces();
    } catch (reason) {
      catalogue.problem = asProblem(reason);
    }
  }
}

export const report = new Report();
