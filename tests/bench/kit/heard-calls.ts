/** Calls at the edge that a farm of displays listens for, and the patch of one of them to broadcast beside it. */
import { io } from 'socket.io-client';
import type { BenchClinic } from './bench-clinic.ts';
import { callsIn } from './calls-in.ts';
import type { BenchChild } from './child.ts';
import type { FarmOrder, FarmReport } from './display-farm.ts';
import { acceptedResult, type EdgeClient } from './edge-client.ts';

export type Farm = BenchChild<FarmOrder, FarmReport>;

export async function connectFarm(farm: Farm, url: string, tokens: readonly string[]): Promise<void> {
  farm.tell({ url, namespace: '/display', tokens });
  await farm.next('connected');
}

export async function issueTicket(kiosk: EdgeClient, clinic: BenchClinic): Promise<void> {
  acceptedResult(await kiosk.send({ type: 'issue-ticket', serviceId: clinic.serviceIds[0]! }));
}

/** Milliseconds from before the request leaves until the last display has the call. */
export async function callNext(nurse: EdgeClient, servicePointId: string, farm: Farm): Promise<number> {
  const startedAt = process.hrtime.bigint();
  const sent = nurse.send({ type: 'call-next', servicePointId, finishCurrent: 'completed' });
  const { mark, at } = await farm.next('heard');
  const call = acceptedResult(await sent)['call'] as { readonly id: string };
  if (call.id !== mark) throw new Error(`the displays show ${mark}, and ${call.id} was called`);
  return Number(BigInt(at) - startedAt) / 1e6;
}

/** The patch of one real call, made again with a mark of its own each time. */
export async function recordPatch(
  url: string,
  clinic: BenchClinic,
  call: () => Promise<unknown>,
  issue: () => Promise<void>,
): Promise<() => string> {
  const display = io(`${url}/display`, { transports: ['websocket'], auth: { token: clinic.displays[0] } });
  await new Promise((resolve) => display.once('snapshot', resolve));
  await issue();
  const patches: { readonly changes: { readonly calls?: object } }[] = [];
  const called = new Promise<void>((resolve) =>
    display.on('patch', (patch) => {
      patches.push(patch);
      if (callsIn(patch.changes).length > 0) resolve();
    }),
  );
  await call();
  await called;
  display.close();
  const recorded = JSON.stringify(patches.at(-1));
  const [recordedMark = ''] = callsIn(patches.at(-1)?.changes ?? {});
  let turn = 0;
  return () => {
    turn += 1;
    return recorded.replaceAll(recordedMark, `${recordedMark.slice(0, -12)}${String(turn).padStart(12, '0')}`);
  };
}
