// A clinic's state for tests of the views: tickets, calls and people as the mirror would hold them.

import { RoomState, TicketState } from '@foyer/contracts/ticket-state.ts';
import type { PatientView } from '@foyer/contracts/staff-view.ts';
import type { CallRecord, RoomRecord, TicketRecord } from '@foyer/domain/queue/queue-state.ts';
import type { ClinicState } from '../views/clinic-state.ts';
import { aClinic, consultation, kioskOne, nurseAna, room1, room2 } from './a-clinic.ts';

/** 10:00 in Madrid. */
export const stateAt = Date.UTC(2026, 10, 24, 9);

export function aTicket(
  id: string,
  changes: Omit<Partial<TicketRecord>, 'standing'> & { readonly standing?: Partial<TicketRecord['standing']> } = {},
): TicketRecord {
  const { standing, ...rest } = changes;
  return {
    id,
    publicId: `public-of-${id}`,
    number: `A${id.padStart(3, '0')}`,
    ordinal: Number(id) || 1,
    businessDay: '2026-11-24',
    issuedAt: stateAt,
    issuedServiceId: consultation,
    source: 'kiosk',
    issuedBy: `device:${kioskOne}`,
    needs: [],
    language: null,
    patientId: null,
    appointmentId: null,
    appointmentAt: null,
    closedAt: null,
    last: { epoch: 1, seq: 1, type: 'v1.TicketIssued', businessDay: '2026-11-24', before: null },
    printed: false,
    ...rest,
    standing: {
      state: TicketState.waiting,
      serviceId: consultation,
      priorityClass: 'walk-in',
      servicePointId: null,
      forServicePointId: null,
      placeAt: stateAt + (Number(id) || 0),
      callCount: 0,
      callId: null,
      calledAt: null,
      servingSince: null,
      heldUntil: null,
      heldByTicket: false,
      room: null,
      ...standing,
    },
  };
}

export function aCalled(
  id: string,
  servicePointId: string,
  at: number = stateAt,
): { ticket: TicketRecord; call: CallRecord } {
  const callId = `call-${id}`;
  const standing = { state: TicketState.called, servicePointId, callId, calledAt: at, callCount: 1 };
  const ticket = aTicket(id, { standing });
  return { ticket, call: { id: callId, ticketId: id, number: ticket.number, servicePointId, at, withdrawn: false } };
}

export interface StateParts {
  readonly tickets?: readonly TicketRecord[];
  readonly calls?: readonly CallRecord[];
  readonly patients?: readonly PatientView[];
  readonly changes?: Partial<ClinicState>;
}

function roomOf(ticketId: string | null, tickets: readonly TicketRecord[]): RoomRecord {
  const stay = tickets.find(({ id }) => id === ticketId)?.standing.room;
  return stay ?? { state: RoomState.empty, since: stateAt, staffId: null };
}

export function aState({ tickets = [], calls = [], patients = [], changes = {} }: StateParts = {}): ClinicState {
  const at = (point: string) =>
    tickets.find(
      ({ standing }) =>
        standing.servicePointId === point && (standing.state === 'called' || standing.state === 'serving'),
    )?.id ?? null;
  const people = new Map(patients.map((patient) => [patient.id, patient]));
  return {
    epoch: 1,
    seq: 9,
    now: stateAt,
    logNow: stateAt,
    businessDay: '2026-11-24',
    configuration: aClinic(),
    openUntil: '21:00',
    opensAt: undefined,
    opensNextDayAt: undefined,
    clockFrozen: false,
    overdueHelp: new Set(),
    queue: {
      tickets: new Map(tickets.map((ticket) => [ticket.id, ticket])),
      servicePoints: new Map(
        [room1, room2].map((id) => [
          id,
          { id, state: 'open', staffId: nurseAna, ticketId: at(id), room: roomOf(at(id), tickets) },
        ]),
      ),
      calls: new Map(calls.map((call) => [call.id, call])),
      help: new Map(),
      ordinals: new Map(),
      evacuations: new Map(),
      closings: new Map(),
      walkIns: new Map(),
      delays: new Map(),
      messages: new Map(),
      reassignments: new Map(),
      reassignedAppointments: new Map(),
      paperNumbers: new Map(),
      gaps: new Map(),
      forms: new Map(),
      callingRules: new Map(),
    },
    billing: { tills: new Map(), charges: new Map(), payments: new Map(), series: new Map() },
    recentCalls: calls,
    staff: new Map([[nurseAna, { name: 'Ana Ruiz', roles: ['nurse'] }]]),
    lockedStaff: new Map(),
    devices: [{ id: kioskOne, name: 'Kiosk 1', role: 'kiosk', connected: true }],
    prices: new Map(),
    appointments: [],
    balances: new Map(),
    workItems: [],
    conflicts: [],
    bookingRequests: [],
    isAdopted: true,
    prints: new Map(),
    scans: new Map(),
    waits: { tickets: new Map(), services: new Map() },
    printer: 'ready',
    voice: true,
    recorded: [],
    displayLayouts: new Map(),
    things: new Map(),
    recentTickets: () => [],
    settings: {},
    timeOfDay: '10:00',
    thingSetUps: new Map(),
    ticketUrl: 'http://phone.example',
    relay: { state: 'none', waitingRows: 0 },
    patient: (id) => people.get(id),
    initials: () => '',
    ...changes,
  };
}
