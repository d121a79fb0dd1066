// A scanner that says itself what it read, each a line of JSON: `{ "format", "text" }`.

import type { Reading, ScanDecoder } from './scan-decoder.ts';
import { readingFrom } from './scan-line.ts';

export class JsonLineDecoder implements ScanDecoder {
  readonly quietAfterMs = undefined;
  #unreadable = 0;

  get unreadable(): number {
    return this.#unreadable;
  }

  take(line: Uint8Array): readonly Reading[] {
    const reading = readingFrom(Buffer.from(line).toString('utf8'));
    if (reading === undefined) this.#unreadable += 1;
    return reading === undefined ? [] : [reading];
  }

  quiet(): readonly Reading[] {
    return [];
  }

  forget(): void {}
}
