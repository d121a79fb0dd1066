// A command that a ticket page sent to the centre, and that the feed brings as a request: read without trust, and held to
// what the page may do with its own ticket.

import type { Command } from '@foyer/contracts/commands.ts';
import { uuidPattern, uuidV7Time } from '@foyer/contracts/ids.ts';
import { helpKinds, stepOutThresholds, type HelpKind, type StepOutThreshold } from '@foyer/contracts/ticket-state.ts';
import { minuteMs, type EpochMs } from '@foyer/contracts/time.ts';
import type { Sender } from '@foyer/domain/decision.ts';

export interface TicketRequest {
  readonly command: Command;
  readonly sender: Sender;
}

/** Undefined when it is not one of the page's commands for its own ticket. */
export function ticketRequest(body: unknown): TicketRequest | undefined {
  if (!isRecord(body) || !isRecord(body['command'])) return undefined;
  const { ticketId, command } = body;
  if (typeof ticketId !== 'string' || !new RegExp(uuidPattern).test(ticketId)) return undefined;
  const { commandId, ticketId: named = ticketId, until, kind, whenAhead } = command as Record<string, unknown>;
  if (typeof commandId !== 'string' || uuidV7Time(commandId) === undefined || named !== ticketId) return undefined;
  const sender: Sender = { actor: `ticket:${ticketId}`, roles: ['ticket-page'] };
  switch ((command as Record<string, unknown>)['type']) {
    case 'hold': {
      if (until === undefined) return { command: { commandId, type: 'hold', ticketId }, sender };
      if (typeof until !== 'number' || !Number.isSafeInteger(until) || until < 0) return undefined;
      return { command: { commandId, type: 'hold', ticketId, until }, sender };
    }
    case 'resume':
      return { command: { commandId, type: 'resume', ticketId }, sender };
    case 'step-out':
      return isThreshold(whenAhead)
        ? { command: { commandId, type: 'step-out', ticketId, whenAhead }, sender }
        : undefined;
    case 'back-inside':
      return { command: { commandId, type: 'back-inside', ticketId }, sender };
    case 'request-help':
      return isHelpKind(kind) ? { command: { commandId, type: 'request-help', kind, ticketId }, sender } : undefined;
    default:
      return undefined;
  }
}

/** Long after the page has said that it was not confirmed: the patient has come back inside. */
const holdsForMs = minuteMs;

/** Help is wanted however late the call comes, and who came back is still inside. */
const alwaysWanted: readonly Command['type'][] = ['request-help', 'back-inside'];

/** Whether what was asked is no longer what the patient wants. */
export function isTooOld({ command }: TicketRequest, now: EpochMs): boolean {
  return !alwaysWanted.includes(command.type) && now - (uuidV7Time(command.commandId) ?? 0) > holdsForMs;
}

function isThreshold(value: unknown): value is StepOutThreshold {
  return stepOutThresholds.some((known) => known === value);
}

function isHelpKind(kind: unknown): kind is HelpKind {
  return helpKinds.some((known) => known === kind);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
