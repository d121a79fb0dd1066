/**
 * What a file holds, in blocks that it shares with what it held before: a change costs the blocks that it touches. Two that
 * hold the same have the same digest, whatever they were made of.
 */
import { hash } from 'node:crypto';
import { closeSync, ftruncateSync, openSync, writevSync } from 'node:fs';

const blockBytes = 4096;
const digestWords = 5;
const noBytes = Buffer.alloc(blockBytes);
/** At once; systems take 1,024. */
const mostBlocksWritten = 512;

interface Block {
  readonly bytes: Buffer;
  readonly digest: Uint32Array;
}

export class BlockContent {
  /** Undefined where it is all zeros. */
  readonly #blocks: readonly (Block | undefined)[];
  /** Of all blocks that are not zeros, so that one can be taken out of it and another put in. */
  readonly #sum: Uint32Array;
  readonly length: number;

  private constructor(blocks: readonly (Block | undefined)[], sum: Uint32Array, length: number) {
    this.#blocks = blocks;
    this.#sum = sum;
    this.length = length;
  }

  static readonly empty = new BlockContent([], new Uint32Array(digestWords), 0);

  static of(bytes: Uint8Array): BlockContent {
    return BlockContent.empty.with((draft) => draft.write(0, bytes));
  }

  get digest(): string {
    return `${this.length}.${this.#sum.join('.')}`;
  }

  with(change: (draft: ContentDraft) => void): BlockContent {
    const draft = new ContentDraft(this.length, (index) => this.#blocks[index]?.bytes);
    change(draft);
    const blocks = [...this.#blocks];
    const sum = this.#sum.slice();
    for (const [index, changed] of draft.changed) {
      const block = changed.equals(noBytes) ? undefined : { bytes: changed, digest: digestOf(changed) };
      mix(sum, index, blocks[index]);
      mix(sum, index, block);
      blocks[index] = block;
    }
    blocks.length = Math.ceil(draft.length / blockBytes);
    return new BlockContent(blocks, sum, draft.length);
  }

  toBuffer(): Buffer {
    const content = Buffer.alloc(this.length);
    for (const [index, block] of this.#blocks.entries()) block?.bytes.copy(content, index * blockBytes);
    return content;
  }

  /** Into a file that holds nothing else afterwards. Zeros cost nothing there. */
  writeTo(path: string): void {
    const file = openSync(path, 'w', 0o600);
    try {
      for (let begin = 0; begin < this.#blocks.length;) {
        const run = this.#runFrom(begin);
        if (run.length > 0) writevSync(file, run, begin * blockBytes);
        begin += Math.max(1, run.length);
      }
      ftruncateSync(file, this.length);
    } finally {
      closeSync(file);
    }
  }

  /** Blocks that stand side by side; none where there are zeros. */
  #runFrom(begin: number): readonly Buffer[] {
    const run: Buffer[] = [];
    for (let index = begin; run.length < mostBlocksWritten; index += 1) {
      const block = this.#blocks[index];
      if (block === undefined) break;
      run.push(block.bytes);
    }
    return run;
  }
}

/** A content that is being changed. Beyond its length there are zeros. */
export class ContentDraft {
  readonly changed = new Map<number, Buffer>();
  readonly #before: (index: number) => Buffer | undefined;
  length: number;

  constructor(length: number, before: (index: number) => Buffer | undefined) {
    this.length = length;
    this.#before = before;
  }

  write(offset: number, bytes: Uint8Array): void {
    this.#over(offset, offset + bytes.length, (block, from, until, at) => {
      block.set(bytes.subarray(at - offset, at - offset + until - from), from);
    });
    this.length = Math.max(this.length, offset + bytes.length);
  }

  cut(size: number): void {
    this.#over(size, this.length, (block, from, until) => block.fill(0, from, until));
    this.length = size;
  }

  /** Every block between two places of the file, with the part of it that lies there. */
  #over(begin: number, end: number, touch: (block: Buffer, from: number, until: number, at: number) => void): void {
    for (let at = begin; at < end;) {
      const index = Math.floor(at / blockBytes);
      const from = at - index * blockBytes;
      const until = Math.min(blockBytes, end - index * blockBytes);
      touch(this.#block(index), from, until, at);
      at += until - from;
    }
  }

  #block(index: number): Buffer {
    let block = this.changed.get(index);
    if (block === undefined) {
      block = Buffer.alloc(blockBytes);
      this.#before(index)?.copy(block);
      this.changed.set(index, block);
    }
    return block;
  }
}

function digestOf(bytes: Buffer): Uint32Array {
  const digest = hash('sha1', bytes, 'buffer');
  return Uint32Array.from({ length: digestWords }, (_, word) => digest.readUInt32LE(word * 4));
}

/** Puts a block in, or takes it out again. By its place, too: two blocks that change places are another content. */
function mix(sum: Uint32Array, index: number, block: Block | undefined): void {
  if (block === undefined) return;
  const place = 2 * index + 1;
  for (let word = 0; word < digestWords; word += 1)
    sum[word] = sum[word]! ^ Math.imul(block.digest[word]!, Math.imul(place, place + word));
}
