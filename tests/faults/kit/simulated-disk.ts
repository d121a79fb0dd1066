/**
 * A disk whose power can be cut. What a program sees is one thing and what is on the disk another: bytes get there by
 * `syncFile`, names by `syncFolder`. A cut keeps of the rest what chance wants: of the names in a folder the first few
 * that changed, of bytes all, none, or a torn part.
 */
import { basename, dirname } from 'node:path';
import { invariant } from '@foyer/contracts/app-error.ts';
import type { Disk } from '@foyer/appliance/disk/disk.ts';
import type { Random } from '../../bench/kit/random.ts';

type Entry = File | Folder | Link;
class File {
  bytes: Uint8Array = new Uint8Array();
  /** As they were synced last. */
  safe: Uint8Array = new Uint8Array();
}
/** Names and what they name; undefined: no more. */
type Named = readonly (readonly [name: string, entry: Entry | undefined])[];
class Folder {
  readonly names = new Map<string, Entry>();
  /** What changed since the names were synced, in order; what changes at once is kept or lost together. */
  readonly pending: Named[] = [];
  safe = new Map<string, Entry>();
}
class Link {
  readonly target: string;
  constructor(target: string) {
    this.target = target;
  }
}

export class PowerCut extends Error {}

export class SimulatedDisk implements Disk {
  readonly #random: Random;
  readonly #top = new Folder();
  #left = Number.POSITIVE_INFINITY;
  #isOff = false;
  /** Changes so far. */
  changes = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  /** The power goes before the change that comes after so many others. */
  cutAfter(changes: number): void {
    this.#left = changes;
  }

  /** What is on the disk when the power is there again. */
  powerUp(): void {
    this.#lose(this.#top);
    this.#left = Number.POSITIVE_INFINITY;
    this.#isOff = false;
  }

  read(path: string): Uint8Array | undefined {
    const entry = this.#find(path);
    return entry instanceof File ? entry.bytes : undefined;
  }

  list(path: string): readonly string[] {
    const entry = this.#find(path);
    return entry instanceof Folder ? [...entry.names.keys()] : [];
  }

  linkAt(path: string): string | undefined {
    const entry = this.#find(path);
    return entry instanceof Link ? entry.target : undefined;
  }

  write(path: string, bytes: Uint8Array): void {
    this.#spend();
    const found = this.#find(path);
    const file = found instanceof File ? found : new File();
    file.bytes = bytes;
    if (file !== found) this.#name(dirname(path), [[basename(path), file]]);
  }

  makeFolder(path: string): void {
    if (path === '/') return;
    this.makeFolder(dirname(path));
    if (this.#find(path) instanceof Folder) return;
    this.#spend();
    this.#name(dirname(path), [[basename(path), new Folder()]]);
  }

  rename(from: string, to: string): void {
    this.#spend();
    invariant(dirname(from) === dirname(to), 'a name changes within its folder');
    const entry = this.#find(from);
    invariant(entry !== undefined, `${from} is there`);
    // One step for who looks, and one for the disk: both names in one entry of its journal.
    this.#name(dirname(to), [
      [basename(to), entry],
      [basename(from), undefined],
    ]);
  }

  link(target: string, path: string): void {
    this.#spend();
    this.#name(dirname(path), [[basename(path), new Link(target)]]);
  }

  remove(path: string): void {
    if (this.#find(path) === undefined) return;
    this.#spend();
    this.#name(dirname(path), [[basename(path), undefined]]);
  }

  syncFile(path: string): void {
    this.#spend();
    const file = this.#find(path);
    invariant(file instanceof File, `${path} is a file`);
    file.safe = file.bytes;
  }

  syncFolder(path: string): void {
    this.#spend();
    const folder = this.#find(path);
    invariant(folder instanceof Folder, `${path} is a folder`);
    folder.safe = new Map(folder.names);
    folder.pending.length = 0;
  }

  #spend(): void {
    if (this.#isOff || this.#left-- <= 0) {
      this.#isOff = true;
      throw new PowerCut();
    }
    this.changes += 1;
  }

  #find(path: string): Entry | undefined {
    let entry: Entry | undefined = this.#top;
    for (const part of path.split('/').filter((name) => name !== '')) {
      if (!(entry instanceof Folder)) return undefined;
      entry = entry.names.get(part);
    }
    return entry;
  }

  #name(path: string, named: Named): void {
    const folder = this.#find(path);
    invariant(folder instanceof Folder, `${path} is a folder`);
    nameIn(folder.names, named);
    folder.pending.push(named);
  }

  #lose(entry: Entry): void {
    if (entry instanceof File) {
      if (entry.bytes !== entry.safe) entry.bytes = this.#torn(entry);
      entry.safe = entry.bytes;
    } else if (entry instanceof Folder) {
      const kept = new Map(entry.safe);
      const done = entry.pending.slice(0, this.#random.below(entry.pending.length + 1));
      for (const named of done) nameIn(kept, named);
      entry.names.clear();
      for (const [name, one] of kept) entry.names.set(name, one);
      entry.safe = kept;
      entry.pending.length = 0;
      for (const one of kept.values()) this.#lose(one);
    }
  }

  #torn({ bytes, safe }: File): Uint8Array {
    const fate = this.#random.below(3);
    if (fate === 0) return safe;
    return fate === 1 ? bytes : bytes.slice(0, this.#random.below(bytes.length + 1));
  }
}

function nameIn(names: Map<string, Entry>, named: Named): void {
  for (const [name, entry] of named) {
    if (entry === undefined) names.delete(name);
    else names.set(name, entry);
  }
}
