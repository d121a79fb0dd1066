// Today's people as the desk sees them: the booked ones by time, then the numbers without an appointment.

import { minuteMs } from '@foyer/contracts/time.ts';
import type { PatientView, StaffAppointment, StaffTicket, StaffView } from '@foyer/contracts/views.ts';
import { matches } from './find.ts';

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

export function findRows(rows: readonly DeskRow[], typed: string, filter: DeskFilter): readonly DeskRow[] {
  const states: readonly DeskState[] = typed.trim() === '' ? deskFilters[filter] : deskFilters.all;
  return rows.filter(
    (entry) =>
      states.includes(entry.state) &&
      matches(typed, {
        name: entry.patient?.displayName,
        birthDate: entry.patient?.birthDate,
        number: entry.ticket?.number,
        phone: entry.patient?.phone,
      }),
  );
}

/** Patients whom the tablet holds and who have nothing today. */
export function findPatients(view: StaffView, rows: readonly DeskRow[], typed: string): readonly PatientView[] {
  if (typed.trim().length < 2) return [];
  const today = new Set(rows.map((entry) => entry.patient?.id));
  return Object.values(view.patients)
    .filter((patient) => !today.has(patient.id) && !patient.erased)
    .filter((patient) =>
      matches(typed, { name: patient.displayName, birthDate: patient.birthDate, phone: patient.phone }),
    );
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
