/** The menu at the pointer: which actions of the registry it offers, and where. */

interface Wish {
  readonly x: number;
  readonly y: number;
  /** Ids of actions, a group apart from the next. */
  readonly groups: readonly (readonly string[])[];
}

class ContextMenuState {
  /** What is offered; null while no menu is open. */
  wish = $state.raw<Wish | null>(null);
}

export const contextMenu = new ContextMenuState();
