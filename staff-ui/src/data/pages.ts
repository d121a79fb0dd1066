// Which pages a tablet offers to the roles that are signed in, the first being where it opens.

import type { StaffRole } from '@foyer/contracts/roles.ts';

export const Page = {
  /** The nurse's: who is with me, who is next. */
  room: 'room',
  /** The desk's: today's people, numbers, registration. */
  reception: 'reception',
  /** Charges, cash, receipts. */
  till: 'till',
  /** Which screens are well, and letting new ones in. */
  devices: 'devices',
} as const;
export type Page = (typeof Page)[keyof typeof Page];

const pagesOfRole: Readonly<Record<StaffRole, readonly Page[]>> = {
  nurse: [Page.room],
  reception: [Page.reception, Page.room],
  cashier: [Page.till],
  supervisor: [Page.reception, Page.room, Page.till, Page.devices],
  auditor: [Page.devices],
  admin: [Page.devices],
};

const inOrder: readonly Page[] = [Page.reception, Page.room, Page.till, Page.devices];

export function pagesFor(roles: readonly StaffRole[]): readonly Page[] {
  const offered = new Set(roles.flatMap((role) => pagesOfRole[role]));
  return inOrder.filter((page) => offered.has(page));
}

/** Roles whose session belongs to a service point, which is chosen before the PIN. */
export function needsServicePoint(roles: readonly StaffRole[]): boolean {
  return roles.some((role) => role === 'nurse' || role === 'reception' || role === 'supervisor');
}

/** The page of a fragment such as `#till`, when these roles have it; else their first. */
export function pageOf(fragment: string, offered: readonly Page[]): Page | undefined {
  return offered.find((page) => `#${page}` === fragment) ?? offered[0];
}
