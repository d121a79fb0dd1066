// One command inside the open transaction: recognised when it was here before, decided, appended, folded, answered.
// Whatever it throws, the savepoint around it takes back. Source: ADR 0003.

import { uuidV7Time } from '@foyer/contracts/ids.ts';
import { dayMs, minuteMs } from '@foyer/contracts/time.ts';
import type { CommandMemory, RememberedAnswer } from '../ports/command-memory.ts';
import type { Sealer } from '../ports/sealer.ts';
import type { StatusAnswer, Submission } from '../ports/writer.ts';
import { decideCommand } from '../use-cases/decide-command.ts';
import type { UseCaseContext } from '../use-cases/context.ts';
import { codeAnswer, refusalAnswer } from './answers.ts';
import type { Now } from './clinic-time.ts';
import type { Fold } from './fold.ts';
import type { LogWriter } from './log-writer.ts';

/** A commandId is made from the server's time: neither of long ago nor of the future. */
export const commandLivesMs = 30 * dayMs;
export const commandAheadMs = 10 * minuteMs;

export interface CommandHandlerParts {
  readonly answers: CommandMemory;
  readonly sealer: Pick<Sealer, 'keyedHash'>;
  readonly writer: LogWriter;
  readonly fold: Fold;
}

export class CommandHandler {
  readonly #parts: CommandHandlerParts;

  constructor(parts: CommandHandlerParts) {
    this.#parts = parts;
  }

  /** Whether a command of this id was answered. */
  knows(commandId: string): boolean {
    return this.#parts.answers.recall(commandId) !== undefined;
  }

  handle(
    { command, sender, identified, newPin, newBadge }: Submission,
    context: UseCaseContext,
    now: Now,
  ): StatusAnswer {
    const { answers, sealer, writer, fold } = this.#parts;
    const madeAt = uuidV7Time(command.commandId) ?? 0;
    if (madeAt > now.at + commandAheadMs) return codeAnswer('command-id-in-future');
    if (madeAt < now.wall - commandLivesMs) return codeAnswer('command-too-old');
    const bodyHash = sealer.keyedHash(canonicalText(command));
    const first = answers.recall(command.commandId);
    if (first !== undefined && isRepeat(first, sender.actor, bodyHash)) {
      return { ...(JSON.parse(first.answer) as StatusAnswer), status: first.status };
    }
    const decision =
      first === undefined
        ? decideCommand(command, { sender, identified, newPin, newBadge }, context)
        : { ok: false as const, refusal: { code: 'command-id-reused' as const } };

    if (!decision.ok) {
      const answer = refusalAnswer(decision.refusal);
      const { status, ...said } = answer;
      answers.refused({
        at: now.at,
        actor: sender.actor,
        command: command.type,
        commandId: command.commandId,
        bodyHash,
        status,
        code: decision.refusal.code,
        answer: JSON.stringify(said),
      });
      return answer;
    }
    const { clinicId, epoch } = context;
    const { at, businessDay } = now;
    const by = {
      clinicId,
      epoch,
      actor: sender.actor,
      commandId: command.commandId,
      at,
      businessDay,
    };
    const rows = writer.append(decision.facts, by);
    const last = rows.at(-1);
    if (last === undefined) throw new Error(`nothing decided for ${command.type}`);
    const result = fold.answer(command.commandId, rows, last, bodyHash);
    return { status: 200, ok: true, epoch, seq: last.seq, result };
  }
}

function isRepeat(first: RememberedAnswer, actor: string, bodyHash: Uint8Array): boolean {
  if (first.actor !== actor) return false;
  return first.bodyHash === null || bodyHash.every((byte, index) => byte === first.bodyHash?.[index]);
}

/** The same body however its fields are ordered. */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join()}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? '';
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  fields.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonicalText(field)}`).join()}}`;
}
