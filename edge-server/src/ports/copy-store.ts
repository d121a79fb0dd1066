/**
 * A place that copies are kept in, as files: a folder of a second disk, or another machine. It sees names, lengths and
 * sealed bytes. Each call throws `copy-not-reached` where the place is away.
 */
import type { CopyPlace } from '@foyer/contracts/box-health.ts';

export interface StoredFile {
  readonly name: string;
  readonly bytes: number;
}

export interface CopyStore {
  readonly place: CopyPlace;
  list(): Promise<readonly StoredFile[]>;
  read(name: string): AsyncIterable<Uint8Array>;
  /**
   * Behind the first `at` bytes, whatever stood there; on its disk when it resolves. Throws `edge-replaced` where rows of a
   * later epoch than this file's are there.
   */
  append(name: string, at: number, bytes: Uint8Array): Promise<void>;
  /** Whole under its name, or not there. */
  put(name: string, content: AsyncIterable<Uint8Array>): Promise<void>;
  remove(names: readonly string[]): Promise<void>;
}
