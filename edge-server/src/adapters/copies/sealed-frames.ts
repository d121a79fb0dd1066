// A file of a copy: a head, then frames that are added one by one. A frame says in the open how long it is and which rows
// it holds, and has a sum, so that a box that cannot open it still knows where the copy ends; what a power cut left of the
// last one is no frame. A frame that is dropped in the middle shows in the numbers of the rows.
//
//   head:  "foyer-copy 1\n"  sender's key (32)
//   frame: length of the sealed (4)  epoch (4)  first seq (8)  last seq (8)  hash of the last row (32)  sealed  sum (16)

import { createHash } from 'node:crypto';
import { AppError } from '@foyer/contracts/app-error.ts';
import type { CopyEnd } from '../../ports/log-copy.ts';
import { fileKeyOf, newFileKey, openPiece, sealPiece } from './recovery-seal.ts';

const magic = Buffer.from('foyer-copy 1\n');
const senderBytes = 32;
const hashBytes = 32;
const headBytes = 4 + 4 + 8 + 8 + hashBytes;
const sumBytes = 16;
export const fileHeadBytes = magic.length + senderBytes;
/** Nobody writes a longer one: a length that says so is no length. */
const longestFrame = 256 * 1024 * 1024;

export interface FrameRows extends CopyEnd {
  readonly firstSeq: number;
}
/** Of a frame that holds no rows. */
export const noRows: FrameRows = { epoch: 0, firstSeq: 0, seq: 0, hash: new Uint8Array(hashBytes) };

const nothing = Buffer.alloc(0);

/** Seals the frames of one file, in their order. */
export class FrameSealer {
  readonly head: Buffer;
  readonly #key: Uint8Array;
  #count = 0;

  constructor(publicKey: Uint8Array) {
    const { key, sender } = newFileKey(publicKey);
    this.#key = key;
    this.head = Buffer.concat([magic, sender]);
  }

  frame(plain: Uint8Array, rows: FrameRows = noRows): Buffer {
    const head = Buffer.alloc(headBytes);
    head.writeUInt32BE(plain.length + 16, 0);
    head.writeUInt32BE(rows.epoch, 4);
    head.writeBigUInt64BE(BigInt(rows.firstSeq), 8);
    head.writeBigUInt64BE(BigInt(rows.seq), 16);
    head.set(rows.hash, 24);
    const sealed = sealPiece(this.#key, this.#count++, head, plain);
    return Buffer.concat([head, sealed, sumOf(head, sealed)]);
  }
}

/** A file that is put whole; an empty frame says that it ends here. */
export async function* sealedWhole<T>(
  publicKey: Uint8Array,
  content: AsyncIterable<T>,
  plain: (piece: T) => Uint8Array,
): AsyncGenerator<Uint8Array> {
  const sealer = new FrameSealer(publicKey);
  yield sealer.head;
  for await (const piece of content) yield sealer.frame(plain(piece));
  yield sealer.frame(nothing);
}

export interface SealedFrame {
  readonly rows: FrameRows;
  /** Throws `copy-broken` where the recovery key is not its own. */
  open(recoveryKey: Uint8Array): Buffer;
}

/** The whole frames of a file, until its end or the first that is none. Who has read enough lets go of the file. */
export async function* framesOf(content: AsyncIterable<Uint8Array>): AsyncGenerator<SealedFrame> {
  const bytes = new Bytes(content);
  try {
    yield* framesIn(bytes);
  } finally {
    await bytes.letGo();
  }
}

async function* framesIn(bytes: Bytes): AsyncGenerator<SealedFrame> {
  const fileHead = await bytes.take(fileHeadBytes);
  if (fileHead === undefined || !fileHead.subarray(0, magic.length).equals(magic)) return;
  const sender = fileHead.subarray(magic.length);
  let key: Uint8Array | undefined;
  for (let count = 0; ; count++) {
    const head = await bytes.take(headBytes);
    const length = head?.readUInt32BE(0) ?? 0;
    if (head === undefined || length > longestFrame) return;
    const sealed = await bytes.take(length);
    const sum = await bytes.take(sumBytes);
    if (sealed === undefined || sum === undefined || !sumOf(head, sealed).equals(sum)) return;
    const rows = rowsIn(head);
    yield {
      rows,
      open(recoveryKey) {
        key ??= fileKeyOf(sender, recoveryKey);
        const plain = openPiece(key, count, head, sealed);
        if (plain === undefined) throw new AppError('copy-broken', { seq: Math.max(0, rows.firstSeq - 1) });
        return plain;
      },
    };
  }
}

function rowsIn(head: Buffer): FrameRows {
  return {
    epoch: head.readUInt32BE(4),
    firstSeq: Number(head.readBigUInt64BE(8)),
    seq: Number(head.readBigUInt64BE(16)),
    hash: new Uint8Array(head.subarray(24, 24 + hashBytes)),
  };
}

function sumOf(head: Uint8Array, sealed: Uint8Array): Buffer {
  return createHash('sha256').update(head).update(sealed).digest().subarray(0, sumBytes);
}

/** Bytes of a stream in pieces of the size that is wanted. */
class Bytes {
  readonly #source: AsyncIterator<Uint8Array>;
  #held: Buffer[] = [];
  #length = 0;

  constructor(content: AsyncIterable<Uint8Array>) {
    this.#source = content[Symbol.asyncIterator]();
  }

  /** An answer that is not read to its end keeps its line until then. */
  async letGo(): Promise<void> {
    await this.#source.return?.();
  }

  /** Undefined where there are not so many. */
  async take(wanted: number): Promise<Buffer | undefined> {
    while (this.#length < wanted) {
      const next = await this.#source.next();
      if (next.done === true) return undefined;
      this.#held.push(Buffer.from(next.value));
      this.#length += next.value.length;
    }
    const all = this.#held.length === 1 ? this.#held[0]! : Buffer.concat(this.#held);
    this.#held = [all.subarray(wanted)];
    this.#length = all.length - wanted;
    return all.subarray(0, wanted);
  }
}
