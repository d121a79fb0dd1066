// Which backups a moment needs, and what of the log they all can do without. A segment's name is its timeline and its
// place, 8 and 16 hexadecimal digits. Source: https://www.postgresql.org/docs/18/continuous-archiving.html

import type { EpochMs } from '@foyer/contracts/time.ts';

/** What is known of a base backup once it is whole. */
export interface BaseBackup {
  readonly name: string;
  readonly startedAt: EpochMs;
  /** From here on it can be brought to any moment that the log reaches. */
  readonly endedAt: EpochMs;
  /** The first segment that it needs. */
  readonly startSegment: string;
  /** Of PostgreSQL. */
  readonly majorVersion: number;
  /** How many rows the tables had that never lose one. */
  readonly rowsAtLeast: Readonly<Record<string, number>>;
}

const segmentBytes = 16n * 1024n * 1024n;
const segmentName = /^[0-9A-F]{24}(?=$|\.)/;

/** The newest that was whole at the moment, or of all. */
export function chooseBase(bases: readonly BaseBackup[], until: EpochMs | undefined): BaseBackup | undefined {
  return byAge(bases).findLast(({ endedAt }) => until === undefined || endedAt <= until);
}

/** Of the file that holds this place of the log, written as PostgreSQL does: `0/3000028`. */
export function segmentOf(timeline: number, place: string): string {
  const [high = '0', low = '0'] = place.split('/');
  const segment = ((BigInt(`0x${high}`) << 32n) | BigInt(`0x${low}`)) / segmentBytes;
  const perLogId = 0x1_0000_0000n / segmentBytes;
  return [BigInt(timeline), segment / perLogId, segment % perLogId].map(eightDigits).join('');
}

/** The older ones, once there are more than are kept. */
export function superfluousBases(bases: readonly BaseBackup[], kept: number): readonly BaseBackup[] {
  return byAge(bases).slice(0, Math.max(0, bases.length - kept));
}

/** Files of the log that no backup of those which stay begins before. */
export function superfluousSegments(files: readonly string[], staying: readonly BaseBackup[]): readonly string[] {
  const [first] = staying.map(({ startSegment }) => placeOf(startSegment)).toSorted();
  if (first === undefined) return [];
  return files.filter((file) => segmentName.test(file) && placeOf(file) < first);
}

function byAge(bases: readonly BaseBackup[]): readonly BaseBackup[] {
  return bases.toSorted((a, b) => a.endedAt - b.endedAt);
}

function placeOf(file: string): string {
  return file.slice(8, 24);
}

function eightDigits(value: bigint): string {
  return value.toString(16).toUpperCase().padStart(8, '0');
}
