// What the system itself decides to do goes through the same door as everything else.

import type { Command } from '@foyer/contracts/commands.ts';
import type { Sender } from '@foyer/domain/decision.ts';
import type { Ids } from '../ports/ids.ts';
import type { Log } from '../ports/log.ts';
import type { StatusAnswer, Writer } from '../ports/writer.ts';

export interface SystemCommandsParts {
  readonly writer: Pick<Writer, 'submit'>;
  readonly ids: Pick<Ids, 'newId'>;
  readonly log: Log;
  readonly now: () => number;
}
type WithoutId<C> = C extends unknown ? Omit<C, 'commandId'> : never;

const system: Sender = { actor: 'system', roles: ['system'] };

export class SystemCommands {
  readonly #parts: SystemCommandsParts;

  constructor(parts: SystemCommandsParts) {
    this.#parts = parts;
  }

  /** Never rejects: what came of it is logged by its code. */
  async send(command: WithoutId<Command>): Promise<StatusAnswer | undefined> {
    const { writer, ids, log, now } = this.#parts;
    const whole = { ...command, commandId: ids.newId(now()) } as Command;
    try {
      const answer = await writer.submit({ command: whole, sender: system });
      if (!answer.ok) {
        const code = 'refusal' in answer ? answer.refusal.code : answer.error.code;
        log.warn('system-command-not-done', { type: command.type, code });
      }
      return answer;
    } catch (cause) {
      log.error('system-command-failed', { type: command.type }, cause);
      return undefined;
    }
  }
}
