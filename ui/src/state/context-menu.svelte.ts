/** The menu at the pointer: which actions of the registry it offers, and where. */

interface Wish {
  readonly x: number;
  readonly y: number;
  /** Ids of actions, a group apart from the next. */
  readonly groups: readonly (readonly string[])[];
  /** What had the keyboard, to give it back to. */
  readonly from: HTMLElement | null;
}

class ContextMenuState {
  wish = $state.raw<Wish | null>(null);

  /** Offers actions where the pointer is; by the menu key, at the element that has the keyboard. */
  show(event: MouseEvent, groups: readonly (readonly string[])[]): void {
    event.preventDefault();
    event.stopPropagation();
    const from = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    let { clientX: x, clientY: y } = event;
    if (x === 0 && y === 0 && event.target instanceof Element) {
      const box = event.target.getBoundingClientRect();
      x = box.left + 16;
      y = box.top + 24;
    }
    this.wish = { x, y, groups, from };
  }
}

export const contextMenu = new ContextMenuState();
