// How long somebody waits, from the kiosk's number to every screen that says it.

import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Ticket } from '@foyer/contracts/board-view.ts';
import type { KioskView } from '@foyer/contracts/kiosk-view.ts';
import type { StaffView } from '@foyer/contracts/staff-view.ts';
import type { TicketView } from '@foyer/contracts/ticket-view.ts';
import { laboratory } from './testing/a-clinic.ts';
import { EdgeUnderTest, tokens } from './testing/an-edge.ts';

const edge = new EdgeUnderTest();
beforeAll(() => edge.start());
afterAll(() => edge.end());

it('a number that is taken is told how long it waits, everywhere in the same words', async () => {
  const kiosk = edge.follow<KioskView>('/kiosk', { token: tokens.kiosk });
  const tablet = edge.follow<StaffView>('/staff', { token: tokens.supervisor });
  for (let before = 0; before < 3; before += 1) {
    await edge.result(tokens.kiosk, 'issue-ticket', { serviceId: laboratory });
  }
  const { ticket } = await edge.result(tokens.kiosk, 'issue-ticket', { serviceId: laboratory });
  const { id, publicId } = ticket as unknown as Ticket;
  const phone = edge.follow<TicketView>('/ticket', { token: publicId });
  await vi.waitFor(
    () => {
      const wait = kiosk.view?.issued?.[id]?.wait;
      expect(wait).toMatchObject({ planned: true, fromMinutes: expect.any(Number) });
      expect(phone.view?.wait).toEqual(wait);
      expect(tablet.view?.tickets[id]?.wait).toEqual(wait);
    },
    { timeout: 20_000 },
  );
  expect(kiosk.view?.services[laboratory]?.wait).toMatchObject({ planned: true });
});
