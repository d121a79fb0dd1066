import { describe, expect, it } from 'vitest';
import { aStaffView, aTicket, aTypicalRoom, id, room3 } from '../../testing/a-staff-view.ts';
import { lastStep } from './last-step.ts';

const at = (type: string, seq: number) => ({ last: { epoch: 1, seq, type } });

describe('the step that undo takes back', () => {
  it('is the last step of the ticket that this tablet acted on', () => {
    const held = aTicket('A040', { state: 'on-hold', ...at('v1.TicketHeld', 90) });
    const view = aTypicalRoom('serving', { tickets: [held] });
    expect(lastStep(view, room3, held.id)).toMatchObject({ number: 'A040', seq: 90, type: 'v1.TicketHeld' });
  });

  it('is else the latest at the service point', () => {
    const done = aTicket('A042', { state: 'completed', servicePointId: room3, ...at('v1.ServiceFinished', 40) });
    const elsewhere = aTicket('A044', {
      state: 'serving',
      servicePointId: id('point', 5),
      ...at('v1.ServiceStarted', 99_000),
    });
    expect(lastStep(aStaffView({ tickets: [done, elsewhere] }), room3)).toMatchObject({ number: 'A042', seq: 40 });
  });

  it('goes by epoch before number', () => {
    const old = aTicket('A001', { servicePointId: room3, last: { epoch: 1, seq: 900, type: 'v1.ServiceFinished' } });
    const young = aTicket('A002', { servicePointId: room3, last: { epoch: 2, seq: 3, type: 'v1.TicketCalled' } });
    expect(lastStep(aStaffView({ tickets: [old, young] }), room3)).toMatchObject({ number: 'A002' });
  });

  it('is an identification as well: it may have been of another person', () => {
    const ticket = aTicket('A001', { servicePointId: room3, ...at('v1.TicketIdentified', 5) });
    expect(lastStep(aStaffView({ tickets: [ticket] }), room3)).toMatchObject({ type: 'v1.TicketIdentified' });
  });

  it.each(['v1.TicketIssued', 'v1.StepUndone'])('is never a %s', (type) => {
    const ticket = aTicket('A001', { servicePointId: room3, ...at(type, 5) });
    expect(lastStep(aStaffView({ tickets: [ticket] }), room3, ticket.id)).toBeUndefined();
  });
});
