// The desk's days to come over the read model: how many are booked when, and the list that is printed in the evening, so
// that there is one on paper when the edge is gone in the morning.

import { scheduleDaysAhead, type BookedTimes, type NextDayList } from '@foyer/contracts/booking.ts';
import type { BusinessDay } from '@foyer/contracts/time.ts';
import { addDays, businessDayAt, dayBounds } from '@foyer/domain/calendar/business-day.ts';
import { isClosedDate } from '@foyer/domain/calendar/closed-dates.ts';
import { openTimes } from '@foyer/domain/calendar/opening-hours.ts';
import type { DeskSchedule } from '../ports/desk-schedule.ts';
import type { ReadModel, StoredAppointment } from '../ports/read-model.ts';
import { AccessLog, ViewPurpose, type AccessLogParts } from './access-log.ts';
import type { ClinicMirror } from './clinic-mirror.ts';
import type { ClinicState } from './clinic-state.ts';

export interface ScheduleAtTheDeskParts extends AccessLogParts {
  readonly mirror: Pick<ClinicMirror, 'state'>;
  readonly readModel: Pick<ReadModel, 'appointmentsBetween'>;
}

export class ScheduleAtTheDesk implements DeskSchedule {
  readonly #parts: ScheduleAtTheDeskParts;
  readonly #accessLog: AccessLog;

  constructor(parts: ScheduleAtTheDeskParts) {
    this.#parts = parts;
    this.#accessLog = new AccessLog(parts);
  }

  bookedTimes(day: BusinessDay): BookedTimes | undefined {
    const { state } = this.#parts.mirror;
    if (state === undefined) return undefined;
    const { configuration, businessDay, isAdopted } = state;
    const saysWhen = configuration.openingHours.length > 0 || isClosedDate(configuration, day);
    const open = saysWhen ? { open: openTimes(configuration, day) } : {};
    return {
      day,
      complete: !isAdopted || day <= addDays(businessDay, scheduleDaysAhead),
      ...open,
      times: this.#bookedOn(day, state).map(({ serviceId, at }) => ({ serviceId, at })),
    };
  }

  nextDayList(staffId: string): NextDayList | undefined {
    const { state } = this.#parts.mirror;
    if (state === undefined) return undefined;
    const day = nextOpenDay(state);
    const booked = this.#bookedOn(day, state);
    const patientIds = [...new Set(booked.map(({ patientId }) => patientId))];
    this.#accessLog.handedOut(staffId, patientIds, ViewPurpose.listPrinted, state);
    const people = booked.map(({ at, serviceId, patientId }) => {
      const patient = state.patient(patientId);
      return {
        at,
        serviceId,
        ...(patient === undefined ? {} : { name: patient.displayName }),
        ...(patient?.birthDate === undefined ? {} : { birthDate: patient.birthDate }),
      };
    });
    return { day, people };
  }

  #bookedOn(day: BusinessDay, { configuration }: ClinicState): readonly StoredAppointment[] {
    const { from, until } = dayBounds(day, configuration.zone, configuration.businessDayStartsAt);
    return this.#parts.readModel.appointmentsBetween(from, until).filter(({ status }) => status === 'booked');
  }
}

/** The next day that the clinic opens on; tomorrow where it says no hours. */
function nextOpenDay({ businessDay, configuration, opensNextDayAt }: ClinicState): BusinessDay {
  const { zone, businessDayStartsAt } = configuration;
  if (opensNextDayAt === undefined) return addDays(businessDay, 1);
  return businessDayAt(opensNextDayAt, zone, businessDayStartsAt).businessDay;
}
