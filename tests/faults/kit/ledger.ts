/**
 * What the callers were told, and whether the log keeps it: every acknowledged command is there at the place it
 * was told, once; the log has no gap and its chain holds. Reads each row once, so that it can be asked after
 * every cycle.
 */
import type { LogPage } from '@foyer/contracts/http-api.ts';

type Row = LogPage['rows'][number];

export interface Acknowledged {
  readonly commandId: string;
  readonly epoch: number;
  readonly seq: number;
  /** The whole answer as JSON: a repeat has to get the same. */
  readonly answer: string;
}

export interface LedgerVerdict {
  readonly acknowledged: number;
  readonly lost: number;
  readonly duplicated: number;
  readonly violations: readonly string[];
}

/** A command leaves at most one row of each of these. */
const oncePerCommand = new Set(['v1.TicketIssued', 'v1.TicketCalled', 'v1.PatientRegistered']);

export class Ledger {
  readonly #acknowledged = new Map<string, Acknowledged>();
  /** Where the rows of each command end: its answer's place in the log. */
  readonly #places = new Map<string, string>();
  readonly #effects = new Set<string>();
  readonly #numbers = new Set<string>();
  readonly #violations: string[] = [];
  #duplicated = 0;
  #last: Row | undefined;

  acknowledge(entry: Acknowledged): void {
    const before = this.#acknowledged.get(entry.commandId);
    if (before !== undefined && before.answer !== entry.answer)
      this.#violations.push(`${entry.commandId} was answered ${before.answer}, then ${entry.answer}`);
    this.#acknowledged.set(entry.commandId, entry);
  }

  /** Where to go on reading. */
  get position(): string {
    return this.#last === undefined ? '0.0' : `${this.#last.epoch}.${this.#last.seq}`;
  }

  read(row: Row): void {
    const last = this.#last;
    if (last !== undefined && row.seq !== last.seq + 1) this.#violations.push(`row ${row.seq} follows row ${last.seq}`);
    if (last !== undefined && row.prevHash !== last.hash) this.#violations.push(`the chain breaks at row ${row.seq}`);
    this.#last = row;
    if (row.commandId === null) return;
    this.#places.set(row.commandId, `${row.epoch}.${row.seq}`);
    if (!oncePerCommand.has(row.type)) return;
    const effect = `${row.commandId} ${row.type}`;
    if (this.#effects.has(effect)) this.#duplicated += 1;
    this.#effects.add(effect);
    if (row.type === 'v1.TicketIssued') this.#readNumber(row);
  }

  verdict(): LedgerVerdict {
    const entries = [...this.#acknowledged.values()];
    const misplaced = entries.filter(({ commandId, epoch, seq }) => {
      const place = this.#places.get(commandId);
      return place !== undefined && place !== `${epoch}.${seq}`;
    });
    return {
      acknowledged: entries.length,
      lost: entries.filter(({ commandId }) => !this.#places.has(commandId)).length,
      duplicated: this.#duplicated,
      violations: [
        ...this.#violations,
        ...misplaced.map(({ commandId, epoch, seq }) => `${commandId} is not at ${epoch}.${seq}, as was said`),
      ],
    };
  }

  #readNumber(row: Row): void {
    const { number, serviceId } = JSON.parse(row.body) as { number: string; serviceId: string };
    const key = `${row.businessDay} ${serviceId} ${number}`;
    if (this.#numbers.has(key)) this.#violations.push(`${number} was given twice on ${row.businessDay}`);
    this.#numbers.add(key);
  }
}
