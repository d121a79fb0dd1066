import type { KioskView } from '@foyer/contracts/kiosk-view.ts';
import { expect, it } from 'vitest';
import { helpState } from './help-state.ts';
import type { Screen } from './screens.ts';

const view = (state: string) => ({ help: { h1: { id: 'h1', state } } }) as unknown as KioskView;
const pressed: Extract<Screen, { page: 'help' }> = { page: 'help', kind: 'emergency', pressedAt: 0, helpId: 'h1' };

it.each([
  ['sounding', pressed, 5_000, 'calling'],
  ['acknowledged', pressed, 5_000, 'coming'],
  ['escalated', pressed, 20_000, 'unanswered'],
  ['sounding', pressed, 23_000, 'unanswered'],
  ['acknowledged', pressed, 60_000, 'coming'],
] as const)('a call that is %s says %#', (state, screen, now, said) => {
  expect(helpState(view(state), screen, now)).toBe(said);
});
it('is unanswered at once where it cannot be sent, and after 6 s where nothing says that it was', () => {
  const { helpId: _unknown, ...sending } = pressed;
  expect(helpState(undefined, { ...sending, unsent: true }, 0)).toBe('unanswered');
  expect(helpState(undefined, sending, 5_999)).toBe('calling');
  expect(helpState(undefined, sending, 6_000)).toBe('unanswered');
});
it('never promises anybody before the call is known to the clinic', () => {
  const { helpId: _unknown, ...sending } = pressed;
  expect(helpState(view('acknowledged'), sending, 3_000)).toBe('calling');
});
