import { randomUUID } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '@foyer/contracts/app-error.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPostgresPair, type PostgresPair } from '../../testing/postgres-pair.ts';
import { announce, createChangeListener } from './changes.ts';
import { Standby } from './pair-watch.ts';
import { createTenantDatabase, type TenantDatabase, type TenantDatabaseOptions, type Transaction } from './tenant.ts';

let pair: PostgresPair;
const running: { stop(): Promise<void> }[] = [];
beforeAll(async () => {
  pair = await startPostgresPair({ folder: await mkdtemp(join(tmpdir(), 'foyer-pair-')) });
});
afterAll(async () => {
  for (const each of running.toReversed()) await each.stop();
  await pair.stop();
});

/** Told of each change of the pair, so that a test waits for it and not for a time. */
class Heard {
  readonly all: string[] = [];
  #waiting: (() => void)[] = [];

  say(what: string): void {
    this.all.push(what);
    for (const wake of this.#waiting.splice(0)) wake();
  }

  async until(what: string): Promise<void> {
    while (!this.all.includes(what)) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.all.splice(0);
  }
}

async function open(heard: Heard, options: Partial<TenantDatabaseOptions> = {}): Promise<TenantDatabase> {
  const database = createTenantDatabase({
    databaseUrl: pair.databaseUrl,
    watch: { everyMs: 20, lostAfterMs: 500 },
    onPrimary: (event) => heard.say(event),
    onStandby: (standby) => heard.say(standby),
    onLocalCommit: () => heard.say('local-commit'),
    onUnansweredCommit: () => heard.say('commit-unanswered'),
    ...options,
  });
  await database.start();
  running.push(database);
  return database;
}

function addClinic(tx: Transaction, clinicId: string): Promise<unknown> {
  return sql`insert into clinics values (${clinicId}, ${clinicId}, 1, '{}', now())`.execute(tx);
}

async function write(database: TenantDatabase): Promise<string> {
  const clinicId = randomUUID();
  await database.withTenant({ clinicId }, (tx) => addClinic(tx, clinicId));
  return clinicId;
}

async function holds(database: TenantDatabase, clinicId: string): Promise<boolean> {
  const { rows } = await database.withTenant({ clinicId }, (tx) => sql`select from clinics`.execute(tx));
  return rows.length === 1;
}

/** Done sooner or later: on a slow machine a standby may count as lost for a moment. */
async function writeAtLast(database: TenantDatabase): Promise<string> {
  for (;;) {
    const written = await write(database).catch((error: unknown) => {
      if (!(error instanceof AppError) || !soonOver.has(error.code)) throw error;
    });
    if (written !== undefined) return written;
  }
}

const soonOver = new Set(['standby-lost', 'commit-unanswered']);

describe('a pair of servers', () => {
  it('says that its standby is lost, and waits for it, or goes on without it where it is set up to', async () => {
    const [heard, heardLoudly] = [new Heard(), new Heard()];
    const waiting = await open(heard);
    const degrading = await open(heardLoudly, { standbyLost: 'degrade' });
    await Promise.all([heard.until(Standby.here), heardLoudly.until(Standby.here)]);
    const before = await writeAtLast(waiting);
    const clinicId = randomUUID();
    const underWay = waiting.withTenant({ clinicId }, async (tx) => {
      await addClinic(tx, clinicId);
      await pair.kill('b');
    });
    await expect(underWay).rejects.toMatchObject({ code: expect.stringMatching(/^(commit-unanswered|standby-lost)$/) });
    if (waiting.standby !== Standby.lost) await heard.until(Standby.lost);
    await expect(write(waiting)).rejects.toMatchObject({ code: 'standby-lost' });
    expect(await holds(waiting, before)).toBe(true);
    const noted = randomUUID();
    await waiting.withTenant({ clinicId: noted, isNote: true }, (tx) => addClinic(tx, noted));
    expect(await holds(waiting, noted)).toBe(true);

    if (degrading.standby !== Standby.lost) await heardLoudly.until(Standby.lost);
    heardLoudly.all.splice(0);
    const local = await write(degrading);
    expect(heardLoudly.all).toContain('local-commit');
    expect(await holds(degrading, local)).toBe(true);

    await pair.start('b');
    await Promise.all([heard.until(Standby.here), heardLoudly.until(Standby.here)]);
    expect(await holds(degrading, await writeAtLast(waiting))).toBe(true);
  });

  it('is followed to the server that is promoted, with all that was answered, and to none that was replaced', async () => {
    const heard = new Heard();
    const database = await open(heard);
    const changes = createChangeListener({ databaseUrl: pair.databaseUrl, primary: database.primary });
    await changes.start();
    running.push(changes);
    const kept = await writeAtLast(database);
    const clinicId = randomUUID();
    const underWay = database.withTenant({ clinicId }, async (tx) => {
      await addClinic(tx, clinicId);
      await pair.kill('a');
    });
    await expect(underWay).rejects.toMatchObject({ code: 'commit-unanswered' });
    await heard.until('primary-lost');
    await expect(database.ping()).rejects.toMatchObject({ code: 'no-primary' });

    const told = new Promise<void>((resolve) => changes.subscribe('feed:1', resolve));
    await pair.promote('b');
    await heard.until('primary-found');
    expect(await holds(database, kept)).toBe(true);
    expect(await holds(database, clinicId)).toBe(false);
    await told;
    const toldAgain = new Promise<void>((resolve) => changes.subscribe('feed:2', resolve));
    await database.withTenant({}, (tx) => announce(tx, 'feed:2'));
    await toldAgain;

    await pair.start('a');
    await pair.kill('b');
    await heard.until('primary-lost');
    await expect(database.ping()).rejects.toMatchObject({ code: 'no-primary' });
  });
});
