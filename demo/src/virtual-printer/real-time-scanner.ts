// Finds the requests that a printer answers at once, wherever they stand in the stream: even inside an image,
// as real printers do. Senders that do not want that keep these bytes out of their images.

export type RealTimeRequest = { readonly kind: 'status'; readonly n: number } | { readonly kind: 'clear-buffer' };

const DLE = 0x10;
const EOT = 0x04;
const CLEAR_BUFFER = Uint8Array.of(DLE, 0x14, 8, 1, 3, 20, 1, 6, 2, 8);

export class RealTimeScanner {
  #tail: number[] = [];

  /** The requests completed by these bytes. A request may be cut over any number of chunks. */
  *push(chunk: Uint8Array): Generator<RealTimeRequest> {
    for (const byte of chunk) {
      this.#tail.push(byte);
      if (this.#tail.length > CLEAR_BUFFER.length) this.#tail.shift();
      const [first, second] = [this.#tail.at(-3), this.#tail.at(-2)];
      if (first === DLE && second === EOT && byte >= 1 && byte <= 4) yield { kind: 'status', n: byte };
      else if (byte === 8 && this.#endsWithClear()) yield { kind: 'clear-buffer' };
    }
  }

  #endsWithClear(): boolean {
    return this.#tail.length === CLEAR_BUFFER.length && this.#tail.every((byte, index) => byte === CLEAR_BUFFER[index]);
  }
}
