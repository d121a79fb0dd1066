// The auditor's two questions to a clinic's database, and what is done to one that is damaged, or was restored from an older
// image, for people and for scripts.

import { beginEpoch, type RestoredBox, skipAfterImage } from './writer/compose-new-epoch.ts';
import { findings, findingText, remediesOf } from './writer/audit-findings.ts';
import type { CheckedDatabase, CheckOptions } from './writer/check-database.ts';
import { composeAudit } from './writer/compose-audit.ts';
import { repairDatabase, type RepairOrder } from './writer/repair-database.ts';
import type { TableFate } from './writer/repair-tables.ts';
import { systemClock } from './writer/system-clock.ts';

export type AuditQuestion = 'verify' | 'rebuild';

export interface AuditReport {
  readonly ok: boolean;
  readonly lines: readonly string[];
  /** The same for scripts, where there is more to tell than whether it is well. */
  readonly json?: object;
}

/** Reads alone, also while the edge runs. Throws when the database or the clinic key cannot be opened. */
export function runAudit(
  question: AuditQuestion,
  paths: { readonly databasePath: string; readonly clinicKeyPath: string },
  options: CheckOptions = {},
): AuditReport {
  const audit = composeAudit(paths);
  try {
    return question === 'verify' ? verifyReport(audit.check(options)) : rebuildReport(audit.rebuild());
  } finally {
    audit.close();
  }
}

/** Throws where an edge runs on it, or the other place does not answer; then nothing was changed. */
export async function runRepair(box: RestoredBox, order: RepairOrder): Promise<AuditReport> {
  const report = await repairDatabase(box, order);
  const { ok, rows, fetched, lost, isCutInTwo, lostKeys, tables, found, kept } = report;
  const lines = [
    ...lost.map(({ epoch, seq }) => `Row ${epoch}.${seq} is not proven by what is before it, and nowhere else.`),
    ...lostKeys.map((subjectId) => `The key of subject ${subjectId} is nowhere: what was sealed with it stays closed.`),
    ...tables.map(({ table, fate, rows: count }) => `Table ${table}, ${count} rows: ${fates[fate]}`),
    ...found.map(findingText),
    ...(isCutInTwo && !ok ? ['Whole rows stand behind it: with --cut they are left out, too.'] : []),
    ...(ok
      ? [`Repaired: ${rows} rows, ${fetched} of them from elsewhere. The database of before is ${kept}.`]
      : ['Nothing was changed. Try another place: --from centre, or --from the folder of a copy.']),
    ...(ok && lost.length > 0 ? ['Begin an epoch before the edge is started: npm run audit -- begin-epoch.'] : []),
  ];
  return { ok, lines, json: report };
}

const fates: { readonly [F in TableFate['fate']]: string } = {
  dropped: 'left out, because it lets somebody in. Enrol and sign in anew.',
  'sent-again': 'left out. The centre sends it again.',
  unproven: 'kept as it can be read. Look it through.',
};

/** Throws where an edge runs on it, or there is nothing to go on from. */
export async function runBeginEpoch(box: RestoredBox, skip = skipAfterImage): Promise<AuditReport> {
  const { epoch, seq, clockFrozen } = await beginEpoch(box, systemClock, skip);
  const frozen = 'The clock is far from the last row: the day goes on until staff or the centre confirm the time.';
  return {
    ok: true,
    lines: [
      `Epoch ${epoch} begins with row ${epoch}.${seq}, behind row ${seq - 1}. What the box had written after that is not here.`,
      `Of each letter, ${skip} numbers after the last that is here are given to nobody: they may be in somebody's hand.`,
      ...(clockFrozen ? [frozen] : []),
      'Start the edge now: it relays from there.',
    ],
  };
}

function verifyReport({ rows, last, behind, found }: CheckedDatabase): AuditReport {
  const ok = found.length === 0;
  const end = last === null ? 'no row' : `${last.epoch}.${last.seq}`;
  const lines = ok
    ? [
        `The chain is whole: ${rows} rows, up to ${end}.`,
        ...(behind === undefined ? [] : [behindText(behind)]),
        'So are the file, the keys, the seals, and what the log says.',
      ]
    : [...found.map(findingText), ...remediesOf(found)];
  const explained = found.map((finding) => ({ ...finding, ...findings[finding.code] }));
  return { ok, lines, json: { ok, rows, last, ...(behind && { behind }), found: explained } };
}

function behindText({ epoch, seq }: { readonly epoch: number; readonly seq: number }): string {
  return `It begins behind checkpoint ${epoch}.${seq}: the centre’s signature holds, and so does the base of what was before.`;
}

function rebuildReport(verdict: ReturnType<ReturnType<typeof composeAudit>['rebuild']>): AuditReport {
  const { stored, rebuilt, differing } = verdict;
  const width = Math.max(...Object.keys(stored).map((name) => name.length));
  const table = Object.entries(stored).map(([name, { rows, digest }]) => {
    const other = rebuilt[name as keyof typeof rebuilt];
    const verdictOf =
      digest === other.digest ? 'equal' : `DIFFERS (rebuilt: ${other.rows} rows, ${other.digest.slice(0, 16)})`;
    return `${name.padEnd(width)}  ${String(rows).padStart(8)}  ${digest.slice(0, 16)}  ${verdictOf}`;
  });
  const summary = verdict.ok
    ? `Every projection is what the ${verdict.rows} rows of the log say.`
    : `Not what the log says: ${differing.join(', ')}.`;
  return { ok: verdict.ok, lines: [...table, summary] };
}
