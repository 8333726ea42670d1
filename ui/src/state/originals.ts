/** Files in which texts came, shown in the system's programs. */

import { api } from "../wire/api";
import { asProblem } from "../wire/problem";
import type { FileRecord } from "../types";
import { catalogue } from "./catalogue.svelte";
import { reading } from "./reading.svelte";

/** The file in which the text on the screen came; none where it was typed. */
export function originalNow(): FileRecord | undefined {
  return reading.version?.files[0];
}

/** Shows a copy of a file in the system's program for its kind. */
export async function showOriginal(file: FileRecord): Promise<void> {
  try {
    await api.showOriginal(file.sha256, file.name);
  } catch (reason) {
    catalogue.tellProblem(asProblem(reason));
  }
}
