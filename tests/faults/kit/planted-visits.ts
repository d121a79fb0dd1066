/** Rows in which a visit, a turn or a place goes wrong, one thing each; and the same rows as they should be. */
import { CallingJudge } from './calling-judge.ts';
import { GraceJudge } from './grace-judge.ts';
import { JourneyJudge } from './journey-judge.ts';
import type { PlantedBug } from './planted-bugs.ts';

type Row = readonly [type: string, body: object];
interface Judge {
  readonly violations: readonly string[];
  read(row: { readonly type: string; readonly at: number; readonly body: string }): void;
}

const shares = { priority: 2, booked: 1, 'walk-in': 1 };
const usual = { conditions: [], order: 'by-class', shares };
const rules = { usual, profiles: [], longestWaitMinutes: 60, opensAfterMinutes: 60, services: [], people: [] };
const points = [{ id: 'room', serviceIds: ['blood'] }];
const isSet: Row = ['v1.CallingRulesSet', { revision: 1, rules }];
const issued = (ticketId: string, more: object = {}): Row => [
  'v1.TicketIssued',
  { ticketId, number: ticketId, serviceId: 'blood', priorityClass: 'walk-in', placeAt: 0, ...more },
];
const called = (ticketId: string, chosenBy: object | undefined): Row => [
  'v1.TicketCalled',
  { ticketId, servicePointId: 'room', rule: 'next', ...(chosenBy === undefined ? {} : { chosenBy }) },
];
const byTurn = (priorityClass: string) => ({ revision: 1, rule: 'share', priorityClass });
/** As many of priority as are called, and one walk-in who waits all the while. */
const passingOver = (times: number): readonly Row[] => [
  isSet,
  issued('walk-in'),
  ...Array.from({ length: times }, (_, at) => `priority ${at}`).flatMap((ticketId) => [
    issued(ticketId, { priorityClass: 'priority' }),
    called(ticketId, byTurn('priority')),
  ]),
];

const steps = [
  { id: 'blood', serviceId: 'blood', after: [], state: 'here' },
  { id: 'image', serviceId: 'imaging', after: [], state: 'ahead' },
];
const finished: Row = ['v1.ServiceFinished', { ticketId: 'A1' }];
const wentOn = (stepId: string, fromServiceId = 'blood'): Row => [
  'v1.JourneyWentOn',
  { ticketId: 'A1', stepId, fromServiceId, toServiceId: 'imaging' },
];
const begun: readonly Row[] = [issued('A1'), ['v1.JourneyStarted', { ticketId: 'A1', steps }]];
const visit: readonly Row[] = [...begun, finished, wentOn('image')];

const away: Row = ['v1.TicketNotAnswered', { ticketId: 'A1', graceUntil: 10 }];
const back = (more: object = {}): Row => ['v1.TicketResumed', { ticketId: 'A1', from: 'not-answered', ...more }];

export const plantedVisits: readonly PlantedBug[] = [
  planted('a class that is never called under shares', callingJudge, passingOver(6), passingOver(7)),
  planted(
    'a call by rules that are not in force',
    callingJudge,
    [issued('A1'), isSet, called('A1', byTurn('walk-in'))],
    [issued('A1'), isSet, called('A1', undefined)],
  ),
  planted(
    'the longest wait passed over',
    callingJudge,
    [isSet, issued('A1', { placeAt: 1 }), issued('A2'), called('A2', byTurn('walk-in'))],
    [isSet, issued('A1', { placeAt: -60 * 60_000 }), issued('A2'), called('A2', byTurn('walk-in'))],
  ),
  planted('a patient in two queues at once', journeyJudge, visit, [...begun, finished, wentOn('image', 'imaging')]),
  planted('a step of a visit that was taken twice', journeyJudge, visit, [...begun, finished, wentOn('blood')]),
  planted('a place that was not given back in time', graceJudge, [away, back()], [away, back({ placeAt: 2 })]),
];

function callingJudge(): Judge {
  return new CallingJudge(points);
}

function journeyJudge(): Judge {
  return new JourneyJudge();
}

function graceJudge(): Judge {
  return new GraceJudge();
}

function planted(name: string, newJudge: () => Judge, right: readonly Row[], wrong: readonly Row[]): PlantedBug {
  const found = (rows: readonly Row[]): number => {
    const judge = newJudge();
    for (const [at, [type, body]] of rows.entries()) judge.read({ type, at, body: JSON.stringify(body) });
    return judge.violations.length;
  };
  return { name, isCaught: () => found(right) === 0 && found(wrong) === 1 };
}
