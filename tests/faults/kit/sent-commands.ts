/** Every command of the queue: who of a history's clients sends it, or why none of them does. */
import type { QueueCommandType } from '@foyer/domain/queue/decide.ts';
import type { DeskRole } from './queue-orders.ts';

const nurse = ['nurse'] as const;
const desk = ['reception', 'supervisor'] as const;
const everyStaff = ['nurse', 'reception', 'supervisor'] as const;
const supervisor = ['supervisor'] as const;

/** `bySystem`: no client may send it; the witness decides what the system did of its own accord. */
type Sent = readonly DeskRole[] | { readonly bySystem: string };

export const sentCommands: { readonly [T in QueueCommandType]: Sent } = {
  'undo-check-in': ['kiosk'],
  'issue-ticket': ['kiosk', ...desk],
  'identify-ticket': desk,
  'set-priority': desk,
  'move-in-queue': supervisor,
  'open-service-point': nurse,
  'pause-service-point': nurse,
  'close-service-point': nurse,
  'call-next': nurse,
  'call-ticket': nurse,
  recall: nurse,
  'confirm-still-here': nurse,
  'confirm-arrival': nurse,
  'finish-service': nurse,
  'mark-not-answered': nurse,
  hold: everyStaff,
  resume: desk,
  'step-out': desk,
  'call-back': { bySystem: 'so few are ahead of somebody outside that they come back' },
  'back-inside': desk,
  'come-back': ['kiosk'],
  'acknowledge-walk': nurse,
  transfer: everyStaff,
  'return-to-sender': everyStaff,
  'start-journey': everyStaff,
  'add-journey-step': everyStaff,
  'skip-journey-step': everyStaff,
  'move-journey-step': everyStaff,
  'mark-ready': everyStaff,
  'look-after-stranded': { bySystem: 'nobody has called a ticket for a minute that no open room calls' },
  'cancel-ticket': desk,
  'mark-left': desk,
  'serve-without-ticket': nurse,
  'enter-paper-visit': desk,
  'print-paper-numbers': desk,
  undo: everyStaff,
  'request-help': desk,
  'acknowledge-help': desk,
  'set-room-state': nurse,
  'announce-delay': desk,
  'set-calling-rules': supervisor,
  'show-message': desk,
  'withdraw-message': desk,
  'hand-over': nurse,
  'leave-service-point': nurse,
  'take-over': nurse,
  'close-day': supervisor,
  'reopen-day': supervisor,
  evacuate: desk,
  'all-clear': desk,
  'account-for': desk,
  'print-muster-list': desk,
};
