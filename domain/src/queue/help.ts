// Help asked for and taken.

import type { CommandOf } from '@foyer/contracts/commands.ts';
import type { Fact } from '@foyer/contracts/events.ts';
import type { HelpKind } from '@foyer/contracts/ticket-state.ts';
import { accept, noEffect, refuse, type Decision, type Moment, type Sender } from '../decision.ts';
import type { HelpRecord, QueueState } from './queue-state.ts';
import { withReason, withStaffReason } from './sealed-reason.ts';

export function decideRequestHelp(
  command: CommandOf<'request-help'>,
  sender: Sender,
  state: QueueState,
  moment: Moment,
): Decision {
  const ofPage = sender.actor.startsWith('ticket:') ? sender.actor.slice('ticket:'.length) : undefined;
  if (ofPage !== undefined && (command.ticketId ?? ofPage) !== ofPage) return refuse('not-your-ticket');
  const ticketId = ofPage ?? command.ticketId;
  if (ticketId !== undefined && !state.tickets.has(ticketId)) return refuse('unknown-ticket');
  const open = ofPage === undefined ? undefined : openHelpOf(command.kind, sender, state);
  if (open !== undefined) return noEffect(command.type, { helpId: open.id });
  const body = {
    helpId: moment.newId(),
    kind: command.kind,
    ...(ticketId === undefined ? {} : { ticketId }),
    ...(sender.deviceId === undefined ? {} : { deviceId: sender.deviceId }),
  };
  const fact: Fact = { type: 'v1.HelpRequested', body };
  return accept(
    ticketId === undefined
      ? withStaffReason(fact, command.reason, sender.staffId)
      : withReason(fact, command.reason, { id: ticketId }),
  );
}

/** What a patient's page asked for and nobody took yet: it sounds already, and pressing again makes it no louder. */
function openHelpOf(kind: HelpKind, { actor }: Sender, { help }: QueueState): HelpRecord | undefined {
  for (const asked of help.values()) {
    if (asked.by === actor && asked.kind === kind && asked.acknowledgedAt === null) return asked;
  }
  return undefined;
}

export function decideAcknowledgeHelp(
  command: CommandOf<'acknowledge-help'>,
  sender: Sender,
  state: QueueState,
): Decision {
  const help = state.help.get(command.helpId);
  if (help === undefined) return refuse('unknown-help');
  if (help.acknowledgedAt !== null) return noEffect(command.type, { helpId: help.id });
  const fact: Fact = { type: 'v1.HelpAcknowledged', body: { helpId: help.id } };
  return accept(withStaffReason(fact, command.reason, sender.staffId));
}
