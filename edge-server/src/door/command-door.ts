// The one door for change: what HTTP, sockets, things and reactions send is validated by one schema and handed to
// one writer, whose use cases judge by one table who may send what. Source: ADR 0003.

import { AppError } from '@foyer/contracts/app-error.ts';
import type { Command } from '@foyer/contracts/commands.ts';
import type { Credential } from '../ports/access.ts';
import type { CommandDoor } from '../ports/command-door.ts';
import type { Identifications } from '../ports/identifications.ts';
import type { Log } from '../ports/log.ts';
import type { LiveFacts } from '../ports/views.ts';
import type { StatusAnswer, Submission, Writer } from '../ports/writer.ts';
import { codedAnswer } from './answers.ts';
import { senderOf } from './sender.ts';
import type * as Validation from './validation.ts';

export interface CommandDoorParts {
  readonly writer: Pick<Writer, 'submit'>;
  readonly identifications: Pick<Identifications, 'find' | 'adopt'>;
  readonly live: Pick<LiveFacts, 'scanUsed'>;
  readonly log: Log;
  /** Told of every answer, for the metrics. */
  readonly answered?: (type: string, answer: StatusAnswer) => void;
}

export class OneDoor implements CommandDoor {
  readonly #parts: CommandDoorParts;

  constructor(parts: CommandDoorParts) {
    this.#parts = parts;
  }

  async submit(sent: unknown, credential: Credential): Promise<StatusAnswer> {
    const { validateCommand } = await validation();
    const validated = validateCommand(sent);
    if (!validated.ok) return this.#told('invalid', codedAnswer(validated.code, validated));
    const { command } = validated;
    const sender = senderOf(credential);
    return this.#told(command.type, await this.#submit(command, credential, { command, sender }));
  }

  async #submit(command: Command, credential: Credential, submission: Submission): Promise<StatusAnswer> {
    try {
      const { writer } = this.#parts;
      if (credential.kind !== 'device' || credential.role !== 'kiosk') return await writer.submit(submission);
      if (command.type === 'check-in' && command.qr !== undefined) this.#parts.live.scanUsed(credential.deviceId);
      const identified = this.#identified(command, credential.deviceId);
      const answer = await writer.submit(identified === undefined ? submission : { ...submission, identified });
      return this.#withIdentification(command, credential.deviceId, answer);
    } catch (cause) {
      const code = cause instanceof AppError ? cause.code : 'internal';
      this.#parts.log.error('command-failed', { type: command.type, commandId: command.commandId, code }, cause);
      return codedAnswer(code);
    }
  }

  #identified(command: Command, deviceId: string) {
    if (!('identificationId' in command) || command.identificationId === undefined) return undefined;
    return this.#parts.identifications.find(deviceId, command.identificationId);
  }

  /** Who registers at a kiosk is identified by that. */
  #withIdentification(command: Command, deviceId: string, answer: StatusAnswer): StatusAnswer {
    if (command.type !== 'register-patient' || !answer.ok || !('result' in answer)) return answer;
    const { patientId } = answer.result;
    if (typeof patientId !== 'string') return answer;
    const identificationId = this.#parts.identifications.adopt(deviceId, command.commandId, patientId);
    return { ...answer, result: { ...answer.result, identificationId } };
  }

  #told(type: string, answer: StatusAnswer): StatusAnswer {
    this.#parts.answered?.(type, answer);
    return answer;
  }
}

/** The schemas are the heaviest thing to load: they come with the first command, and starting does not wait for them. */
let loaded: Promise<typeof Validation> | undefined;
function validation(): Promise<typeof Validation> {
  loaded ??= import('./validation.ts');
  return loaded;
}
