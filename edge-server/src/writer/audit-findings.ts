// What an audit finds wrong with a database: where, in words, and what a person does about it.

const findingCodes = [
  'page-damaged',
  'schema-changed',
  'row-missing',
  'row-changed',
  'row-out-of-order',
  'row-of-another-clinic',
  'rows-cut-off',
  'checkpoint-unproven',
  'seal-damaged',
  'key-damaged',
  'key-lost',
  'table-changed',
  'projection-differs',
] as const;
export type FindingCode = (typeof findingCodes)[number];

export interface Finding {
  readonly code: FindingCode;
  /** The row that it is about. */
  readonly at?: { readonly epoch: number; readonly seq: number };
  /** The table, the subject, or what SQLite says. */
  readonly about?: string;
}

const repair = 'Stop the edge and repair: npm run audit -- repair --from centre (or the folder of a copy).';
const rebuild = 'Stop the edge and rebuild from the log: npm run audit -- repair.';

/** For an operator: what it means, and what to do. */
export const findings: { readonly [C in FindingCode]: { readonly meaning: string; readonly remedy: string } } = {
  'page-damaged': { meaning: 'SQLite finds the file itself damaged', remedy: `${repair} Look at the disk.` },
  'schema-changed': { meaning: 'a table, an index or a view is not the one of this release', remedy: rebuild },
  'row-missing': { meaning: 'a row is missing before it', remedy: repair },
  'row-changed': { meaning: 'it is not what was written', remedy: repair },
  'row-out-of-order': { meaning: 'it does not follow the row before it', remedy: repair },
  'row-of-another-clinic': { meaning: 'it belongs to another clinic', remedy: 'Bring back the clinic’s own backup.' },
  'rows-cut-off': { meaning: 'it was committed, and the log ends before', remedy: repair },
  'checkpoint-unproven': {
    meaning: 'a checkpoint stands before it that is not proven: its signature, its base, or the row that it is of',
    remedy: repair,
  },
  'seal-damaged': { meaning: 'its seal does not open with its key', remedy: repair },
  'key-damaged': { meaning: 'a subject’s key does not open with the clinic key', remedy: repair },
  'key-lost': { meaning: 'a subject’s key is gone, and nobody erased the subject', remedy: repair },
  'table-changed': { meaning: 'a table beside the log is not what was written', remedy: repair },
  'projection-differs': { meaning: 'a table is not what the log says', remedy: rebuild },
};

/** One line for a person. */
export function findingText({ code, at, about }: Finding): string {
  const place = at === undefined ? '' : ` at ${at.epoch}.${at.seq}`;
  return `${code}${place}: ${findings[code].meaning}${about === undefined ? '' : ` (${about})`}.`;
}

/** What to do, each thing once. */
export function remediesOf(found: readonly Finding[]): readonly string[] {
  return [...new Set(found.map(({ code }) => findings[code].remedy))];
}
