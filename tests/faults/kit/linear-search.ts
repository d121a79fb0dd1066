/**
 * Whether a few operations that overlap could have been done one after the other, by trying every order that real time
 * allows. Of the log it knows what the clock said at each command, which alone may put one ticket before another, and
 * nothing else: only what was asked, when, and what was answered.
 */
import type { FactRow } from '@foyer/domain/queue/evolve.ts';
import { answerOf } from '@foyer/domain/queue/answer.ts';
import { ticketView } from '@foyer/domain/queue/ticket-view.ts';
import { isAccepted, type CommandSent, type Operation } from './history.ts';
import { after, decideAlone, isAnsweredSo, isSame, type FreshIds, type Instant } from './sequential-queue.ts';

/** How many ids a command may have made before the one that its answer tells of. */
const idsBefore = [0, 1, 2];

/** By their commands: when the edge did what it did, on its wall clock. */
export type Clockings = ReadonlyMap<string, number>;

export function isLinearizable(operations: readonly Operation[], from: Instant, clockings: Clockings): boolean {
  if (operations.length === 0) return true;
  const firstAnswer = Math.min(...operations.map(({ answeredAt }) => answeredAt));
  return operations.some((next) => {
    if (next.askedAt > firstAnswer) return false;
    const then = doneAlone(next, from, clockings);
    return (
      then !== undefined &&
      isLinearizable(
        operations.filter((one) => one !== next),
        then,
        clockings,
      )
    );
  });
}

/** The instant after it; undefined where it would have been answered otherwise. */
function doneAlone(operation: Operation, from: Instant, clockings: Clockings): Instant | undefined {
  if (operation.kind === 'read') {
    const ticket = from.queue.tickets.get(operation.ticketId);
    return isSame(ticket === undefined ? null : ticketView(ticket), operation.answer) ? from : undefined;
  }
  const at = Math.max(from.at, clockings.get(operation.command.commandId) ?? operation.wallAt);
  for (const fresh of freshIdsIn(operation)) {
    const then = commandedAlone(operation, from, at, fresh);
    if (then !== undefined) return then;
  }
  return undefined;
}

function commandedAlone(operation: CommandSent, from: Instant, now: number, fresh: FreshIds): Instant | undefined {
  const { command, sender, answers } = operation;
  const [answer] = answers;
  const decision = decideAlone(from, command, sender, now, fresh);
  if (answer === undefined || !isAccepted(answer) || !decision.ok) {
    return answer !== undefined && isAnsweredSo(decision, answer) ? from : undefined;
  }
  let then = from;
  for (const fact of decision.facts) {
    const { epoch, seq, businessDay } = then;
    const place = { epoch, seq: seq + 1, at: now, businessDay, actor: sender.actor };
    then = after(then, { ...fact, ...place } as FactRow);
  }
  const result = answerOf(decision.facts, then.queue);
  return isSame(withoutTimes(result), withoutTimes(answer.result)) ? then : undefined;
}

/** The id that its answer tells of, which is the first that it made, or one of the next: of a step it says nothing. */
function freshIdsIn({ command, answers }: CommandSent): readonly FreshIds[] {
  const [answer] = answers;
  const { ticket, call, helpId } = (isAccepted(answer) ? answer.result : {}) as {
    readonly ticket?: { readonly id: string; readonly publicId: string } | null;
    readonly call?: { readonly id: string } | null;
    readonly helpId?: string;
  };
  const made = call?.id ?? ticket?.id ?? helpId;
  const publicIds = ticket == null ? [] : [ticket.publicId];
  if (made === undefined) return [{ ids: [], publicIds }];
  return idsBefore.map((count) => ({
    ids: [...Array.from({ length: count }, (_, at) => `untold ${at} of ${command.commandId}`), made],
    publicIds,
  }));
}

/** When something was done is for the edge to say. */
function withoutTimes(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_key, field: unknown) => (typeof field === 'number' && field > 1e12 ? 'a time' : field)),
  );
}
