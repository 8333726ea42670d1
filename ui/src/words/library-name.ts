/** What a library is called: by its folder; the one that was made first, in a folder nobody named, by a word of the language. */

import { t } from "./language.svelte";

/** The name of the folder that the program makes by itself. */
const unnamed = "default";

export function libraryName(folder: string): string {
  return folder === unnamed ? t("library-unnamed") : folder;
}
