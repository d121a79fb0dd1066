// How a clinic is now, as its edge says beside the log while the log's rows wait to be relayed. Nothing is counted from it
// and nothing decided by it: it is shown in place of what the rows say, until they are here. Source: ADR 0017.

import type { LiveDay, LiveReport } from '@foyer/contracts/live-report.ts';
import type { ClinicId } from '@foyer/contracts/ids.ts';
import { dayMs, type EpochMs } from '@foyer/contracts/time.ts';
import type { TicketView } from '@foyer/contracts/ticket-view.ts';
import { announce, visitsTopic } from '../../adapters/postgres/changes.ts';
import type { Transaction } from '../../adapters/postgres/tenant.ts';
import { enterDirectory, ticketKey } from '../tenancy/use-cases-directory.ts';
import type { UseCaseContext } from '../use-case-context.ts';
import { deleteReport, putReport, replaceTickets, selectLiveDay, selectLiveTicket } from './queries.ts';

/** As long as a ticket's page is found by its rows. */
const directoryLifeMs = 4 * dayMs;

/** In the place of the report before, unless that was made from later rows. */
export async function takeLiveReport(context: UseCaseContext, clinicId: ClinicId, report: LiveReport): Promise<void> {
  await context.withTenant({ clinicId }, async (tx) => {
    if (!(await putReport(tx, clinicId, report, context.now()))) return;
    const fresh = new Set(await replaceTickets(tx, clinicId, report.tickets));
    const keys = report.tickets
      .filter(({ publicId }) => fresh.has(publicId))
      .map(({ publicId, issuedAt }) => ({ key: ticketKey(publicId), expiresAt: issuedAt + directoryLifeMs }));
    if (keys.length > 0) await enterDirectory(tx, { clinicId, networkId: null }, keys, context.now());
    await announce(tx, visitsTopic(clinicId));
  });
}

/** The ticket's page as the clinic said last; undefined once its rows are here, or where it did not say. */
export function findLiveTicket(
  tx: Transaction,
  clinicId: ClinicId,
  publicId: string,
): Promise<{ readonly view: TicketView; readonly heardAt: EpochMs } | undefined> {
  return selectLiveTicket(tx, clinicId, publicId);
}

/** The clinic's day as it said last; undefined once its rows are here. */
export function findLiveDay(
  tx: Transaction,
  clinicId: ClinicId,
): Promise<{ readonly day: LiveDay; readonly heardAt: EpochMs } | undefined> {
  return selectLiveDay(tx, clinicId);
}

/** Somebody was erased: whatever was said before is not shown any more; the next report says how it is now. */
export async function dropLiveReport(tx: Transaction, clinicId: ClinicId): Promise<void> {
  await deleteReport(tx, clinicId);
}
