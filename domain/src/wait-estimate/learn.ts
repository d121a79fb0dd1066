// What happened, folded into the model. Each function answers a new model; the order of the same events always gives the
// same one, so that it can be made again from the log.

import type { ServiceId, StaffId } from '@foyer/contracts/ids.ts';
import { hourMs, minuteMs, type EpochMs } from '@foyer/contracts/time.ts';
import { type Moments, withObservation } from './moments.ts';
import { type Demand, practiceKey, type WaitModel } from './wait-model.ts';

export interface ServiceTaken {
  readonly serviceId: ServiceId;
  readonly practitionerId: StaffId | null;
  /** From the call until the point could call the next, without gaps (`lastedMs`). */
  readonly durationMs: number;
  /** When it ended. */
  readonly at: EpochMs;
}

/** What is shorter is a call that was made by mistake, and nothing to learn from. */
const shortestMs = minuteMs / 4;
const serviceMemory = 400;
const practiceMemory = 150;
const punctualityMemory = 300;
const attendanceMemory = 300;
const latenessMemory = 60;
const turnoverMemory = 200;

/** A number that was forgotten at a point is not a service of hours: what is longer than this counts as this. */
const longestMs = 4 * hourMs;
const longestInMeans = 6;
/** Who calls nobody for longer does something else. */
const longestTurnoverMs = 15 * minuteMs;
const knownFrom = 10;

export function learn(model: WaitModel, { serviceId, practitionerId, durationMs, at }: ServiceTaken): WaitModel {
  if (durationMs < shortestMs) return model;
  const known = model.services[serviceId];
  const longest = known !== undefined && known.weight >= knownFrom ? longestInMeans * known.mean : longestMs;
  const duration = Math.min(durationMs, longest, longestMs);
  const services = { ...model.services, [serviceId]: withObservation(known, duration, at, serviceMemory) };
  if (practitionerId === null) return { ...model, services };
  const key = practiceKey(serviceId, practitionerId);
  const practice = { ...model.practice, [key]: withObservation(model.practice[key], duration, at, practiceMemory) };
  return { ...model, services, practice };
}

/** Somebody who was booked and came. */
export function learnArrival(
  model: WaitModel,
  { bookedAt, arrivedAt }: { readonly bookedAt: EpochMs; readonly arrivedAt: EpochMs },
): WaitModel {
  const late = Math.min(Math.max(arrivedAt - bookedAt, -2 * hourMs), 2 * hourMs);
  const punctuality = withObservation(model.punctuality ?? undefined, late, arrivedAt, punctualityMemory);
  return { ...model, punctuality };
}

/**
 * Once for each appointment, when it is so late that nobody counts on who has not come. Said of those who came alone, it
 * would teach that everybody does.
 */
export function learnAttendance(model: WaitModel, hasCome: boolean): WaitModel {
  const { came, missed } = model.attendance;
  const kept = Math.min(1, attendanceMemory / (came + missed + 1));
  return {
    ...model,
    attendance: { came: came * kept + (hasCome ? 1 : 0), missed: missed * kept + (hasCome ? 0 : 1) },
  };
}

/** Staff who began, or went on after a pause, where a time was planned. */
export function learnReturn(
  model: WaitModel,
  { plannedAt, returnedAt }: { readonly plannedAt: EpochMs; readonly returnedAt: EpochMs },
): WaitModel {
  const late = Math.min(Math.max(0, returnedAt - plannedAt), hourMs);
  const lateness: Moments = withObservation(model.lateness ?? undefined, late, returnedAt, latenessMemory);
  return { ...model, lateness };
}

/** A call of somebody who waited already when the point became free: `idleMs` is from then to the call. */
export function learnTurnover(
  model: WaitModel,
  { idleMs, at }: { readonly idleMs: number; readonly at: EpochMs },
): WaitModel {
  const idle = Math.min(Math.max(0, idleMs), longestTurnoverMs);
  return { ...model, turnover: withObservation(model.turnover ?? undefined, idle, at, turnoverMemory) };
}

export interface DemandSeen {
  readonly serviceId: ServiceId;
  /** The time that was watched: while the service was open, and what all who waited for it waited meanwhile. */
  readonly openMs: number;
  readonly waitedMs: number;
  readonly urgent: number;
  readonly left: number;
}

const openMemoryHours = 400;
const waitedMemoryHours = 800;

/** As often as one likes: an hour at a time, or a day. */
export function learnDemand(model: WaitModel, seen: DemandSeen): WaitModel {
  const before: Demand = model.demand[seen.serviceId] ?? { openHours: 0, urgent: 0, waitedHours: 0, left: 0 };
  const openHours = before.openHours + seen.openMs / hourMs;
  const waitedHours = before.waitedHours + seen.waitedMs / hourMs;
  const open = Math.min(1, openMemoryHours / Math.max(openHours, 1));
  const waited = Math.min(1, waitedMemoryHours / Math.max(waitedHours, 1));
  const demand: Demand = {
    openHours: openHours * open,
    urgent: (before.urgent + seen.urgent) * open,
    waitedHours: waitedHours * waited,
    left: (before.left + seen.left) * waited,
  };
  return { ...model, demand: { ...model.demand, [seen.serviceId]: demand } };
}
