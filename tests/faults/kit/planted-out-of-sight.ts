/** Screens that leave out something which somebody has to see, one thing each; and those that leave out nothing. */
import type { Call } from '@foyer/contracts/board-view.ts';
import { outOfSight, type MattersToSee, type ScreensSeen } from './out-of-sight.ts';
import type { PlantedBug } from './planted-bugs.ts';

const matters: MattersToSee = {
  alarms: new Set(['alarm']),
  requests: new Map([['asked', { kind: 'book-appointment', about: {} }]]),
  refusals: new Set(['refused']),
  outside: new Map([['outside', 2]]),
  erased: new Set(),
  evacuating: false,
  followers: [{ ticketId: 'child', number: 'A002', callId: 'call' }],
  sentElsewhere: new Map([['unwell', 'Side entrance']]),
};
const call = (id: string, number: string): Call => ({ id, number, ticketId: id, servicePointId: 'room', at: 1 });
const sendTo = { en: 'Side entrance' };
const unwell = { number: 'A003', screening: { sendTo, instructions: [] } };
const requests = { asked: { state: 'waiting' }, refused: { state: 'refused' } };

/** As they should be: the mother is called, somebody is not to be called back yet. */
const complete = {
  wall: { calls: { call: call('call', 'A001'), child: call('child', 'A002') } },
  tablet: { help: { alarm: {} } },
  desk: { tickets: { unwell }, bookingRequests: requests },
  issued: () => ({ sendTo }),
  page: () => ({ number: 'A004', state: 'waiting', ahead: 3 }),
};

export const plantedOutOfSight: readonly PlantedBug[] = [
  planted('an alarm that was dropped', { tablet: { help: {} } }),
  planted('a booking request that was lost', {
    desk: { ...complete.desk, bookingRequests: { refused: requests.refused } },
  }),
  planted('a refusal that was lost', { desk: { ...complete.desk, bookingRequests: { asked: requests.asked } } }),
  planted('a member of a party that was lost', { wall: { calls: { call: call('call', 'A001') } } }),
  planted('somebody outside who was never called back', {
    page: () => ({ number: 'A004', state: 'waiting', ahead: 2 }),
  }),
  planted('a place to wait that the patient was not told', { issued: () => ({}) }),
  planted('a place to wait that staff were not told', {
    desk: { ...complete.desk, tickets: { unwell: { number: 'A003' } } },
  }),
];

function planted(name: string, changes: object): PlantedBug {
  const found = (screens: object): number => outOfSight(matters, screens as ScreensSeen).length;
  return { name, isCaught: () => found(complete) === 0 && found({ ...complete, ...changes }) === 1 };
}
