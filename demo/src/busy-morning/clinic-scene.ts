// What a busy morning sees of the clinic and does in it, through the doors that everybody uses.

import { randomBytes } from 'node:crypto';
import { uuidV7 } from '@foyer/contracts/ids.ts';
import type { Board } from '@foyer/contracts/board-view.ts';

export interface ClinicScene {
  board(): Promise<Board>;
  /** Whether it was done; a no is nothing unusual in a clinic where others act as well. */
  send(command: Readonly<Record<string, unknown>>): Promise<boolean>;
}

export function clinicScene(url: string, supervisorToken: string): ClinicScene {
  const headers = { authorization: `Bearer ${supervisorToken}`, 'content-type': 'application/json' };
  return {
    async board() {
      const answer = await fetch(`${url}/api/v1/board`, { headers });
      if (!answer.ok) throw new Error(`the edge answers ${answer.status}`);
      return (await answer.json()) as Board;
    },
    async send(command) {
      const body = JSON.stringify({ commandId: uuidV7(Date.now(), randomBytes(10)), ...command });
      const answer = await fetch(`${url}/api/v1/commands`, { method: 'POST', headers, body });
      await answer.body?.cancel();
      return answer.ok;
    },
  };
}
