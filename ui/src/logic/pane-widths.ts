/** How wide the panes are: what fits into the window, and what was wished. */

/** The panes that can be sized and folded; the document has the rest. */
export const sized = ["units", "list", "inspector"] as const;
export type SizedPane = (typeof sized)[number];

/** Bounds of each pane in CSS pixels, and its share of a window 1280 pixels wide. */
export const bounds: Record<SizedPane, { least: number; most: number; usual: number }> = {
  units: { least: 160, most: 420, usual: 200 },
  list: { least: 220, most: 640, usual: 288 },
  inspector: { least: 280, most: 640, usual: 324 },
};

/** The least that is left to the document. */
export const leastDocument = 340;

/** A pane lies over the others where the window is narrower than this. */
const roomFrom: Record<SizedPane, number> = { list: 600, inspector: 880, units: 1100 };

/** Two texts side by side want the places of these in a window narrower than this. */
const comparisonRoomFrom: Record<SizedPane, number> = { ...roomFrom, list: 820, inspector: 1600 };

/** Whether the window has room for the pane beside the document, or beside two that are compared. */
export function hasRoom(pane: SizedPane, window: number, comparing = false): boolean {
  return window >= (comparing ? comparisonRoomFrom : roomFrom)[pane];
}

/** The width of a pane where nothing was wished: it grows with the window, though slower. */
export function usualWidth(pane: SizedPane, window: number): number {
  const { least, usual } = bounds[pane];
  const grown = window > 1280 ? usual * (1 + ((window - 1280) / 1280) * 0.7) : usual;
  return Math.round(Math.min(Math.max(grown, least), usual * 1.4));
}

/** A wish brought within its bounds. */
export function bounded(pane: SizedPane, width: number): number {
  const { least, most } = bounds[pane];
  return Math.round(Math.min(Math.max(width, least), most));
}

/**
 * The widths of the panes that stand beside the document. Wishes hold as far as the document keeps its
 * least width; what is missing is taken from the inspector first, then from the list, then the tree.
 */
export function fitPanes(
  window: number,
  beside: readonly SizedPane[],
  wishes: Readonly<Record<string, number>>,
): Record<SizedPane, number> {
  const widths: Record<SizedPane, number> = { units: 0, list: 0, inspector: 0 };
  for (const pane of beside) widths[pane] = bounded(pane, wishes[pane] ?? usualWidth(pane, window));
  let missing = leastDocument - (window - widths.units - widths.list - widths.inspector);
  for (const pane of ["inspector", "list", "units"] as const) {
    if (missing <= 0 || !beside.includes(pane)) continue;
    const given = Math.min(missing, widths[pane] - bounds[pane].least);
    widths[pane] -= given;
    missing -= given;
  }
  return widths;
}
