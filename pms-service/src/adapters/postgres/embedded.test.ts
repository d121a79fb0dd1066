import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEmbeddedPostgres } from './embedded.ts';
import { processStart } from './process-identity.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'foyer-embedded-'));
});
afterEach(async () => {
  await rm(dataDir, { recursive: true, force: true });
});

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

function postmasterPid(): Promise<number> {
  return readFile(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8').then((text) => Number.parseInt(text, 10));
}

describe('embedded PostgreSQL', () => {
  it('stops the orphan of a killed parent, starts again and still has the data', async () => {
    const parent = fork(join(import.meta.dirname, '../../testing/embedded-parent.ts'), [dataDir]);
    const [message] = (await once(parent, 'message')) as [{ migrationUrl: string }];
    await query(message.migrationUrl, 'create table kept as select 42 as answer');
    const orphan = await postmasterPid();
    parent.kill('SIGKILL');
    await once(parent, 'exit');
    expect(processStart(orphan)).toBeDefined();

    const events: string[] = [];
    const server = createEmbeddedPostgres({ dataDir, onEvent: (event) => events.push(event) });
    const urls = await server.start();
    try {
      expect(events).toEqual(['orphan-stopped']);
      expect(processStart(orphan)).toBeUndefined();
      expect(await query(urls.migrationUrl, 'select answer from kept')).toEqual([{ answer: 42 }]);
      expect(await query(urls.migrationUrl, 'show fsync')).toEqual([{ fsync: 'on' }]);
    } finally {
      await server.stop();
    }
  });

  it('refuses a folder that another live process serves, again and again', async () => {
    const parent = fork(join(import.meta.dirname, '../../testing/embedded-parent.ts'), [dataDir]);
    await once(parent, 'message');
    try {
      for (const server of [createEmbeddedPostgres({ dataDir }), createEmbeddedPostgres({ dataDir })]) {
        await expect(server.start()).rejects.toMatchObject({ code: 'data-folder-in-use' });
        await server.stop();
      }
    } finally {
      parent.send('stop');
      await once(parent, 'exit');
    }
  });

  it('leaves no process behind, keeps passwords for the owner alone and listens on no network', async () => {
    const server = createEmbeddedPostgres({ dataDir });
    const urls = await server.start();
    const pid = await postmasterPid();
    const listening = await query(urls.adminUrl, 'show listen_addresses');
    await server.stop();
    expect(listening).toEqual([{ listen_addresses: '' }]);
    expect(processStart(pid)).toBeUndefined();
    const secrets = (await readdir(join(dataDir, 'postgres'))).filter((file) => file.endsWith('.password'));
    expect(secrets).toHaveLength(3);
    for (const file of secrets) {
      expect((await stat(join(dataDir, 'postgres', file))).mode & 0o777).toBe(0o600);
    }
  });

  it('takes the folder of its socket along, where that lies elsewhere', async () => {
    const server = createEmbeddedPostgres({ dataDir: join(dataDir, 'd'.repeat(90)), durable: false });
    const urls = await server.start();
    const socketDir = decodeURIComponent(/@([^/]+)\//.exec(urls.databaseUrl)?.[1] ?? '');
    expect(socketDir).not.toContain(dataDir);
    expect(await readdir(socketDir)).toContain('.s.PGSQL.5432');
    await server.stop();
    await expect(stat(socketDir)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('starts a server again that ended by itself, later each time while it does not hold', async () => {
    const again = Promise.withResolvers<void>();
    const delays: unknown[] = [];
    let fell = Promise.withResolvers<void>();
    const server = createEmbeddedPostgres({
      dataDir,
      onEvent(event, facts) {
        if (event === 'started-again') again.resolve();
        if (event !== 'ended-by-itself') return;
        delays.push((facts as { againInMs?: number }).againInMs);
        fell.resolve();
      },
    });
    const urls = await server.start();
    try {
      const before = await postmasterPid();
      process.kill(before, 'SIGKILL');
      await again.promise;
      expect(await postmasterPid()).not.toBe(before);
      expect(await query(urls.migrationUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
      fell = Promise.withResolvers();
      process.kill(await postmasterPid(), 'SIGKILL');
      await fell.promise;
      expect(delays).toEqual([1_000, 2_000]);
    } finally {
      await server.stop();
    }
  });
});
