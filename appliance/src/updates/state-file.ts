import type { Disk } from '../disk/disk.ts';
import { writeDurably } from '../disk/durably.ts';
import { type BoxState, freshBox, type WantedUpdate } from './update-facts.ts';

/** A box without one is fresh. One that cannot be read throws: nobody but us writes it, and it is whole or not there. */
export function readState(disk: Disk, path: string): BoxState {
  return (readJson(disk, path) as BoxState | undefined) ?? freshBox;
}

export function writeState(disk: Disk, path: string, state: BoxState): void {
  writeDurably(disk, path, Buffer.from(`${JSON.stringify(state)}\n`));
}

export function readWanted(disk: Disk, path: string): WantedUpdate | null {
  return (readJson(disk, path) as WantedUpdate | undefined) ?? null;
}

export function writeWanted(disk: Disk, path: string, wanted: WantedUpdate): void {
  writeDurably(disk, path, Buffer.from(`${JSON.stringify(wanted)}\n`));
}

function readJson(disk: Disk, path: string): unknown {
  const bytes = disk.read(path);
  return bytes === undefined ? undefined : JSON.parse(Buffer.from(bytes).toString('utf8'));
}
