import { describe, expect, it } from 'vitest';
import type { Sender } from '@foyer/domain/decision.ts';
import { EngineUnderTest, kiosk, room1, room2, supervisor } from './testing/a-writer.ts';

describe('a delay', () => {
  it('is still told after a restart', () => {
    const clinic = new EngineUnderTest().initialise();
    clinic.result('announce-delay', { servicePointId: room1, minutes: 40 });
    clinic.reopen();
    clinic.result('announce-delay', { servicePointId: room1, minutes: 40 });
    const facts = clinic.reading((read) => read.logAfter({ epoch: 0, seq: 0 }, 1_000)).map(({ type }) => type);
    expect(facts.filter((type) => type === 'v1.DelayAnnounced')).toHaveLength(1);
    expect(clinic.reading((read) => [...read.queue().delays.values()])).toMatchObject([{ minutes: 40 }]);
    clinic.close();
  });

  it('is announced for the nurse’s own room, and by no screen', () => {
    const clinic = new EngineUnderTest().initialise();
    const held: Sender = { ...supervisor, roles: ['nurse'], servicePointId: room1 };
    expect(clinic.send('announce-delay', { servicePointId: room1, minutes: 10 }, held).ok).toBe(true);
    expect(clinic.refusal('announce-delay', { servicePointId: room2, minutes: 10 }, held)).toBe('other-service-point');
    expect(clinic.refusal('announce-delay', { servicePointId: room1, minutes: 10 }, kiosk)).toBe('not-allowed');
    clinic.close();
  });
});
