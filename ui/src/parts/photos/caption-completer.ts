/** Short codes in the texts of photos: whom they may mean, and what comes in their place. */

import { api } from "../../wire/api";
import { codeAt, codeClosedAt, readCode, wordsAt } from "../../logic/caption-code";
import { tell } from "../../state/announce.svelte";
import type { CaptionCode } from "../../types";
import type { Completer } from "../controls/completion.svelte";

/** For a text of these photos in a language. `named`: told of each party that was named so. */
export function captionCompleter(
  photos: readonly string[],
  language: string,
  named: (code: CaptionCode) => void,
): Completer {
  return {
    open: codeAt,
    closed: codeClosedAt,
    ask: async ({ from, to }, text) => {
      const { code, nameOnly } = readCode(text.slice(from, to));
      const found = await api.captionCodes([...photos], language, code);
      return found.map((one) => ({
        key: one.party,
        label: one.name,
        short: one.code === "" ? undefined : one.code,
        note: one.position ?? undefined,
        words: wordsAt(nameOnly ? one.name : one.text, text, from),
        exact: one.exact,
        took: () => {
          named(one);
          if (one.position === null && !nameOnly) tell("told-code-no-position", { name: one.name });
        },
      }));
    },
  };
}
