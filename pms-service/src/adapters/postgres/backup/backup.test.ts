import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeBatch } from '../../../modules/sync-inbox/use-cases.ts';
import { aTicketIssued } from '../../../testing/facts.ts';
import { startTestCentre, type TestCentre } from '../../../testing/test-centre.ts';
import type { TestEdge } from '../../../testing/test-edge.ts';
import { createEmbeddedPostgres } from '../embedded.ts';
import { findServerUser } from '../server-user.ts';
import { backUp } from './back-up.ts';
import { folderAt } from './backup-folder.ts';
import { restore } from './restore.ts';
import { copyLogNow } from './wal-archive.ts';

let centre: TestCentre;
let edge: TestEdge;
/** With what a shell and a setting would take apart. */
let folder: string;
let scratch: string;
let connectionUrl: string;
let beforeTheMistake: number;
const acknowledged = 40;
/** Whole servers are copied and started. */
const patienceMs = 240_000;

beforeAll(async () => {
  centre = await startTestCentre({ durable: true });
  scratch = await mkdtemp(join(tmpdir(), 'foyer-restore-'));
  folder = await mkdtemp(join(tmpdir(), `foyer backups 100% o'clock-`));
  connectionUrl = centre.postgres.urls.adminUrl.replace(/\/postgres$/, '/foyer');
  edge = await centre.addEdge();
  await relay(1, acknowledged / 2);
  await backUpHere();
  await relay(acknowledged / 2 + 1, acknowledged);
  await atServer(connectionUrl, async (client) => {
    beforeTheMistake = await momentAfterAll(client);
    await client.query('truncate visits, log_rows, access_log');
    await copyLogNow(client, folderAt(folder).walDir);
  });
}, patienceMs);
afterAll(async () => {
  await centre.stop();
  for (const dir of [folder, scratch]) await rm(dir, { recursive: true, force: true });
});

async function backUpHere(keep = 7): Promise<void> {
  await backUp({ connectionUrl, folder, keep, ourServer: { user: await findServerUser() } });
}

async function relay(from: number, until: number): Promise<void> {
  while (edge.rows.length < until) edge.append(aTicketIssued(edge));
  expect(await takeBatch(centre.context, edge.batch(from))).toMatchObject({ ok: true, seq: until, dead: 0 });
}

async function atServer<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A whole millisecond that all commits until now lie before, and all others after. */
async function momentAfterAll(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ at: string }>(
    `select ceil(extract(epoch from clock_timestamp()) * 1000) as at, pg_sleep(0.002)`,
  );
  return Number(rows[0]?.at);
}

describe('a restore', { timeout: patienceMs }, () => {
  it('brings back all that was acknowledged before the mistake, and nothing of the mistake', async () => {
    const dataDir = join(scratch, 'until');
    const restored = await restore({ folder, dataDir, until: beforeTheMistake });
    expect(restored.faults).toEqual([]);
    expect(restored.clinics).toBe(1);
    expect(restored.rows).toMatchObject({ log_rows: acknowledged, visits: acknowledged, inbox_heads: 1 });
    const server = createEmbeddedPostgres({ dataDir });
    const urls = await server.start();
    try {
      const found = await atServer(urls.adminUrl.replace(/\/postgres$/, '/foyer'), async (client) => [
        (await client.query('select seq::float8 as seq, hash from log_rows order by seq')).rows,
        (await client.query(`select current_setting('archive_command') as command`)).rows,
      ]);
      expect(found[0]).toEqual(edge.rows.map(({ seq, hash }) => ({ seq, hash })));
      // A copy on trial must not write into the folder that the other one needs.
      expect(found[1]).toEqual([{ command: 'true' }]);
      await atServer(urls.databaseUrl, (client) => client.query('select 1'));
      const again = { connectionUrl: urls.adminUrl, folder, keep: 7, ourServer: { user: await findServerUser() } };
      await expect(backUp(again)).rejects.toMatchObject({ code: 'backup-folder-of-another' });
    } finally {
      await server.stop();
    }
    await expect(restore({ folder, dataDir })).rejects.toMatchObject({ code: 'data-folder-not-empty' });
  });

  it('to the end of the log has the mistake too, and says what is missing', async () => {
    const { rows, faults } = await restore({ folder, dataDir: join(scratch, 'all') });
    expect(rows).toMatchObject({ log_rows: 0, visits: 0 });
    expect(faults).toEqual([
      `log_rows has 0 rows and had ${acknowledged / 2}`,
      `clinic ${edge.clinicId}: the inbox ends elsewhere than its log`,
    ]);
  });

  it('refuses a moment before the first backup and one that the log has not reached, and leaves nothing', async () => {
    const dataDir = join(scratch, 'none');
    await expect(restore({ folder, dataDir, until: 0 })).rejects.toMatchObject({ code: 'backup-not-found' });
    await expect(restore({ folder: scratch, dataDir })).rejects.toMatchObject({ code: 'backup-not-found' });
    const tomorrow = beforeTheMistake + 86_400_000;
    await expect(restore({ folder, dataDir, until: tomorrow })).rejects.toMatchObject({
      code: 'restore-point-not-reached',
    });
    expect(await readdir(dataDir)).toEqual([]);
  });
});

describe('a backup', { timeout: patienceMs }, () => {
  it('keeps as many as it is told, and no log from before them', async () => {
    const { baseDir, walDir } = folderAt(folder);
    const before = await readdir(walDir);
    await backUpHere(1);
    expect(await readdir(baseDir)).toHaveLength(1);
    const left = await readdir(walDir);
    expect(before.filter((segment) => left.includes(segment)).length).toBeLessThan(before.length);
  });
});
