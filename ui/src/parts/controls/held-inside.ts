/**
 * A group of entries that open, close, come and go holds the keyboard: what had it in there and is gone gives it to
 * what stands for its entry now, else to the field for a new one, the group's last.
 *
 *     <fieldset {@attach heldInside}>
 *       {#each … as one}<div data-entry={one.id}>…</div>{/each}
 *       <input />
 *     </fieldset>
 */

const controls = ":is(input, textarea, button):not([disabled])";

export function heldInside(group: HTMLElement): () => void {
  let had: Element | null = null;
  let entry: string | undefined;

  const note = (event: FocusEvent) => {
    had = event.target instanceof Element ? event.target : null;
    entry = had?.closest<HTMLElement>("[data-entry]")?.dataset["entry"];
  };
  /** It went elsewhere by itself. */
  const leave = (event: FocusEvent) => {
    if (event.relatedTarget !== null) had = null;
  };
  const observer = new MutationObserver(() => {
    const active = document.activeElement;
    if (had === null || had.isConnected || (active !== null && active !== document.body)) return;
    const own = entry === undefined ? null : group.querySelector(`[data-entry="${CSS.escape(entry)}"]`);
    const next = own?.querySelector<HTMLElement>(controls) ?? [...group.querySelectorAll<HTMLElement>(controls)].at(-1);
    next?.focus();
  });

  group.addEventListener("focusin", note);
  group.addEventListener("focusout", leave);
  observer.observe(group, { childList: true, subtree: true });
  return () => {
    group.removeEventListener("focusin", note);
    group.removeEventListener("focusout", leave);
    observer.disconnect();
  };
}
