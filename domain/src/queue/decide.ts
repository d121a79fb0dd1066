// Every command of the queue against the state it meets: the table of API.md, in its order of refusals. Pure. A code
// whose status is not 409 is answered as an error of that status.

import type { CommandOf } from '@foyer/contracts/commands.ts';
import { refuse, type Decision, type Moment, type Sender } from '../decision.ts';
import { decideJourney, journeyCommandTypes } from '../journey/decide.ts';
import { withJourneys } from '../journey/go-on.ts';
import { decideCall, decideCallNext } from './call.ts';
import { decideCallingRules } from './calling-rules.ts';
import { decideCloseDay } from './close-day.ts';
import { decideReopenDay, waitsForReopening } from './closed-day.ts';
import { decideComeBack } from './come-back.ts';
import { decideDelay } from './delay.ts';
import { decideEvacuation, waitsForAllClear } from './evacuation.ts';
import { decideAcknowledgeHelp, decideRequestHelp } from './help.ts';
import type { QueueState } from './queue-state.ts';
import type { QueueWorld } from './queue-world.ts';
import { decideShowMessage, decideWithdrawMessage } from './message.ts';
import { decidePaperNumbers } from './paper-numbers.ts';
import { decidePaperVisit } from './paper-visit.ts';
import { decideReturnToSender } from './return-to-sender.ts';
import { decideRoomState } from './room.ts';
import { decideServicePoint } from './service-points.ts';
import { decideOutside } from './step-out.ts';
import { decideRecall, decideTicketStep } from './ticket-steps.ts';
import { decideStillHere } from './still-here.ts';
import { decideStranded } from './stranded.ts';
import { decideTransfer } from './transfer.ts';
import { decideUndo } from './undo.ts';
import { decideWalk } from './walk.ts';
import { decideIssueTicket, decideServeWithoutTicket } from './walk-in.ts';

export const queueCommandTypes = [
  'undo-check-in',
  'issue-ticket',
  'identify-ticket',
  'set-priority',
  'move-in-queue',
  'open-service-point',
  'pause-service-point',
  'close-service-point',
  'call-next',
  'call-ticket',
  'recall',
  'confirm-still-here',
  'confirm-arrival',
  'finish-service',
  'mark-not-answered',
  'hold',
  'resume',
  'step-out',
  'call-back',
  'back-inside',
  'come-back',
  'acknowledge-walk',
  'transfer',
  'return-to-sender',
  ...journeyCommandTypes,
  'look-after-stranded',
  'cancel-ticket',
  'mark-left',
  'serve-without-ticket',
  'enter-paper-visit',
  'print-paper-numbers',
  'undo',
  'request-help',
  'acknowledge-help',
  'set-room-state',
  'announce-delay',
  'set-calling-rules',
  'show-message',
  'withdraw-message',
  'hand-over',
  'leave-service-point',
  'take-over',
  'close-day',
  'reopen-day',
  'evacuate',
  'all-clear',
  'account-for',
  'print-muster-list',
] as const;
export type QueueCommandType = (typeof queueCommandTypes)[number];
export type QueueCommand = { [T in QueueCommandType]: CommandOf<T> }[QueueCommandType];

export function decideQueue(
  command: QueueCommand,
  sender: Sender,
  state: QueueState,
  world: QueueWorld,
  moment: Moment,
): Decision {
  if (waitsForAllClear(command.type, state)) return refuse('evacuating');
  if (waitsForReopening(command.type, state, moment)) return refuse('day-closed');
  const decision = decide(command, sender, state, world, moment);
  return endsOrIsPast.includes(command.type) ? decision : withJourneys(decision, state, world, moment);
}

/** After these nobody goes on to another queue. */
const endsOrIsPast: readonly QueueCommandType[] = ['close-day', 'enter-paper-visit'];

function decide(command: QueueCommand, sender: Sender, state: QueueState, world: QueueWorld, moment: Moment): Decision {
  switch (command.type) {
    case 'issue-ticket':
      return decideIssueTicket(command, sender, state, world, moment);
    case 'serve-without-ticket':
      return decideServeWithoutTicket(command, sender, state, world, moment);
    case 'enter-paper-visit':
      return decidePaperVisit(command, state, world, moment);
    case 'print-paper-numbers':
      return decidePaperNumbers(command, sender, state, world);
    case 'call-next':
      return decideCallNext(command, state, world, moment);
    case 'call-ticket':
      return decideCall(command, state, world, moment);
    case 'transfer':
      return decideTransfer(command, state, world, moment);
    case 'return-to-sender':
      return decideReturnToSender(command, state, world, moment);
    case 'start-journey':
    case 'add-journey-step':
    case 'skip-journey-step':
    case 'move-journey-step':
    case 'mark-ready':
      return decideJourney(command, state, world, moment);
    case 'look-after-stranded':
      return decideStranded(command, state, world, moment);
    case 'undo':
      return decideUndo(command, sender, state, world, moment);
    case 'close-day':
      return decideCloseDay(command, sender, state, world, moment);
    case 'reopen-day':
      return decideReopenDay(command, sender, state, moment);
    case 'set-room-state':
      return decideRoomState(command, sender, state, world);
    case 'announce-delay':
      return decideDelay(command, sender, state, world, moment);
    case 'set-calling-rules':
      return decideCallingRules(command, sender, state, world);
    case 'show-message':
      return decideShowMessage(command, sender, state, moment);
    case 'withdraw-message':
      return decideWithdrawMessage(command, sender, state, moment);
    case 'open-service-point':
    case 'pause-service-point':
    case 'close-service-point':
    case 'hand-over':
    case 'leave-service-point':
    case 'take-over':
      return decideServicePoint(command, sender, state, world, moment);
    case 'step-out':
    case 'call-back':
    case 'back-inside':
      return decideOutside(command, sender, state, world);
    case 'come-back':
      return decideComeBack(command, state, moment);
    case 'acknowledge-walk':
      return decideWalk(command, state);
    case 'request-help':
      return decideRequestHelp(command, sender, state, moment);
    case 'acknowledge-help':
      return decideAcknowledgeHelp(command, sender, state);
    case 'evacuate':
    case 'all-clear':
    case 'account-for':
    case 'print-muster-list':
      return decideEvacuation(command, sender, state);
    case 'confirm-still-here':
      return decideStillHere(command, state);
    case 'recall':
      return decideRecall(command, state, world);
    default:
      return decideTicketStep(command, sender, state, world, moment);
  }
}
