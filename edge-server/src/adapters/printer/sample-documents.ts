// Documents as the edge makes them, for tests.

import type {
  MusterDocument,
  PaperNumbersDocument,
  ReceiptDocument,
  TicketDocument,
  TillReportDocument,
} from '../../ports/ticket-printer.ts';

export function aTicketDocument(changes: Partial<TicketDocument> = {}): TicketDocument {
  return {
    language: 'en',
    direction: 'ltr',
    clinicName: 'Harbour Street Clinic',
    number: 'A047',
    serviceName: 'Nurse',
    initials: 'M. O.',
    appointmentTime: '10:40',
    ahead: '4 people ahead of you',
    wait: {
      heading: 'Your wait, from 10:22',
      words: '20 to 35 minutes',
      fromMinutes: 20,
      toMinutes: 35,
      nowLabel: 'now',
      minutesUnit: 'min',
    },
    place: {
      heading: 'Please go to',
      name: 'Waiting area 2',
      directions: 'past the lift, then left',
      arrow: 'left',
    },
    qr: 'http://192.168.1.20:8090/t/abcdefghijklmnopqrstuv',
    qrHint: 'Follow your place on your phone or on the screen.',
    worse: 'Feeling worse? Tell any member of staff.',
    printedAt: '24 November 2026, 10:22',
    printedBy: 'Kiosk 1',
    ...changes,
  };
}

export function aReceiptDocument(changes: Partial<ReceiptDocument> = {}): ReceiptDocument {
  return {
    language: 'en',
    direction: 'ltr',
    clinicName: 'Harbour Street Clinic',
    clinicLines: ['12 Harbour Street, Northport'],
    title: 'Receipt',
    number: 'HSC-1-42',
    lines: [{ label: 'Consultation, nurse', amount: '€45.00' }],
    total: { label: 'Total', amount: '€45.00' },
    payment: [
      { label: 'Given in cash', amount: '€50.00' },
      { label: 'Change', amount: '€5.00' },
    ],
    ticketNumber: 'A047',
    printedAt: '24 November 2026, 10:55',
    thanks: 'Thank you.',
    ...changes,
  };
}

export function aPaperNumbersDocument(changes: Partial<PaperNumbersDocument> = {}): PaperNumbersDocument {
  return {
    language: 'en',
    direction: 'ltr',
    clinicName: 'Harbour Street Clinic',
    numbers: ['W041', 'W042', 'W043'],
    hint: 'You will be called by this number.',
    ...changes,
  };
}

export function aTillReportDocument(changes: Partial<TillReportDocument> = {}): TillReportDocument {
  return {
    language: 'en',
    direction: 'ltr',
    clinicName: 'Harbour Street Clinic',
    title: 'Z report',
    number: 'HSC-1-Z3',
    facts: [
      { label: 'Opened', amount: '24 November 2026, 08:00' },
      { label: 'Closed', amount: '24 November 2026, 18:05' },
      { label: 'by', amount: 'Christopher Abernathy-Worthington' },
    ],
    lines: [
      { label: 'Float at opening', amount: '€200.00' },
      { label: 'Cash taken', amount: '€1,041.50' },
      { label: 'Card', amount: '€310.00' },
      { label: 'Payments', amount: '22' },
      { label: 'First receipt', amount: 'HSC-1-16' },
      { label: 'Last receipt', amount: 'HSC-1-37' },
    ],
    count: [
      { label: 'Should be there', amount: '€1,241.50' },
      { label: 'Counted', amount: '€1,240.00' },
      { label: 'Difference', amount: '-€1.50' },
    ],
    printedAt: '24 November 2026, 18:05',
    ...changes,
  };
}

export function aMusterDocument(changes: Partial<MusterDocument> = {}): MusterDocument {
  return {
    language: 'en',
    direction: 'ltr',
    clinicName: 'Harbour Street Clinic',
    title: 'Who may be inside',
    since: 'Told to leave at 10:48',
    meetingPoint: 'Meeting point: car park, Quay Road',
    count: '2 people',
    people: [
      { number: 'A052', lastSeen: 'Waiting area 2, waiting', needs: 'Wheelchair' },
      { number: 'A047', name: 'Margaret Olga O’Sullivan', lastSeen: 'Room 3, with staff', found: 'Found' },
    ],
    printedAt: '24 November 2026, 10:49',
    ...changes,
  };
}
