// The use case of every command: authorised first, then decided.

import { assertNever } from '@foyer/contracts/app-error.ts';
import type { Command } from '@foyer/contracts/commands.ts';
import type { Decision } from '@foyer/domain/decision.ts';
import { writtenOnPaper } from '@foyer/domain/on-paper.ts';
import { waitsForAllClear } from '@foyer/domain/queue/evacuation.ts';
import { noted } from '@foyer/domain/queue/ticket-note.ts';
import { addAppointment, cancelAppointment, importAppointments } from './appointments.ts';
import { notAuthorised, occurredAtOf, wrongOccurredAt } from './authorise.ts';
import { enrolBadge, removeBadge } from './badges.ts';
import { billingCommand, isBillingCommand } from './billing.ts';
import { requestAppointment, requestCancellation, requestMove, withdrawRequest } from './booking-requests.ts';
import { changeClinic } from './change-clinic.ts';
import { checkIn } from './check-in.ts';
import { chooseDetail } from './choose-detail.ts';
import { confirmClock } from './confirm-clock.ts';
import { answerForm, clearScreening } from './forms.ts';
import { refused, type Party, type UseCaseContext } from './context.ts';
import { recordPrint, reprintTicket } from './printing.ts';
import { isQueueCommand, queueCommand } from './queue-commands.ts';
import { orderDevice } from './device-orders.ts';
import { setDisplayLayout } from './display-layouts.ts';
import { changeSetting } from './settings.ts';
import { erasePatient, registerPatient, updatePatient } from './registration.ts';
import { admitTemporaryStaff, endTemporaryStaff, resetPin } from './temporary-staff.ts';
import { applyReassignment, swapRooms, undoReassignment } from './reassignment.ts';
import { setUpThing } from './thing-set-ups.ts';
import { gradeWaits, recordWaits } from './waits.ts';
import { resolveWorkItem } from './work-items.ts';

export function decideCommand(command: Command, party: Party, context: UseCaseContext): Decision {
  const barred =
    notAuthorised(command, party.sender, context.queue) ?? wrongOccurredAt(command, party.sender, context.moment.at);
  if (barred !== undefined) return refused(barred);
  const notes = party.identified?.notes ?? [];
  return writtenOnPaper(noted(decide(command, party, context), notes), occurredAtOf(command));
}

function decide(command: Command, party: Party, context: UseCaseContext): Decision {
  if (isQueueCommand(command)) return queueCommand(command, party, context);
  if (waitsForAllClear(command.type, context.queue)) return refused('evacuating');
  if (isBillingCommand(command)) return billingCommand(command, party, context);
  switch (command.type) {
    case 'check-in':
      return checkIn(command, party, context);
    case 'register-patient':
      return registerPatient(command, party, context);
    case 'update-patient':
      return updatePatient(command, party, context);
    case 'choose-detail':
      return chooseDetail(command, party, context);
    case 'erase-patient':
      return erasePatient(command, party, context);
    case 'add-appointment':
      return addAppointment(command, party, context);
    case 'import-appointments':
      return importAppointments(command, party, context);
    case 'cancel-appointment':
      return cancelAppointment(command, party, context);
    case 'request-appointment':
      return requestAppointment(command, party, context);
    case 'request-move':
      return requestMove(command, party, context);
    case 'request-cancellation':
      return requestCancellation(command, party, context);
    case 'withdraw-request':
      return withdrawRequest(command, party, context);
    case 'record-print':
      return recordPrint(command, party, context);
    case 'confirm-clock':
      return confirmClock(command, party, context);
    case 'record-waits':
      return recordWaits(command, party, context);
    case 'grade-waits':
      return gradeWaits(command, party, context);
    case 'reprint-ticket':
      return reprintTicket(command, party, context);
    case 'admit-temporary-staff':
      return admitTemporaryStaff(command, party, context);
    case 'reset-pin':
      return resetPin(command, party, context);
    case 'enrol-badge':
      return enrolBadge(command, party, context);
    case 'remove-badge':
      return removeBadge(command, party, context);
    case 'end-temporary-staff':
      return endTemporaryStaff(command, party, context);
    case 'record-consent':
    case 'answer-questionnaire':
      return answerForm(command, party, context);
    case 'clear-screening':
      return clearScreening(command, context);
    case 'apply-reassignment':
      return applyReassignment(command, party, context);
    case 'swap-rooms':
      return swapRooms(command, party, context);
    case 'undo-reassignment':
      return undoReassignment(command, party, context);
    case 'set-display-layout':
      return setDisplayLayout(command, party, context);
    case 'order-device':
      return orderDevice(command, party, context);
    case 'change-setting':
      return changeSetting(command, party, context);
    case 'set-up-thing':
      return setUpThing(command, party, context);
    case 'change-clinic':
      return changeClinic(command, party, context);
    case 'resolve-work-item':
      return resolveWorkItem(command, party, context);
    default:
      return assertNever(command);
  }
}
