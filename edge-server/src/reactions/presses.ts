// A call button: unless it was set up otherwise, one press calls the next patient to its service point and closes the one
// before, two call again, a long one asks for help. One without a service point is there for help alone. The button is
// told what came of it, in numbers and codes.

import { randomBytes } from 'node:crypto';
import type { Call } from '@foyer/contracts/board-view.ts';
import type { CommandDoor } from '../ports/command-door.ts';
import type { Log } from '../ports/log.ts';
import type { Press, Things } from '../ports/things.ts';
import type { StatusAnswer } from '../ports/writer.ts';
import { pressCommandId } from './press-command-id.ts';
import { pressCommand } from './press-commands.ts';

export interface PressesParts {
  readonly things: Pick<Things, 'onPress' | 'tell'>;
  readonly door: CommandDoor;
  /** Who is called to a service point, or with staff there. */
  readonly ticketAt: (servicePointId: string) => string | undefined;
  readonly log: Log;
  readonly now: () => number;
}

export class Presses {
  readonly name = 'presses';
  readonly #parts: PressesParts;

  constructor(parts: PressesParts) {
    this.#parts = parts;
  }

  async start(): Promise<void> {
    this.#parts.things.onPress((press) => void this.#pressed(press));
  }

  async stop(): Promise<void> {}

  async #pressed(pressed: Press): Promise<void> {
    const { deviceId, servicePointId, press } = pressed;
    const { things, door, ticketAt, log, now } = this.#parts;
    const command = pressCommand(pressed, ticketAt);
    if (command === undefined) return;
    const commandId = pressCommandId(pressed, now(), () => randomBytes(10));
    const answer = await door.submit(
      { commandId, ...command },
      {
        kind: 'device',
        role: 'button',
        deviceId,
        servicePointId,
      },
    );
    const said = messageOf(answer);
    log.info('button-pressed', { deviceId, press, ...said });
    things.tell(deviceId, said);
  }
}

function messageOf(answer: StatusAnswer): { readonly [key: string]: string | boolean } {
  if (!answer.ok) return { ok: false, code: 'refusal' in answer ? answer.refusal.code : answer.error.code };
  const call = 'result' in answer ? (answer.result['call'] as Call | null | undefined) : undefined;
  return { ok: true, ...(call ? { number: call.number } : {}) };
}
