// What may still be written while the disk is full and its reserve is in use: nobody is admitted, and nothing is set up;
// who is here is called, served, paid for and told, and the day is closed.

import type { CommandType } from '@foyer/contracts/commands.ts';
import type { Job } from './jobs.ts';

const fromTheReserve: readonly CommandType[] = [
  'call-next',
  'call-ticket',
  'recall',
  'confirm-still-here',
  'confirm-arrival',
  'finish-service',
  'mark-not-answered',
  'hold',
  'resume',
  'back-inside',
  'call-back',
  'acknowledge-walk',
  'transfer',
  'return-to-sender',
  'cancel-ticket',
  'mark-left',
  'undo',
  'request-help',
  'acknowledge-help',
  'set-room-state',
  'pause-service-point',
  'close-service-point',
  'hand-over',
  'leave-service-point',
  'take-over',
  'announce-delay',
  'show-message',
  'withdraw-message',
  'evacuate',
  'all-clear',
  'account-for',
  'print-muster-list',
  'record-charge',
  'take-payment',
  'close-till',
  'print-till-report',
  'record-print',
  'close-day',
];

export function mayUseReserve(job: Job): boolean {
  switch (job.kind) {
    case 'submit':
      return fromTheReserve.includes(job.submission.command.type);
    case 'feed':
    case 'initialise':
    case 'begin-epoch':
    case 'keep-base-part':
    case 'keep-checkpoint':
    case 'prune':
      return false;
    // Who signs in, what the centre has, what time it is.
    case 'box':
    case 'acknowledged':
    case 'look-at-clock':
    case 'beat':
      return true;
  }
}
