import type { CallHistory } from '../views/why-called.ts';

/** A log without a row. */
export const noHistory: CallHistory = {
  position: () => ({ epoch: 0, seq: 0, at: 0 }),
  logAfter: () => [],
  setUpUntil: () => [],
  callingRules: () => undefined,
};
