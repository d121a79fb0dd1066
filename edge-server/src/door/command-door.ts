// The one door for change: what HTTP, sockets, things and reactions send is validated by one schema and handed to
// one writer, whose use cases judge by one table who may send what. Source: ADR 0003.

import { AppError } from '@foyer/contracts/app-error.ts';
import { commandRoles } from '@foyer/contracts/authorisation.ts';
import type { Command, CommandOf } from '@foyer/contracts/commands.ts';
import type { ErrorCode } from '@foyer/contracts/error-codes.ts';
import { isEasyPin } from '@foyer/contracts/set-up-faults.ts';
import type { Sender } from '@foyer/domain/decision.ts';
import type { Credential } from '../ports/access.ts';
import type { Allowance } from '../ports/allowance.ts';
import type { BadgeHasher } from '../ports/badge-hasher.ts';
import type { CommandDoor } from '../ports/command-door.ts';
import type { Identifications } from '../ports/identifications.ts';
import type { Log } from '../ports/log.ts';
import type { PinHasher } from '../ports/pin-hasher.ts';
import type { LiveFacts } from '../ports/views.ts';
import type { StatusAnswer, Submission, Writer } from '../ports/writer.ts';
import { codedAnswer } from './answers.ts';
import { kioskReprints } from './kiosk-reprints.ts';
import { senderOf } from './sender.ts';
import type * as Validation from './validation.ts';

type SetsPin = CommandOf<'admit-temporary-staff' | 'reset-pin'>;

export interface CommandDoorParts {
  readonly writer: Pick<Writer, 'submit'>;
  readonly identifications: Pick<Identifications, 'find' | 'adopt'>;
  readonly live: Pick<LiveFacts, 'scanUsed' | 'pinLocked'>;
  readonly pins: PinHasher;
  readonly badges: BadgeHasher;
  readonly log: Log;
  readonly now: () => number;
  /** With which every command is refused while nothing may be written; absent: the writer decides. */
  readonly refusal?: () => ErrorCode | undefined;
  /** Told of every answer, for the metrics. */
  readonly answered?: (type: string, answer: StatusAnswer) => void;
  /** The schemas are the heaviest thing to load: they come with the first command, and starting does not wait for them. */
  readonly loadValidation?: () => Promise<Pick<typeof Validation, 'validateCommand'>>;
}

export class OneDoor implements CommandDoor {
  readonly #parts: CommandDoorParts;
  readonly #reprints: Allowance;
  #validation: Promise<Pick<typeof Validation, 'validateCommand'>> | undefined;
  #validate: typeof Validation.validateCommand | undefined;

  constructor(parts: CommandDoorParts) {
    this.#parts = parts;
    this.#reprints = kioskReprints(parts.now);
  }

  async submit(sent: unknown, credential: Credential): Promise<StatusAnswer> {
    let command: Command | undefined;
    try {
      const validate = this.#validate ?? (await this.#loadValidation());
      const validated = validate(sent);
      if (!validated.ok) return this.#told('invalid', codedAnswer(validated.code, validated));
      command = validated.command;
      const refusal = this.#parts.refusal?.();
      if (refusal !== undefined) return this.#told(command.type, codedAnswer(refusal));
      const sender = senderOf(credential);
      if ('badge' in command && command.badge !== undefined) {
        return this.#told(command.type, await this.#enrolBadge(command, command.badge, sender));
      }
      if (!('pin' in command) || command.pin === undefined) {
        return this.#told(command.type, await this.#submit(command, credential, { command, sender }));
      }
      return this.#told(command.type, await this.#setPin(command, command.pin, sender));
    } catch (cause) {
      const code = cause instanceof AppError ? cause.code : 'internal';
      const type = command?.type ?? 'invalid';
      this.#parts.log.error('command-failed', { type, commandId: command?.commandId, code }, cause);
      return this.#told(type, codedAnswer(code));
    }
  }

  /**
   * Once: asking for a module that is there takes longer than holding a command against its schema. Whoever comes
   * meanwhile waits for the same, so that nobody is overtaken.
   */
  async #loadValidation(): Promise<typeof Validation.validateCommand> {
    const { loadValidation = () => import('./validation.ts') } = this.#parts;
    this.#validation ??= loadValidation();
    try {
      const { validateCommand } = await this.#validation;
      this.#validate = validateCommand;
      return validateCommand;
    } catch (fault) {
      this.#validation = undefined;
      throw fault;
    }
  }

  async #submit(command: Command, credential: Credential, submission: Submission): Promise<StatusAnswer> {
    const { writer, live } = this.#parts;
    if (credential.kind !== 'device' || credential.role !== 'kiosk') return writer.submit(submission);
    if (command.type === 'reprint-ticket' && !this.#reprints.take(command.ticketId)) return codedAnswer('rate-limited');
    if (command.type === 'check-in' && command.qr !== undefined) live.scanUsed(credential.deviceId);
    const identified = this.#identified(command, credential.deviceId);
    const answer = await writer.submit(identified === undefined ? submission : { ...submission, identified });
    return this.#withIdentification(command, credential.deviceId, answer);
  }

  /** Its hash goes beside the command, so that no trace of the digits is kept. Costly, so only for who may. */
  async #setPin({ pin: _pin, ...command }: SetsPin, pin: string, sender: Sender): Promise<StatusAnswer> {
    const { writer, pins, live } = this.#parts;
    if (!commandRoles[command.type].some((role) => sender.roles.includes(role))) return codedAnswer('not-allowed');
    if (isEasyPin(pin)) return codedAnswer('pin-too-easy');
    const newPin = { hash: await pins.hash(pin), digits: pin.length };
    const answer = await writer.submit({ command, sender, newPin });
    const staffId = answer.ok && 'result' in answer ? answer.result['staffId'] : undefined;
    if (typeof staffId === 'string') live.pinLocked(staffId, null);
    return answer;
  }

  #enrolBadge({ badge: _badge, ...command }: CommandOf<'enrol-badge'>, badge: string, sender: Sender) {
    const { writer, badges } = this.#parts;
    return writer.submit({ command, sender, newBadge: badges.hash(badge) });
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
