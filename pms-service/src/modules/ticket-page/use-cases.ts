// The patient's own page at the centre. Its public id is its credential; what it wants of the queue is a request to the
// clinic, which owns the queue.

import { commandRoles } from '@foyer/contracts/authorisation.ts';
import type { Command } from '@foyer/contracts/commands.ts';
import type { CommandAnswer, Refusal } from '@foyer/contracts/http-api.ts';
import type { ClinicId, PublicId } from '@foyer/contracts/ids.ts';
import type { TicketView } from '@foyer/contracts/ticket-view.ts';
import { findLiveTicket } from '../live/use-cases.ts';
import { lastHeardAt } from '../reporting/use-cases.ts';
import { askEdge } from '../requests/use-cases.ts';
import { findInDirectory, ticketKey } from '../tenancy/use-cases-directory.ts';
import { findClinic } from '../tenancy/use-cases.ts';
import type { UseCaseContext } from '../use-case-context.ts';
import { findTicketOfPage, isUnheardSince, viewTicket } from '../visits/use-cases.ts';

export type PageAnswer = CommandAnswer & { readonly status: number };

/** The clinic that issued the ticket; undefined when there is no such page. */
export async function findClinicOfPage(context: UseCaseContext, publicId: PublicId): Promise<ClinicId | undefined> {
  return (await findInDirectory(context, ticketKey(publicId)))?.clinicId ?? undefined;
}

/** Undefined when there is no such page, or not any more. */
export async function readTicketPage(
  context: UseCaseContext,
  clinicId: ClinicId,
  publicId: PublicId,
): Promise<TicketView | undefined> {
  return context.withTenant({ clinicId }, async (tx) => {
    const live = await findLiveTicket(tx, clinicId, publicId);
    if (live !== undefined) return { ...live.view, asOf: live.heardAt, ...isUnheardSince(live.heardAt, context.now()) };
    const clinic = await findClinic(tx, clinicId);
    const ticket = await findTicketOfPage(context, tx, clinicId, publicId);
    if (clinic === undefined || ticket === undefined) return undefined;
    return viewTicket(context, tx, clinic, ticket, await lastHeardAt(tx, clinicId));
  });
}

/** Passes the page's command on to the clinic: pending until its answer arrives. Refuses other tickets than its own. */
export async function sendTicketCommand(
  context: UseCaseContext,
  clinicId: ClinicId,
  publicId: PublicId,
  command: Command,
): Promise<PageAnswer> {
  return context.withTenant({ clinicId }, async (tx): Promise<PageAnswer> => {
    // One whose rows are still on their way is known by what the clinic says of it now.
    const ticket =
      (await findTicketOfPage(context, tx, clinicId, publicId)) ?? (await findLiveTicket(tx, clinicId, publicId))?.view;
    if (ticket === undefined) return refuse('unknown-ticket');
    if (!commandRoles[command.type].includes('ticket-page')) return refuse('not-your-ticket');
    if ('ticketId' in command && command.ticketId !== ticket.id) return refuse('not-your-ticket');
    const body = { ticketId: ticket.id, command };
    const asked = await askEdge(context, tx, clinicId, {
      requestId: command.commandId,
      kind: 'ticket-command',
      body,
    });
    return asked.ok ? { ok: true, pending: true, status: 200 } : { ok: false, refusal: asked.refusal, status: 409 };
  });
}

function refuse(code: Refusal['code']): PageAnswer {
  return { ok: false, refusal: { code }, status: 409 };
}
