/**
 * A screen that was let in finds the spare by itself: over TLS with the clinic's own authority, at the address of the box
 * that died, with its own credential. The dead box, switched on again beside it, ends.
 */
import { generateKeyPairSync, X509Certificate } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import { afterAll, describe, expect, it } from 'vitest';
import { FolderStore } from '@foyer/edge-server/adapters/copies/folder-store.ts';
import { CopyReader } from '@foyer/edge-server/adapters/copies/read-copy.ts';
import { takeOver } from '@foyer/edge-server/compose-take-over.ts';
import { copyInPlace } from '@foyer/edge-server/compose-taken-copies.ts';
import { recoveryPair } from '@foyer/edge-server/testing/a-copied-clinic.ts';
import { EdgeUnderTest, tokens } from '@foyer/edge-server/testing/an-edge.ts';
import { consultation } from '@foyer/edge-server/testing/a-clinic.ts';
import { Connection, type Wire } from '@foyer/ui-kit/connection/connection.ts';
import { Liveness } from '@foyer/ui-kit/connection/liveness.ts';

/** Memory that is a file system of its own: another disk than that of the data folders. */
const folder = mkdtempSync('/dev/shm/foyer-copy-');
const copies = { publicKey: recoveryPair.publicKey, targets: [{ kind: 'folder', folder }] } as const;
const store = new FolderStore({ folder });
const box = new EdgeUnderTest({ copies });
const spareDir = join(mkdtempSync(join(tmpdir(), 'foyer-spare-')), 'data');
let spare: EdgeUnderTest | undefined;
let screen: Connection<'/kiosk'> | undefined;
afterAll(async () => {
  screen?.stop();
  await spare?.end();
  rmSync(box.config.dataDir, { recursive: true });
  rmSync(folder, { recursive: true });
});

describe('a screen of a clinic whose box dies', () => {
  it('finds the spare at the same address by itself, and the dead box ends beside it', async () => {
    await box.start();
    const address = new URL(box.running.tlsUrl);
    const { token, deviceId } = await letIn();
    const authority = await authorityOf(box);
    screen = new Connection({
      namespace: '/kiosk',
      auth: { token },
      url: address.origin,
      redials: true,
      openWire: (url, auth) => trusting(url, auth, authority),
    });
    screen.start();
    const first = await givenBy(screen);
    await expect.poll(() => deviceIn(deviceId), { timeout: 30_000 }).toBe(true);
    const { dataDir } = box.config;
    await box.stop();
    // A patient presses while nobody answers.
    const asked = givenBy(screen);

    const { epoch } = await takeOver({ from: copyInPlace(store, recoveryPair.privateKey), into: spareDir });
    spare = await new EdgeUnderTest({ copies, dataDir: spareDir, tlsPort: Number(address.port) }).start();
    expect(await authorityOf(spare)).toBe(authority);
    // Nobody touches the screen: it is let in by what it has.
    const second = await asked;
    expect(second).not.toBe(first);
    expect(screen.liveness).toBe(Liveness.live);

    const returned = new EdgeUnderTest({ copies, dataDir });
    await expect(returned.start()).rejects.toMatchObject({ code: 'edge-replaced', facts: { epoch } });
    expect(existsSync(join(dataDir, 'replaced.json'))).toBe(true);
    // Its disk says so for good, whether the copy is there or not.
    const alone = new EdgeUnderTest({ dataDir });
    await expect(alone.start()).rejects.toMatchObject({ code: 'edge-replaced' });
    expect(await givenBy(screen)).not.toBe(second);
  }, 120_000);
});

/** The wire of a screen, for who trusts the clinic's authority and nobody else. */
function trusting(url: string, auth: Readonly<Record<string, string>>, ca: string): Wire {
  const options = { auth, ca, autoConnect: false, transports: ['websocket'], reconnectionDelay: 500 };
  return io(url, { ...options, reconnectionDelayMax: 1_000, forceNew: true }) as unknown as Wire;
}

async function givenBy(line: Connection<'/kiosk'>): Promise<string> {
  const answer = await line.send({ type: 'issue-ticket', serviceId: consultation });
  const { result } = answer as unknown as { readonly result: { readonly ticket: { readonly number: string } } };
  return result.ticket.number;
}

async function authorityOf({ running }: EdgeUnderTest): Promise<string> {
  const file = await fetch(`${running.url}/foyer-authority.crt`);
  return new X509Certificate(Buffer.from(await file.arrayBuffer())).toString();
}

async function deviceIn(deviceId: string): Promise<boolean> {
  const reader = new CopyReader(store, recoveryPair.privateKey);
  for await (const line of reader.part('box')) {
    if ('values' in line && line.values.includes(deviceId)) return true;
  }
  return false;
}

/** As a kiosk: by a key of its own, a code on its screen, and an administrator who types it. */
async function letIn(): Promise<{ readonly token: string; readonly deviceId: string }> {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const point = Buffer.concat([Buffer.of(4), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
  const wish = { publicKey: point.toString('base64url'), language: 'en' };
  const { body: begun } = await box.call('POST', '/api/v1/enrolments', { body: wish });
  const approval = { code: begun['code'], role: 'kiosk', name: 'Kiosk at the door' };
  await box.call('POST', '/api/v1/enrolments/approve', { token: tokens.admin, body: approval });
  const path = `/api/v1/enrolments/${String(begun['enrolmentId'])}`;
  const { body } = await box.call('GET', path, { token: String(begun['pollSecret']) });
  return body as unknown as { readonly token: string; readonly deviceId: string };
}
