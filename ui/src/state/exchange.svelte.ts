/** What leaves the library: names for files, and where they went. */

import { api } from "../wire/api";
import { asProblem } from "../wire/problem";
import { libraryName } from "../words/library-name";
import { catalogue } from "./catalogue.svelte";
import { library } from "./library.svelte";

class Exchange {
  /** A name for a new bundle or backup: the library's, and the day. */
  proposedName(): string {
    const today = new Date();
    const name = library.info?.name;
    const two = (part: number) => String(part).padStart(2, "0");
    const day = `${today.getFullYear()}-${two(today.getMonth() + 1)}-${two(today.getDate())}`;
    return `${name === undefined ? "muragat" : libraryName(name)}-${day}`;
  }

  /** Shows a file or folder in the system's file manager. */
  reveal(path: string): void {
    api.reveal(path).catch((reason: unknown) => (catalogue.problem = asProblem(reason)));
  }
}

export const exchange = new Exchange();
