import type { ClinicDay, ClinicListEntry, ListedConflict } from '@foyer/contracts/centre-api.ts';

export function aClinic(id = 'harbour', given: Partial<ClinicListEntry> = {}): ClinicListEntry {
  return {
    id,
    code: 'HSC',
    name: 'Harbour Street',
    zone: 'UTC',
    currency: 'EUR',
    businessDay: '2026-11-24',
    businessDayStartsAt: '04:00',
    ...given,
  };
}

/** A morning in a clinic of eight rooms. */
export function aDay(given: Partial<ClinicDay> = {}): ClinicDay {
  const now = Date.UTC(2026, 10, 24, 10, 52);
  const ago = (minutes: number) => now - minutes * 60_000;
  return {
    clinic: aClinic(),
    date: '2026-11-24',
    serverTime: now,
    booked: 86,
    arrived: 61,
    arrivedWithoutBooking: 9,
    waiting: 17,
    gaps: [],
    deadLetters: 0,
    longestWaitMinutes: 47,
    withStaff: 6,
    onHold: 2,
    served: 38,
    notHere: 3,
    takings: {
      currency: 'EUR',
      totalMinor: 428_650,
      byMeans: [
        { means: 'cash', amountMinor: 128_650, payments: 31 },
        { means: 'external-card', amountMinor: 300_000, payments: 12 },
      ],
    },
    hours: [
      { hour: 8, arrived: 22, served: 9, medianWaitMinutes: 9 },
      { hour: 9, arrived: 25, served: 16, medianWaitMinutes: 15 },
      { hour: 10, arrived: 14, served: 13, medianWaitMinutes: 22 },
    ],
    estimates: {
      businessDay: '2026-11-23',
      services: [
        {
          serviceId: 'n',
          name: { en: 'Nurse', ar: 'التمريض' },
          predicted: 48,
          coverage: 0.625,
          rmseMinutes: 6.4,
          biasMinutes: -2.1,
        },
        {
          serviceId: 'd',
          name: { en: 'Doctor', ar: 'الطبيب' },
          predicted: 63,
          coverage: 0.43,
          rmseMinutes: 11,
          biasMinutes: 7.6,
        },
        { serviceId: 'b', predicted: 1, coverage: 1, rmseMinutes: 0.2, biasMinutes: 0.2 },
      ],
    },
    rooms: [
      {
        id: '1',
        name: { en: 'Room 1', es: 'Sala 1', ar: 'الغرفة 1' },
        state: 'open',
        staffName: 'Dr Lindqvist',
        ticketNumber: 'A042',
        since: ago(21),
      },
      { id: '2', name: { en: 'Room 2' }, state: 'open', staffName: 'Dr Okonkwo', ticketNumber: 'A045', since: ago(8) },
      { id: '3', name: { en: 'Room 3' }, state: 'open', staffName: 'Haddad', ticketNumber: 'A047', since: ago(5) },
      { id: '4', name: { en: 'Room 4' }, state: 'closed' },
      {
        id: '5',
        name: { en: 'Room 5' },
        state: 'open',
        staffName: 'Dr Yılmaz',
        ticketNumber: 'A046',
        since: ago(12),
        room: { state: 'ready-for-doctor', since: ago(3) },
      },
      { id: '7', name: { en: 'Room 7' }, state: 'paused', staffName: 'Nowak' },
      {
        id: '8',
        name: { en: 'Laboratory 1' },
        state: 'open',
        staffName: 'Chukwu',
        ticketNumber: 'R012',
        since: ago(2),
      },
      { id: '9', name: { en: 'X-ray 1' }, state: 'open', room: { state: 'to-be-cleaned', since: ago(4) } },
    ],
    edge: { state: 'live', lastHeardAt: now - 4_000, newestFactAt: ago(0), quarantined: false },
    workItems: [
      { id: 'w1', kind: 'request-refused', code: 'slot-taken', at: ago(30) },
      { id: 'w2', kind: 'dead-letters', code: 'unknown-version', at: ago(12) },
    ],
    ...given,
  };
}

/** A birth date as the centre and the clinic have it, neither having seen the other's. */
export function aConflict(): ListedConflict {
  const at = Date.UTC(2026, 10, 22, 9);
  return {
    id: 'c1',
    patientId: 'p1',
    name: { given: 'Zoë', family: 'Ferreira' },
    field: 'birthDate',
    raisedAt: at,
    versions: [
      { details: { birthDate: '1956-03-07' }, side: 'centre', by: null, at: null },
      { details: { birthDate: '1956-07-03' }, side: 'clinic', by: 'staff:one', at },
    ],
    standing: 0,
    chosen: null,
  };
}
