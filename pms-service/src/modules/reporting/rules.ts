import type { ClinicDay, ClinicListEntry } from '@foyer/contracts/centre-api.ts';
import { lastedMs } from '@foyer/contracts/gap.ts';
import type { StaffId } from '@foyer/contracts/ids.ts';
import type { LiveDay } from '@foyer/contracts/live-report.ts';
import { minuteMs, type BusinessDay, type EpochMs } from '@foyer/contracts/time.ts';
import type { WorkItemView } from '@foyer/contracts/staff-view.ts';
import type { Clinic } from '../tenancy/types.ts';
import type { DayCounts, DayFigures, Freshness, RoomNow } from './types.ts';

/** An edge asks for its feed at least once a minute; after two of silence its figures are called old. */
const quietAfterMs = 2 * minuteMs;

export function clinicEntry(clinic: Clinic, businessDay: BusinessDay): ClinicListEntry {
  const { clinicId: id, code, name, zone, currency, businessDayStartsAt } = clinic.configuration;
  return { id, code, name, zone, currency, businessDay, businessDayStartsAt };
}

/** The figures in the shape that the dashboard reads. */
export function clinicDay(
  clinic: Clinic,
  entry: ClinicListEntry,
  date: BusinessDay,
  figures: DayFigures,
  workItems: readonly WorkItemView[],
  now: EpochMs,
): ClinicDay {
  const { waitingSince, ...counts } = figures.counts;
  return {
    clinic: entry,
    date,
    serverTime: now,
    ...counts,
    gaps: figures.gaps,
    ...(waitingSince === null
      ? {}
      : { longestWaitMinutes: Math.floor(lastedMs(waitingSince, now, figures.gaps) / minuteMs) }),
    takings: {
      currency: entry.currency,
      totalMinor: figures.means.reduce((sum, each) => sum + each.amountMinor, 0),
      byMeans: figures.means,
    },
    hours: figures.hours.map(({ medianWaitMinutes, ...hour }) => ({
      ...hour,
      ...(medianWaitMinutes === null ? {} : { medianWaitMinutes: Math.round(medianWaitMinutes) }),
    })),
    rooms: clinic.configuration.servicePoints.map((point) => {
      const room = figures.rooms.find(({ servicePointId }) => servicePointId === point.id);
      return {
        id: point.id,
        name: point.name,
        state: room?.state ?? 'closed',
        ...(room?.staffName == null ? {} : { staffName: room.staffName }),
        ...(room?.ticketNumber == null ? {} : { ticketNumber: room.ticketNumber }),
        ...(room?.since == null ? {} : { since: room.since }),
        ...(room === undefined ? {} : { room: room.room }),
      };
    }),
    ...(figures.live === undefined ? {} : { liveAsOf: figures.live.heardAt }),
    deadLetters: figures.deadLetters,
    ...(figures.conflicts.open + figures.conflicts.settled === 0 ? {} : { conflicts: figures.conflicts }),
    edge: edgeState(figures.freshness, now),
    ...estimates(clinic, figures.grades),
    ...(figures.evacuationSince === undefined ? {} : { evacuationSince: figures.evacuationSince }),
    workItems,
  };
}

/** The counts that the clinic says, beside those of the centre's own schedule. */
export function liveCounts({ booked }: DayCounts, day: LiveDay): DayCounts {
  const { arrived, arrivedWithoutBooking, waiting, waitingSince, withStaff, onHold, served, notHere } = day;
  return { booked, arrived, arrivedWithoutBooking, waiting, waitingSince, withStaff, onHold, served, notHere };
}

/** The rooms as the clinic says; who is in them is named by the centre's own roster. */
export function liveRooms(
  { rooms }: LiveDay,
  staff: ReadonlyMap<StaffId, { readonly name: string }>,
): readonly RoomNow[] {
  return rooms.map((room) => ({
    ...room,
    staffName: room.staffId === null ? null : (staff.get(room.staffId)?.name ?? null),
  }));
}

function estimates({ configuration }: Clinic, grades: DayFigures['grades']): Pick<ClinicDay, 'estimates'> {
  if (grades === undefined) return {};
  const services = grades.services.map(({ serviceId, predicted, coverage, rmseMinutes, biasMinutes }) => {
    const name = configuration.services.find(({ id }) => id === serviceId)?.name;
    const grade = { serviceId, predicted, coverage, rmseMinutes, biasMinutes };
    return name === undefined ? grade : { ...grade, name };
  });
  return { estimates: { businessDay: grades.businessDay, services } };
}

function edgeState({ lastHeardAt, newestFactAt, quarantined }: Freshness, now: EpochMs): ClinicDay['edge'] {
  if (lastHeardAt === null) return { state: 'never', quarantined };
  return {
    state: now - lastHeardAt <= quietAfterMs ? 'live' : 'quiet',
    lastHeardAt,
    ...(newestFactAt === null ? {} : { newestFactAt }),
    quarantined,
  };
}
