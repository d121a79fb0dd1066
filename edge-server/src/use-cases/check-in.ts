// A booked patient arrives: identified at the kiosk, by the code of the appointment, or named by staff. The right
// clinic, the right day, a booking that stands; then the domain decides.

import type { CommandOf } from '@foyer/contracts/commands.ts';
import { businessDayAt, dayBounds } from '@foyer/domain/calendar/business-day.ts';
import type { Decision } from '@foyer/domain/decision.ts';
import { decodeCheckInCode } from '@foyer/domain/identity-documents/check-in-code.ts';
import { arrivalDetailsOf } from '@foyer/domain/queue/arrival-details.ts';
import { decideCheckIn } from '@foyer/domain/queue/check-in.ts';
import { openTicketOf } from '@foyer/domain/queue/issue.ts';
import { withReason } from '@foyer/domain/queue/sealed-reason.ts';
import type { ReferenceAppointment } from '../ports/reference-data.ts';
import type { Identified } from '../ports/writer.ts';
import { isUsedUp, liveCodeRefused, usingCode, type LiveCodeShown } from './live-codes.ts';
import { refused, samePerson, type Party, type Refused, type UseCaseContext } from './context.ts';

type CheckIn = CommandOf<'check-in'>;
type Found =
  | { readonly ok: true; readonly appointment: ReferenceAppointment; readonly shown?: LiveCodeShown }
  | Refused;

export function checkIn(command: CheckIn, party: Party, context: UseCaseContext): Decision {
  const found = findAppointment(command, party, context);
  if (!found.ok) return found;
  const { appointment, shown } = found;
  if (appointment.status === 'cancelled') return refused('appointment-cancelled');
  const day = dayOf(appointment, context);
  if (!context.acceptedDays.includes(day)) return refused('code-of-another-day', { date: day });
  if (!context.reference.knowsPatient(appointment.patientId)) return refused('unknown-patient');

  const ticketId = context.records.ticketOfAppointment(appointment.id) ?? null;
  if (shown !== undefined && isUsedUp(shown, ticketId, context)) return refused('live-code-used');
  const other = otherOpenTicket(appointment, ticketId, context);
  if (other !== undefined) return refused('patient-has-open-ticket', { ticketId: other });
  const decision = decideCheckIn(
    {
      appointment: { ...appointment, ticketId },
      needs: command.needs ?? [],
      language: command.language,
      occurredAt: command.occurredAt,
      print: command.print,
      details: {
        ...arrivalDetailsOf(command),
        interpreterBooked: context.reference.interpreterBooked(appointment.id) || undefined,
      },
    },
    party.sender,
    context.queue,
    context,
    context.moment,
  );
  if (!decision.ok) return decision;
  const arrived = explained(decision, command.reason);
  return shown === undefined
    ? arrived
    : usingCode(arrived, shown, { appointmentId: appointment.id, known: ticketId }, context);
}

function findAppointment(command: CheckIn, { identified }: Party, context: UseCaseContext): Found {
  if (command.qr !== undefined) return byCode(command.qr, context);
  if (command.identificationId !== undefined) {
    if (identified === undefined) return refused('identification-expired');
    const found = amongIdentified(command, identified, context);
    const { identificationId, liveCodeId } = identified;
    if (!found.ok || liveCodeId === undefined) return found;
    return { ...found, shown: { codeId: liveCodeId, identificationId } };
  }
  if (command.appointmentId !== undefined) return byId(command.appointmentId, context);
  if (command.patientId === undefined) return refused('identification-needed');
  const { from, until } = today(context);
  const ids = samePerson(command.patientId, context.records);
  return earliest(
    ids.flatMap((id) => context.reference.appointmentsOfPatient(id, from, until)),
    context,
  );
}

function amongIdentified(command: CheckIn, { appointmentIds }: Identified, context: UseCaseContext): Found {
  if (command.appointmentId !== undefined) {
    return appointmentIds.includes(command.appointmentId)
      ? byId(command.appointmentId, context)
      : refused('unknown-appointment');
  }
  const appointments = appointmentIds.map((id) => context.reference.appointment(id));
  return earliest(
    appointments.filter((appointment) => appointment !== undefined),
    context,
  );
}

function byId(id: string, { reference }: UseCaseContext): Found {
  const appointment = reference.appointment(id);
  return appointment === undefined ? refused('unknown-appointment') : { ok: true, appointment };
}

/** The clinic first: only the key of this clinic is here. */
function byCode(text: string, context: UseCaseContext): Found {
  const code = decodeCheckInCode(text);
  if (code === undefined) return refused('code-invalid');
  if (code.clinicId !== context.clinicId) return refused('code-of-another-clinic');
  const key = context.reference.checkInPublicKey();
  if (key === undefined || !context.codes.verify(key, code.signed, code.signature)) return refused('code-invalid');
  const notLive = liveCodeRefused(code, context);
  if (notLive !== undefined) return notLive;
  if (!context.acceptedDays.includes(code.businessDay))
    return refused('code-of-another-day', { date: code.businessDay });
  const found = byId(code.appointmentId, context);
  return found.ok && code.live !== undefined ? { ...found, shown: { codeId: code.live.id } } : found;
}

/** The earliest that stands and has not been used yet; when all have, the earliest. */
function earliest(appointments: readonly ReferenceAppointment[], context: UseCaseContext): Found {
  const booked = appointments.filter(({ status }) => status === 'booked').toSorted((a, b) => a.at - b.at);
  const unused = booked.find(({ id }) => context.records.ticketOfAppointment(id) === undefined);
  const appointment = unused ?? booked[0];
  return appointment === undefined ? refused('no-appointment-today') : { ok: true, appointment };
}

/** Somebody with a ticket in this queue already gets no second one, under whichever of their ids. */
function otherOpenTicket(
  { patientId, serviceId }: ReferenceAppointment,
  ticketId: string | null,
  { queue, records }: UseCaseContext,
): string | undefined {
  for (const id of samePerson(patientId, records)) {
    const open = openTicketOf(queue, id, serviceId);
    if (open !== undefined && open.id !== ticketId) return open.id;
  }
  return undefined;
}

function explained(decision: Extract<Decision, { ok: true }>, reason: string | undefined): Decision {
  const facts = decision.facts.map((fact) => {
    if (fact.type !== 'v1.TicketIssued' && fact.type !== 'v1.TicketResumed') return fact;
    return withReason(fact, reason, { id: fact.body.ticketId });
  });
  return { ok: true, facts };
}

function today({ configuration: { zone, businessDayStartsAt }, moment }: UseCaseContext) {
  return dayBounds(moment.businessDay, zone, businessDayStartsAt);
}

function dayOf({ at }: ReferenceAppointment, { configuration: { zone, businessDayStartsAt } }: UseCaseContext): string {
  return businessDayAt(at, zone, businessDayStartsAt).businessDay;
}
