// Help asked for and taken.

import type { CommandOf } from '@foyer/contracts/commands.ts';
import { accept, noEffect, refuse, type Decision, type Moment, type Sender } from '../decision.ts';
import type { QueueState } from './queue-state.ts';

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
  const body = {
    helpId: moment.newId(),
    kind: command.kind,
    ...(ticketId === undefined ? {} : { ticketId }),
    ...(sender.deviceId === undefined ? {} : { deviceId: sender.deviceId }),
  };
  return accept({ type: 'v1.HelpRequested', body });
}

export function decideAcknowledgeHelp(command: CommandOf<'acknowledge-help'>, state: QueueState): Decision {
  const help = state.help.get(command.helpId);
  if (help === undefined) return refuse('unknown-help');
  if (help.acknowledgedAt !== null) return noEffect(command.type, { helpId: help.id });
  return accept({ type: 'v1.HelpAcknowledged', body: { helpId: help.id } });
}
