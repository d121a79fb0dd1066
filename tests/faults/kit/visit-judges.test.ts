// What the judges of turns, of visits of several services and of places that are kept let pass, and what they see.
import { describe, expect, it } from 'vitest';
import { CallingJudge } from './calling-judge.ts';
import { GraceJudge } from './grace-judge.ts';
import { JourneyJudge } from './journey-judge.ts';
import { plantedVisits } from './planted-visits.ts';

describe('the judges of visits', () => {
  it.each(plantedVisits)('see $name, and nothing where it is right', ({ isCaught }) => {
    expect(isCaught()).toBe(true);
  });

  it('let a step be taken anew that was undone, and one that was left by hand', () => {
    const judge = new JourneyJudge();
    const read = (type: string, body: object) => judge.read({ type, body: JSON.stringify({ ticketId: '1', ...body }) });
    const step = (id: string, state: string) => ({ id, serviceId: id, after: [], state });
    read('v1.TicketIssued', { number: 'A1', serviceId: 'blood' });
    read('v1.JourneyStarted', { steps: [step('blood', 'here'), step('image', 'ahead')] });
    read('v1.ServiceFinished', {});
    read('v1.JourneyWentOn', { stepId: 'image', fromServiceId: 'blood', toServiceId: 'image' });
    const journey = { steps: [step('blood', 'here'), step('image', 'ahead')] };
    read('v1.StepUndone', { standing: { serviceId: 'blood', journey } });
    read('v1.TicketTransferred', { toServiceId: 'desk' });
    read('v1.ServiceFinished', {});
    read('v1.JourneyWentOn', { stepId: 'blood', fromServiceId: 'desk', toServiceId: 'blood' });
    expect(judge.violations).toEqual([]);
  });

  it('see a patient who goes on while somebody is with them', () => {
    const judge = new JourneyJudge();
    const read = (type: string, body: object) => judge.read({ type, body: JSON.stringify({ ticketId: '1', ...body }) });
    read('v1.TicketIssued', { number: 'A1', serviceId: 'blood' });
    read('v1.ServiceStarted', {});
    read('v1.JourneyWentOn', { stepId: 'image', fromServiceId: 'blood', toServiceId: 'image' });
    expect(judge.violations).toEqual(['A1 went on, and nobody was done with it']);
  });

  it('expect who comes back too late behind the others', () => {
    const came = (placeAt: object) => {
      const judge = new GraceJudge();
      const read = (type: string, at: number, body: object) => judge.read({ type, at, body: JSON.stringify(body) });
      read('v1.TicketNotAnswered', 1, { ticketId: 'A1', graceUntil: 10 });
      read('v1.TicketResumed', 11, { ticketId: 'A1', from: 'not-answered', ...placeAt });
      return judge.violations;
    };
    expect(came({ placeAt: 11 })).toEqual([]);
    expect(came({})).toEqual(['A1 has a place that was kept no longer']);
  });

  it('leave alone whoever was sent to one room, and what no rules chose', () => {
    const judge = new CallingJudge([{ id: 'room', serviceIds: ['blood'] }]);
    const read = (type: string, body: object) => judge.read({ type, at: 1e9, body: JSON.stringify(body) });
    const usual = { conditions: [], order: 'by-class' };
    read('v1.TicketIssued', { ticketId: '1', number: 'A1', serviceId: 'blood', priorityClass: 'walk-in', placeAt: 0 });
    read('v1.TicketTransferred', { ticketId: '1', toServiceId: 'blood', toServicePointId: 'lab', placeAt: 0 });
    read('v1.TicketIssued', { ticketId: '2', number: 'A2', serviceId: 'blood', priorityClass: 'walk-in', placeAt: 9 });
    read('v1.CallingRulesSet', { revision: 1, rules: { usual, longestWaitMinutes: 10 } });
    const chosenBy = { revision: 1, rule: 'order', priorityClass: 'walk-in' };
    read('v1.TicketCalled', { ticketId: '2', servicePointId: 'room', rule: 'next', chosenBy });
    read('v1.TicketCalled', { ticketId: '1', servicePointId: 'room', rule: 'chosen' });
    expect(judge.violations).toEqual([]);
  });
});
