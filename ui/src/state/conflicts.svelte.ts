/** Whose value stands where two people changed the same: asked over the window, where no field can ask. */

import type { Conflict } from "../logic/seen";
import type { Prefer } from "../types";

/** A question that waits for its answer. */
export interface ConflictQuestion {
  readonly conflict: Conflict;
  /** Null: neither is chosen, nothing is written. */
  answer(choice: Prefer | null): void;
}

class Conflicts {
  #waiting = $state.raw<readonly ConflictQuestion[]>([]);

  /** The question that is asked now. */
  get now(): ConflictQuestion | undefined {
    return this.#waiting[0];
  }

  /** Asks; one question after the other. */
  ask(conflict: Conflict): Promise<Prefer | null> {
    return new Promise((resolve) => {
      const question: ConflictQuestion = {
        conflict,
        answer: (choice) => {
          this.#waiting = this.#waiting.filter((other) => other !== question);
          resolve(choice);
        },
      };
      this.#waiting = [...this.#waiting, question];
    });
  }
}

export const conflicts = new Conflicts();
