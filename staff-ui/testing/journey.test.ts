// The steps of a visit on a real tablet.

import type { JourneyStep } from '@foyer/contracts/journey.ts';
import { minuteMs } from '@foyer/contracts/time.ts';
import { seriousFaults } from '@foyer/ui-kit/testing/chromium.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aStaffView, aTicket, byId, id, now, room3, services } from './a-staff-view.ts';
import { aBench, openSignedIn, type Bench } from './tablet.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await aBench();
});
afterAll(() => bench.close());

const steps: JourneyStep[] = [
  { id: 'seen', serviceId: services.consultation, after: [], state: 'here' },
  { id: 'blood', serviceId: services.laboratory, after: ['seen'], state: 'ahead' },
  { id: 'wound', serviceId: services.dressing, after: ['blood'], state: 'ahead', whenReady: true },
];
const atRoom = { servicePointId: room3, servingSince: now - 3 * minuteMs, state: 'serving' } as const;
const sent = () => bench.edge.commands.map(({ commandId: _id, ...command }) => command);

describe('the steps of a visit', () => {
  it('are shown, skipped with a reason, made ready and added to, and anybody can use them', async () => {
    const current = aTicket('A043', { ...atRoom, journey: { steps } });
    bench.edge.reset(aStaffView({ current, tickets: [current] }));
    const { page, complaints, close } = await openSignedIn(bench);
    const open = () => page.getByRole('button', { name: /Step 1 of 3: Consultation/ }).click();
    await open();
    const blood = page.locator('journey-choice li').filter({ hasText: 'Blood count' });
    await blood.getByRole('button', { name: 'Skip' }).click();
    await page.getByRole('button', { name: 'Done already' }).click();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Skip Blood count' }).click();
    const of = { ticketId: current.id };
    await expect.poll(sent).toEqual([{ type: 'skip-journey-step', ...of, stepId: 'blood', reason: 'Done already' }]);
    await open();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'It is ready' }).click();
    await expect.poll(() => sent().at(-1)).toEqual({ type: 'mark-ready', ...of, stepId: 'wound' });
    await open();
    await page.locator('journey-choice section').getByRole('button', { name: 'Blood count' }).click();
    await expect
      .poll(() => sent().at(-1))
      .toEqual({
        type: 'add-journey-step',
        ...of,
        serviceId: services.laboratory,
      });
    expect(complaints).toEqual([]);
    await close();
  });

  it('begin ready-made for who has one step, and go back to who sent them', async () => {
    const journeyId = id('service', 90);
    const cameFrom = { serviceId: services.laboratory };
    const current = aTicket('A043', { ...atRoom, cameFrom });
    const journeys = byId([{ id: journeyId, name: { en: 'Check-up' } }]);
    bench.edge.reset(aStaffView({ current, tickets: [current], journeys }));
    const { page, complaints, close } = await openSignedIn(bench);
    await page.getByRole('button', { name: 'Add a step' }).click();
    await page.getByRole('button', { name: 'Check-up' }).click();
    const of = { ticketId: current.id };
    await expect.poll(sent).toEqual([{ type: 'start-journey', ...of, journeyId }]);
    await page.getByRole('button', { name: 'Transfer', exact: true }).click();
    await page.getByRole('button', { name: 'Back to Blood count' }).click();
    await expect.poll(() => sent().at(-1)).toEqual({ type: 'return-to-sender', ...of });
    expect(complaints).toEqual([]);
    await close();
  });
});
