// The way from an empty box to open doors: its steps, and which of them a fault belongs to.

import type { SetUpFault } from '@foyer/contracts/set-up-faults.ts';

export const Step = {
  clinic: 'clinic',
  hours: 'hours',
  services: 'services',
  rooms: 'rooms',
  people: 'people',
  prices: 'prices',
  /** Everything on one page, and the door. */
  open: 'open',
} as const;
export type Step = (typeof Step)[keyof typeof Step];
export const steps = Object.values(Step) as readonly Step[];

export function nextStep(step: Step): Exclude<Step, 'clinic'> {
  return (steps[steps.indexOf(step) + 1] as Exclude<Step, 'clinic'> | undefined) ?? Step.open;
}

/** Where a person can put it right. */
export function stepOfFault({ path, code }: SetUpFault): Step {
  // Given in the rooms: a service cannot have a room of itself.
  if (code === 'service-without-room') return Step.rooms;
  if (/^\/services\/\d+\/priceMinor$/.test(path)) return Step.prices;
  const place = path.split('/')[1];
  switch (place) {
    case 'openingHours':
      return Step.hours;
    case 'services':
      return Step.services;
    case 'servicePoints':
      return Step.rooms;
    case 'staff':
      return Step.people;
    default:
      return Step.clinic;
  }
}

export function faultsOf(step: Step, faults: readonly SetUpFault[]): readonly SetUpFault[] {
  return faults.filter((fault) => stepOfFault(fault) === step);
}

/** The first step in which something is missing; undefined when the doors can open. */
export function firstFaulty(faults: readonly SetUpFault[]): Step | undefined {
  return steps.find((step) => faultsOf(step, faults).length > 0);
}
