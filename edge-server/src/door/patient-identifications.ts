// Identification at a kiosk. It never lists anybody: a birth date is answered by six times whether anyone matches or
// not, and only the second answer finds one person. An identification belongs to one kiosk and one session there.
// Source: API.md, "identifications".

import { createHmac, randomBytes } from 'node:crypto';
import type { ClinicConfiguration } from '@foyer/contracts/configuration.ts';
import type { IdentificationAnswer, IdentificationRequest } from '@foyer/contracts/http-api.ts';
import { uuidV7, uuidV7Time } from '@foyer/contracts/ids.ts';
import { TicketNote } from '@foyer/contracts/ticket-note.ts';
import type { EpochMs } from '@foyer/contracts/time.ts';
import type { AppointmentSummary } from '@foyer/contracts/kiosk-view.ts';
import { businessDayAt } from '@foyer/domain/calendar/business-day.ts';
import { timeOfDay } from '@foyer/domain/calendar/opening-hours.ts';
import { initialsOf } from '@foyer/domain/identity-documents/names.ts';
import type { Coded } from '../ports/access.ts';
import type { Identifications } from '../ports/identifications.ts';
import type { ReadModel, StoredPatient } from '../ports/read-model.ts';
import type { Identified } from '../ports/writer.ts';
import { appointmentFacts, personFacts, type ArrivalsReadModel } from './arrival-facts.ts';
import { timesToAsk } from './decoy-times.ts';
import { KioskSessions } from './kiosk-sessions.ts';
import { keptNeeds, knownDetails } from './known-details.ts';
import { PatientFinder, type Found, type PatientFinderParts, type Today } from './patient-finder.ts';

export interface IdentificationsParts extends PatientFinderParts {
  readonly readModel: PatientFinderParts['readModel'] &
    ArrivalsReadModel &
    Pick<ReadModel, 'clockFrozen' | 'lastBusinessDay'>;
  /** 32 bytes that only this box knows: decoys and adopted ids hang on it. */
  readonly key: Uint8Array;
  readonly now: () => EpochMs;
}
/** Either will do. */
const whatToAsk = ['initials-and-time', 'phone-last4'] as const;
type Unmatched = Extract<Found, { readonly patient?: undefined }>;
type Answered = Coded<{ readonly ok: true; readonly answer: IdentificationAnswer }>;

export class PatientIdentifications implements Identifications {
  readonly #parts: IdentificationsParts;
  readonly #sessions: KioskSessions;
  readonly #finder: PatientFinder;

  constructor(parts: IdentificationsParts) {
    this.#parts = parts;
    this.#sessions = new KioskSessions(parts.now);
    this.#finder = new PatientFinder(parts);
  }

  identify(deviceId: string, request: IdentificationRequest): Answered {
    const clinic = this.#parts.readModel.configuration();
    if (clinic === undefined) return { ok: false, code: 'not-ready' };
    if (!this.#sessions.mayTry(deviceId)) return { ok: false, code: 'rate-limited' };
    const today = this.#today(clinic);
    if ('birthDate' in request) return this.#ask(deviceId, today, request.birthDate);
    if ('qr' in request || 'document' in request) {
      const scanned = 'qr' in request ? { text: request.qr } : request.document;
      const found = this.#finder.byScan(today, scanned, (codeId) => this.#sessions.madeBy(deviceId, codeId));
      return this.#conclude(deviceId, this.#idFor(deviceId, found), today, found);
    }
    const { identificationId } = request;
    const progress = this.#sessions.get(deviceId, identificationId);
    if (progress?.state !== 'asked') return { ok: false, code: 'identification-expired' };
    const found =
      'phoneLast4' in request
        ? this.#finder.byPhone(today, progress.birthDate, request.phoneLast4)
        : this.#finder.byInitialsAndTime(today, progress.birthDate, request.initials, request.time);
    return this.#conclude(deviceId, identificationId, today, found, progress.birthDate);
  }

  find(deviceId: string, identificationId: string): Identified | undefined {
    const progress = this.#sessions.get(deviceId, identificationId);
    return progress?.state === 'matched' ? progress.identified : undefined;
  }

  adopt(deviceId: string, commandId: string, patientId: string): string {
    const random = createHmac('sha256', this.#parts.key).update(`adopt ${deviceId} ${commandId}`).digest();
    const identificationId = uuidV7(uuidV7Time(commandId) ?? 0, random);
    const identified = { identificationId, patientId, appointmentIds: [] };
    this.#sessions.put(deviceId, identificationId, { state: 'matched', identified });
    return identificationId;
  }

  endSession(deviceId: string): void {
    this.#sessions.end(deviceId);
  }

  /** While the change of day is frozen, codes and appointments of either day hold. */
  #today(clinic: ClinicConfiguration): Today {
    const { readModel, now } = this.#parts;
    const at = now();
    const { businessDay } = businessDayAt(at, clinic.zone, clinic.businessDayStartsAt);
    const going = readModel.clockFrozen() ? readModel.lastBusinessDay() : undefined;
    const isOther = going !== undefined && going !== businessDay;
    const days = isOther ? ([going, businessDay] as const) : ([businessDay] as const);
    return { clinic, now: at, days, clockInDoubt: readModel.clockFrozen() };
  }

  #ask(deviceId: string, today: Today, birthDate: string): Answered {
    const [businessDay] = today.days;
    const identificationId = this.#newId();
    const times = timesToAsk({
      key: this.#parts.key,
      businessDay,
      birthDate,
      ...this.#finder.timesOf(today, birthDate),
    });
    this.#sessions.put(deviceId, identificationId, { state: 'asked', birthDate });
    return { ok: true, answer: { identificationId, next: { ask: whatToAsk, times } } };
  }

  #conclude(deviceId: string, identificationId: string, today: Today, found: Found, askedFor?: string): Answered {
    if (found.patient === undefined) {
      const { owner, ...why } = found;
      if (owner !== undefined) return this.#known(deviceId, identificationId, owner, why);
      this.#sessions.failed(deviceId, identificationId);
      // After a wrong answer the same question may be answered again, until five failures end the session.
      if (askedFor !== undefined && this.#sessions.get(deviceId, identificationId) !== undefined) {
        this.#sessions.put(deviceId, identificationId, { state: 'asked', birthDate: askedFor });
      }
      return { ok: true, answer: { identificationId, matched: false, askDesk: true, ...why } };
    }
    const { patient, appointments, documentExpired, card, liveCodeId } = found;
    const appointmentIds = appointments.map(({ id }) => id);
    this.#sessions.put(deviceId, identificationId, {
      state: 'matched',
      identified: {
        identificationId,
        patientId: patient.id,
        appointmentIds,
        ...keptNeeds(patient.details),
        ...(liveCodeId === undefined ? {} : { liveCodeId }),
        ...(documentExpired ? { notes: [TicketNote.documentExpired] } : {}),
      },
    });
    const { readModel } = this.#parts;
    const initials = initialsOf(patient.details.name);
    const summary = appointments.map((appointment): AppointmentSummary => {
      const { id, serviceId, at, ticketId } = appointment;
      return {
        id,
        serviceId,
        at,
        initials,
        time: timeOfDay(at, today.clinic.zone),
        checkedIn: ticketId !== null,
        ...appointmentFacts(appointment, today, readModel),
      };
    });
    const person = personFacts(patient, appointments, today, readModel);
    const known = appointments.length === 0 ? { known: knownDetails(patient.details, card) } : {};
    const expired = documentExpired ? ({ documentExpired } as const) : {};
    return {
      ok: true,
      answer: { identificationId, matched: true, appointments: summary, ...person, ...known, ...expired },
    };
  }

  /** A genuine code that opens nothing now: its patient is known all the same, for a number at the desk. */
  #known(deviceId: string, identificationId: string, owner: StoredPatient, why: Unmatched): Answered {
    const identified = { identificationId, patientId: owner.id, appointmentIds: [] };
    this.#sessions.put(deviceId, identificationId, { state: 'matched', identified });
    const { language } = owner.details;
    const answer = { identificationId, matched: false, askDesk: true, identified: true, ...why } as const;
    return { ok: true, answer: language === undefined ? answer : { ...answer, language } };
  }

  /** The same live code again, in the same session, is the same identification. */
  #idFor(deviceId: string, found: Found): string {
    const { liveCodeId } = 'liveCodeId' in found ? found : {};
    const made = liveCodeId === undefined ? undefined : this.#sessions.madeBy(deviceId, liveCodeId);
    return made ?? this.#newId();
  }

  #newId(): string {
    return uuidV7(this.#parts.now(), randomBytes(10));
  }
}
