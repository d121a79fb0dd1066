// What may be done with a ticket in each state. Source: API.md, the table of commands.

import type { CommandType } from '@foyer/contracts/commands.ts';
import { commandRoles } from '@foyer/contracts/authorisation.ts';
import type { StaffRole } from '@foyer/contracts/roles.ts';
import type { TicketState } from '@foyer/contracts/ticket-state.ts';

const open: readonly TicketState[] = ['waiting', 'called', 'serving', 'on-hold', 'not-answered'];

const fromStates = {
  recall: ['called'],
  'mark-not-answered': ['called'],
  hold: ['waiting', 'called', 'serving'],
  'step-out': ['waiting'],
  transfer: ['waiting', 'called', 'serving', 'on-hold'],
  'return-to-sender': ['waiting', 'called', 'serving', 'on-hold'],
  'add-journey-step': open,
  'confirm-arrival': ['called'],
  'finish-service': ['called', 'serving'],
  'call-ticket': ['waiting', 'on-hold', 'not-answered'],
  'set-priority': ['waiting', 'on-hold'],
  'move-in-queue': ['waiting'],
  resume: ['on-hold', 'not-answered', 'left'],
  'undo-check-in': ['waiting'],
  'identify-ticket': open,
  'reprint-ticket': open,
  'cancel-ticket': open,
  'mark-left': open,
} as const satisfies { readonly [T in CommandType]?: readonly TicketState[] };

export type TicketAct = keyof typeof fromStates;

export function mayAct(act: TicketAct, state: TicketState | undefined): boolean {
  return state !== undefined && (fromStates[act] as readonly TicketState[]).includes(state);
}

/** Whether any of the roles may send this command at all. */
export function maySend(roles: readonly StaffRole[], type: CommandType): boolean {
  return roles.some((role) => commandRoles[type].includes(role));
}
