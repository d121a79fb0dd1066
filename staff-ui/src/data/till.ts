// What a ticket owes, who is to pay, and what the drawer must hold.

import type { TicketId } from '@foyer/contracts/ids.ts';
import type { PatientView, StaffTicket, StaffView } from '@foyer/contracts/staff-view.ts';
import type { ChargeView, PaymentView, TillView } from '@foyer/contracts/till-view.ts';

export interface Bill {
  readonly ticket: StaffTicket;
  readonly patient?: PatientView;
  readonly unpaid: readonly ChargeView[];
  readonly paid: readonly ChargeView[];
  readonly dueMinor: number;
}

export function billOf(view: StaffView, ticketId: TicketId): Bill | undefined {
  const ticket = view.tickets[ticketId];
  if (!ticket) return undefined;
  const charges = Object.values(view.charges)
    .filter((charge) => charge.ticketId === ticketId)
    .toSorted((a, b) => a.at - b.at);
  const unpaid = charges.filter((charge) => !charge.paymentId);
  const patient = ticket.patientId ? view.patients[ticket.patientId] : undefined;
  return {
    ticket,
    ...(patient ? { patient } : {}),
    unpaid,
    paid: charges.filter((charge) => charge.paymentId),
    dueMinor: unpaid.reduce((sum, charge) => sum + charge.amountMinor, 0),
  };
}

/** Who can be billed: those who owe first, then those who were seen; the latest step first. */
export function billsToday(view: StaffView): readonly Bill[] {
  return Object.values(view.tickets)
    .filter((ticket) => ticket.state === 'serving' || ticket.state === 'completed' || owes(view, ticket.id))
    .map((ticket) => billOf(view, ticket.id)!)
    .toSorted((a, b) => Number(b.dueMinor > 0) - Number(a.dueMinor > 0) || compareSteps(b.ticket, a.ticket));
}

/** What the drawer holds when nothing went wrong. */
export function expectedCashMinor(till: TillView): number {
  return till.floatMinor + till.takenCashMinor;
}

export function paymentsLatestFirst(view: StaffView): readonly PaymentView[] {
  return Object.values(view.payments).toSorted((a, b) => b.at - a.at);
}

function owes(view: StaffView, ticketId: TicketId): boolean {
  return Object.values(view.charges).some((charge) => charge.ticketId === ticketId && !charge.paymentId);
}

function compareSteps(a: StaffTicket, b: StaffTicket): number {
  return a.last.epoch - b.last.epoch || a.last.seq - b.last.seq;
}
