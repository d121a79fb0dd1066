import { describe, expect, it } from 'vitest';
import type { Sender } from '@foyer/domain/decision.ts';
import { EngineUnderTest, kiosk } from './testing/a-writer.ts';

describe('a call for help from a patient’s page', () => {
  it('is the one that is open while nobody took it, also after a restart, and a new one afterwards', () => {
    const clinic = new EngineUnderTest().initialise();
    const page: Sender = { actor: `ticket:${clinic.issue().id}`, roles: ['ticket-page'] };
    const ask = (kind: 'emergency' | 'assistance', sender: Sender = page) =>
      clinic.result('request-help', { kind }, sender)['helpId'];
    const first = ask('emergency');
    expect(ask('emergency')).toBe(first);
    clinic.reopen();
    expect(ask('emergency')).toBe(first);
    expect(ask('assistance')).not.toBe(first);
    clinic.result('acknowledge-help', { helpId: first as string });
    expect(ask('emergency')).not.toBe(first);
  });

  it('is told from every press of a kiosk, where another person may stand', () => {
    const clinic = new EngineUnderTest().initialise();
    const ask = () => clinic.result('request-help', { kind: 'emergency' }, kiosk)['helpId'];
    expect(ask()).not.toBe(ask());
  });

  it('may come from a tablet on which nobody is signed in', () => {
    const clinic = new EngineUnderTest().initialise();
    const tablet: Sender = { actor: kiosk.actor, roles: ['staff-tablet'] };
    expect(clinic.send('request-help', { kind: 'emergency' }, tablet).ok).toBe(true);
    expect(clinic.refusal('acknowledge-help', { helpId: 'x' }, tablet)).toBe('not-allowed');
  });
});
