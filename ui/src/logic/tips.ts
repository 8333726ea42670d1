/** When words beside the pointer are worth saying, and where they stand. */

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

/** A box on the screen, in pixels. */
export interface ScreenBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What is known of the place of such words. */
export interface TipPlace {
  /** Of what they are about. */
  readonly of: ScreenBox;
  /** Of what they must not cover, where that is more: the pictures around one, and the buttons below them. */
  readonly around: ScreenBox | null;
  readonly width: number;
  readonly height: number;
  /** Where the pointer is, from the left. */
  readonly pointer: number;
  readonly window: { readonly width: number; readonly height: number };
}

/** Between the words and what they are about, and from the window's edge. */
const gap = 4;

/** Where the words stand: beside what they must not cover, where there is room, else below what they are about, or above. */
export function tipPlace({ of, around, width, height, pointer, window }: TipPlace): { left: number; top: number } {
  const within = (at: number, size: number, whole: number) => Math.max(gap, Math.min(at, whole - size - gap));
  if (around !== null) {
    const top = within(of.top, height, window.height);
    if (around.left - gap - width >= gap) return { left: around.left - gap - width, top };
    if (around.right + gap + width <= window.width - gap) return { left: around.right + gap, top };
  }
  const left = width > of.right - of.left ? pointer - 12 : of.left;
  const below = of.bottom + gap;
  const top = below + height > window.height - gap ? of.top - height - gap : below;
  return { left: within(left, width, window.width), top };
}
