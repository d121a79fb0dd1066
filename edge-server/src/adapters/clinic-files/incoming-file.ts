// A file that is being brought: written to a draft as it comes, so that no more of it is in memory than its beginning
// and the piece that has just come. What is refused on the way is read to its end all the same, and thrown away: whoever
// sends it would otherwise see a broken line in place of the reason.

import { createHash, type Hash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { isVideo, mostImageBytes, mostPixels, mostVideoBytes, type MediaKind } from '@foyer/contracts/media.ts';
import { mediaKindOf } from './file-kinds.ts';
import { pixelsOf } from './picture-size.ts';

export interface Draft {
  readonly ok: true;
  readonly kind: MediaKind;
  readonly bytes: number;
  /** Half of the SHA-256 of what it holds, in hexadecimal digits. */
  readonly name: string;
}
export interface DraftRefused {
  readonly ok: false;
  readonly code: 'file-type-unknown' | 'file-too-large';
}

const mode = 0o600;
/** Every kind is told by fewer. */
const kindBytes = 64;
/** A picture says how large it is within so many, behind what a camera writes of itself. */
const beginningBytes = 1024 * 1024;

/** On the disk once it has returned. Throws where the disk fails, or the sender; a part may be there then. */
export async function writeDraft(path: string, content: AsyncIterable<Uint8Array>): Promise<Draft | DraftRefused> {
  const file = await open(path, 'w', mode);
  try {
    const coming = new ComingFile(file);
    for await (const piece of content) if (!(await coming.take(piece))) break;
    return await coming.end();
  } finally {
    await file.close();
  }
}

class ComingFile {
  readonly #file: FileHandle;
  readonly #hash: Hash = createHash('sha256');
  #bytes = 0;
  #beginning: Uint8Array = new Uint8Array();
  #code: DraftRefused['code'] | undefined;
  #failure: { readonly cause: unknown } | undefined;

  constructor(file: FileHandle) {
    this.#file = file;
  }

  /** False: no more of it is read. */
  async take(piece: Uint8Array): Promise<boolean> {
    this.#bytes += piece.length;
    if (this.#beginning.length < beginningBytes) this.#beginning = Buffer.concat([this.#beginning, piece]);
    if (this.#bytes >= kindBytes) this.#code ??= this.#judged();
    if (this.#code === undefined && this.#failure === undefined) await this.#write(piece);
    return this.#bytes <= mostVideoBytes;
  }

  async end(): Promise<Draft | DraftRefused> {
    if (this.#failure !== undefined) throw this.#failure.cause;
    const kind = mediaKindOf(this.#beginning);
    const code = this.#code ?? this.#judged();
    if (kind === undefined || code !== undefined) return { ok: false, code: code ?? 'file-type-unknown' };
    if ((pixelsOf(this.#beginning, kind) ?? 0) > mostPixels) return { ok: false, code: 'file-too-large' };
    await this.#file.sync();
    return { ok: true, kind, bytes: this.#bytes, name: this.#hash.digest('hex').slice(0, 32) };
  }

  #judged(): DraftRefused['code'] | undefined {
    const kind = mediaKindOf(this.#beginning);
    if (kind === undefined) return 'file-type-unknown';
    return this.#bytes > (isVideo(`.${kind}`) ? mostVideoBytes : mostImageBytes) ? 'file-too-large' : undefined;
  }

  async #write(piece: Uint8Array): Promise<void> {
    this.#hash.update(piece);
    try {
      await this.#file.appendFile(piece);
    } catch (cause) {
      // Told once all of it has come.
      this.#failure = { cause };
    }
  }
}
