// The one fold of the log into the projections: live after every append, and in `rebuild` from the first row. Folding a
// sealed row whose key is gone equals folding it and then `v1.SubjectErased`, so both give the same tables. ADR 0002.

import { changedClinic, ownedWith, partsOf } from '@foyer/contracts/clinic-parts.ts';
import type { Fact, SealedContent } from '@foyer/contracts/events.ts';
import { evolveBilling } from '@foyer/domain/billing/evolve.ts';
import { answerOf, type CommandResult } from '@foyer/domain/queue/answer.ts';
import { evolve, type FactRow } from '@foyer/domain/queue/evolve.ts';
import type { PatientRow, Projections, TemporaryStaffRow } from '../ports/projections.ts';
import { foldDemand } from './fold-demand.ts';
import { foldForms } from './fold-forms.ts';
import { foldLeases } from './fold-leases.ts';
import { foldWaits } from './fold-waits.ts';
import type { Memory } from './memory.ts';

/** A fact with its row, its seal opened where the key is still there. */
export type FoldedRow = FactRow & { readonly clinicId: string; readonly keyIsGone: boolean };

export class Fold {
  readonly #memory: Memory;
  readonly #projections: Projections;

  constructor(memory: Memory, projections: Projections) {
    this.#memory = memory;
    this.#projections = projections;
  }

  apply(row: FoldedRow): void {
    if (row.type === 'v1.SubjectErased') this.#memory.admitPatient(row.body.subjectId);
    foldWaits(row, this.#memory.queue, this.#projections);
    const points = this.#memory.clinic?.configuration?.servicePoints ?? [];
    foldDemand(row, this.#memory.queue, points, this.#projections);
    this.#memory.put(evolve(this.#memory.queue, row));
    this.#memory.put(evolveBilling(this.#memory.billing, row));
    this.#patients(row);
    this.#clinic(row);
    this.#appointments(row);
    this.#arrivals(row);
    this.#requests(row);
    this.#workItems(row);
    this.#staff(row);
    foldForms(row, this.#projections);
    foldLeases(row, this.#projections);
    if (row.type === 'v1.DisplayLayoutSet') this.#projections.putDisplayLayout(row.body.deviceId, row.body.layout);
    if (row.type === 'v1.SettingChanged') this.#projections.putSetting(row.body.name, row.body.value);
    if (row.type === 'v1.ThingSetUp') this.#projections.putThingSetUp(row.body.deviceId, row.body.setUp);
    const erased = row.keyIsGone ? patientSubject(row) : undefined;
    if (erased !== undefined) this.apply(asErased(row, erased));
  }

  /** Projects the answer of an accepted command, after its last row. */
  answer(commandId: string, facts: readonly Fact[], last: FactRow, bodyHash: Uint8Array | null): CommandResult {
    const result = answerOf(facts, this.#memory.queue);
    const { epoch, seq, actor } = last;
    this.#projections.putAnswer({ commandId, epoch, seq, actor, result, bodyHash });
    return result;
  }

  #patients(row: FoldedRow): void {
    switch (row.type) {
      case 'v1.PatientRegistered': {
        const { patientId, provisional } = row.body;
        this.#putPatient({ ...this.#patient(patientId), provisional }, row.sealed, row.seq);
        return;
      }
      case 'v1.PatientUpdated':
        this.#putPatient(this.#patient(row.body.patientId), row.sealed, row.seq);
        return;
      case 'v1.PatientDetailChosen': {
        const { patientId, conflictId, field, version } = row.body;
        const patient = this.#patient(patientId);
        const { [field]: _before, ...details } = patient.details;
        this.#putPatient({ ...patient, details }, row.sealed, row.seq);
        this.#projections.putChosenDetail({ conflictId, version, at: row.at, by: row.actor, changedSeq: row.seq });
        return;
      }
      case 'v1.PatientLinked': {
        const { patientId, centralPatientId } = row.body;
        this.#putPatient({ ...this.#patient(patientId), centralPatientId, provisional: false }, undefined, row.seq);
        return;
      }
      case 'v1.SubjectErased': {
        const patient = this.#patient(row.body.subjectId);
        this.#putPatient({ ...patient, details: {}, erased: true }, undefined, patient.changedSeq);
        return;
      }
      default:
    }
  }

  #patient(id: string): PatientRow {
    return (
      this.#projections.patient(id) ?? {
        id,
        details: {},
        centralPatientId: null,
        provisional: false,
        erased: false,
        changedSeq: 0,
      }
    );
  }

  /** An erased patient stays erased, whatever comes after. */
  #putPatient(patient: PatientRow, sealed: SealedContent | undefined, changedSeq: number): void {
    const details = patient.erased ? {} : { ...patient.details, ...sealed?.patient };
    this.#projections.putPatient({ ...patient, details, changedSeq });
  }

  #clinic(row: FoldedRow): void {
    const { clinic } = this.#memory;
    switch (row.type) {
      case 'v1.ClinicInitialised':
        this.#memory.putClinic({
          clinicId: row.clinicId,
          code: row.body.clinicCode,
          version: 0,
          configuration: null,
          clockFrozen: false,
          ownParts: [],
        });
        return;
      case 'v1.ConfigurationApplied':
        if (clinic === undefined) return;
        this.#memory.putClinic({
          ...clinic,
          version: row.body.version,
          configuration: row.body.configuration,
        });
        return;
      case 'v1.ClinicChanged':
        if (clinic?.configuration == null) return;
        this.#memory.putClinic({
          ...clinic,
          version: row.body.version,
          configuration: changedClinic(clinic.configuration, row.body.changes),
          ownParts: ownedWith([...clinic.ownParts, ...partsOf(row.body.changes)]),
        });
        return;
      case 'v1.ClockFrozen':
      case 'v1.ClockConfirmed':
        if (clinic === undefined) return;
        this.#memory.putClinic({ ...clinic, clockFrozen: row.type === 'v1.ClockFrozen' });
        return;
      default:
    }
  }

  /** Those of an erased patient go with the patient. */
  #appointments(row: FoldedRow): void {
    if (row.type === 'v1.AppointmentAdded') {
      const { appointmentId: id, patientId, serviceId, appointmentAt: at, minutes, mode, practitionerId } = row.body;
      this.#projections.putAppointment({ id, patientId, serviceId, at, minutes, mode, practitionerId });
    }
    if (row.type === 'v1.AppointmentMoved') {
      const { appointmentId, serviceId, appointmentAt } = row.body;
      this.#projections.moveAppointment(appointmentId, serviceId, appointmentAt);
    }
    if (row.type === 'v1.AppointmentCancelled') this.#projections.cancelAppointment(row.body.appointmentId);
    if (row.type === 'v1.SubjectErased') this.#projections.forgetAppointmentsOf(row.body.subjectId);
  }

  #arrivals(row: FoldedRow): void {
    if (row.type === 'v1.AppointmentCheckedIn') this.#projections.checkedIn(row.body.appointmentId, row.body.ticketId);
    if (row.type === 'v1.LiveCodeUsed') this.#projections.putUsedCode(row.body);
    if (row.type === 'v1.CheckInUndone' && row.body.appointmentId !== undefined) {
      this.#projections.checkInUndone(row.body.appointmentId);
    }
  }

  #requests(row: FoldedRow): void {
    if (row.type === 'v1.RequestRaised') {
      const { requestId, kind, about } = row.body;
      this.#projections.putRequest({
        id: requestId,
        kind,
        ours: true,
        at: row.at,
        accepted: null,
        code: null,
        about,
      });
    }
    if (row.type === 'v1.RequestAnswered') {
      const { requestId, accepted, code, freeTimes } = row.body;
      const asked = this.#projections.request(requestId) ?? {
        id: requestId,
        kind: 'theirs',
        ours: false,
        at: row.at,
        about: {},
      };
      this.#projections.putRequest({ ...asked, accepted, code: code ?? null });
      if (!accepted && asked.ours) {
        this.#projections.addWorkItem({
          id: requestId,
          kind: asked.kind,
          code: code ?? 'request-refused',
          at: row.at,
          about: freeTimes === undefined ? asked.about : { ...asked.about, freeTimes: freeTimes.join() },
        });
      }
    }
    if (row.type === 'v1.RequestWithdrawn') {
      const asked = this.#projections.request(row.body.requestId);
      if (asked !== undefined) this.#projections.putRequest({ ...asked, accepted: false, code: 'request-withdrawn' });
    }
  }

  /** Somebody temporary stays until the centre refuses, a supervisor ends it, or the last day is over. */
  #staff(row: FoldedRow): void {
    if (row.type === 'v1.TemporaryStaffAdmitted') {
      const { staffId: id, roles, until, endsAt } = row.body;
      const name = row.sealed?.staffName ?? '';
      this.#projections.putTemporaryStaff({ id, name, roles, until, endsAt, endedAt: null, accepted: false });
    }
    if (row.type === 'v1.TemporaryStaffEnded') this.#changeTemporary(row.body.staffId, { endedAt: row.at });
    if (row.type === 'v1.RequestAnswered') {
      const asked = this.#projections.request(row.body.requestId);
      if (asked?.kind !== 'staff-admission' || !asked.ours) return;
      const change = row.body.accepted ? { accepted: true } : { endedAt: row.at };
      this.#changeTemporary(asked.about['staffId'] ?? '', change);
    }
  }

  #changeTemporary(id: string, change: Partial<TemporaryStaffRow>): void {
    const member = this.#projections.temporaryStaff(id);
    if (member !== undefined) this.#projections.putTemporaryStaff({ ...member, ...change });
  }

  #workItems(row: FoldedRow): void {
    if (row.type === 'v1.WorkItemRaised') {
      const { workItemId: id, kind, code, about } = row.body;
      this.#projections.addWorkItem({ id, kind, code, at: row.at, about });
    }
    if (row.type === 'v1.WorkItemResolved') {
      this.#projections.resolveWorkItem(row.body.workItemId, row.at, row.actor);
    }
  }
}

/** The patient whose key sealed this row; undefined when it was a ticket's own, or that of staff. */
function patientSubject(row: FoldedRow): string | undefined {
  const { subjectId } = row;
  if (subjectId === undefined || row.actor === `staff:${subjectId}`) return undefined;
  if (row.type === 'v1.TemporaryStaffAdmitted' || row.type === 'v1.RequestRaised') return undefined;
  return 'ticketId' in row.body && row.body.ticketId === subjectId ? undefined : subjectId;
}

function asErased(row: FoldedRow, subjectId: string): FoldedRow {
  const { clinicId, epoch, seq, at, businessDay } = row;
  return {
    clinicId,
    epoch,
    seq,
    at,
    businessDay,
    actor: 'system',
    type: 'v1.SubjectErased',
    body: { subjectId, ticketIds: [] },
    keyIsGone: false,
  };
}
