/** The database of the box and that of the centre, looked into from beside: how far each is, and all that each holds. */
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { readCentre } from './read-centre.ts';
import { readClinic } from './read-clinic.ts';
import type { Side } from './sides.ts';

/** Rows that the centre does not have yet, so long after the line came back. */
export interface Fall {
  readonly afterMs: number;
  readonly waiting: number;
}
export interface Reconnection {
  readonly falls: readonly Fall[];
  /** Until the centre showed how the clinic is now; undefined where it never did. */
  readonly liveAfterMs: number | undefined;
  /** Until the last row of those that waited when the line came back was there. */
  readonly backlogAfterMs: number;
  readonly equalAfterMs: number;
}

const lookEveryMs = 50;
const longestMs = 300_000;

export class BothEnds {
  readonly #box: DatabaseSync;
  readonly #centre: Client;
  readonly #clinicId: string;

  constructor(boxFile: string, centre: Client, clinicId: string) {
    this.#box = new DatabaseSync(boxFile);
    this.#centre = centre;
    this.#clinicId = clinicId;
  }

  async close(): Promise<void> {
    this.#box.close();
    await this.#centre.end();
  }

  /** Watches until neither side has anything more to tell the other. */
  async untilEqual(): Promise<Reconnection> {
    const begun = performance.now();
    const backlog = this.#headOfBox();
    const falls: Fall[] = [];
    let liveAfterMs: number | undefined;
    let backlogAfterMs: number | undefined;
    for (;;) {
      const box = { head: this.#headOfBox(), feed: this.#feedOfBox() };
      const centre = await this.#heads();
      const afterMs = performance.now() - begun;
      falls.push({ afterMs, waiting: Math.max(0, box.head - centre.head) });
      if (centre.live) liveAfterMs ??= afterMs;
      if (centre.head >= backlog) backlogAfterMs ??= afterMs;
      const isSettled = box.head === centre.head && box.feed === centre.feed && box.head === this.#headOfBox();
      if (isSettled && backlogAfterMs !== undefined)
        return { falls, liveAfterMs, backlogAfterMs, equalAfterMs: afterMs };
      if (afterMs > longestMs)
        throw new Error(`row ${centre.head} of ${box.head} is up, item ${box.feed} of ${centre.feed} is down`);
      await sleep(lookEveryMs);
    }
  }

  /** All that each holds. Nothing goes on any more on either side, or what is read is of two moments. */
  async read(): Promise<Readonly<Record<'clinic' | 'centre', Side>>> {
    return { clinic: readClinic(this.#box), centre: await readCentre(this.#centre, this.#clinicId) };
  }

  /** With this change, which is taken back; undefined where it changes nothing. */
  clinicWith(change: string): Promise<Side | undefined> {
    this.#box.exec('BEGIN');
    try {
      const { changes } = this.#box.prepare(change).run();
      return Promise.resolve(Number(changes) === 0 ? undefined : readClinic(this.#box));
    } finally {
      this.#box.exec('ROLLBACK');
    }
  }

  /** The same at the centre. */
  async centreWith(change: string): Promise<Side | undefined> {
    await this.#centre.query('begin isolation level repeatable read');
    try {
      const { rowCount } = await this.#centre.query(change);
      return rowCount === 0 ? undefined : await readCentre(this.#centre, this.#clinicId);
    } finally {
      await this.#centre.query('rollback');
    }
  }

  #headOfBox(): number {
    return Number(this.#box.prepare('SELECT coalesce(max(seq), 0) AS n FROM log').get()?.['n']);
  }

  #feedOfBox(): number {
    return Number(this.#box.prepare('SELECT feed_number AS n FROM relay').get()?.['n']);
  }

  async #heads(): Promise<{ readonly head: number; readonly feed: number; readonly live: boolean }> {
    const { rows } = await this.#centre.query<{ head: number; feed: number; live: boolean }>(
      `select coalesce((select seq from inbox_heads where clinic_id = $1), 0)::float8 as head,
        (select number from feed_heads where clinic_id = $1)::float8 as feed,
        exists (select from live_reports where clinic_id = $1) as live`,
      [this.#clinicId],
    );
    return rows[0]!;
  }
}
