/** The forms of photos on the screen, the large view's above the one beneath it: where actions on fields go. */

/** A form of one photo or of several. */
export interface PhotoFormShown {
  /** Goes to the field of the caption that comes first: in the language of the text beside the photo. */
  enterCaption(): void;
  /** Goes to the field of who is in the picture. */
  enterPeople(): void;
  /** Whether it is of one photo of several, so that another is next to it. */
  leaves(): boolean;
  /** Goes to the photo so many further on, and there to the field that one is in. */
  leaf(by: number): void;
}

class PhotoForms {
  #shown = $state.raw<readonly PhotoFormShown[]>([]);

  /** The one that the keyboard means. */
  get current(): PhotoFormShown | undefined {
    return this.#shown.at(-1);
  }

  /** Shows one until what is given back is called. */
  show(form: PhotoFormShown): () => void {
    this.#shown = [...this.#shown, form];
    return () => (this.#shown = this.#shown.filter((other) => other !== form));
  }
}

export const photoForms = new PhotoForms();
