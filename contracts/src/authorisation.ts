// Who may send what: one table, read by both doors. What is not in it is refused. Source: API.md, "Who may send what".

import type { CommandType } from './commands.ts';
import type { Role } from './roles.ts';

const nurse = ['nurse', 'reception', 'supervisor'] as const satisfies readonly Role[];
const till = ['cashier', 'supervisor'] as const satisfies readonly Role[];

export const commandRoles: { readonly [T in CommandType]: readonly Role[] } = {
  'register-patient': ['kiosk', 'reception', 'supervisor'],
  'update-patient': ['kiosk', 'reception', 'supervisor'],
  'erase-patient': ['admin'],
  'check-in': ['kiosk', 'reception', 'supervisor'],
  'undo-check-in': ['kiosk', 'reception', 'supervisor'],
  'issue-ticket': ['kiosk', ...nurse],
  'identify-ticket': nurse,
  'set-priority': nurse,
  'open-service-point': nurse,
  'pause-service-point': nurse,
  'close-service-point': nurse,
  'call-next': ['button', ...nurse],
  'call-ticket': nurse,
  recall: nurse,
  'confirm-arrival': nurse,
  'finish-service': nurse,
  'mark-not-answered': nurse,
  hold: ['ticket-page', ...nurse],
  resume: ['ticket-page', 'system', ...nurse],
  transfer: nurse,
  'cancel-ticket': nurse,
  'mark-left': nurse,
  'serve-without-ticket': nurse,
  undo: nurse,
  'request-help': ['kiosk', 'ticket-page', 'button', ...nurse],
  'acknowledge-help': nurse,
  'hand-over': nurse,
  'close-day': ['system', 'supervisor'],
  'open-till': till,
  'close-till': till,
  'record-charge': till,
  'take-payment': till,
  'record-print': ['system'],
  'apply-feed': ['system'],
  'confirm-clock': ['system', 'supervisor', 'admin'],
};

/** A nurse is held to the service point of the session; these roles act at any point they open. */
export const anyPointRoles: readonly Role[] = ['reception', 'supervisor', 'system'];
