/**
 * What one does that is no op of the archive and can be taken back all the same, as long as nothing was written after
 * it: undo takes back what was done last, and not what was done before it.
 */

import type { MessageId } from "../types/messages";

/** Something done, and how it is taken back and done again. */
export interface WindowStep {
  /** Its name, as that of an op. */
  readonly what: MessageId;
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
}

class WindowSteps {
  #done = $state.raw<readonly WindowStep[]>([]);
  #undone = $state.raw<readonly WindowStep[]>([]);

  /** Something was done just now. */
  did(step: WindowStep): void {
    this.#done = [...this.#done, step];
    this.#undone = [];
  }

  /** What undo would take back, or redo do again. */
  next(way: "undo" | "redo"): WindowStep | undefined {
    return (way === "undo" ? this.#done : this.#undone).at(-1);
  }

  /** Takes back what was done last, or does it again. One that fails stays where it was. */
  async take(way: "undo" | "redo"): Promise<void> {
    const step = this.next(way);
    if (step === undefined) return;
    await step[way]();
    const [done, undone] = [this.#done, this.#undone];
    this.#done = way === "undo" ? done.slice(0, -1) : [...done, step];
    this.#undone = way === "undo" ? [...undone, step] : undone.slice(0, -1);
  }

  /** Something was written since, or another library is open: what undo means now is the archive's. */
  forget(): void {
    this.#done = [];
    this.#undone = [];
  }
}

export const windowSteps = new WindowSteps();
