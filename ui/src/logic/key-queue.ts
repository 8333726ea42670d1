/**
 * Keys that come faster than the machine answers wait for their turn, so that each means what it would have meant
 * had one waited oneself.
 */

/** What the queue asks of the window. */
export interface KeyQueuePorts<Key> {
  /** Whether what is under way decides what the key means. */
  mustWait(key: Key): boolean;
  /** Resolves once nothing of that is under way, and all is on the screen. */
  ready(key: Key): Promise<void>;
  /** Does what a key stands for now. */
  press(key: Key): void;
}

export class KeyQueue<Key> {
  readonly #waiting: Key[] = [];
  #pressing = false;

  constructor(readonly ports: KeyQueuePorts<Key>) {}

  /** Whether keys wait already: then every other waits behind them. */
  get waits(): boolean {
    return this.#pressing || this.#waiting.length > 0;
  }

  /** Takes a key if it must wait. */
  take(key: Key): boolean {
    if (!this.waits && !this.ports.mustWait(key)) return false;
    this.#waiting.push(key);
    void this.#press();
    return true;
  }

  /** Forgets the keys that wait: something came up that whoever pressed them has not seen. */
  forget(): void {
    this.#waiting.length = 0;
  }

  async #press(): Promise<void> {
    if (this.#pressing) return;
    this.#pressing = true;
    try {
      for (let key = this.#waiting[0]; key !== undefined; key = this.#waiting[0]) {
        await this.ports.ready(key);
        // It may have been forgotten meanwhile.
        if (this.#waiting[0] !== key) continue;
        this.#waiting.shift();
        this.ports.press(key);
      }
    } finally {
      this.#pressing = false;
      if (this.#waiting.length > 0) void this.#press();
    }
  }
}
