import { TicketState } from '@foyer/contracts/ticket-state.ts';
import type { WaitView } from '@foyer/contracts/wait-view.ts';
import type { TicketRecord } from '@foyer/domain/queue/queue-state.ts';
import type { ClinicState } from './clinic-state.ts';

/** While it waits, and once something can be told. */
export function ticketWait({ id, standing }: TicketRecord, { waits }: ClinicState): { readonly wait?: WaitView } {
  return standing.state === TicketState.waiting ? said(waits.tickets.get(id)) : {};
}

/** Of who takes a number for it now. */
export function serviceWait(serviceId: string, { waits }: ClinicState): { readonly wait?: WaitView } {
  return said(waits.services.get(serviceId));
}

function said(wait: WaitView | undefined): { readonly wait?: WaitView } {
  return wait === undefined ? {} : { wait };
}
