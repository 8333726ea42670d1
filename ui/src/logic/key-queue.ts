/**
 * Keys that come faster than the machine answers wait for their turn, so that each means what it would have meant
 * had one waited oneself.
 */

/** What the queue asks of the window. */
export interface KeyQueuePorts<Key> {
  /** Whether what is under way decides what a key means. */
  mustWait(): boolean;
  /** Resolves once all that is under way has ended, and is on the screen. */
  settled(): Promise<void>;
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

  /** Takes a key if it must wait. `free`: whether it means the same whatever is under way. */
  take(key: Key, free: boolean): boolean {
    if (!this.waits && (free || !this.ports.mustWait())) return false;
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
      while (this.#waiting.length > 0) {
        do await this.ports.settled();
        while (this.ports.mustWait());
        const key = this.#waiting.shift();
        if (key !== undefined) this.ports.press(key);
      }
      await this.ports.settled();
    } finally {
      this.#pressing = false;
      if (this.#waiting.length > 0) void this.#press();
    }
  }
}
