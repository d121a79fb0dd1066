// Finding people by the beginnings of words. The rarest term leads: its words are walked in their order, and the others
// are looked for in what else its people are found by, so that the work is bounded by the rarest and not by the commonest.

import type { PatientSearch, PersonFound } from '../../../ports/patient-search.ts';
import { openForReading, type Connection, type Statement } from '../connection.ts';
import { READ_PATIENT, toPatient } from '../patient-rows.ts';
import { IDS_LINKED_TO } from './people-index.ts';
import { typedSearch, type Search, type Term } from './typed-search.ts';

export const COUNT_BEGINNING = `
  SELECT count(*) AS count FROM (SELECT 1 FROM people_words WHERE word >= ?1 AND word < ?2 LIMIT ?3)`;
/** How far a term's people are counted before it is left for a rarer one; those beyond the last are common. */
const countedUpTo = [400, 4_000] as const;
/** Sorts after every letter. */
const lastLetter = '\u{10ffff}';

/** Takes the beginning and what is behind it, then each filter's alternatives. `filters` says how many each has. */
export function findPeopleSql(filters: readonly number[]): string {
  const conditions = filters.map(
    (alternatives) => ` AND (${Array.from({ length: alternatives }, () => 'instr(p.words, ?) > 0').join(' OR ')})`,
  );
  return `SELECT p.patient_id AS id FROM people_words w CROSS JOIN people p ON p.number = w.number
    WHERE w.word >= ? AND w.word < ?${conditions.join('')}`;
}

/** Opens the database that the writer has migrated. `close` when the process stops. */
export function openPatientSearch(path: string): PatientSearch & { close(): void } {
  const db = openForReading(path);
  return { ...createPatientSearch(db), close: () => db.close() };
}

export function createPatientSearch(db: Connection): PatientSearch {
  const countBeginning = db.prepare(COUNT_BEGINNING);
  const readPatient = db.prepare(READ_PATIENT);
  const linkedTo = db.prepare(IDS_LINKED_TO);
  const finders = new Map<string, Statement>();

  const count = (term: Term, atMost: number): number => {
    const counts = term.map((beginning) => countBeginning.get(beginning, beginning + lastLetter, atMost));
    return counts.reduce((sum, row) => sum + (row?.['count'] as number), 0);
  };
  const rarestOf = (search: Search): Term | undefined => {
    if (search.length < 2) return search[0];
    for (const atMost of countedUpTo) {
      const rare = search
        .map((term) => ({ term, count: count(term, atMost) }))
        .filter((counted) => counted.count < atMost)
        .toSorted((a, b) => a.count - b.count)[0];
      if (rare !== undefined) return rare.term;
    }
    return search.toSorted((a, b) => longest(b) - longest(a))[0];
  };
  const finder = (filters: readonly number[]): Statement => {
    const shape = filters.join(' ');
    const statement = finders.get(shape) ?? db.prepare(findPeopleSql(filters));
    finders.set(shape, statement);
    return statement;
  };
  const collect = (search: Search, ids: Set<string>, atMost: number): void => {
    const rarest = rarestOf(search);
    if (rarest === undefined) return;
    const filters = search.filter((term) => term !== rarest);
    const sought = filters.flat().map((beginning) => ` ${beginning}`);
    const find = finder(filters.map(({ length }) => length));
    for (const beginning of rarest) {
      for (const row of find.iterate(beginning, beginning + lastLetter, ...sought)) {
        ids.add(row['id'] as string);
        if (ids.size >= atMost) return;
      }
    }
  };
  const personOf = (id: string): readonly PersonFound[] => {
    const row = readPatient.get(id);
    if (row === undefined || row['erased'] === 1) return [];
    return [{ ...toPatient(row), earlierIds: linkedTo.all(id).map((linked) => linked['id'] as string) }];
  };

  return {
    find(typed, atMost) {
      const ids = new Set<string>();
      for (const search of typedSearch(typed)) collect(search, ids, atMost + 1);
      return { people: [...ids].slice(0, atMost).flatMap(personOf), more: ids.size > atMost };
    },
  };
}

function longest(term: Term): number {
  return Math.max(...term.map(({ length }) => length));
}
