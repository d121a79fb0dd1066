/** The two copies of one log: each row on both sides, once, alike, and with the hash that its content has. Pure. */
import type { Check } from './check.ts';
import { hashOf } from './row-hash.ts';
import type { HeldRow } from './sides.ts';

const compared = ['id', 'type', 'at', 'businessDay', 'actor', 'commandId', 'body', 'subjectId'] as const;
const comparedBytes = ['sealed', 'prevHash', 'hash'] as const;

export function compareRows(clinic: readonly HeldRow[], centre: readonly HeldRow[]): Check {
  const theirs = new Map(centre.map((row) => [placeOf(row), row]));
  const ours = new Set(clinic.map(placeOf));
  const differences = [...chainFaults('clinic', clinic), ...chainFaults('centre', centre)];
  for (const row of clinic) {
    const other = theirs.get(placeOf(row));
    if (other === undefined) differences.push(`row ${placeOf(row)} is not at the centre`);
    else differences.push(...differing(row, other).map((field) => `row ${placeOf(row)}: ${field} is another`));
  }
  for (const place of theirs.keys()) if (!ours.has(place)) differences.push(`row ${place} is at the centre alone`);
  return { name: 'row of the log', compared: clinic.length, differences };
}

function placeOf({ epoch, seq }: HeldRow): string {
  return `${epoch}.${seq}`;
}

function differing(one: HeldRow, other: HeldRow): readonly string[] {
  return [
    ...compared.filter((field) => one[field] !== other[field]),
    ...comparedBytes.filter((field) => Buffer.compare(one[field] ?? empty, other[field] ?? empty) !== 0),
  ];
}
const empty = new Uint8Array();

/** From 1 without gaps, each with the hash of its own content and of the row before it. */
function chainFaults(where: string, rows: readonly HeldRow[]): readonly string[] {
  const faults: string[] = [];
  let before: HeldRow | undefined;
  for (const row of rows) {
    if (row.seq !== (before?.seq ?? 0) + 1) faults.push(`row ${placeOf(row)} at the ${where} follows no row before it`);
    if (Buffer.compare(row.prevHash, before?.hash ?? new Uint8Array(32)) !== 0)
      faults.push(`row ${placeOf(row)} at the ${where} is not chained to the one before`);
    if (!hashOf(row).equals(row.hash))
      faults.push(`row ${placeOf(row)} at the ${where} has not the hash of its content`);
    before = row;
  }
  return faults;
}
