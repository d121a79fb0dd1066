import { describe, expect, it } from 'vitest';
import type { Sender } from '../decision.ts';
import { idOf, services, TestQueue } from './testing.ts';

const aKiosk: Sender = { actor: `device:${idOf(301)}`, roles: ['kiosk'] };

function takeNumber(said: object) {
  const queue = new TestQueue();
  queue.send({ type: 'issue-ticket', serviceId: services.general, ...said }, aKiosk);
  return [...queue.state.tickets.values()].at(-1)!;
}

describe('what is said when a number is taken', () => {
  it('is nothing unless somebody says it', () => {
    const ticket = takeNumber({});
    expect(ticket).not.toHaveProperty('onBehalf');
    expect(ticket).not.toHaveProperty('interpreter');
  });

  it('tells that somebody came for the patient', () => {
    expect(takeNumber({ onBehalf: true }).onBehalf).toBe(true);
  });

  it('makes an interpreter a need of who says the language', () => {
    const ticket = takeNumber({ needs: ['hearing'], interpreterLanguage: 'ar' });
    expect(ticket.needs).toEqual(['hearing', 'interpreter']);
    expect(ticket.interpreter).toEqual({ language: 'ar', booked: false });
  });

  it('leaves the language open for who does not say it', () => {
    expect(takeNumber({ needs: ['interpreter'] })).not.toHaveProperty('interpreter');
  });
});
