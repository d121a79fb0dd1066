import type { KioskView } from '@foyer/contracts/kiosk-view.ts';
import type { WaitView } from '@foyer/contracts/wait-view.ts';
import { expect, it } from 'vitest';
import { walkInWait } from './walk-in-wait.ts';

type Service = KioskView['services'][string];
function aService(wait?: WaitView, changes: Partial<Service> = {}): Service {
  const service = { id: 'nurse', name: { en: 'Nurse' }, waitingArea: { en: 'Hall' }, walkIn: true, waiting: 0 };
  return { ...service, ...(wait === undefined ? {} : { wait }), ...changes };
}
const range = (fromMinutes: number, untilMinutes?: number): WaitView => ({
  fromMinutes,
  ...(untilMinutes === undefined ? {} : { untilMinutes }),
});

it('the wait without an appointment spans what the services say', () => {
  expect(walkInWait([aService(range(20, 35)), aService(range(5, 15)), aService()])).toEqual(range(5, 35));
  expect(walkInWait([aService(range(20, 35)), aService(range(90))])).toEqual(range(20));
  expect(walkInWait([aService(range(20, 35)), aService({ ...range(5, 15), planned: true })])).toEqual({
    ...range(5, 35),
    planned: true,
  });
});

it('leaves out who calls nobody, what is full, and what nobody may come for without an appointment', () => {
  expect(walkInWait([aService(range(20, 35)), aService({ stopped: 'closed' })])).toEqual(range(20, 35));
  expect(walkInWait([aService(range(20, 35), { full: true }), aService(range(5, 10), { walkIn: false })])).toBe(
    undefined,
  );
});

it('says that nobody calls where that is so everywhere, and nothing where nothing is known', () => {
  expect(walkInWait([aService({ stopped: 'closed' }), aService({ stopped: 'paused' })])).toEqual({ stopped: 'paused' });
  expect(walkInWait([aService({ stopped: 'closed' })])).toEqual({ stopped: 'closed' });
  expect(walkInWait([aService({ stopped: 'closed' }), aService({ stopped: 'closing' })])).toEqual({
    stopped: 'closing',
  });
  expect(walkInWait([aService()])).toBeUndefined();
});
