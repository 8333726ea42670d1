/** What a page other than that of the documents lists, as it was asked. */

import type { Listed } from "../types/bundle";

class ShownList {
  /** None: the middle shows documents, or no list. */
  now = $state.raw<Listed | null>(null);

  /** Says what is listed from now on; gives what takes that back. */
  is(listed: Listed): () => void {
    this.now = listed;
    return () => {
      if (this.now === listed) this.now = null;
    };
  }
}

export const shownList = new ShownList();
