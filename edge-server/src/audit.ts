// The auditor's two questions to a clinic's database, for people and for scripts.

import { composeAudit } from './writer/compose-audit.ts';

export const auditCommands = ['verify', 'rebuild'] as const;
export type AuditCommand = (typeof auditCommands)[number];

export interface AuditReport {
  readonly ok: boolean;
  readonly lines: readonly string[];
}

/** Reads alone, also while the edge runs. Throws when the database or the clinic key cannot be opened. */
export function runAudit(
  command: AuditCommand,
  paths: { readonly databasePath: string; readonly clinicKeyPath: string },
): AuditReport {
  const audit = composeAudit(paths);
  try {
    return command === 'verify' ? verifyReport(audit.verify()) : rebuildReport(audit.rebuild());
  } finally {
    audit.close();
  }
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
