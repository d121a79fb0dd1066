import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CopyKeeper } from './adapters/copies/copy-keeper.ts';
import { rowsName } from './adapters/copies/copy-names.ts';
import { FolderStore } from './adapters/copies/folder-store.ts';
import { openReadModel } from './adapters/sqlite/read-model.ts';
import { composeCopies, endReplaced } from './compose-copies.ts';
import { successorOf } from './compose-relay.ts';
import { silentLog } from './ports/log.ts';
import { recoveryPair } from './testing/a-copied-clinic.ts';
import { EngineUnderTest } from './writer/testing/a-writer.ts';

const secret = 'a secret of two machines';
const since = 0;

/** An edge's copies on another machine, as it starts. */
async function starting(takenOverIn?: number) {
  const clinic = new EngineUnderTest().initialise();
  const store = new FolderStore({ folder: mkdtempSync(join(tmpdir(), 'foyer-keeper-')) });
  if (takenOverIn !== undefined) await store.append(rowsName(takenOverIn, 1), 0, Buffer.from('rows'));
  const keeper = new CopyKeeper({ store, secret, port: 0, host: '127.0.0.1' });
  await keeper.start();
  const target = { kind: 'machine' as const, url: `https://127.0.0.1:${keeper.port}`, secret };
  const readModel = openReadModel(clinic.settings.databasePath);
  const dataDir = mkdtempSync(join(tmpdir(), 'foyer-data-'));
  const config = { dataDir, copies: { publicKey: recoveryPair.publicKey, targets: [target] } };
  const parts = { readModel, log: silentLog, now: () => clinic.clock.wall(), onReplaced: () => undefined };
  const copies = composeCopies(
    config,
    { ...parts, writer: { onCommitted: () => undefined } },
    clinic.settings.databasePath,
  );
  const end = async (): Promise<void> => {
    await copies.stop();
    await keeper.stop();
    readModel.close();
    clinic.close();
  };
  return { copies, end };
}

describe('an edge with a copy on another machine', () => {
  it('copies there what it has, and says so', async () => {
    const { copies, end } = await starting();
    await copies.start();
    await expect.poll(() => copies.health(), { timeout: 30_000 }).toMatchObject([{ place: 'machine', waitingRows: 0 }]);
    await end();
  });

  it('does not open its doors where another box has taken over', async () => {
    const { copies, end } = await starting(7);
    await expect(copies.start()).rejects.toMatchObject({ code: 'edge-replaced', facts: { epoch: 7 } });
    await end();
  });

  it('asks the centre with its own credential, and does not open its doors where that goes on with another box', async () => {
    const asked: string[] = [];
    const centre = createServer((request, response) => {
      asked.push(`${request.method} ${request.url} ${request.headers.authorization}`);
      response.end('{"ok":true,"epoch":7}');
    });
    await new Promise<void>((resolve) => centre.listen(0, '127.0.0.1', resolve));
    const clinic = new EngineUnderTest().initialise();
    const readModel = openReadModel(clinic.settings.databasePath);
    const dataDir = mkdtempSync(join(tmpdir(), 'foyer-data-'));
    const tokenFile = join(dataDir, 'pms.token');
    writeFileSync(tokenFile, 'the-token-of-this-edge\n');
    const url = `http://127.0.0.1:${(centre.address() as AddressInfo).port}`;
    const target = { kind: 'centre' as const, url, tokenFile };
    const copies = composeCopies(
      { dataDir, copies: { publicKey: recoveryPair.publicKey, targets: [target] } },
      {
        readModel,
        log: silentLog,
        now: () => clinic.clock.wall(),
        onReplaced: () => undefined,
        writer: { onCommitted: () => undefined },
      },
      clinic.settings.databasePath,
    );
    expect(copies.health()).toMatchObject([{ place: 'centre', seq: 0 }]);
    await expect(copies.start()).rejects.toMatchObject({ code: 'edge-replaced', facts: { epoch: 7 } });
    expect(asked).toEqual(['GET /sync/v1/snapshots Bearer the-token-of-this-edge']);
    await copies.stop();
    centre.closeAllConnections();
    centre.close();
    readModel.close();
    clinic.close();
  });

  it('ends once and for good when it hears so', () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'foyer-data-'));
    const ended: string[] = [];
    const replaced = endReplaced(dataDir, {
      log: silentLog,
      now: () => 1,
      onFatal: ({ message }) => ended.push(message),
    });
    replaced(7);
    replaced(8);
    expect(ended).toEqual([expect.stringMatching(/^edge-replaced/)]);
    expect(existsSync(join(dataDir, 'replaced.json'))).toBe(true);
  });

  it('hears it of the centre, too', () => {
    const halted = { state: 'halted', since, acknowledged: { epoch: 1, seq: 7 } } as const;
    expect(successorOf({ ...halted, code: 'unknown-epoch', haltedAt: { epoch: 1, seq: 8 } }, 1)).toBe(2);
    expect(successorOf({ ...halted, code: 'fork', haltedAt: { epoch: 9, seq: 8 } }, 1)).toBe(9);
    expect(successorOf({ ...halted, code: 'fork', haltedAt: { epoch: 1, seq: 8 } }, 1)).toBeUndefined();
    expect(successorOf({ ...halted, code: 'edge-cloned', haltedAt: { epoch: 1, seq: 8 } }, 1)).toBeUndefined();
  });
});
