// Which pages a tablet offers to the roles that are signed in, the first being where it opens.

import { rolesAtPoint, type StaffRole } from '@foyer/contracts/roles.ts';
import type { StaffView } from '@foyer/contracts/staff-view.ts';

export const Page = {
  /** The nurse's: who is with me, who is next. */
  room: 'room',
  /** The desk's: today's people, numbers, registration. */
  reception: 'reception',
  /** Every queue and point of the clinic, for who answers for all of them. */
  queues: 'queues',
  /** What goes on in every room. */
  rooms: 'rooms',
  /** Who leaves, is late or changes rooms, and where everybody goes. */
  leaves: 'leaves',
  /** Charges, cash, receipts. */
  till: 'till',
  /** What was kept on paper, and numbers for it. */
  paper: 'paper',
  /** Who is left at the end of the day, and closing it. */
  day: 'day',
  /** Which screens are well, and letting new ones in. */
  devices: 'devices',
  /** Services, rooms, hours, prices, forms, calling rules. */
  setUp: 'set-up',
  /** Booking: here, or of the centre that has adopted the clinic. */
  appointments: 'appointments',
} as const;
export type Page = (typeof Page)[keyof typeof Page];

const pagesOfRole: Readonly<Record<StaffRole, readonly Page[]>> = {
  nurse: [Page.room, Page.rooms, Page.leaves],
  reception: [Page.reception, Page.room, Page.rooms, Page.leaves, Page.paper, Page.day],
  cashier: [Page.till],
  supervisor: [
    Page.reception,
    Page.queues,
    Page.room,
    Page.rooms,
    Page.leaves,
    Page.till,
    Page.paper,
    Page.day,
    Page.devices,
    Page.setUp,
  ],
  auditor: [Page.devices],
  admin: [Page.devices, Page.setUp],
};

const inOrder: readonly Page[] = [
  Page.reception,
  Page.queues,
  Page.room,
  Page.rooms,
  Page.leaves,
  Page.till,
  Page.paper,
  Page.day,
  Page.devices,
  Page.setUp,
];

/** `booking` is that of the view: whether these roles book here. */
export function pagesFor(roles: readonly StaffRole[], booking?: StaffView['booking']): readonly Page[] {
  const offered = new Set(roles.flatMap((role) => pagesOfRole[role]));
  const pages = inOrder.filter((page) => offered.has(page));
  return booking === undefined ? pages : [...pages, Page.appointments];
}

/** Roles whose session belongs to a service point, which is chosen before the PIN. */
export function needsServicePoint(roles: readonly StaffRole[]): boolean {
  return roles.some((role) => rolesAtPoint.includes(role));
}

/** The page of a fragment such as `#till`, when these roles have it; else their first. */
export function pageOf(fragment: string, offered: readonly Page[]): Page | undefined {
  return offered.find((page) => `#${page}` === fragment) ?? offered[0];
}
