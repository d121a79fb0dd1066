import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CommandOf } from '@foyer/contracts/commands.ts';
import type { ReassignedPerson } from '@foyer/contracts/reassignment.ts';
import { minuteMs } from '@foyer/contracts/time.ts';
import { addDays } from '../calendar/business-day.ts';
import type { Decision, Sender } from '../decision.ts';
import { decideReassignment } from './apply-reassignment.ts';
import { decideCheckIn } from './check-in.ts';
import { nextFor } from './order.ts';
import { proposeReassignment, type AwaitedAppointment } from './reassignment.ts';
import { decideSwapRooms } from './swap-rooms.ts';
import { aNurse, idOf, rooms, services, TestQueue } from './testing.ts';
import { decideUndoReassignment } from './undo-reassignment.ts';

const [lim, amira] = [idOf(301), idOf(302)];
const held = (staffId: string, servicePointId: string): Sender => {
  return { actor: `staff:${staffId}`, roles: ['nurse'], staffId, servicePointId };
};
const booked: AwaitedAppointment = {
  id: idOf(501),
  patientId: idOf(601),
  serviceId: services.general,
  at: Date.UTC(2026, 10, 23, 11),
  minutes: 15,
  practitionerId: lim,
};

/** Dr Lim works in room 1, Amira in room 2; today's appointments beside. */
class Clinic extends TestQueue {
  awaited: readonly AwaitedAppointment[] = [];
  readonly settled = new Set<string>();

  constructor() {
    super();
    this.send({ type: 'open-service-point', servicePointId: rooms.one }, held(lim, rooms.one));
    this.send({ type: 'open-service-point', servicePointId: rooms.two }, held(amira, rooms.two));
  }

  sent(to: string, more: object = {}): string {
    const ticketId = this.issue(services.general, more);
    this.send({ type: 'transfer', ticketId, toServicePointId: to, placement: 'by-time' });
    return ticketId;
  }

  /** As it is proposed, with what somebody chose instead. */
  steps(chosen: { readonly [id: string]: Partial<ReassignedPerson> } = {}): ReassignedPerson[] {
    const world = { configuration: this.configuration, awaited: this.awaited };
    const { people } = proposeReassignment({ staffId: lim }, this.state, world, this.moment());
    return people.map(({ id, ticketId, appointmentId, state, proposal }) => {
      const who = ticketId === undefined ? { appointmentId: appointmentId ?? '' } : { ticketId };
      const { toServicePointId, ...rest } = { ...proposal, ...chosen[id] };
      const to = rest.to === 'service-point' && toServicePointId !== undefined ? { toServicePointId } : {};
      return { ...who, ...(state === undefined ? {} : { seen: state }), ...rest, ...to };
    });
  }

  leave(given: Partial<CommandOf<'apply-reassignment'>> = {}, sender: Sender = aNurse): Decision {
    const command = {
      commandId: '',
      type: 'apply-reassignment' as const,
      staffId: lim,
      steps: this.steps(),
      ...given,
    };
    const world = { ...this.world, awaited: this.awaited };
    return this.fold((moment) => decideReassignment(command, sender, this.state, world, moment), sender);
  }

  swap(follow: 'booked' | 'everyone', to: string = rooms.two): Decision {
    const command = {
      commandId: '',
      type: 'swap-rooms' as const,
      servicePointId: rooms.one,
      withServicePointId: to,
      follow,
    };
    const world = { ...this.world, awaited: this.awaited };
    return this.fold((moment) => decideSwapRooms(command, aNurse, this.state, world, moment), aNurse);
  }

  takeBack(sender: Sender = aNurse): Decision {
    const reassignmentId = [...this.state.reassignments.keys()].at(-1) ?? '';
    const command = { commandId: '', type: 'undo-reassignment' as const, reassignmentId };
    const world = { ...this.world, isOpenWorkItem: (id: string) => !this.settled.has(id) };
    return this.fold((moment) => decideUndoReassignment(command, sender, this.state, world, moment), sender);
  }

  private fold(decide: (moment: ReturnType<TestQueue['moment']>) => Decision, sender: Sender): Decision {
    const moment = this.moment();
    const decision = decide(moment);
    if (decision.ok) for (const fact of decision.facts) this.append(fact, moment, sender);
    return decision;
  }

  room(id: string) {
    const record = this.state.servicePoints.get(id);
    return { state: record?.state, staffId: record?.staffId };
  }

  waitsFor(ticketId: string): string | null {
    return this.ticket(ticketId).standing.forServicePointId;
  }
}

describe('somebody leaves', () => {
  it('and everybody goes in one step whose facts name it; places are kept and the room is closed', () => {
    const clinic = new Clinic();
    const ticketId = clinic.sent(rooms.one);
    const { placeAt } = clinic.ticket(ticketId).standing;
    const decision = clinic.leave();
    expect(clinic.ticket(ticketId).standing).toMatchObject({ state: 'waiting', forServicePointId: rooms.two, placeAt });
    expect(clinic.room(rooms.one).state).toBe('closed');
    const [reassignmentId] = clinic.state.reassignments.keys();
    const facts = decision.ok ? decision.facts : [];
    expect(facts.map(({ type }) => type)).toEqual([
      'v1.TicketReassigned',
      'v1.ServicePointClosed',
      'v1.ReassignmentApplied',
    ]);
    for (const { body } of facts) expect(body).toMatchObject({ reassignmentId });
  });

  it('and who is in the room is finished there: it pauses, and calls nobody more', () => {
    const clinic = new Clinic();
    const ticketId = clinic.issue();
    clinic.send({ type: 'call-next', servicePointId: rooms.one });
    clinic.leave();
    expect(clinic.ticket(ticketId).standing).toMatchObject({ state: 'called', servicePointId: rooms.one });
    expect(clinic.room(rooms.one).state).toBe('paused');
  });

  it('and comes back: the room pauses until then', () => {
    const clinic = new Clinic();
    const until = Date.UTC(2026, 10, 23, 9, 30);
    clinic.leave({ until });
    expect(clinic.room(rooms.one)).toEqual({ state: 'paused', staffId: lim });
    expect(clinic.leave({ until: until - 60 * minuteMs })).toMatchObject({ refusal: { code: 'return-out-of-range' } });
  });

  it('at a later hour: the room goes on calling, and who is booked after it is sent elsewhere already', () => {
    const clinic = new Clinic();
    clinic.awaited = [booked];
    const from = booked.at - 30 * minuteMs;
    const steps = [{ appointmentId: booked.id, to: 'service-point' as const, toServicePointId: rooms.two }];
    expect(clinic.leave({ from, steps })).toMatchObject({ ok: true });
    expect(clinic.room(rooms.one)).toEqual({ state: 'open', staffId: lim });
    expect([...clinic.state.reassignedAppointments.values()]).toMatchObject([{ servicePointId: rooms.two }]);
    const never = clinic.leave({ from, until: from, steps: [] });
    expect(never).toMatchObject({ refusal: { code: 'return-out-of-range' } });
    expect(clinic.leave({ from: clinic.moment().at, steps: [] })).toMatchObject(never);
  });

  it('and who goes home is work for somebody with a telephone', () => {
    const clinic = new Clinic();
    const [home, told] = [clinic.sent(rooms.one), clinic.sent(rooms.one)];
    const steps = clinic.steps({ [home]: { to: 'another-day' }, [told]: { to: 'phone' } });
    const decision = clinic.leave({ steps });
    expect(clinic.ticket(home).standing.state).toBe('cancelled');
    expect(clinic.waitsFor(told)).toBe(rooms.one);
    const items = (decision.ok ? decision.facts : []).flatMap((fact) =>
      fact.type === 'v1.WorkItemRaised' ? [[fact.body.kind, fact.body.about['ticketId']]] : [],
    );
    expect(items).toEqual([
      ['another-day', home],
      ['phone-patient', told],
    ]);
  });

  it('and who is still to come waits for the room that they were given, once they are here', () => {
    const clinic = new Clinic();
    clinic.awaited = [booked];
    clinic.leave();
    const moment = clinic.moment();
    const arrival = { appointment: { ...booked, ticketId: null }, needs: [] };
    const arrived = decideCheckIn(arrival, aNurse, clinic.state, clinic.world, moment);
    if (arrived.ok) for (const fact of arrived.facts) clinic.append(fact, moment);
    const ticket = [...clinic.state.tickets.values()].at(-1);
    expect(ticket).toMatchObject({ practitionerId: lim, standing: { forServicePointId: rooms.two } });
  });

  it('is a nurse’s to say of themselves, and of nobody else', () => {
    const clinic = new Clinic();
    const refused = { ok: false, refusal: { code: 'other-service-point' } };
    expect(clinic.leave({}, held(amira, rooms.two))).toEqual(refused);
    expect(clinic.leave({}, held(lim, rooms.one)).ok).toBe(true);
  });

  it.each([
    ['somebody came since', (clinic: Clinic) => clinic.sent(rooms.one)],
    ['somebody was called since', (clinic: Clinic) => clinic.send({ type: 'call-next', servicePointId: rooms.one })],
    [
      'somebody went since',
      (clinic: Clinic) => {
        const [ticketId = ''] = clinic.state.tickets.keys();
        clinic.send({ type: 'mark-left', ticketId, reason: 'gone' });
      },
    ],
  ])('is refused as a whole when %s, and says of whom', (_what, change) => {
    const clinic = new Clinic();
    clinic.sent(rooms.one);
    const steps = clinic.steps();
    change(clinic);
    const before = clinic.rows.length;
    const decision = clinic.leave({ steps });
    expect(decision).toMatchObject({
      ok: false,
      refusal: { code: 'reassignment-stale', changed: [expect.any(String)] },
    });
    expect(clinic.rows).toHaveLength(before);
  });

  it('is refused when a room that was chosen is shut by now, and says which', () => {
    const clinic = new Clinic();
    clinic.sent(rooms.one);
    const steps = clinic.steps();
    clinic.send({ type: 'pause-service-point', servicePointId: rooms.two });
    expect(clinic.leave({ steps })).toMatchObject({
      refusal: { code: 'reassignment-stale', servicePointIds: [rooms.two] },
    });
  });

  it('is applied once: the second of two who apply it is told that everything has changed', () => {
    const clinic = new Clinic();
    const ticketId = clinic.sent(rooms.one);
    const steps = clinic.steps();
    clinic.leave({ steps });
    expect(clinic.leave({ steps })).toMatchObject({ refusal: { code: 'reassignment-stale', changed: [ticketId] } });
  });
});

describe('a reassignment taken back', () => {
  it('puts everybody, every work item and the room back as they were', () => {
    const clinic = new Clinic();
    clinic.awaited = [booked];
    const [moved, home] = [clinic.sent(rooms.one), clinic.sent(rooms.one)];
    const before = [moved, home].map((id) => clinic.ticket(id).standing);
    clinic.leave({ steps: clinic.steps({ [home]: { to: 'another-day' } }) });
    const decision = clinic.takeBack();
    expect([moved, home].map((id) => clinic.ticket(id).standing)).toEqual(before);
    expect(clinic.room(rooms.one)).toEqual({ state: 'open', staffId: lim });
    expect([...clinic.state.reassignedAppointments.values()].map(({ servicePointId }) => servicePointId)).toEqual([
      null,
    ]);
    const facts = decision.ok ? decision.facts : [];
    expect(facts.filter(({ type }) => type === 'v1.WorkItemResolved')).toHaveLength(1);
  });

  it('leaves who was called since where they are, and names them', () => {
    const clinic = new Clinic();
    const [called, waits] = [clinic.sent(rooms.one), clinic.sent(rooms.one)];
    clinic.leave();
    clinic.send({ type: 'call-next', servicePointId: rooms.two });
    const decision = clinic.takeBack();
    expect(clinic.ticket(called).standing.servicePointId).toBe(rooms.two);
    expect(clinic.waitsFor(waits)).toBe(rooms.one);
    expect(decision.ok && decision.facts.at(-1)?.body).toMatchObject({ ticketIds: [waits], keptTicketIds: [called] });
  });

  it('leaves a room as it is that somebody opened since', () => {
    const clinic = new Clinic();
    clinic.sent(rooms.one);
    clinic.leave();
    clinic.send({ type: 'open-service-point', servicePointId: rooms.one }, held(amira, rooms.one));
    clinic.takeBack();
    expect(clinic.room(rooms.one)).toEqual({ state: 'open', staffId: amira });
  });

  it('happens once, on its own day, and by whoever applied it or acts anywhere', () => {
    const clinic = new Clinic();
    clinic.sent(rooms.one);
    clinic.leave({}, held(lim, rooms.one));
    expect(clinic.takeBack(held(amira, rooms.two))).toMatchObject({ refusal: { code: 'other-service-point' } });
    const today = clinic.businessDay;
    clinic.businessDay = addDays(today, 1);
    expect(clinic.takeBack()).toMatchObject({ refusal: { code: 'nothing-to-undo' } });
    clinic.businessDay = today;
    expect(clinic.takeBack(held(lim, rooms.one)).ok).toBe(true);
    const rows = clinic.rows.length;
    clinic.takeBack();
    expect(clinic.rows.slice(rows).map(({ type }) => type)).toEqual(['v1.CommandHadNoEffect']);
  });
});

describe('a reassignment that nothing befell since', () => {
  it('always leaves everybody and every room as they were, once it is taken back', () => {
    const aTicket = fc.record({
      sent: fc.boolean(),
      held: fc.boolean(),
      to: fc.constantFrom(undefined, 'another-day' as const, 'phone' as const),
    });
    fc.assert(
      fc.property(fc.array(aTicket, { maxLength: 8 }), fc.boolean(), (tickets, isCalled) => {
        const clinic = new Clinic();
        const chosen: Record<string, Partial<ReassignedPerson>> = {};
        for (const { sent, held: isHeld, to } of tickets) {
          const ticketId = sent ? clinic.sent(rooms.one) : clinic.issue();
          if (isHeld) clinic.send({ type: 'hold', ticketId });
          if (to !== undefined) chosen[ticketId] = { to };
        }
        if (isCalled) clinic.send({ type: 'call-next', servicePointId: rooms.one });
        const standings = () => [...clinic.state.tickets.values()].map(({ id, standing }) => [id, standing]);
        const [before, room] = [standings(), clinic.room(rooms.one)];
        expect(clinic.leave({ steps: clinic.steps(chosen) }).ok).toBe(true);
        expect(clinic.room(rooms.one).state).not.toBe('open');
        expect(clinic.takeBack().ok).toBe(true);
        expect(standings()).toEqual(before);
        expect(clinic.room(rooms.one)).toEqual(room);
      }),
    );
  });
});

describe('two people change rooms', () => {
  it('and who was sent to a room for the one who moves goes along, everyone else by choice', () => {
    const clinic = new Clinic();
    const theirs = clinic.sent(rooms.one);
    const [ofRoom, there] = [clinic.sent(rooms.one), clinic.sent(rooms.two)];
    const record = clinic.ticket(theirs);
    clinic.state = {
      ...clinic.state,
      tickets: new Map(clinic.state.tickets).set(theirs, { ...record, practitionerId: lim }),
    };
    clinic.swap('booked');
    expect([rooms.one, rooms.two].map((id) => clinic.room(id).staffId)).toEqual([amira, lim]);
    expect([theirs, ofRoom, there].map((id) => clinic.waitsFor(id))).toEqual([rooms.two, rooms.one, rooms.two]);
    clinic.takeBack();
    clinic.swap('everyone');
    expect([theirs, ofRoom, there].map((id) => clinic.waitsFor(id))).toEqual([rooms.two, rooms.two, rooms.one]);
  });

  it('or one goes to a room that nobody works in, and their own is closed', () => {
    const clinic = new Clinic();
    clinic.swap('everyone', rooms.lab);
    expect(clinic.room(rooms.one).state).toBe('closed');
    expect(clinic.room(rooms.lab)).toEqual({ state: 'open', staffId: lim });
  });

  it('only between two patients, and nobody who moved is called to the old room', () => {
    const clinic = new Clinic();
    const moved = clinic.sent(rooms.one);
    const point = clinic.configuration.servicePoints.find(({ id }) => id === rooms.one)!;
    clinic.swap('everyone');
    expect(nextFor(clinic.state, point, clinic.world).ticket?.id).not.toBe(moved);
    clinic.send({ type: 'call-next', servicePointId: rooms.two });
    expect(clinic.swap('everyone')).toMatchObject({ refusal: { code: 'service-point-busy' } });
  });
});
