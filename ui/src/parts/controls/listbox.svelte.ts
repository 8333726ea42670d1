/**
 * A list below a field that keeps the keyboard (WAI-ARIA combobox with a listbox): which option Enter
 * takes, how the keys move that, and what screen readers are told. It draws nothing.
 *
 *     <input {...options.field} {onkeydown} />
 *     <div {...options.list} {@attach options.follow}>
 *       {#each rows as row, index}<div {...options.option(index)}>…</div>{/each}
 *     </div>
 */

import { stepFrom } from "../../logic/stepping";

/** How many options PageUp and PageDown pass. */
const page = 8;

export class Listbox {
  /** The option that Enter takes, or -1. */
  at = $state(0);
  /** Whether options came since the pointer moved last, and where it was then. */
  #slid = false;
  #pointer = "";

  /**
   * `id` is the document's own for this list; `count` tells how many options there are, `isOpen` whether the
   * list is to be seen.
   */
  constructor(
    readonly id: string,
    readonly count: () => number,
    readonly isOpen: () => boolean = () => true,
  ) {}

  /** Attributes of the field. */
  get field() {
    const active = this.isOpen() && this.at >= 0 && this.at < this.count();
    return {
      role: "combobox",
      autocomplete: "off",
      "aria-autocomplete": "list",
      "aria-expanded": this.isOpen(),
      "aria-controls": `${this.id}-list`,
      "aria-activedescendant": active ? `${this.id}-${this.at}` : undefined,
    } as const;
  }

  /** Options came that were asked for, and may have slid under a pointer that rests. */
  came(): void {
    this.#slid = true;
  }

  /** Attributes of what holds the options. */
  get list() {
    return {
      id: `${this.id}-list`,
      role: "listbox",
      tabindex: -1,
      onpointermove: (event: PointerEvent) => {
        // The web view tells of a move, too, where the page moved under the pointer.
        const pointer = `${event.screenX} ${event.screenY}`;
        if (pointer !== this.#pointer) this.#slid = false;
        this.#pointer = pointer;
      },
      onclickcapture: (event: MouseEvent) => this.#press(event),
    } as const;
  }

  /** A press on an option that the pointer was not led to chooses it, to be seen, and takes nothing yet. */
  #press(event: MouseEvent): void {
    const option = (event.target as Element).closest<HTMLElement>("[data-at]");
    // Pressed by a screen reader it has no pointer.
    if (!this.#slid || event.detail === 0 || option === null) return;
    this.#slid = false;
    event.stopPropagation();
    this.at = Number(option.dataset["at"]);
  }

  /** Attributes of an option. */
  option(index: number) {
    return {
      id: `${this.id}-${index}`,
      "data-at": index,
      role: "option",
      tabindex: -1,
      "aria-selected": index === this.at,
      // The field keeps the keyboard.
      onmousedown: (event: MouseEvent) => event.preventDefault(),
    } as const;
  }

  /** Attributes of the line that says that there is nothing to choose. */
  readonly nothing = { role: "option", tabindex: -1, "aria-selected": false, "aria-disabled": true } as const;

  /** Moves as a key says. False where the key moves nothing here. */
  move(event: KeyboardEvent): boolean {
    // With Alt the arrows are the window's own.
    if (event.altKey) return false;
    const to = stepFrom(this.at, event.code, { count: this.count(), down: 1, page, rings: true });
    if (to === undefined) return false;
    this.at = to;
    return true;
  }

  /** To be attached to what holds the options: the one that Enter takes is always in sight. */
  readonly follow = (list: HTMLElement): void => {
    list.querySelector(`[data-at="${this.at}"]`)?.scrollIntoView({ block: "nearest" });
  };
}
