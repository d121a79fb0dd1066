// Who may send what: one table, read by both doors. What is not in it is refused. Source: API.md, "Who may send what".

import type { CommandType } from './commands.ts';
import type { Role } from './roles.ts';

const nurse = ['nurse', 'reception', 'supervisor'] as const satisfies readonly Role[];
const till = ['cashier', 'supervisor'] as const satisfies readonly Role[];
const schedule = ['reception', 'supervisor', 'admin'] as const satisfies readonly Role[];
/** Whoever works in the building. */
const anyStaff = ['nurse', 'reception', 'cashier', 'supervisor', 'admin'] as const satisfies readonly Role[];

export const commandRoles: { readonly [T in CommandType]: readonly Role[] } = {
  'register-patient': ['kiosk', 'reception', 'supervisor'],
  'update-patient': ['kiosk', 'reception', 'supervisor'],
  'erase-patient': ['admin'],
  'add-appointment': schedule,
  'import-appointments': schedule,
  'cancel-appointment': schedule,
  'request-appointment': schedule,
  'request-move': schedule,
  'request-cancellation': schedule,
  'withdraw-request': schedule,
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
  'confirm-still-here': nurse,
  'confirm-arrival': nurse,
  'finish-service': nurse,
  'mark-not-answered': nurse,
  hold: ['ticket-page', ...nurse],
  resume: ['ticket-page', 'system', ...nurse],
  'step-out': ['ticket-page', ...nurse],
  'back-inside': ['ticket-page', ...nurse],
  'call-back': ['system'],
  'acknowledge-walk': nurse,
  transfer: nurse,
  'cancel-ticket': nurse,
  'mark-left': nurse,
  'serve-without-ticket': nurse,
  'enter-paper-visit': ['reception', 'supervisor'],
  'print-paper-numbers': ['reception', 'supervisor'],
  undo: nurse,
  // A tablet may call for help while nobody is signed in on it.
  'request-help': ['kiosk', 'ticket-page', 'button', 'staff-tablet', ...nurse],
  'acknowledge-help': nurse,
  'set-room-state': nurse,
  'announce-delay': nurse,
  'hand-over': nurse,
  'apply-reassignment': nurse,
  'swap-rooms': nurse,
  'undo-reassignment': nurse,
  'leave-service-point': nurse,
  'take-over': nurse,
  'admit-temporary-staff': ['supervisor'],
  'end-temporary-staff': ['supervisor', 'admin'],
  'reset-pin': ['supervisor', 'admin'],
  'enrol-badge': ['supervisor', 'admin'],
  'remove-badge': ['supervisor', 'admin'],
  'close-day': ['system', 'reception', 'supervisor'],
  'reopen-day': ['supervisor'],
  evacuate: anyStaff,
  'all-clear': ['reception', 'supervisor', 'admin'],
  'account-for': anyStaff,
  'print-muster-list': anyStaff,
  'open-till': till,
  'close-till': till,
  'print-till-report': till,
  'record-charge': till,
  'take-payment': till,
  'record-print': ['system'],
  'confirm-clock': ['system', 'supervisor', 'admin'],
  'reprint-ticket': ['kiosk', ...nurse],
  'record-consent': ['kiosk', ...nurse],
  'answer-questionnaire': ['kiosk', ...nurse],
  'clear-screening': nurse,
  'resolve-work-item': ['reception', 'supervisor', 'admin'],
};

/** A nurse is held to the service point of the session; these roles act at any point they open. */
export const anyPointRoles: readonly Role[] = ['reception', 'supervisor', 'system'];
