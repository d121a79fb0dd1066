/**
 * A disk as a power cut may leave it. A file holds what it held at its last sync; of what was written since, any part may be
 * there, in sectors of 512 bytes. What was made, renamed or removed in the folder since the folder's last sync is there up to
 * some point. Nothing that was synced is ever lost, and a sector that nobody wrote does not change.
 */
import { BlockContent, type ContentDraft } from './block-content.ts';
import type { DiskCall } from './disk-log.ts';

export const sectorBytes = 512;

/** What a file was told since its last sync. */
export type Unsynced =
  | { readonly kind: 'write'; readonly offset: number; readonly bytes: Uint8Array }
  | { readonly kind: 'cut'; readonly size: number };

interface StoredFile {
  synced: BlockContent;
  unsynced: Unsynced[];
}
type Names = Map<string, StoredFile>;

/** Which of a write is there: everything, nothing, or what it says of each of its sectors. */
export type Kept = boolean | ((sector: number) => boolean);

export class CrashDisk {
  #names: Names = new Map();
  #syncedNames: Names = new Map();
  /** How it was named after each change since the folder's last sync. */
  #named: Names[] = [];
  readonly #isSkipped: (name: string, unsynced: readonly Unsynced[]) => boolean;

  /** `isSkipped`: a sync that is planted not to happen. */
  constructor(isSkipped: (name: string, unsynced: readonly Unsynced[]) => boolean = () => false) {
    this.#isSkipped = isSkipped;
  }

  /** Everything so far is on the disk. */
  settle(): void {
    for (const file of this.#names.values()) syncFile(file);
    this.#syncNames();
  }

  see(call: DiskCall): void {
    switch (call.kind) {
      case 'create':
        return this.#rename((names) => names.set(call.name, { synced: BlockContent.empty, unsynced: [] }));
      case 'write':
        this.#file(call.name).unsynced.push({ kind: 'write', offset: call.offset, bytes: call.bytes });
        return;
      case 'cut':
        this.#file(call.name).unsynced.push({ kind: 'cut', size: call.size });
        return;
      case 'sync':
        if (call.name === '') return this.#syncNames();
        if (!this.#isSkipped(call.name, this.#file(call.name).unsynced)) syncFile(this.#file(call.name));
        return;
      case 'rename':
        return this.#rename((names) => {
          names.set(call.to, this.#file(call.name));
          names.delete(call.name);
        });
      case 'link':
        return this.#rename((names) => names.set(call.to, this.#file(call.name)));
      case 'remove':
        return this.#rename((names) => names.delete(call.name));
      case 'note':
        return;
    }
  }

  /** How many writes and cuts no sync covers, and how many changes of names. */
  get unsynced(): { readonly writes: number; readonly names: number } {
    let writes = 0;
    for (const { unsynced } of this.#allFiles()) writes += unsynced.length;
    return { writes, names: this.#named.length };
  }

  /**
   * The files by name as a cut would leave them now: `kept` of each write and cut that no sync covers, in their order within
   * each file; `names`: up to which change of names.
   */
  after(kept: (index: number) => Kept, names: number = this.#named.length): ReadonlyMap<string, BlockContent> {
    const first = new Map<StoredFile, number>();
    let index = 0;
    for (const file of this.#allFiles()) {
      first.set(file, index);
      index += file.unsynced.length;
    }
    const named = names === 0 ? this.#syncedNames : this.#named[names - 1]!;
    return new Map([...named].map(([name, file]) => [name, contentOf(file, (at) => kept(first.get(file)! + at))]));
  }

  #allFiles(): ReadonlySet<StoredFile> {
    return new Set([this.#syncedNames, ...this.#named, this.#names].flatMap((names) => [...names.values()]));
  }

  #file(name: string): StoredFile {
    const file = this.#names.get(name);
    if (file === undefined) throw new Error(`${name} was never opened`);
    return file;
  }

  #rename(change: (names: Names) => void): void {
    this.#names = new Map(this.#names);
    change(this.#names);
    this.#named.push(this.#names);
  }

  #syncNames(): void {
    this.#syncedNames = this.#names;
    this.#named = [];
  }
}

function syncFile(file: StoredFile): void {
  file.synced = contentOf(file, () => true);
  file.unsynced = [];
}

function contentOf({ synced, unsynced }: StoredFile, kept: (index: number) => Kept): BlockContent {
  if (unsynced.length === 0) return synced;
  return synced.with((draft) => {
    for (const [index, one] of unsynced.entries()) {
      const keep = kept(index);
      if (keep === false) continue;
      if (one.kind === 'cut') draft.cut(one.size);
      else if (keep === true) draft.write(one.offset, one.bytes);
      else putTorn(draft, one, keep);
    }
  });
}

function putTorn(
  draft: ContentDraft,
  { offset, bytes }: Extract<Unsynced, { kind: 'write' }>,
  keep: (sector: number) => boolean,
): void {
  for (let at = 0, sector = 0; at < bytes.length; sector += 1) {
    // Sectors are those of the disk, wherever the write begins.
    const until = Math.min(bytes.length, at + sectorBytes - ((offset + at) % sectorBytes));
    if (keep(sector)) draft.write(offset + at, bytes.subarray(at, until));
    at = until;
  }
}
