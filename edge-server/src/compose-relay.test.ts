import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Snapshot } from '@foyer/contracts/sockets.ts';
import type { StaffView } from '@foyer/contracts/staff-view.ts';
import { ACentre } from './testing/a-centre.ts';
import { EdgeUnderTest, tokens } from './testing/an-edge.ts';

const folder = mkdtempSync(join(tmpdir(), 'foyer-relay-'));
const tokenFile = join(folder, 'edge.token');
const centre = new ACentre();
let edge: EdgeUnderTest;

beforeAll(async () => {
  writeFileSync(tokenFile, 'the-edge\n');
  centre.holdAnotherKey();
  await centre.start();
  edge = await new EdgeUnderTest({ pms: { url: centre.url, tokenFile } }).start();
});
afterAll(async () => {
  await edge.end();
  await centre.stop();
  rmSync(folder, { recursive: true });
});

const relayCheck = async (): Promise<unknown> =>
  ((await edge.call('GET', '/readyz')).body['checks'] as { name: string }[]).find(({ name }) => name === 'relay');

async function staffView(): Promise<StaffView> {
  const socket = io(`${edge.running.url}/staff`, {
    auth: { token: tokens.supervisor },
    transports: ['websocket'],
    reconnection: false,
  });
  const { view } = await new Promise<Snapshot<StaffView>>((resolve) => socket.once('snapshot', resolve));
  socket.disconnect();
  return view;
}

describe('a relay that has halted', () => {
  it('is said to who watches the box and to the staff, and nothing leaves the clinic', async () => {
    await vi.waitFor(async () => {
      expect(await relayCheck()).toEqual({ name: 'relay', ok: false, needed: false, state: 'halted fork' });
    }, 10_000);
    expect((await edge.call('GET', '/metrics')).body['text']).toMatch(/^foyer_relay_halted 1$/m);
    const { relay } = await staffView();
    expect(relay.state).toBe('halted');
    expect(relay.waitingRows).toBeGreaterThan(0);
    expect(centre.rows).toEqual([]);
  });
});
