// Today's people as the desk sees them: the booked ones by time, then the numbers without an appointment.

import type { PatientId } from '@foyer/contracts/ids.ts';
import type { FoundPatient } from '@foyer/contracts/people-at-the-desk.ts';
import { minuteMs } from '@foyer/contracts/time.ts';
import type { PatientView, StaffAppointment, StaffTicket, StaffView } from '@foyer/contracts/staff-view.ts';
import { fold, matches } from './find.ts';

export const DeskState = {
  expected: 'expected',
  late: 'late',
  waiting: 'waiting',
  withStaff: 'with-staff',
  /** On hold, or called and not there. */
  away: 'away',
  done: 'done',
  /** Left without being seen, or cancelled. */
  gone: 'gone',
} as const;
export type DeskState = (typeof DeskState)[keyof typeof DeskState];

export interface DeskRow {
  readonly id: string;
  readonly at: number;
  readonly appointment?: StaffAppointment;
  readonly patient?: PatientView;
  readonly ticket?: StaffTicket;
  readonly serviceId: string;
  readonly state: DeskState;
  readonly lateMinutes: number;
}

/** The filters above the list, and which states each shows. */
export const deskFilters = {
  all: Object.values(DeskState),
  expected: [DeskState.expected, DeskState.late],
  waiting: [DeskState.waiting, DeskState.away],
  'with-staff': [DeskState.withStaff],
  done: [DeskState.done, DeskState.gone],
} as const satisfies Record<string, readonly DeskState[]>;
export type DeskFilter = keyof typeof deskFilters;

export function deskRows(view: StaffView, now: number): readonly DeskRow[] {
  const booked = Object.values(view.appointments).map((appointment) => {
    const ticket = appointment.ticketId ? view.tickets[appointment.ticketId] : undefined;
    const waits = now - appointment.at;
    const lateMinutes = ticket || appointment.ticketId || waits < minuteMs ? 0 : Math.floor(waits / minuteMs);
    const state = ticket
      ? stateOf(ticket)
      : appointment.ticketId
        ? DeskState.done
        : lateMinutes > 0
          ? DeskState.late
          : DeskState.expected;
    return row(view, {
      id: appointment.id,
      at: appointment.at,
      appointment,
      patientId: appointment.patientId,
      ticket,
      serviceId: appointment.serviceId,
      state,
      lateMinutes,
    });
  });
  const withAppointment = new Set(Object.values(view.appointments).map((appointment) => appointment.ticketId));
  const walkIns = Object.values(view.tickets)
    .filter((ticket) => !withAppointment.has(ticket.id))
    .map((ticket) =>
      row(view, {
        id: ticket.id,
        at: ticket.issuedAt,
        patientId: ticket.patientId,
        ticket,
        serviceId: ticket.serviceId,
        state: stateOf(ticket),
        lateMinutes: 0,
      }),
    );
  return [...booked, ...walkIns].toSorted((a, b) => a.at - b.at || a.id.localeCompare(b.id));
}

/** `found` are those whom the edge found by the same words: it reads more ways of writing than the tablet does. */
export function findRows(
  rows: readonly DeskRow[],
  typed: string,
  filter: DeskFilter,
  found: readonly FoundPatient[],
): readonly DeskRow[] {
  const looking = typed.trim() !== '';
  const states: readonly DeskState[] = looking ? deskFilters.all : deskFilters[filter];
  const foundIds = new Set(looking ? found.flatMap(idsOf) : []);
  return rows.filter(
    (entry) =>
      states.includes(entry.state) &&
      (foundIds.has(entry.patient?.id ?? '') ||
        matches(typed, {
          name: entry.patient?.displayName,
          birthDate: entry.patient?.birthDate,
          number: entry.ticket?.number,
          phone: entry.patient?.phone,
        })),
  );
}

/** Of those found, who has nothing today, under whatever id. */
export function withNothingToday(found: readonly FoundPatient[], rows: readonly DeskRow[]): readonly FoundPatient[] {
  const today = new Set(rows.map((entry) => entry.patient?.id));
  return found.filter((patient) => !idsOf(patient).some((id) => today.has(id)));
}

function idsOf({ id, earlierIds }: FoundPatient): readonly PatientId[] {
  return [id, ...earlierIds];
}

/** Ids of patients who share their name with somebody else among these: a second identifier has to tell them apart. */
export function namesakes(patients: readonly (PatientView | undefined)[]): ReadonlySet<PatientId> {
  const byName = new Map<string, Set<PatientId>>();
  for (const patient of patients) {
    if (!patient) continue;
    const name = fold(patient.displayName);
    byName.set(name, (byName.get(name) ?? new Set()).add(patient.id));
  }
  return new Set([...byName.values()].filter(({ size }) => size > 1).flatMap((ids) => [...ids]));
}

/** Whom Enter checks in: the first who can be, unless somebody else of that name was found. */
export function rowToCheckIn(found: readonly DeskRow[], others: readonly PatientView[]): DeskRow | undefined {
  const alike = namesakes([...found.map(({ patient }) => patient), ...others]);
  const first = found.find(mayCheckIn);
  return first && alike.has(first.patient?.id ?? '') ? undefined : first;
}

export function mayCheckIn({ appointment }: DeskRow): boolean {
  return appointment !== undefined && !appointment.ticketId;
}

export function countIn(rows: readonly DeskRow[], filter: DeskFilter): number {
  const states: readonly DeskState[] = deskFilters[filter];
  return rows.filter((entry) => states.includes(entry.state)).length;
}

/** The row to bring into view when the list opens: the first whose time is not over. */
export function nowIndex(rows: readonly DeskRow[], now: number): number {
  const index = rows.findIndex((entry) => entry.at >= now - 20 * minuteMs);
  return index === -1 ? Math.max(0, rows.length - 1) : index;
}

function row(
  view: StaffView,
  {
    patientId,
    ticket,
    ...rest
  }: Omit<DeskRow, 'patient' | 'ticket'> & { patientId: string | undefined; ticket: StaffTicket | undefined },
): DeskRow {
  const patient = patientId ? view.patients[patientId] : undefined;
  return { ...rest, ...(patient ? { patient } : {}), ...(ticket ? { ticket } : {}) };
}

function stateOf(ticket: StaffTicket): DeskState {
  switch (ticket.state) {
    case 'waiting':
      return DeskState.waiting;
    case 'called':
    case 'serving':
      return DeskState.withStaff;
    case 'on-hold':
    case 'not-answered':
      return DeskState.away;
    case 'completed':
      return DeskState.done;
    case 'left':
    case 'cancelled':
      return DeskState.gone;
  }
}
