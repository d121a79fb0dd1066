// Cuts a byte stream that may be chunked anywhere into frames: one character, or one whole command.
// Invariant: the frames depend on the bytes alone, never on where the chunks were cut.
// An unknown command loses its two prefix bytes and nothing else; what follows is read as text again.

import { beginsCommand, commandOf } from './frame-shapes.ts';

export type Frame =
  | { readonly kind: 'character'; readonly byte: number }
  | { readonly kind: 'command'; readonly name: string; readonly args: Uint8Array }
  | { readonly kind: 'unknown'; readonly name: string };

/** A command that claims more than this is a desynchronised stream, not an image. */
const MAX_COMMAND_BYTES = 8 * 1024 * 1024;

export class FrameReader {
  #pending: Uint8Array = new Uint8Array(0);

  /** Every frame that is complete once `chunk` has arrived, in order. `args` are the bytes behind the two of the prefix. */
  *push(chunk: Uint8Array): Generator<Frame> {
    const bytes = this.#pending.length === 0 ? chunk : Buffer.concat([this.#pending, chunk]);
    let at = 0;
    while (at < bytes.length) {
      const next = frameAt(bytes.subarray(at));
      if (next === undefined) break;
      at += next.length;
      yield next.frame;
    }
    this.#pending = bytes.slice(at);
  }

  /** How many bytes of an unfinished command are waiting for the rest. */
  get pendingBytes(): number {
    return this.#pending.length;
  }
}

function frameAt(bytes: Uint8Array): { frame: Frame; length: number } | undefined {
  const first = bytes[0]!;
  if (!beginsCommand(first)) return { frame: { kind: 'character', byte: first }, length: 1 };
  const second = bytes[1];
  if (second === undefined) return undefined;
  const { name, shape } = commandOf(first, second);
  if (shape === undefined) return { frame: { kind: 'unknown', name }, length: 2 };
  const length = shape(bytes);
  if (length === undefined) return undefined;
  if (length > MAX_COMMAND_BYTES) return { frame: { kind: 'unknown', name }, length: 2 };
  if (length > bytes.length) return undefined;
  return { frame: { kind: 'command', name, args: bytes.slice(2, length) }, length };
}
