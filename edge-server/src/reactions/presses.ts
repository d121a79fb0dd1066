// A call button: one press calls the next patient to its service point and closes the one before; a long press asks for
// help. One without a service point is there for help alone: every press asks for it. The button is told what came of
// it, in numbers and codes.

import { randomBytes } from 'node:crypto';
import type { Call } from '@foyer/contracts/views.ts';
import type { CommandDoor } from '../ports/command-door.ts';
import type { Log } from '../ports/log.ts';
import type { Press, Things } from '../ports/things.ts';
import type { StatusAnswer } from '../ports/writer.ts';
import { pressCommandId } from './press-command-id.ts';

export interface PressesParts {
  readonly things: Pick<Things, 'onPress' | 'tell'>;
  readonly door: CommandDoor;
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
    const { things, door, log, now } = this.#parts;
    const commandId = pressCommandId(pressed, now(), () => randomBytes(10));
    const command =
      press === 'long' || servicePointId === null
        ? { commandId, type: 'request-help', kind: 'assistance' }
        : { commandId, type: 'call-next', servicePointId, finishCurrent: 'completed' };
    const answer = await door.submit(command, {
      kind: 'device',
      role: 'button',
      deviceId,
      servicePointId,
    });
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
