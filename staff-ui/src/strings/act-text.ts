// An act as a title: "Finish A043". Acts without words of their own are called "The last step".

import type { CommandType } from '@foyer/contracts/commands.ts';
import { t } from './strings.ts';

const spoken = [
  'call-next',
  'call-ticket',
  'recall',
  'confirm-arrival',
  'finish-service',
  'mark-not-answered',
  'hold',
  'resume',
  'transfer',
  'undo',
  'open-service-point',
  'pause-service-point',
  'close-service-point',
  'hand-over',
  'announce-delay',
  'admit-temporary-staff',
  'end-temporary-staff',
  'reset-pin',
  'set-room-state',
  'set-priority',
  'cancel-ticket',
  'mark-left',
  'check-in',
  'undo-check-in',
  'issue-ticket',
  'identify-ticket',
  'register-patient',
  'add-appointment',
  'cancel-appointment',
  'update-patient',
  'close-day',
  'reopen-day',
  'open-till',
  'close-till',
  'print-till-report',
  'record-charge',
  'take-payment',
  'request-help',
  'acknowledge-help',
  'confirm-clock',
  'reprint-ticket',
  'resolve-work-item',
  'evacuate',
  'all-clear',
  'account-for',
  'print-muster-list',
  'enter-paper-visit',
  'print-paper-numbers',
] as const satisfies readonly CommandType[];

export function actText(type: CommandType, number = ''): string {
  const known = spoken.find((candidate) => candidate === type);
  return t(known ? `act.${known}` : 'act.other', { number }).trim();
}
