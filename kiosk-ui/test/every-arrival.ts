// The pages of who arrives otherwise than planned, for what walks over all pages.

import type { IdentificationAnswer } from '@foyer/contracts/http-api.ts';
import { accepted, anAppointment, aTicket } from './a-clinic.ts';
import type { Kiosk } from './kiosk.ts';

export const northside = {
  ...{ name: 'Northside', address: '41 Mill Lane', phone: '985 123 456' },
  ...{ position: { latitude: 43.4, longitude: -5.79 }, from: { latitude: 43.36, longitude: -5.84 } },
};
const matched = { identificationId: 'i1', matched: true } as const;
const unmatched = { identificationId: 'i1', matched: false, askDesk: true, time: '10:40' } as const;

export const arrivals = {
  wrongClinic: { ...unmatched, reason: 'code-of-another-clinic', date: '2026-11-22', clinic: northside },
  wrongDay: { ...unmatched, reason: 'code-of-another-day', date: '2026-11-21', identified: true },
  already: { ...matched, appointments: [{ ...anAppointment, checkedIn: true, ticket: { ...aTicket(), ahead: 4 } }] },
  remote: { ...matched, appointments: [{ ...anAppointment, mode: 'video' }] },
  noted: {
    ...{ ...matched, appointments: [anAppointment] },
    ...{ documentExpired: true, balance: { amountMinor: 4_500, currency: 'EUR' } },
  },
} as const satisfies Record<string, IdentificationAnswer>;

/** From the idle screen, and back to it. */
export async function walkArrivals(
  { page, edge }: Kiosk,
  look: (tag: string, name?: string) => Promise<void>,
): Promise<void> {
  edge.clinic.command = () => accepted({ ticket: aTicket() });
  for (const [arrival, tag] of [
    ['wrongClinic', 'wrong-clinic-page'],
    ['already', 'already-page'],
    ['remote', 'remote-page'],
    ['wrongDay', 'ticket-page'],
    ['noted', 'ticket-page'],
  ] as const) {
    edge.clinic.identify = () => arrivals[arrival];
    edge.scan(`FOYER1.${arrival}`);
    await look(tag, `${tag}, ${arrival}`);
    await page.locator('kiosk-toolbar .nav foyer-button button').last().click();
    await page.locator('idle-page').waitFor();
  }
}
