/** What of the page is in sight: an element may lie beyond an edge of any pane around it. */

/** What scrolls around an element, the nearest first. */
function panesAround(element: Element): Element[] {
  const panes: Element[] = [];
  for (let one = element.parentElement; one !== null; one = one.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(one);
    if (overflowX !== "visible" || overflowY !== "visible") panes.push(one);
  }
  return panes;
}

/** Whether some of an element can be seen. */
export function isInSight(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  if (top >= window.innerHeight || bottom <= 0) return false;
  return panesAround(element).every((pane) => {
    const edges = pane.getBoundingClientRect();
    return top < edges.bottom && bottom > edges.top;
  });
}

/** Brings an element into sight within the nearest pane around it, and leaves all other panes as they stand. */
export function bringWithinPane(element: Element): void {
  const [pane] = panesAround(element);
  if (pane === undefined) return;
  const edges = pane.getBoundingClientRect();
  const { top, bottom, left, right } = element.getBoundingClientRect();
  if (top < edges.top) pane.scrollTop -= edges.top - top;
  else if (bottom > edges.bottom) pane.scrollTop += bottom - edges.bottom;
  if (left < edges.left) pane.scrollLeft -= edges.left - left;
  else if (right > edges.right) pane.scrollLeft += right - edges.right;
}

/** How long a window of another size takes to be laid out, in ms. */
const settling = 150;

/** What holds lines of its own that one goes through, of which it says itself where one stands. */
const ownPlace = "[data-draft], [data-pane-entry], [aria-activedescendant]";

/** Brings an element into sight, if its pane can hold the whole of it. */
function bring(element: Element): void {
  const [pane] = panesAround(element);
  const { height } = element.getBoundingClientRect();
  if (pane === undefined || height > pane.clientHeight) return;
  element.scrollIntoView({ block: "nearest" });
}

/**
 * Keeps what has the keyboard in sight, where it was, when the window gets another size or its letters do. What one
 * has scrolled away from stays where it is. Gives what stops that.
 */
export function keepKeyboardInSight(): () => void {
  let sees = false;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  function look(): void {
    const here = document.activeElement;
    // What scrolls because the window has another size is no hand's.
    if (waiting === undefined) sees = here !== null && here !== document.body && isInSight(here);
  }

  function onresize(): void {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      waiting = undefined;
      const here = document.activeElement;
      if (sees && here?.matches(ownPlace) === false) bring(here);
      look();
    }, settling);
  }

  window.addEventListener("focusin", look);
  window.addEventListener("scroll", look, true);
  window.addEventListener("resize", onresize);
  return () => {
    clearTimeout(waiting);
    window.removeEventListener("focusin", look);
    window.removeEventListener("scroll", look, true);
    window.removeEventListener("resize", onresize);
  };
}
