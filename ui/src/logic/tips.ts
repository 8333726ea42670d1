/** When words beside the pointer are worth saying. */

/** What is known of an element that has such words. */
export interface Spoken {
  /** The words beside the pointer. */
  readonly tip: string;
  /** What the element shows. */
  readonly text: string;
  /** Whether some of that is cut off. */
  readonly cut: boolean;
}

const plain = (text: string) => text.replace(/\s+/g, " ").trim();

/** Whether the words say more than what one sees already: never what stands there whole. */
export function tipSaysMore({ tip, text, cut }: Spoken): boolean {
  const words = plain(tip);
  return words !== "" && (cut || !plain(text).includes(words));
}
