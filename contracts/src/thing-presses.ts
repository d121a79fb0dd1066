// How a call button is pressed, and what a press does. Constants alone.

export const presses = ['single', 'double', 'long'] as const;
export type PressKind = (typeof presses)[number];

/** `call-next` ends the visit before it; `finish-service` ends the visit and calls nobody. */
export const pressActs = [
  'call-next',
  'recall',
  'finish-service',
  'request-help',
  'request-emergency',
  'nothing',
] as const;
export type PressAct = (typeof pressActs)[number];
export type PressActs = { readonly [P in PressKind]?: PressAct };

export const usualPressActs: Required<PressActs> = { single: 'call-next', double: 'recall', long: 'request-help' };

/** Those that need a service point. */
export const actsAtPoint: readonly PressAct[] = ['call-next', 'recall', 'finish-service'];
