// Documents as the edge makes them, for tests.

import type { ReceiptDocument, TicketDocument } from '../../ports/ticket-printer.ts';

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
