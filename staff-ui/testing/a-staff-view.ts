// The clinic of the tests: builders of the view that a tablet holds. Times are fixed: it is 10:46 in Lisbon.

import type { HelpView } from '@foyer/contracts/clinic-view.ts';
import type {
  DeviceView,
  PatientView,
  StaffAppointment,
  StaffConflict,
  StaffTicket,
  StaffView,
} from '@foyer/contracts/staff-view.ts';
import type { ChargeView, PaymentView } from '@foyer/contracts/till-view.ts';
import type { OccupiedRoomState, PriorityClass, RoomState, TicketState } from '@foyer/contracts/ticket-state.ts';
import { hourMs, minuteMs } from '@foyer/contracts/time.ts';

export const now = Date.UTC(2026, 10, 24, 10, 46);
const day = '2026-11-24';

/** A readable UUIDv7: `id('ticket', 7)`. */
export function id(kind: keyof typeof kinds, index: number): string {
  return `01900000-0000-7000-8000-${kinds[kind]}${String(index).padStart(10, '0')}`;
}
const kinds = {
  ticket: 'aa',
  patient: 'bb',
  service: 'cc',
  point: 'dd',
  staff: 'ee',
  device: 'fd',
  appointment: 'ab',
  charge: 'ac',
  payment: 'ad',
  help: 'ae',
  call: 'af',
  till: 'ba',
} as const;

export const services = {
  consultation: id('service', 1),
  walkIn: id('service', 2),
  laboratory: id('service', 3),
  dressing: id('service', 4),
} as const;
export const room3 = id('point', 3);
export const amira = id('staff', 1);

/** A birth date as the centre and the desk have it, neither having seen the other's. */
export function aConflict(given: Partial<StaffConflict> = {}): StaffConflict {
  return {
    id: id('help', 31),
    patientId: id('patient', 24),
    field: 'birthDate',
    raisedAt: now - 5 * minuteMs,
    versions: [
      { details: { birthDate: '1956-03-07' }, side: 'centre', at: now - 3 * hourMs },
      { details: { birthDate: '1956-07-03' }, side: 'clinic', byName: 'Amira Osei', at: now - 10 * minuteMs },
    ],
    standing: 0,
    chosen: null,
    ...given,
  };
}

let count = 0;

export function aTicket(
  number: string,
  given: Partial<StaffTicket> & { readonly waitedMinutes?: number } = {},
): StaffTicket {
  const { waitedMinutes = 10, ...rest } = given;
  const index = Number(number.slice(1)) + number.charCodeAt(0) * 1000;
  const issuedAt = now - waitedMinutes * minuteMs;
  count += 1;
  return {
    id: id('ticket', index),
    publicId: `public${String(index).padStart(16, '0')}`,
    number,
    serviceId: number.startsWith('R') ? services.walkIn : services.consultation,
    state: 'waiting',
    priorityClass: number.startsWith('R') ? 'walk-in' : 'booked',
    needs: [],
    businessDay: day,
    issuedAt,
    placeAt: issuedAt,
    callCount: 0,
    source: 'kiosk',
    last: { epoch: 1, seq: 1000 + count, type: 'v1.TicketIssued' },
    ...rest,
  };
}

export function aPatient(
  index: number,
  displayName: string,
  birthDate?: string,
  rest: Partial<PatientView> = {},
): PatientView {
  return {
    id: id('patient', index),
    displayName,
    needs: [],
    ...(birthDate ? { birthDate } : {}),
    ...rest,
  };
}

export function byId<T extends { readonly id: string }>(items: readonly T[]): { [id: string]: T } {
  return Object.fromEntries(items.map((item) => [item.id, item]));
}

type Overrides = Partial<
  Omit<StaffView, 'tickets' | 'patients' | 'appointments' | 'charges' | 'payments' | 'help' | 'devices'>
> & {
  readonly tickets?: readonly StaffTicket[];
  readonly patients?: readonly PatientView[];
  readonly appointments?: readonly StaffAppointment[];
  readonly charges?: readonly ChargeView[];
  readonly payments?: readonly PaymentView[];
  readonly help?: readonly HelpView[];
  readonly devices?: readonly DeviceView[];
  readonly current?: StaffTicket | undefined;
  readonly next?: StaffTicket | undefined;
};

/** Nurse Amira Haddad in room 3, nobody there, nobody waiting, all devices well. */
export function aStaffView(given: Overrides = {}): StaffView {
  const { tickets, patients, appointments, charges, payments, help, devices, current, next, ...rest } = given;
  const all = [...(tickets ?? []), ...(current ? [current] : []), ...(next ? [next] : [])];
  const offered = Object.values(services);
  return {
    clinic: {
      code: 'HSC',
      name: 'Harbour Street Clinic',
      zone: 'Europe/Lisbon',
      currency: 'EUR',
      languages: ['en', 'es', 'zh', 'ar'],
      businessDay: day,
      openUntil: '18:00',
    },
    me: { id: amira, name: 'Amira Haddad', roles: ['nurse'], servicePointId: room3 },
    services: byId([
      aService(services.consultation, 'A', 'Consultation', 30, 4800),
      {
        ...aService(services.walkIn, 'R', 'Walk-in consultation', 30, 4800),
        wait: { fromMinutes: 20, untilMinutes: 35 },
      },
      aService(services.laboratory, 'L', 'Blood count', 20, 1950),
      aService(services.dressing, 'W', 'Wound dressing, large', 20, 1400),
    ]),
    servicePoints: byId([
      aPoint(3, 'Room 3', {
        staffName: 'Amira Haddad',
        serviceIds: offered,
        ...(current ? { ticketId: current.id } : {}),
        ...(next ? { nextTicketId: next.id } : {}),
      }),
      aPoint(5, 'Room 5', { staffName: 'Kerem Yılmaz' }),
      aPoint(9, 'Laboratory 1', { serviceIds: [services.laboratory] }),
      aPoint(1, 'Desk 1', { staffName: 'Tomasz Zieliński', serviceIds: offered }),
    ]),
    tickets: byId(all),
    calls: {},
    patients: byId(patients ?? []),
    appointments: byId(appointments ?? []),
    help: byId(help ?? []),
    devices: byId(
      devices ?? [
        aDevice(1, 'Kiosk 1', 'kiosk'),
        aDevice(2, 'Display 1', 'display'),
        aDevice(3, 'Display 2', 'display'),
        aDevice(4, 'Tablet 3', 'staff-tablet'),
      ],
    ),
    prints: {},
    charges: byId(charges ?? []),
    payments: byId(payments ?? []),
    workItems: {},
    lockedStaff: {},
    relay: { state: 'linked', waitingRows: 0 },
    clockFrozen: false,
    printer: 'ready',
    ...rest,
  };
}

type PointOverrides = Partial<StaffView['servicePoints'][string]>;
export function aPoint(index: number, name: string, given: PointOverrides = {}): StaffView['servicePoints'][string] {
  const names = {
    en: name,
    ar: name.replace('Room', 'غرفة'),
    es: name.replace('Room', 'Sala'),
    zh: name.replace('Room', '诊室'),
  };
  return {
    id: id('point', index),
    name: names,
    serviceIds: [services.consultation, services.walkIn],
    state: 'open',
    room: { state: 'empty', since: now - 8 * minuteMs },
    ...given,
  };
}

/** The drawing's board: twelve rooms on two floors, seen by the nurse of room 7. */
export function aTypicalBoard(given: Overrides = {}): StaffView {
  const [ground, first] = [
    { en: 'Ground floor', es: 'Planta baja', zh: '一层', ar: 'الطابق الأرضي' },
    { en: 'First floor', es: 'Primera planta', zh: '二层', ar: 'الطابق الأول' },
  ];
  const tickets: StaffTicket[] = [];
  const since = (state: RoomState, minutes: number) => ({ state, since: now - minutes * minuteMs });
  const free = (index: number, name: string, state: RoomState, minutes: number, rest: PointOverrides = {}) =>
    aPoint(index, name, { room: since(state, minutes), ...rest });
  const held = (index: number, name: string, [number, state, minutes, targetMinutes, staffName]: Stay) => {
    const ticket = aTicket(number, { state: 'serving', servicePointId: id('point', index) });
    tickets.push(ticket);
    const room = { ...since(state, minutes), ...(staffName === undefined ? {} : { staffName }) };
    return aPoint(index, name, { ticketId: ticket.id, targetMinutes, room });
  };
  const downstairs = [
    held(1, 'Room 1', ['A042', 'with-doctor', 27, 30, 'Dr Sofie Lindqvist']),
    held(2, 'Room 2', ['A050', 'ready-for-doctor', 2, 10, 'Dr Chiamaka Okonkwo']),
    held(3, 'Room 3', ['A047', 'with-nurse', 5, 20, 'Amira Haddad']),
    free(4, 'Room 4', 'empty', 60, { state: 'closed', staffName: 'Dr M. J. Ferreira' }),
    held(5, 'Room 5', ['A046', 'ready-for-doctor', 9, 10, 'Dr Kerem Yılmaz']),
    free(6, 'Room 6', 'empty', 14),
  ];
  const upstairs = [
    held(7, 'Room 7', ['A044', 'with-nurse', 15, 20, 'Agnieszka Nowak']),
    held(8, 'Room 8', ['A048', 'waiting', 4, 15, 'Agnieszka Nowak']),
    free(9, 'Room 9', 'to-be-cleaned', 3),
    held(10, 'Laboratory 1', ['R012', 'with-staff', 8, 15, 'Ngozi Chukwu']),
    free(11, 'X-ray', 'empty', 2, { staffName: 'Pedro Quispe Mamani' }),
    held(12, 'Quiet room', ['A049', 'waiting', 22, 15]),
  ];
  return aStaffView({
    me: { id: id('staff', 6), name: 'Agnieszka Nowak', roles: ['nurse'], servicePointId: id('point', 7) },
    servicePoints: byId([
      ...downstairs.map((room) => ({ ...room, floor: ground! })),
      ...upstairs.map((room) => ({ ...room, floor: first! })),
    ]),
    tickets,
    ...given,
  });
}
type Stay = readonly [
  number: string,
  state: OccupiedRoomState,
  minutes: number,
  targetMinutes: number,
  staffName?: string,
];

export function aService(
  serviceId: string,
  prefix: string,
  name: string,
  targetMinutes: number,
  priceMinor?: number,
): StaffView['services'][string] {
  const waitingArea = { en: 'Waiting area 1' };
  return {
    id: serviceId,
    prefix,
    name: { en: name },
    waitingArea,
    targetMinutes,
    ...(priceMinor === undefined ? {} : { priceMinor }),
  };
}

export function aDevice(index: number, name: string, role: string, rest: Partial<DeviceView> = {}): DeviceView {
  return { id: id('device', index), name, role, connected: true, lastSeenAt: now, ...rest };
}

export function aCharge(
  index: number,
  ticketId: string,
  serviceId: string,
  amountMinor: number,
  paymentId?: string,
): ChargeView {
  return {
    id: id('charge', index),
    ticketId,
    serviceId,
    amountMinor,
    at: now,
    ...(paymentId ? { paymentId } : {}),
  };
}

export function anAppointment(
  index: number,
  patient: PatientView,
  at: number,
  rest: Partial<StaffAppointment> = {},
): StaffAppointment {
  return {
    id: id('appointment', index),
    patientId: patient.id,
    serviceId: services.consultation,
    at,
    ...rest,
  };
}

const wilhelmina = aPatient(1, 'Wilhelmina Oluwaseun Adeyemi-Featherstone', '1949-09-02', {
  language: 'es',
  needs: ['hearing'],
});

/** The same room after the power was away for half an hour: who was with the nurse is asked for. */
export function anAskedRoom(state: 'serving' | 'called' = 'serving'): StaffView {
  const view = aTypicalRoom(state);
  const from = now - 35 * minuteMs;
  const asked = Object.values(view.tickets).find(({ servicePointId }) => servicePointId === room3)!;
  return {
    ...view,
    tickets: { ...view.tickets, [asked.id]: { ...asked, inDoubtSince: from } },
    gaps: byId([{ id: 'gap', from, until: now - 5 * minuteMs }]),
  };
}

/** The drawing's room: seventeen waiting, one with the nurse, two on hold, one not here. */
export function aTypicalRoom(state: 'serving' | 'called' = 'serving', given: Overrides = {}): StaffView {
  const current = aTicket('A043', {
    state,
    patientId: wilhelmina.id,
    servicePointId: room3,
    waitedMinutes: 40,
    language: 'es',
    needs: ['hearing'],
    callCount: 1,
    calledAt: now - 8 * minuteMs,
    ...(state === 'serving' ? { servingSince: now - 462_000 } : {}),
    last: {
      epoch: 1,
      seq: 5000,
      type: state === 'serving' ? 'v1.ServiceStarted' : 'v1.TicketCalled',
    },
  });
  const next = aTicket('A047', { waitedMinutes: 24, appointmentAt: now - 6 * minuteMs });
  return aStaffView({
    current,
    next,
    patients: [wilhelmina],
    tickets: [
      aTicket('R014', { waitedMinutes: 41, wait: { fromMinutes: 5, untilMinutes: 15, planned: true } }),
      aTicket('A049', { waitedMinutes: 14, language: 'zh', source: 'phone' }),
      aTicket('A048', {
        waitedMinutes: 9,
        priorityClass: 'priority',
        needs: ['mobility'],
        source: 'desk',
      }),
      aTicket('R015', { waitedMinutes: 33 }),
      aTicket('A051', { waitedMinutes: 6 }),
      aTicket('A050', { waitedMinutes: 27, needs: ['hearing'] }),
      aTicket('A052', { waitedMinutes: 8, needs: ['interpreter'], language: 'ar', source: 'desk' }),
      aTicket('R016', { waitedMinutes: 22, needs: ['sight'], source: 'desk' }),
      aTicket('A053', { waitedMinutes: 3, needs: ['infant'], source: 'phone' }),
      ...Array.from({ length: 7 }, (_, index) => aTicket(`R0${17 + index}`, { waitedMinutes: 20 - index * 2 })),
      aTicket('A040', { state: 'on-hold', waitedMinutes: 55, heldUntil: now + 10 * minuteMs }),
      aTicket('R011', { state: 'on-hold', waitedMinutes: 62 }),
      aTicket('A041', {
        state: 'not-answered',
        waitedMinutes: 50,
        callCount: 2,
        calledAt: now - 12 * minuteMs,
      }),
    ],
    ...given,
  });
}

const longName = 'Maximiliana Aleksandra Wiśniewska-Kowalczyk Fernández-Villave';

/** Forty waiting, a name of sixty characters, everything that can be wrong is wrong. */
export function aFullRoom(): StaffView {
  const classes: readonly PriorityClass[] = ['emergency', 'priority', 'booked', 'walk-in'];
  const patient = aPatient(2, longName, '1938-04-01', {
    language: 'ar',
    needs: ['hearing', 'sight', 'mobility', 'interpreter'],
  });
  const current = aTicket('A099', {
    state: 'called',
    patientId: patient.id,
    servicePointId: room3,
    calledAt: now - 3 * minuteMs,
    needs: patient.needs,
    language: 'ar',
    last: { epoch: 1, seq: 5000, type: 'v1.TicketCalled' },
  });
  const waiting = Array.from({ length: 40 }, (_, index) =>
    aTicket(`${index % 3 === 0 ? 'R' : 'A'}${String(100 + index)}`, {
      waitedMinutes: 95 - index * 2,
      priorityClass: classes[index < 1 ? 0 : index < 4 ? 1 : index % 3 === 0 ? 3 : 2]!,
      needs: index % 4 === 0 ? ['mobility', 'companion'] : [],
    }),
  );
  return aStaffView({
    current,
    next: waiting[0],
    tickets: waiting.slice(1),
    patients: [patient],
    help: [
      {
        id: id('help', 1),
        kind: 'emergency',
        at: now - 12_000,
        state: 'sounding',
        from: 'Kiosk 1',
      },
      {
        id: id('help', 2),
        kind: 'assistance',
        at: now - 40_000,
        state: 'escalated',
        from: 'Kiosk 2',
      },
    ],
    devices: [
      aDevice(1, 'Kiosk 1', 'kiosk'),
      aDevice(2, 'Display 1', 'display'),
      aDevice(3, 'Display 2', 'display', { connected: false, lastSeenAt: now - 5 * minuteMs }),
    ],
    calls: byId([
      {
        id: id('call', 1),
        ticketId: current.id,
        number: 'A099',
        servicePointId: room3,
        at: now - 3 * minuteMs,
      },
      {
        id: id('call', 2),
        ticketId: id('ticket', 1),
        number: 'A046',
        servicePointId: id('point', 5),
        at: now - 5 * minuteMs,
      },
      {
        id: id('call', 3),
        ticketId: id('ticket', 2),
        number: 'R012',
        servicePointId: id('point', 9),
        at: now - 9 * minuteMs,
      },
    ]),
    printer: 'unavailable',
    relay: { state: 'unlinked', waitingRows: 132, since: now - hourMs },
    clockFrozen: true,
  });
}

/** The desk of the drawing, ten people of the morning. */
export function aTypicalDesk(given: Overrides = {}): StaffView {
  const people: readonly (readonly [string, string, number, TicketState | undefined, string])[] = [
    ['María del Carmen Fernández-Villaverde', '1971-02-02', 630, 'serving', 'A044'],
    ['Margaret O’Sullivan', '1958-03-14', 640, 'serving', 'A047'],
    ['محمد عبد الرحمن الهاشمي', '1949-08-19', 634, undefined, ''],
    ['Nguyễn Thị Minh Khai', '1990-11-30', 645, 'waiting', 'A049'],
    ['陈美玲 Chen Meiling', '1984-05-07', 650, 'waiting', 'A052'],
    ['Christopher Abernathy-Worthington III', '1966-01-11', 655, undefined, ''],
    ['Somchai Srisuwan', '1978-12-04', 660, undefined, ''],
    ['Aleksandra Wiśniewska-Kowalczyk', '2019-06-16', 670, undefined, ''],
    ['Oluwadamilola Babatunde-Ogunleye', '1988-10-28', 675, undefined, ''],
    ['Jean-Baptiste de La Rochefoucauld', '1938-04-01', 680, undefined, ''],
    ['Ana Duarte', '1999-02-28', 540, 'completed', 'A031'],
  ];
  const midnight = Date.UTC(2026, 10, 24);
  const patients = people.map(([name, born], index) => aPatient(20 + index, name, born));
  const tickets = people.flatMap(([, , , state, number], index) =>
    state
      ? [
          aTicket(number, {
            state,
            patientId: patients[index]!.id,
            appointmentId: id('appointment', index),
            source: 'kiosk',
          }),
        ]
      : [],
  );
  const appointments = people.map(([, , minutes, , number], index) =>
    anAppointment(index, patients[index]!, midnight + minutes * minuteMs, {
      ...(number ? { ticketId: tickets.find((ticket) => ticket.number === number)!.id } : {}),
    }),
  );
  const me = {
    id: id('staff', 2),
    name: 'Tomasz Zieliński',
    roles: ['reception'] as const,
    servicePointId: id('point', 1),
  };
  const walkIn = aTicket('R017', { waitedMinutes: 3 });
  return aStaffView({ me, patients, tickets: [...tickets, walkIn], appointments, ...given });
}

/** The till of the drawing: María's visit of three charges, the till open. */
export function aTypicalTill(given: Overrides = {}): StaffView {
  const desk = aTypicalDesk();
  const maria = Object.values(desk.tickets).find((ticket) => ticket.number === 'A044')!;
  const bill = {
    ...maria,
    state: 'completed' as const,
    last: { epoch: 1, seq: 4000, type: 'v1.ServiceFinished' },
  };
  const me = {
    id: id('staff', 3),
    name: 'Christopher Abernathy-Worthington',
    roles: ['cashier'] as const,
  };
  return aStaffView({
    me,
    tickets: [...Object.values(desk.tickets).filter((ticket) => ticket.id !== maria.id), bill],
    patients: Object.values(desk.patients),
    charges: [
      aCharge(1, maria.id, services.consultation, 4800),
      aCharge(2, maria.id, services.laboratory, 1950),
      aCharge(3, maria.id, services.dressing, 1400),
    ],
    payments: [
      {
        id: id('payment', 1),
        receiptNumber: 'HSC-1-16',
        means: 'cash',
        amountMinor: 4800,
        at: now - 14 * minuteMs,
        print: 'printed',
      },
    ],
    till: {
      id: id('till', 1),
      openedAt: now - 3 * hourMs,
      floatMinor: 20_000,
      takenCashMinor: 104_150,
      takenCardMinor: 31_000,
      payments: 22,
    },
    ...given,
  });
}

/** Somebody is called who does not hear, and who was called back from outside. */
export function aWalkAskedFor(): StaffView {
  const view = aTypicalRoom('called');
  const { id: ticketId, number } = Object.values(view.tickets).find(({ state }) => state === 'called')!;
  const at = now - minuteMs;
  const reasons = ['hearing', 'outside'] as const;
  const walk = { id: ticketId, number, servicePointId: room3, at, reasons, calledBackAt: at - minuteMs };
  return { ...view, walks: { [ticketId]: walk } };
}
