import { describe, expect, it } from 'vitest';
import { OpenMatters } from './open-matters.ts';
import type { DayRow } from './day-judge.ts';
import { plantedOutOfSight } from './planted-out-of-sight.ts';

function after(...facts: readonly (readonly [type: string, body: object])[]): OpenMatters {
  const matters = new OpenMatters();
  for (const [type, body] of facts) matters.read({ type, body: JSON.stringify(body) } as DayRow);
  return matters;
}
const asked = ['v1.RequestRaised', { requestId: 'r', kind: 'book-appointment', about: { at: '1' } }] as const;
const out = ['v1.SteppedOut', { ticketId: 't', whenAhead: 3 }] as const;

describe('what is out of sight', () => {
  it.each(plantedOutOfSight)('is noticed: $name', ({ isCaught }) => {
    expect(isCaught()).toBe(true);
  });
});

describe('what is to be seen', () => {
  it('is an alarm until somebody takes it', () => {
    const sounded = ['v1.HelpRequested', { helpId: 'h' }] as const;
    expect([...after(sounded).alarms]).toEqual(['h']);
    expect([...after(sounded, ['v1.HelpAcknowledged', { helpId: 'h' }]).alarms]).toEqual([]);
  });

  it('is a request until the centre has answered or the desk wants it no more', () => {
    expect([...after(asked).requests.keys()]).toEqual(['r']);
    for (const end of ['v1.RequestWithdrawn', 'v1.RequestAnswered']) {
      expect(after(asked, [end, { requestId: 'r', accepted: true }]).requests.size).toBe(0);
    }
    expect(after(['v1.RequestRaised', { requestId: 'r', kind: 'link-patient', about: {} }]).requests.size).toBe(0);
  });

  it('is a refusal until a person has dealt with it', () => {
    const refused = [asked, ['v1.RequestAnswered', { requestId: 'r', accepted: false }]] as const;
    expect([...after(...refused).refusals]).toEqual(['r']);
    expect(after(...refused, ['v1.WorkItemResolved', { workItemId: 'r' }]).refusals.size).toBe(0);
  });

  it('is whoever waits outside until they are called back, come back, or are seen', () => {
    expect([...after(out).outside]).toEqual([['t', 3]]);
    for (const end of ['v1.CalledBack', 'v1.CameBackInside', 'v1.ServiceStarted', 'v1.TicketClosed']) {
      expect(after(out, [end, { ticketId: 't' }]).outside.size).toBe(0);
    }
    const undone = (state: string) => ['v1.StepUndone', { ticketId: 't', standing: { state } }] as const;
    expect(after(out, undone('waiting')).outside.size).toBe(1);
    expect(after(out, undone('serving')).outside.size).toBe(0);
  });
});
