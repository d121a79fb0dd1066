// Visits as the edge relays them, and what a ticket's own page may know of one.

import { dayMs, type EpochMs } from '@foyer/contracts/time.ts';
import type { TicketView } from '@foyer/contracts/ticket-view.ts';
import { pathOf } from '@foyer/domain/journey/path.ts';
import { ticketDelays } from '@foyer/domain/queue/delay-view.ts';
import { nextCallAt } from '@foyer/domain/queue/next-call.ts';
import { peopleAhead, pointsFor } from '@foyer/domain/queue/order.ts';
import { emptyQueue, type QueueState, type TicketRecord } from '@foyer/domain/queue/queue-state.ts';
import { awaitedRoomView, steppedOutView } from '@foyer/domain/queue/ticket-view.ts';
import type { Transaction } from '../../adapters/postgres/tenant.ts';
import { findCallingRules } from '../calling-rules/use-cases.ts';
import { findDelays } from '../delays/use-cases.ts';
import type { DeadLetter, InboxFact } from '../facts/types.ts';
import { waitsElsewhere } from '../forms/use-cases.ts';
import { businessDayOf, findStaff } from '../scheduling/use-cases.ts';
import { enterDirectory, ticketKey } from '../tenancy/use-cases-directory.ts';
import type { Clinic } from '../tenancy/types.ts';
import type { UseCaseContext } from '../use-case-context.ts';
import { viewWait } from '../waits/use-cases.ts';
import {
  putEvacuation,
  putHelp,
  putServicePoints,
  putServicesGiven,
  putVisits,
  selectEvacuation,
  selectHelp,
  selectLatestHelp,
  selectServicePoints,
  selectVisitByPublicId,
  selectVisits,
  selectWaiting,
} from './queries.ts';
import { ServiceLedger } from './rules-services.ts';
import { foldVisits, helpState, isUnheard, pageIsValid, touchedBy } from './rules.ts';

/** How long a public id is found at all: a day of waiting, and the day after it with room to spare. */
const directoryLifeMs = 4 * dayMs;

export async function applyVisitFacts(
  context: UseCaseContext,
  tx: Transaction,
  clinicId: string,
  facts: readonly InboxFact[],
): Promise<readonly DeadLetter[]> {
  const touched = facts.map(touchedBy);
  const ticketIds = [...new Set(touched.flatMap((each) => each.tickets))];
  const erased = facts.flatMap((fact) => (fact.type === 'v1.SubjectErased' ? [fact.body.subjectId] : []));
  const visits = await selectVisits(tx, clinicId, ticketIds, erased);
  const standingAt = visits.map(({ ticket }) => ticket.standing.servicePointId).filter((id) => id !== null);
  const pointIds = [...new Set([...touched.flatMap((each) => each.points), ...standingAt])];
  const servicePoints = pointIds.length === 0 ? [] : await selectServicePoints(tx, clinicId, pointIds);
  const helpIds = touched.flatMap((each) => each.help);
  const help = helpIds.length === 0 ? [] : await selectHelp(tx, clinicId, helpIds);

  const evacuation = touched.some((each) => each.evacuation) ? await selectEvacuation(tx, clinicId) : undefined;

  const services = new ServiceLedger();
  const changes = foldVisits({ visits, servicePoints, help, evacuation }, facts, services.note);
  if (changes.visits.length > 0) await putVisits(tx, clinicId, changes.visits);
  if (changes.servicePoints.length > 0) await putServicePoints(tx, clinicId, changes.servicePoints);
  if (changes.help.length > 0) await putHelp(tx, clinicId, changes.help);
  await putServicesGiven(tx, clinicId, services.changes);
  if (changes.evacuation !== undefined) await putEvacuation(tx, clinicId, changes.evacuation);
  const keys = changes.issued.map(({ publicId, issuedAt }) => ({
    key: ticketKey(publicId),
    expiresAt: issuedAt + directoryLifeMs,
  }));
  if (keys.length > 0) await enterDirectory(tx, { clinicId, networkId: null }, keys, context.now());
  return changes.dead;
}

/** The tickets that facts are about. */
export function ticketsOf(facts: readonly InboxFact[]): readonly string[] {
  return [...new Set(facts.flatMap((fact) => touchedBy(fact).tickets))];
}

/** These tickets as all that the log says of them makes them; rooms stay as they are now. */
export async function refoldVisits(
  tx: Transaction,
  clinicId: string,
  facts: readonly InboxFact[],
  ticketIds: readonly string[],
): Promise<void> {
  const services = new ServiceLedger();
  const { visits } = foldVisits({ visits: [], servicePoints: [], help: [] }, facts, services.note);
  const asked = visits.filter(({ ticket }) => ticketIds.includes(ticket.id));
  if (asked.length > 0) await putVisits(tx, clinicId, asked);
  await putServicesGiven(tx, clinicId, services.changes);
}

/** Undefined when there is none, or its page has gone out of date. */
export async function findTicketOfPage(
  context: UseCaseContext,
  tx: Transaction,
  clinicId: string,
  publicId: string,
): Promise<TicketRecord | undefined> {
  const ticket = await selectVisitByPublicId(tx, clinicId, publicId);
  return ticket !== undefined && pageIsValid(ticket, context.now()) ? ticket : undefined;
}

/** What a patient's own page shows, as of when the clinic's edge was last heard from. */
export async function viewTicket(
  context: UseCaseContext,
  tx: Transaction,
  clinic: Clinic,
  ticket: TicketRecord,
  lastHeardAt: EpochMs | null,
): Promise<TicketView> {
  const { standing } = ticket;
  const asked = await selectLatestHelp(tx, clinic.clinicId, ticket.id);
  const help = asked === undefined ? undefined : helpState(asked, context.now());
  const { services, servicePoints, name } = clinic.configuration;
  const elsewhere = await waitsElsewhere(tx, clinic.clinicId, ticket.id);
  const service = services.find(({ id }) => id === standing.serviceId);
  const point = servicePoints.find(({ id }) => id === standing.servicePointId);
  return {
    id: ticket.id,
    number: ticket.number,
    state: standing.state,
    ahead: 0,
    asOf: lastHeardAt ?? ticket.issuedAt,
    clinicName: name,
    ...isUnheardSince(lastHeardAt, context.now()),
    ...(help === undefined ? {} : { help }),
    ...(service === undefined ? {} : { serviceName: service.name }),
    ...(service === undefined || elsewhere ? {} : { waitingArea: service.waitingArea }),
    ...(point === undefined ? {} : { servicePointName: point.name.en, servicePointNames: point.name }),
    ...(standing.state === 'on-hold' && standing.heldByTicket ? { heldByMe: true } : {}),
    ...steppedOutView(ticket),
    ...pathOf(ticket, clinic.configuration),
    ...(standing.graceUntil === undefined ? {} : { graceUntil: standing.graceUntil }),
    ...(standing.state === 'waiting' ? await viewWaiting(tx, clinic, ticket, context.now()) : {}),
    ...(await viewEvacuation(tx, clinic)),
  };
}

/** What a page says where the clinic has not been heard for a while. */
export function isUnheardSince(heardAt: EpochMs | null, now: EpochMs): Pick<TicketView, 'clinicUnheard'> {
  return isUnheard(heardAt, now) ? { clinicUnheard: true } : {};
}

/** While an evacuation lasts: until the clinic says that it is over, however long nothing is heard of it. */
export async function evacuationSince(tx: Transaction, clinicId: string): Promise<EpochMs | undefined> {
  const latest = await selectEvacuation(tx, clinicId);
  return latest?.endedAt === null ? latest.startedAt : undefined;
}

async function viewEvacuation(tx: Transaction, { clinicId, configuration }: Clinic) {
  const startedAt = await evacuationSince(tx, clinicId);
  if (startedAt === undefined) return {};
  const meetingPoint = configuration.evacuation?.meetingPoint;
  return { evacuation: { startedAt, ...(meetingPoint === undefined ? {} : { meetingPoint }) } };
}

/** Of who waits: how many are ahead, the room it was sent to, who is late, and when somebody is called again. */
async function viewWaiting(
  tx: Transaction,
  clinic: Clinic,
  ticket: TicketRecord,
  now: EpochMs,
): Promise<Pick<TicketView, 'ahead' | 'awaitsServicePointNames' | 'delays' | 'nextCallAt' | 'wait' | 'waitAsOf'>> {
  const { clinicId, configuration } = clinic;
  const businessDay = businessDayOf(clinic, now);
  const delays = await findDelays(tx, clinicId, businessDay);
  const queue = await queueAround(tx, clinic, ticket, delays);
  const named = delays.size > 0 && configuration.staffNamesInPublic === true;
  const staff = named ? await findStaff(tx, clinicId) : new Map<string, never>();
  const next = nextCallAt(pointsFor(ticket, queue, { configuration }), queue, now);
  return {
    ahead: peopleAhead(queue, ticket, { configuration, now }),
    ...awaitedRoomView(ticket, { configuration, queue }),
    ...ticketDelays({ configuration, queue, businessDay, staff }, ticket),
    ...(next === undefined ? {} : { nextCallAt: next }),
    ...(await viewWait(tx, clinicId, ticket.id, now)),
  };
}

/** As the clinic counts it, whatever day the others came on. */
async function queueAround(
  tx: Transaction,
  { clinicId, configuration }: Clinic,
  ticket: TicketRecord,
  delays: QueueState['delays'],
): Promise<QueueState> {
  const pointIds = configuration.servicePoints.map(({ id }) => id);
  const waiting = await selectWaiting(tx, clinicId, ticket.businessDay);
  const points = await selectServicePoints(tx, clinicId, pointIds);
  return {
    ...emptyQueue,
    tickets: new Map(waiting.map((other) => [other.id, other])),
    servicePoints: new Map(points.map((point) => [point.id, point])),
    delays,
    callingRules: await findCallingRules(tx, clinicId),
  };
}
