/** The system's dialogs for files: under a title and with kinds of files in the window's language, beginning where one was last. */

import { api } from "../wire/api";
import { t } from "../words/language.svelte";
import type { Pick } from "../types/shell";
import type { MessageId } from "../types/messages";
import { settings } from "./settings.svelte";

interface Kind {
  readonly title: MessageId;
  /** What the files are that are shown first; none: a folder, or files of any kind. */
  readonly files: MessageId | null;
  /** Dialogs of one place begin where the last of them ended. */
  readonly place: string;
}

const kinds: Record<Pick["kind"], Kind> = {
  documents: { title: "pick-documents", files: "pick-files-documents", place: "texts" },
  photos: { title: "pick-photos", files: "pick-files-photos", place: "photos" },
  officials: { title: "pick-officials", files: "pick-files-csv", place: "texts" },
  files: { title: "pick-files", files: null, place: "texts" },
  library: { title: "pick-library", files: null, place: "libraries" },
  bundle: { title: "pick-bundle", files: "pick-files-zip", place: "bundles" },
  backup_file: { title: "pick-backup-file", files: "pick-files-zip", place: "backups" },
  bundle_folder: { title: "pick-bundle", files: null, place: "bundles" },
  folder: { title: "pick-folder", files: null, place: "folders" },
  new_library: { title: "pick-new-library", files: null, place: "libraries" },
  export_folder: { title: "pick-export", files: null, place: "exports" },
  export_zip: { title: "pick-export", files: "pick-files-zip", place: "exports" },
  table: { title: "pick-table", files: "pick-files-table", place: "exports" },
  report: { title: "pick-report", files: "pick-files-zip", place: "reports" },
  backup: { title: "pick-backup", files: "pick-files-zip", place: "backups" },
};

/** Asks for files or a folder; empty where the dialog was dismissed. */
export async function pick(what: Pick, title?: string): Promise<string[]> {
  const kind = kinds[what.kind];
  const found = await api.pick(what, {
    title: title ?? t(kind.title),
    folder: settings.folders[kind.place] ?? settings.exportFolder,
    files: kind.files === null ? null : t(kind.files),
    all: t("pick-files-all"),
  });
  const first = found[0];
  if (first !== undefined) settings.folders = { ...settings.folders, [kind.place]: folderOf(first) };
  return found;
}

/** The folder that a path lies in, as Linux and Windows write paths. */
export function folderOf(path: string): string {
  const at = Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\"));
  return at <= 0 ? path.slice(0, 1) : path.slice(0, at);
}
