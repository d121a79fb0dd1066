// A serial line carries the symbol's bytes as they are. They are kept as a character each until the symbol has ended,
// because a character of several bytes may come in two pieces.

import type { Framing } from '@foyer/firmware-config/scanner-profiles.ts';
import { LineAssembler } from './line-assembler.ts';
import type { Reading, ScanDecoder } from './scan-decoder.ts';
import { textOf } from './symbology.ts';

export class SerialDecoder implements ScanDecoder {
  readonly #line: LineAssembler;

  constructor(framing: Framing) {
    this.#line = new LineAssembler(framing);
  }

  get quietAfterMs(): number | undefined {
    return this.#line.quietAfterMs;
  }

  get unreadable(): number {
    return this.#line.unreadable;
  }

  take(bytes: Uint8Array): readonly Reading[] {
    return this.#line.take(Buffer.from(bytes).toString('latin1')).map(decoded);
  }

  quiet(): readonly Reading[] {
    return this.#line.quiet().map(decoded);
  }

  forget(): void {
    this.#line.forget();
  }
}

function decoded(reading: Reading): Reading {
  return { ...reading, text: textOf(Buffer.from(reading.text, 'latin1')) };
}
