// The power goes in the middle of an evacuation: every screen that comes back still says "leave", and nobody has to be
// looked for twice.

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BenchClinic, makeBenchClinic, repositoryRoot } from '../../bench/kit/bench-clinic.ts';
import { acceptedResult, createEdgeClient, type Order, readLog, type Sent } from '../../bench/kit/edge-client.ts';
import { type EdgeProcess, startEdge } from '../../bench/kit/edge-process.ts';
import { codeOf } from './kit/coded.ts';
import { Screen } from './kit/screen.ts';

let clinic: BenchClinic;
let edge: EdgeProcess;
beforeAll(async () => {
  clinic = makeBenchClinic({ seed: 12, kiosks: 1, displays: 2 });
  edge = await startEdge({ clinic });
});
afterAll(async () => {
  await edge.stop();
  clinic.remove();
});

async function send(token: string, order: Order): Promise<Sent> {
  const client = createEdgeClient(edge.url, token);
  try {
    return await client.send(order);
  } finally {
    client.close();
  }
}
const refusedWith = ({ status, answer }: Sent): string =>
  codeOf({ status, body: answer as unknown as Record<string, unknown> });
const issuing = (): Order => ({ type: 'issue-ticket', serviceId: clinic.serviceIds[0] ?? '' });
const idOf = (sent: Sent): string => (acceptedResult(sent)['ticket'] as { id: string }).id;

/** The screens of the clinic, each in its own line to the edge. */
const screens = () => ({
  walls: clinic.displays.map((token) => new Screen(edge.url, '/display', { token })),
  kiosk: new Screen(edge.url, '/kiosk', { token: clinic.kiosks[0] ?? '' }),
  desk: new Screen(edge.url, '/staff', { token: clinic.reception }),
});

async function leaving(until: boolean) {
  const { walls, kiosk, desk } = screens();
  const says = (view: { readonly evacuation?: object }): boolean => (view.evacuation !== undefined) === until;
  await Promise.all([...walls.map((wall) => wall.until(says)), kiosk.until(says)]);
  const { muster = {} } = await desk.until(says);
  for (const screen of [...walls, kiosk, desk]) screen.close();
  return muster;
}

describe('kill -9 in the middle of an evacuation', () => {
  it('leaves every screen saying "leave", with who was found, and the queue frozen until the all clear', async () => {
    const found = idOf(await send(clinic.reception, issuing()));
    const missed = idOf(await send(clinic.reception, issuing()));
    acceptedResult(await send(clinic.nurses[0]!.token, { type: 'evacuate' }));
    acceptedResult(await send(clinic.cashier, { type: 'account-for', ticketId: found, present: true }));
    acceptedResult(await send(clinic.cashier, { type: 'account-for', ticketId: missed, present: false }));
    await edge.kill();
    edge = await startEdge({ clinic });

    const muster = await leaving(true);
    expect(muster).toMatchObject({ [found]: { present: true }, [missed]: { present: false } });
    const { token, servicePointId } = clinic.nurses[0]!;
    expect(refusedWith(await send(token, { type: 'call-next', servicePointId }))).toBe('evacuating');
    expect(refusedWith(await send(clinic.kiosks[0] ?? '', issuing()))).toBe('evacuating');

    acceptedResult(await send(clinic.reception, { type: 'all-clear' }));
    expect(await leaving(false)).toEqual({});
    acceptedResult(await send(clinic.kiosks[0] ?? '', issuing()));
  });

  it('is in the log once, and a rebuild finds the same', async () => {
    const client = createEdgeClient(edge.url, clinic.auditor);
    const types: string[] = [];
    for await (const { type } of readLog(client)) types.push(type);
    client.close();
    const of = (type: string): number => types.filter((each) => each === type).length;
    expect([of('v1.EvacuationStarted'), of('v1.EvacuationEnded'), of('v1.PersonAccountedFor')]).toEqual([1, 1, 2]);
    const { stdout } = await promisify(execFile)(process.execPath, ['edge-server/src/audit-main.ts', 'rebuild'], {
      cwd: repositoryRoot,
      env: { ...process.env, FOYER_DATA_DIR: clinic.dataDir },
    });
    expect(stdout).toContain('Every projection is what the');
  });
});
