/**
 * What is typed into a field until it is written: when the field is left, when Enter is pressed, and
 * a while after the last key. Escape gives back what the field held when one came to it.
 */

import { onDestroy, untrack } from "svelte";

import { catalogue } from "../../state/catalogue.svelte";
import { TypedValue, type TypingPorts } from "../../state/typed-value.svelte";

export type { Save, Stands } from "../../state/typed-value.svelte";

/** The same, bound to the component that it is made in: written when that goes. */
export class Typing extends TypedValue {
  /** Call while a component is being made. */
  constructor(ports: TypingPorts) {
    super(ports);
    $effect(() => {
      ports.shown();
      untrack(() => this.renewed());
    });
    const forget = catalogue.settleWith(
      async () => {
        await this.write();
        return !this.dirty;
      },
      () => (this.dirty ? this.problem : null),
    );
    onDestroy(() => {
      // While the library is not in its place, what was typed waits for it, though its field is gone.
      void this.leave().finally(() => this.problem?.code !== "library_missing" && forget());
    });
  }
}
