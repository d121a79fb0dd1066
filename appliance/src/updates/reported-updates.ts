// Tells the edge of its updates: what tablets and the centre show of them lies in the data folder, so that an edge of any
// version needs to know nothing of where its supervisor keeps what it wrote down.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { BoxUpdate, UpdateReport } from '@foyer/contracts/box-health.ts';
import type { Disk } from '../disk/disk.ts';
import { writeDurably } from '../disk/durably.ts';
import type { Places } from './places.ts';
import { readState } from './state-file.ts';
import type { BoxState, LastUpdate } from './update-facts.ts';

export class ReportedUpdates {
  readonly #disk: Disk;
  readonly #places: Places;
  readonly #dataDir: string;
  #said = '';

  constructor(disk: Disk, places: Places, dataDir: string) {
    this.#disk = disk;
    this.#places = places;
    this.#dataDir = dataDir;
  }

  /** Writes what changed; nothing before the edge has made its folder. */
  look(): void {
    const text = `${JSON.stringify(updateReport(readState(this.#disk, this.#places.state)))}\n`;
    if (text === this.#said || !existsSync(this.#dataDir)) return;
    writeDurably(this.#disk, join(this.#dataDir, 'update.json'), Buffer.from(text));
    this.#said = text;
  }
}

export function updateReport({ kept, last, stuck }: BoxState): UpdateReport {
  return {
    ...(kept === null ? {} : { version: kept.version }),
    ...(last === null ? {} : { last: updateOf(last) }),
    ...(stuck === undefined ? {} : { stuck: updateOf(stuck) }),
  };
}

function updateOf({ end, at, version, code }: LastUpdate): BoxUpdate {
  return {
    end,
    ...(at === undefined ? {} : { at }),
    ...(version === undefined ? {} : { version }),
    ...(code === null ? {} : { code }),
  };
}
