// What was learned of a clinic's waits: a fold of what happened, plain enough for JSON. It holds no configuration: the
// planned durations come in when an estimate is made, so that changing them changes nothing that was seen.

import type { ServiceId } from '@foyer/contracts/ids.ts';
import type { Calibration } from './calibration.ts';
import type { Moments } from './moments.ts';

export interface WaitModel {
  /** Durations in milliseconds, of each service and, by `practiceKey`, of each who gives it. */
  readonly services: Readonly<Record<ServiceId, Moments>>;
  readonly practice: Readonly<Record<string, Moments>>;
  /** How much later than booked people come, in milliseconds; negative when early. */
  readonly punctuality: Moments | null;
  /** Of those who were booked: how many came, and how many did not. */
  readonly attendance: { readonly came: number; readonly missed: number };
  /** How much later than planned staff are back, in milliseconds, never negative. */
  readonly lateness: Moments | null;
  /** Between the end of a service and the next call, while somebody waits, in milliseconds. */
  readonly turnover: Moments | null;
  readonly demand: Readonly<Record<ServiceId, Demand>>;
  readonly calibration: Readonly<Record<ServiceId, Calibration>>;
}

/** Urgent cases, and people who went without being seen, with the hours in which they were counted. */
export interface Demand {
  readonly openHours: number;
  readonly urgent: number;
  readonly waitedHours: number;
  readonly left: number;
}

export const emptyModel: WaitModel = {
  services: {},
  practice: {},
  punctuality: null,
  attendance: { came: 0, missed: 0 },
  lateness: null,
  turnover: null,
  demand: {},
  calibration: {},
};

export function practiceKey(serviceId: string, practitionerId: string): string {
  return `${serviceId}/${practitionerId}`;
}
