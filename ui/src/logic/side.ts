/** On which side of words there is room for what is told or asked about them. */

/** The side, and how high it may be there, in pixels. */
export interface Side {
  readonly at: "above" | "below";
  readonly room: number;
}

/** What is known of the words and of what is to stand beside them, in pixels from the top of what is in sight. */
export interface Beside {
  /** Of the first line of the words. */
  readonly top: number;
  /** Of their last line. */
  readonly bottom: number;
  /** How high is what one sees. */
  readonly sight: number;
  /** How high it is now. */
  readonly height: number;
  /** Whether more comes into it once it is there: candidates, positions. */
  readonly grows: boolean;
}

/** Between the words and it, and beyond it, stay so many pixels. */
const around = 20;
/** As high as a question mostly becomes. */
const usual = 340;
/** Lower than this nothing can be read in it: rather the text moves. */
const least = 160;

/** Below where there is room for it, else above, else where there is more; so that the text need not move for it. */
export function sideOf({ top, bottom, sight, height, grows }: Beside): Side {
  // Words out of sight are brought into it first, near its top.
  if (top < 0 || bottom > sight) return { at: "below", room: Infinity };
  const wanted = grows ? Math.max(height, usual) : height;
  const [above, below] = [top - around, sight - bottom - around];
  if (below >= wanted) return { at: "below", room: below };
  if (above >= wanted) return { at: "above", room: above };
  const more: Side = above > below ? { at: "above", room: above } : { at: "below", room: below };
  return more.room >= Math.min(height, least) ? more : { at: "below", room: Infinity };
}
