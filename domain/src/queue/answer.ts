// What an accepted command is answered with: folded from the rows that carry its commandId and the state after them,
// so that `rebuild` finds the same answers. Ids and queue facts; it names nobody.

import { isBookingKind } from '@foyer/contracts/booking.ts';
import type { Fact } from '@foyer/contracts/events.ts';
import { callView, ticketView } from './ticket-view.ts';
import type { QueueState } from './queue-state.ts';

export type CommandResult = { readonly [key: string]: unknown };

export function answerOf(facts: readonly Fact[], state: QueueState): CommandResult {
  const ticket = (id: string) => {
    const record = state.tickets.get(id);
    return record === undefined ? null : ticketView(record);
  };
  const checkedIn = facts.find((fact) => fact.type === 'v1.AppointmentCheckedIn');
  if (checkedIn?.type === 'v1.AppointmentCheckedIn') {
    const { appointmentId, appointmentAt, serviceId, ticketId } = checkedIn.body;
    return { ticket: ticket(ticketId), appointment: { id: appointmentId, at: appointmentAt, serviceId } };
  }
  if (facts.some((fact) => fact.type === 'v1.DayClosed')) return {};
  const ofStaff = facts.find(
    ({ type }) => type === 'v1.TemporaryStaffAdmitted' || type === 'v1.PinReset' || type === 'v1.BadgeEnrolled',
  );
  if (ofStaff !== undefined && 'staffId' in ofStaff.body) return { staffId: ofStaff.body.staffId };
  // What a room's own state became besides is no part of the answer.
  const last = facts.findLast(({ type, body }) => type !== 'v1.RoomStateChanged' || 'ticketId' in body);
  switch (last?.type) {
    case undefined:
      return {};
    case 'v1.CommandHadNoEffect': {
      const { command, ids } = last.body;
      if (command === 'call-next') return { ticket: null, call: null };
      if (command === 'check-in') {
        return {
          ticket: ticket(ids['ticketId'] ?? ''),
          alreadyCheckedIn: true,
          appointment: { id: ids['appointmentId'] },
        };
      }
      if (ids['ticketId'] !== undefined) return { ticket: ticket(ids['ticketId']) };
      const { servicePointId: _point, ...rest } = ids;
      return rest;
    }
    case 'v1.TicketCalled': {
      const call = state.calls.get(last.body.callId);
      return { ticket: ticket(last.body.ticketId), call: call === undefined ? null : callView(call) };
    }
    case 'v1.TicketRecalled': {
      const call = state.calls.get(last.body.callId);
      return { call: call === undefined ? null : callView(call) };
    }
    case 'v1.ReassignmentApplied':
      return { reassignmentId: last.body.reassignmentId };
    case 'v1.ReassignmentUndone':
      return {
        reassignmentId: last.body.reassignmentId,
        kept: last.body.keptTicketIds.map((id) => ({ id, number: state.tickets.get(id)?.number ?? '' })),
      };
    case 'v1.CallingRulesSet':
      return { revision: last.body.revision };
    case 'v1.PaperNumbersDrawn':
      return { numbers: last.body.numbers };
    case 'v1.CheckInUndone':
      return {};
    case 'v1.HelpRequested':
    case 'v1.HelpAcknowledged':
      return { helpId: last.body.helpId };
    case 'v1.MessageShown':
    case 'v1.MessageWithdrawn':
      return { messageId: last.body.messageId };
    case 'v1.ConsentRecorded':
    case 'v1.QuestionnaireAnswered':
      return { responseId: last.body.responseId };
    case 'v1.PatientRegistered':
      return { patientId: last.body.patientId };
    case 'v1.AppointmentAdded': {
      const added = facts.filter(({ type }) => type === 'v1.AppointmentAdded').length;
      const { appointmentId, patientId } = last.body;
      return added === 1 ? { appointmentId, patientId } : { added };
    }
    case 'v1.RequestRaised': {
      const { requestId, kind, about } = last.body;
      return isBookingKind(kind) ? { requestId, appointmentId: about['appointmentId'] } : {};
    }
    case 'v1.RequestWithdrawn':
      return { requestId: last.body.requestId };
    case 'v1.AppointmentMoved':
    case 'v1.AppointmentCancelled':
      return { appointmentId: last.body.appointmentId };
    case 'v1.TillOpened':
      return { tillId: last.body.tillId };
    case 'v1.TillClosed': {
      const { tillId, zNumber, expectedMinor, varianceMinor } = last.body;
      return { tillId, zNumber, expectedMinor, varianceMinor };
    }
    case 'v1.TillReportRequested':
      return { tillId: last.body.tillId };
    case 'v1.ChargeRecorded':
      return { chargeId: last.body.chargeId, amountMinor: last.body.amountMinor, currency: last.body.currency };
    case 'v1.PaymentTaken':
      return { paymentId: last.body.paymentId, receiptNumber: last.body.receiptNumber };
    case 'v1.TicketResumed':
      // The place was kept no longer: it waits behind the others.
      return { ticket: ticket(last.body.ticketId), ...(last.body.placeAt === undefined ? {} : { behind: true }) };
    case 'v1.TicketIssued':
    case 'v1.TicketIdentified':
    case 'v1.TicketNoted':
    case 'v1.PriorityChanged':
    case 'v1.TicketMovedInQueue':
    case 'v1.StillHereConfirmed':
    case 'v1.ServiceStarted':
    case 'v1.ServiceFinished':
    case 'v1.TicketNotAnswered':
    case 'v1.TicketHeld':
    case 'v1.TicketTransferred':
    case 'v1.TicketReassigned':
    case 'v1.JourneyStarted':
    case 'v1.JourneyStepAdded':
    case 'v1.JourneyStepMoved':
    case 'v1.JourneyStepSkipped':
    case 'v1.JourneyStepReady':
    case 'v1.JourneyWentOn':
    case 'v1.TicketClosed':
    case 'v1.StepUndone':
    case 'v1.PersonAccountedFor':
    case 'v1.SteppedOut':
    case 'v1.CalledBack':
    case 'v1.CameBackInside':
    case 'v1.WalkAcknowledged':
    case 'v1.ScreeningCleared':
    case 'v1.RoomStateChanged':
      return { ticket: ticket(last.body.ticketId ?? '') };
    default:
      return {};
  }
}
