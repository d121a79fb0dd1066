// Who is meant by what a patient typed or showed. An answer is one person or nobody: where two fit, the desk decides.

import type { ErrorCode } from '@foyer/contracts/error-codes.ts';
import type { ClinicElsewhere, KnownDetails } from '@foyer/contracts/http-api.ts';
import type { BusinessDay, EpochMs, TimeOfDay } from '@foyer/contracts/time.ts';
import { dayBounds } from '@foyer/domain/calendar/business-day.ts';
import { timeOfDay } from '@foyer/domain/calendar/opening-hours.ts';
import type { CardNumber } from '@foyer/domain/identity-documents/card-number.ts';
import type { SignedCheckInCode } from '@foyer/domain/identity-documents/check-in-code.ts';
import { decodeScan, type Scanned } from '@foyer/domain/identity-documents/decode-scan.ts';
import { foldName, initialsOf } from '@foyer/domain/identity-documents/names.ts';
import type { ClinicConfiguration } from '@foyer/contracts/configuration.ts';
import type { CodeVerifier } from '../ports/code-verifier.ts';
import type { ReadModel, StoredAppointment, StoredPatient } from '../ports/read-model.ts';
import {
  holdersOfBand,
  holdersOfCard,
  holdersOfLicence,
  holdersOfNumber,
  holdersOfPassport,
} from './document-holders.ts';
import { codeOfAnotherClinic, codeOfAnotherDay, momentOfCode } from './code-of-another.ts';
import { whyNotLive, type MadeHere } from './live-codes.ts';

export interface PatientFinderParts {
  readonly readModel: Pick<
    ReadModel,
    | 'configuration'
    | 'patient'
    | 'patientsBornOn'
    | 'patientsWithIdentifier'
    | 'appointment'
    | 'appointmentsOfPatient'
    | 'appointmentsBetween'
    | 'checkInPublicKey'
    | 'networkClinic'
    | 'usedCode'
  >;
  readonly codes: CodeVerifier;
}
export interface Today {
  readonly clinic: ClinicConfiguration;
  readonly now: EpochMs;
  /** The business day that goes on; while its change is frozen also the one that the clock says. */
  readonly days: readonly [BusinessDay, ...BusinessDay[]];
  /** Nobody can measure minutes. */
  readonly clockInDoubt?: boolean;
}
export type Found =
  | {
      readonly patient: StoredPatient;
      readonly appointments: readonly StoredAppointment[];
      /** By a document that has expired. */
      readonly documentExpired?: true;
      /** By this card, as far as a screen may show it. */
      readonly card?: NonNullable<KnownDetails['card']>;
      /** By this live code, which is of the first appointment. */
      readonly liveCodeId?: string;
    }
  | {
      readonly patient?: undefined;
      readonly reason?: ErrorCode;
      /** The day that the code is for, where it is another. */
      readonly date?: BusinessDay;
      readonly time?: TimeOfDay;
      /** The clinic that the code is for, where it is another of the network. */
      readonly clinic?: ClinicElsewhere;
      /** Whose the code is. */
      readonly owner?: StoredPatient;
    };

const nobody: Found = {};

export class PatientFinder {
  readonly #parts: PatientFinderParts;

  constructor(parts: PatientFinderParts) {
    this.#parts = parts;
  }

  /** Times of day of the appointments of those born on a date, and of everybody. */
  timesOf(today: Today, birthDate: string): { readonly real: readonly string[]; readonly booked: readonly string[] } {
    const time = ({ at }: { readonly at: EpochMs }) => timeOfDay(at, today.clinic.zone);
    const booked = this.#bounds(today)
      .flatMap(({ from, until }) => this.#parts.readModel.appointmentsBetween(from, until))
      .filter(({ status }) => status === 'booked');
    const born = new Set(this.#bornOn(birthDate).map(({ id }) => id));
    return {
      real: booked.filter(({ patientId }) => born.has(patientId)).map(time),
      booked: booked.map(time),
    };
  }

  byInitialsAndTime(today: Today, birthDate: string, initials: string, time: string): Found {
    const wanted = foldName(initials);
    return this.#only(
      today,
      this.#bornOn(birthDate).filter(
        (patient) =>
          wanted !== '' &&
          foldName(initialsOf(patient.details.name)) === wanted &&
          this.#appointmentsOf(today, patient.id).some(({ at }) => timeOfDay(at, today.clinic.zone) === time),
      ),
    );
  }

  byPhone(today: Today, birthDate: string, last4: string): Found {
    return this.#only(
      today,
      this.#bornOn(birthDate).filter((patient) => (patient.details.phone ?? '').replace(/\D/g, '').endsWith(last4)),
    );
  }

  /** Whatever was scanned: a code, a document, a band, a card. */
  byScan(today: Today, scanned: Scanned, madeHere: MadeHere = () => undefined): Found {
    const { cardFormats = [] } = today.clinic;
    const decoded = decodeScan(scanned, { today: today.days[0], cardFormats });
    if (!decoded.ok) return { reason: decoded.code };
    const people = this.#parts.readModel;
    switch (decoded.kind) {
      case 'check-in-code':
        return this.#byCode(today, decoded.document, madeHere);
      case 'travel-document':
        return this.#byDocument(today, holdersOfPassport(decoded.document, people), decoded.document);
      case 'driving-licence':
        return this.#byDocument(today, holdersOfLicence(decoded.document, people), decoded.document);
      case 'wristband':
        return this.#only(today, holdersOfBand(decoded.document, people));
      case 'card':
        return this.#byCard(today, decoded.document);
      case 'number': {
        const holders = holdersOfNumber(decoded.document, people);
        return holders.length === 0 ? { reason: 'code-invalid' } : this.#only(today, holders);
      }
    }
  }

  /** The clinic first: each has a key of its own. */
  #byCode(today: Today, code: SignedCheckInCode, madeHere: MadeHere): Found {
    if (code.clinicId !== today.clinic.clinicId) return codeOfAnotherClinic(code, today.clinic, this.#parts);
    const publicKey = this.#parts.readModel.checkInPublicKey();
    if (publicKey === undefined || !this.#parts.codes.verify(publicKey, code.signed, code.signature))
      return { reason: 'code-invalid' };
    const { live } = code;
    const notLive = live === undefined ? undefined : whyNotLive(live, today, this.#parts.readModel, madeHere);
    if (notLive !== undefined) return { reason: notLive };
    const appointment = this.#parts.readModel.appointment(code.appointmentId);
    const { day } = momentOfCode(code, appointment, today.clinic);
    if (!today.days.includes(day)) return codeOfAnotherDay(code, appointment, today.clinic, this.#parts);
    if (appointment === undefined) return { reason: 'unknown-appointment' };
    if (appointment.status === 'cancelled') return { reason: 'appointment-cancelled' };
    const patient = this.#parts.readModel.patient(appointment.patientId);
    if (patient === undefined) return nobody;
    const found = this.#only(today, [patient], appointment);
    if (live === undefined || found.patient === undefined) return found;
    return { ...found, appointments: [appointment], liveCodeId: live.id };
  }

  /** One that has expired still says who it is of; another is to be shown at the desk. */
  #byDocument(today: Today, holders: readonly StoredPatient[], { expired }: { readonly expired: boolean }): Found {
    const found = this.#only(today, holders);
    if (!expired) return found;
    return found.patient === undefined ? { reason: 'document-expired' } : { ...found, documentExpired: true as const };
  }

  #byCard(today: Today, card: CardNumber): Found {
    const found = this.#only(today, holdersOfCard(card, this.#parts.readModel));
    const { format, masked } = card;
    return found.patient === undefined ? found : { ...found, card: { name: format.name, masked } };
  }

  #bornOn(birthDate: string): readonly StoredPatient[] {
    return this.#parts.readModel.patientsBornOn(birthDate).filter(({ erased }) => !erased);
  }

  #only(today: Today, patients: readonly StoredPatient[], first?: StoredAppointment): Found {
    const [patient, ...others] = patients.filter(({ erased }) => !erased);
    if (patient === undefined || others.length > 0) return nobody;
    const itsOwn = this.#appointmentsOf(today, patient.id).filter(({ id }) => id !== first?.id);
    return { patient, appointments: first === undefined ? itsOwn : [first, ...itsOwn] };
  }

  #appointmentsOf(today: Today, patientId: string): readonly StoredAppointment[] {
    return this.#bounds(today)
      .flatMap(({ from, until }) => this.#parts.readModel.appointmentsOfPatient(patientId, from, until))
      .filter(({ status }) => status === 'booked')
      .toSorted((a, b) => a.at - b.at);
  }

  #bounds({ clinic, days }: Today) {
    return days.map((day) => dayBounds(day, clinic.zone, clinic.businessDayStartsAt));
  }
}
