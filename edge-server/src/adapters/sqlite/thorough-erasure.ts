// `secure_delete` overwrites a row where it stands. It does not reach the copies that SQLite left in the free room of a
// page when it moved rows to another, so that about one in a thousand would stay readable. Whatever can name somebody,
// or open what does, is therefore written anew by the commit that erases a person: emptying a table overwrites all of
// its pages.

import type { Transactions } from '../../ports/transactions.ts';
import type { Connection } from './connection.ts';
import { withoutSums } from './table-sums.ts';

/** Each with the order of its primary key. */
const personalTables = {
  subject_keys: 'subject_id',
  patients: 'id',
  patient_identifiers: 'kind, value, patient_id',
  reference_patients: 'id',
  reference_conflicts: 'id',
  reference_identifiers: 'kind, value, patient_id',
  people: 'number',
  people_words: 'word, number',
  ticket_forms: 'id',
  form_responses: 'id',
} as const;

interface Erased {
  readonly subjectId: string;
  readonly ticketIds: readonly string[];
}

export class ThoroughErasure {
  readonly #db: Connection;
  readonly #fromBase: (erased: readonly Erased[]) => void;
  #due: Erased[] = [];

  /** `fromBase` erases what the base of a pruned log holds of them. */
  constructor(db: Connection, fromBase: (erased: readonly Erased[]) => void = () => undefined) {
    this.#db = db;
    this.#fromBase = fromBase;
  }

  /** The open transaction erases somebody. Answers what takes that back. */
  noted(erased: Erased): () => void {
    this.#due.push(erased);
    return () => {
      this.#due = this.#due.filter((due) => due !== erased);
    };
  }

  /** These transactions; one that erases somebody leaves no copy behind, or is not committed. */
  within(transactions: Transactions): Transactions {
    return {
      ...transactions,
      commit: () => {
        if (this.#due.length > 0) {
          this.#fromBase(this.#due);
          withoutSums(this.#db, Object.keys(personalTables), () => {
            for (const [table, key] of Object.entries(personalTables)) this.#rewrite(table, key);
          });
        }
        this.#due = [];
        transactions.commit();
      },
      rollback: () => {
        this.#due = [];
        transactions.rollback();
      },
    };
  }

  #rewrite(table: string, key: string): void {
    this.#db.exec(`
      CREATE TEMP TABLE kept AS SELECT * FROM main.${table};
      DELETE FROM main.${table};
      INSERT INTO main.${table} SELECT * FROM temp.kept ORDER BY ${key};
      DROP TABLE temp.kept`);
  }
}
