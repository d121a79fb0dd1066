import { presetRules } from '@foyer/contracts/calling-presets.ts';
import { hourMs, minuteMs } from '@foyer/contracts/time.ts';
import { underRules } from '@foyer/domain/queue/calling-rules.ts';
import { rulesNow } from '@foyer/domain/queue/queue-state.ts';
import { emptyModel } from '@foyer/domain/wait-estimate/wait-model.ts';
import { describe, expect, it } from 'vitest';
import { aClinic, consultation, room1, room2 } from '../testing/a-clinic.ts';
import { aCalled, aState, aTicket, stateAt } from '../testing/a-state.ts';
import { answerUnlessOvertaken, answerWaits, type WaitAnswer } from './answer.ts';
import { waitQuestion } from './question.ts';
import { ifTakenNow, waitSnapshot } from './snapshot.ts';

const appointment = {
  id: 'booked',
  patientId: 'p',
  serviceId: consultation,
  status: 'booked',
  ticketId: null,
} as const;

describe('the snapshot of a queue', () => {
  it('has each point’s own order, and whoever is booked and not here yet', () => {
    const { ticket, call } = aCalled('9', room1, stateAt - 4 * minuteMs);
    const bound = aTicket('2', { standing: { forServicePointId: room2 } });
    const state = aState({
      tickets: [ticket, aTicket('1'), bound],
      calls: [call],
      changes: { appointments: [{ ...appointment, at: stateAt + 20 * minuteMs }] },
    });
    const { points, rounds } = waitSnapshot(waitQuestion(state));
    const [now] = rounds;
    const names = now!.lists.map((list) => list.map((place) => now!.people[place]!.id));
    expect(points[0]).toMatchObject({ id: room1, serving: { serviceId: consultation, forMs: 4 * minuteMs } });
    expect(names[0]).toEqual(['booked', '1']);
    expect(names[1]).toContain('2');
    expect(now!.people.find(({ id }) => id === 'booked')?.bookedAt).toBe(stateAt + 20 * minuteMs);
  });

  it('has the breaks of the opening hours that are still to come, and when the clinic closes', () => {
    const at = (hours: number) => stateAt + hours * hourMs;
    const hours = [
      { weekday: 2, from: '08:00', until: '13:00' },
      { weekday: 2, from: '15:00', until: '18:00' },
    ];
    const open = { id: room1, state: 'open', staffId: null, ticketId: null } as const;
    const resting = {
      ...open,
      id: room2,
      state: 'paused',
      pause: { since: stateAt, kind: null, until: at(4) },
    } as const;
    const room = { state: 'empty', since: stateAt, staffId: null } as const;
    const state = aState();
    const servicePoints = new Map([open, resting].map((point) => [point.id, { ...point, room }] as const));
    const { points } = waitSnapshot(
      waitQuestion({
        ...state,
        configuration: { ...state.configuration, openingHours: hours },
        queue: { ...state.queue, servicePoints },
      }),
    );
    expect(points[0]).toMatchObject({ breaks: [{ from: at(3), until: at(5) }], closesAt: at(8) });
    expect(points[1]).toMatchObject({ away: { until: at(4) }, breaks: [], closesAt: at(8) });
  });

  it('counts on nobody who is long overdue, is booked for later, or comes by a call', () => {
    const at = (id: string, changes: object) => ({ ...appointment, id, at: stateAt, ...changes });
    const appointments = [
      at('overdue', { at: stateAt - hourMs }),
      at('later', { at: stateAt + 4 * hourMs }),
      at('phone', { mode: 'telephone' }),
      at('cancelled', { status: 'cancelled' }),
    ];
    const { rounds } = waitSnapshot(waitQuestion(aState({ changes: { appointments } })));
    expect([...rounds][0]!.people).toEqual([]);
  });

  it('asks for those who might come in rounds in which none waits for another', () => {
    const rounds = [...waitSnapshot(waitQuestion(aState())).rounds];
    for (const { asked = [] } of rounds) {
      const points = asked.map(({ serviceId }) =>
        aClinic()
          .servicePoints.filter(({ serviceIds }) => serviceIds.includes(serviceId))
          .map(({ id }) => id),
      );
      expect(new Set(points.flat()).size).toBe(points.flat().length);
    }
    const walkIns = aClinic().services.filter(({ walkIn }) => walkIn);
    expect(rounds.flatMap(({ asked = [] }) => asked.map(({ id }) => id)).toSorted()).toEqual(
      walkIns.map(({ id }) => ifTakenNow(id)).toSorted(),
    );
  });

  it('is answered the same each time, and after it was copied to another thread', () => {
    const rules = underRules(aState().queue, presetRules['appointments-first']).callingRules;
    for (const callingRules of [new Map(), rules]) {
      const state = aState({ tickets: [aTicket('1'), aTicket('2'), aTicket('3')] });
      const question = waitQuestion({ ...state, queue: { ...state.queue, callingRules } });
      const answer = answerWaits(question, emptyModel);
      expect(answerWaits(structuredClone(question), emptyModel)).toEqual(answer);
      expect(answer.tickets.size).toBe(3);
    }
  });

  it('is answered for who waits before anybody who might come is looked at, and no further once it is overtaken', () => {
    const soFar: WaitAnswer[] = [];
    const onTickets = (tickets: WaitAnswer) => void soFar.push(structuredClone(tickets));
    const question = waitQuestion(aState({ tickets: [aTicket('1'), aTicket('2')] }));
    const whole = answerWaits(question, emptyModel);
    expect(whole.services.size).toBeGreaterThan(0);
    for (const overtaken of [false, true]) {
      const watched = { onTickets, isOvertaken: () => overtaken };
      expect(answerUnlessOvertaken(question, emptyModel, watched)).toEqual(overtaken ? undefined : whole);
      expect(soFar.splice(0)).toEqual([{ ...whole, services: new Map() }]);
    }
  });

  it('holds nobody who is gone, and no rules but those in force', () => {
    const state = aState({ tickets: [aTicket('1'), aTicket('2', { standing: { state: 'completed' } })] });
    const { callingRules } = underRules(state.queue, presetRules['by-arrival']);
    const old = { ...callingRules.get(rulesNow)!, id: 'revision 1' };
    const all = new Map([...callingRules, [old.id, old]]);
    const { queue } = waitQuestion({ ...state, queue: { ...state.queue, callingRules: all } });
    expect([...queue.tickets.keys()]).toEqual(['1']);
    expect([...queue.callingRules.keys()]).toEqual([rulesNow]);
  });
});
