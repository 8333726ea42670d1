/** Taking drafts out of the catalogue. Nothing is asked: undo brings them back. */

import { api } from "../wire/api";
import { tell } from "./announce.svelte";
import { catalogue } from "./catalogue.svelte";
import { drafting } from "./drafting.svelte";
import { list } from "./list.svelte";
import { reading } from "./reading.svelte";

/** Whether the article on the screen may go: registered text stays. */
export function deletable(): boolean {
  const { record } = reading;
  return record !== null && record.state === "draft" && record.versions.every(({ fixed_at }) => fixed_at === null);
}

/** Deletes the draft on the screen and goes on to its neighbour in the list. */
export async function deleteArticle(): Promise<void> {
  const { record } = reading;
  if (record === null || !deletable()) return;
  drafting.draft = null;
  const at = list.chosen;
  const neighbour = list.row(at + 1) ?? list.row(at - 1);
  // Asked for before the write, so that nobody fetches what is gone.
  if (neighbour === undefined) reading.clear();
  else reading.show(neighbour.id);
  const done = await catalogue.attempt(api.deleteArticle(record.id).then((written) => ({ ...written, value: true })));
  if (done === undefined) return reading.show(record.id);
  tell("told-deleted-article", { reference: record.reference });
}

/** Whether the version on the screen is a draft beside others, and nothing is based on it. */
export function versionDeletable(): boolean {
  const { record, version } = reading;
  return (
    version !== undefined &&
    version.fixed_at === null &&
    (record?.versions.length ?? 0) > 1 &&
    !record?.versions.some(({ of }) => of === version.id)
  );
}

/** Deletes the draft version on the screen. */
export async function deleteVersion(): Promise<void> {
  const { version } = reading;
  if (version === undefined || !versionDeletable()) return;
  drafting.draft = null;
  drafting.compared = null;
  await catalogue.attempt(api.deleteVersion(version.id));
  tell("told-deleted-version");
}
