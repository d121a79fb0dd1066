// The links that `npm start` prints: each with a one-time code in its fragment, which enrols the screen by itself, in
// the demonstration and from this machine alone.

import type { EdgeDemonstration } from '@foyer/contracts/demonstration.ts';
import { newSecret } from './secrets.ts';

export interface ScreenLink {
  readonly title: string;
  readonly path: string;
  readonly code: string;
}

const screens = [
  { title: 'Kiosk', path: '/kiosk/', role: 'kiosk', name: 'Kiosk 1' },
  { title: 'Wall display', path: '/display/', role: 'display', name: 'Display 1' },
  { title: 'Nurse', path: '/staff/', role: 'staff-tablet', name: 'Tablet 1' },
  { title: 'Reception', path: '/staff/', role: 'staff-tablet', name: 'Desk tablet' },
  { title: 'Cashier', path: '/staff/', role: 'staff-tablet', name: 'Till tablet' },
] as const;

/** New codes at each start: a printed link works once. */
export function screenLinks(): { readonly links: readonly ScreenLink[]; readonly codes: EdgeDemonstration['codes'] } {
  const coded = screens.map((screen) => ({ ...screen, code: newSecret() }));
  return {
    links: coded.map(({ title, path, code }) => ({ title, path, code })),
    codes: coded.map(({ code, role, name }) => ({ code, role, name })),
  };
}
