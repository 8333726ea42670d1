/** Fields that have to be filled in: the window says so in its own words and hand, where the web view would in its own. */

import { t } from "../words/language.svelte";

/** Says below a field that it has to be filled in, until something is typed. Gives what stops that. */
export function watchRequired(): () => void {
  const invalid = (event: Event) => {
    event.preventDefault();
    const { target } = event;
    // One at a time: the first that is empty.
    if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
    if (target !== target.form?.querySelector(":invalid")) return;
    target.focus();
    if (target.getAttribute("aria-invalid") === "true") return;
    const note = document.createElement("span");
    note.className = "required";
    note.role = "alert";
    note.textContent = t("field-required");
    target.setAttribute("aria-invalid", "true");
    target.after(note);
    target.addEventListener(
      "input",
      () => {
        target.removeAttribute("aria-invalid");
        note.remove();
      },
      { once: true },
    );
  };
  document.addEventListener("invalid", invalid, true);
  return () => document.removeEventListener("invalid", invalid, true);
}
