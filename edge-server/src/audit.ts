// The auditor's two questions to a clinic's database, and what is done to one that was restored from an older image, for
// people and for scripts.

import { beginEpoch, type RestoredBox } from './writer/compose-new-epoch.ts';
import { composeAudit } from './writer/compose-audit.ts';

export type AuditQuestion = 'verify' | 'rebuild';

export interface AuditReport {
  readonly ok: boolean;
  readonly lines: readonly string[];
}

/** Reads alone, also while the edge runs. Throws when the database or the clinic key cannot be opened. */
export function runAudit(
  question: AuditQuestion,
  paths: { readonly databasePath: string; readonly clinicKeyPath: string },
): AuditReport {
  const audit = composeAudit(paths);
  try {
    return question === 'verify' ? verifyReport(audit.verify()) : rebuildReport(audit.rebuild());
  } finally {
    audit.close();
  }
}

/** Throws where an edge runs on it, or there is nothing to go on from. */
export async function runBeginEpoch(box: RestoredBox): Promise<AuditReport> {
  const { epoch, seq, clockFrozen } = await beginEpoch(box);
  const frozen = 'The clock is far from the last row: the day goes on until staff or the centre confirm the time.';
  return {
    ok: true,
    lines: [
      `Epoch ${epoch} begins with row ${epoch}.${seq}, behind row ${seq - 1}. What the box had written after that is not here.`,
      ...(clockFrozen ? [frozen] : []),
      'Start the edge now: it relays from there.',
    ],
  };
}

function verifyReport(verdict: ReturnType<ReturnType<typeof composeAudit>['verify']>): AuditReport {
  if (!verdict.ok) {
    const { epoch, seq } = verdict.at;
    return { ok: false, lines: [`The chain breaks at ${epoch}.${seq}: ${verdict.why}.`] };
  }
  const end = verdict.last === null ? 'no row' : `${verdict.last.epoch}.${verdict.last.seq}`;
  return { ok: true, lines: [`The chain is whole: ${verdict.rows} rows, up to ${end}.`] };
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
