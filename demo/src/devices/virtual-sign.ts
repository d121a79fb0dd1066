// What a number sign of software shows: what it was told, until the moment that it was told, and a flash for a new call.

export interface ShownFace {
  /** Null: dark. */
  readonly number: string | null;
  readonly flashes: boolean;
}

const usualFlashSeconds = 6;
const dark: ShownFace = { number: null, flashes: false };

export class VirtualSign {
  readonly #now: () => number;
  readonly #onChanged: () => void;
  #face: ShownFace = dark;
  #flash: NodeJS.Timeout | undefined;
  #end: NodeJS.Timeout | undefined;

  constructor(now: () => number, onChanged: () => void) {
    this.#now = now;
    this.#onChanged = onChanged;
  }

  get face(): ShownFace {
    return this.#face;
  }

  told({ number, flash, validUntil }: Readonly<Record<string, unknown>>): void {
    clearTimeout(this.#end);
    const lastsMs = typeof validUntil === 'number' ? validUntil - this.#now() : 0;
    if (typeof number !== 'string' || lastsMs <= 0) return this.#show(dark);
    this.#end = setTimeout(() => this.#show(dark), lastsMs).unref();
    if (flash !== true) return this.#show({ number, flashes: number === this.#face.number && this.#face.flashes });
    clearTimeout(this.#flash);
    this.#flash = setTimeout(() => this.#show({ ...this.#face, flashes: false }), usualFlashSeconds * 1_000).unref();
    this.#show({ number, flashes: true });
  }

  stop(): void {
    clearTimeout(this.#end);
    clearTimeout(this.#flash);
  }

  #show(face: ShownFace): void {
    if (face.number === this.#face.number && face.flashes === this.#face.flashes) return;
    this.#face = face;
    this.#onChanged();
  }
}
