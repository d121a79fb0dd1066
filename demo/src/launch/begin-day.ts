// What somebody of the staff does in the morning. The demonstration finds itself on another day than the one it stopped
// on, the end of that day closed every room, and a visitor is nobody who would open them.

import { randomBytes } from 'node:crypto';
import { uuidV7 } from '@foyer/contracts/ids.ts';
import type { Board } from '@foyer/contracts/board-view.ts';

export interface DemonstrationEdge {
  readonly url: string;
  readonly supervisorToken: string;
  readonly now: () => number;
}

/** Every room is open then, but for those that somebody paused. Returns the names of those that did not open. */
export async function beginDay(edge: DemonstrationEdge): Promise<readonly string[]> {
  // After a long pause the edge doubts its clock, and yesterday goes on until somebody says that it is right; the second
  // time is the first thing on the new day, which ends the one before.
  await send(edge, { type: 'confirm-clock' });
  await send(edge, { type: 'confirm-clock' });
  const asked = await fetch(`${edge.url}/api/v1/board`, { headers: headersOf(edge) });
  if (!asked.ok) throw new Error(`the edge answers ${asked.status} when asked which rooms are open`);
  const { servicePoints } = (await asked.json()) as Board;
  const closed = servicePoints.filter(({ state }) => state === 'closed');
  const opened = await Promise.all(
    closed.map(({ id }) => send(edge, { type: 'open-service-point', servicePointId: id })),
  );
  return closed.filter((_, index) => opened[index] !== true).map(({ name }) => name);
}

async function send(edge: DemonstrationEdge, command: object): Promise<boolean> {
  const body = JSON.stringify({ commandId: uuidV7(edge.now(), randomBytes(10)), ...command });
  const answer = await fetch(`${edge.url}/api/v1/commands`, { method: 'POST', headers: headersOf(edge), body });
  await answer.body?.cancel();
  return answer.ok;
}

function headersOf({ supervisorToken }: DemonstrationEdge): Record<string, string> {
  return { authorization: `Bearer ${supervisorToken}`, 'content-type': 'application/json' };
}
