// Draws from what was learned: log-normal services, staff who call the next or are late by an exponential time, booked people who come
// around their time or not at all, urgent cases and people who give up at their rates.

import { hourMs, minuteMs } from '@foyer/contracts/time.ts';
import type { Draws } from './draws.ts';
import { serviceIdsOf, type QueueNow } from './queue-now.ts';
import type { Moments } from './moments.ts';
import { normalAbove, shareAbove, type Random } from './random.ts';
import { serviceTime } from './service-times.ts';
import type { Demand, WaitModel } from './wait-model.ts';

/** What is believed before anything was seen, and for how many observations it counts. */
const usual = {
  punctuality: { meanMs: -5 * minuteMs, spreadMs: 9 * minuteMs, weight: 8 },
  attendance: { came: 9, missed: 1 },
  latenessMs: { mean: 3 * minuteMs, weight: 4 },
  turnoverMs: { mean: minuteMs / 3, weight: 4 },
  urgent: { cases: 0.2, hours: 8 },
  left: { people: 0.5, hours: 3 },
} as const;

/** What has lasted for longer was forgotten rather than is so long: it ends as one of this length would. */
const longestInMeans = 4;

const nothingSeen: Demand = { openHours: 0, urgent: 0, waitedHours: 0, left: 0 };

export function learnedDraws(model: WaitModel, now: QueueNow, random: Random): Draws {
  const services = serviceIdsOf(now);
  const points = now.points.length;
  const logMean = new Float64Array(services.length * points);
  const logSpread = new Float64Array(services.length);
  const longestMs = new Float64Array(services.length * points);
  const sharedDoubt = new Float64Array(services.length);
  const ownDoubt = new Float64Array(services.length * points);
  services.forEach((serviceId, service) => {
    now.points.forEach(({ practitionerId }, point) => {
      const time = serviceTime(model, now.plannedMs, serviceId, practitionerId);
      const variance = Math.log(1 + time.variation ** 2);
      logMean[service * points + point] = Math.log(time.meanMs) - variance / 2;
      logSpread[service] = Math.sqrt(variance);
      longestMs[service * points + point] = longestInMeans * time.meanMs;
      ownDoubt[service * points + point] = time.ownDoubt;
      sharedDoubt[service] = Math.max(sharedDoubt[service]!, time.sharedDoubt);
    });
  });
  const demand = services.map((serviceId) => model.demand[serviceId] ?? nothingSeen);
  const urgentMs = demand.map(
    ({ openHours, urgent }) => ((openHours + usual.urgent.hours) / (urgent + usual.urgent.cases)) * hourMs,
  );
  const patienceMs = demand.map(
    ({ waitedHours, left }) => ((waitedHours + usual.left.hours) / (left + usual.left.people)) * hourMs,
  );
  const punctuality = punctualityOf(model);
  const missed = missedOf(model);
  const latenessMs = drawnToUsual(model.lateness, usual.latenessMs);
  const turnoverMs = drawnToUsual(model.turnover, usual.turnoverMs);
  // How far the true means of this path are from the believed ones.
  const shift = new Float64Array(services.length * points);

  return {
    begin() {
      for (let service = 0; service < services.length; service += 1) {
        const shared = around(sharedDoubt[service]!, random);
        for (let at = service * points; at < (service + 1) * points; at += 1) {
          shift[at] = shared + around(ownDoubt[at]!, random);
        }
      }
    },
    serviceMs: (service, point) =>
      Math.exp(
        logMean[service * points + point]! + shift[service * points + point]! + logSpread[service]! * random.normal(),
      ),
    remainingMs(service, point, elapsedMs) {
      const mean = logMean[service * points + point]! + shift[service * points + point]!;
      const spread = logSpread[service]!;
      const lasted = Math.min(elapsedMs, longestMs[service * points + point]!);
      const bound = lasted <= 0 ? -Infinity : (Math.log(lasted) - mean) / spread;
      return Math.max(0, Math.exp(mean + spread * normalAbove(bound, random)) - lasted);
    },
    turnoverMs: () => turnoverMs * random.exponential(),
    backInMs: (_point, plannedInMs) => Math.max(0, plannedInMs) + latenessMs * random.exponential(),
    arrivesInMs(_service, bookedInMs) {
      const bound = (-bookedInMs - punctuality.meanMs) / punctuality.spreadMs;
      const stillToCome = (1 - missed) * shareAbove(bound);
      if (random.next() * (missed + stillToCome) < missed) return Infinity;
      return bookedInMs + punctuality.meanMs + punctuality.spreadMs * normalAbove(bound, random);
    },
    untilUrgentMs: (service) => urgentMs[service]! * random.exponential(),
    patienceMs: (service) => patienceMs[service]! * random.exponential(),
  };
}

/** The logarithm of a factor of mean 1 that is off by about so much. */
function around(doubt: number, random: Random): number {
  return doubt * random.normal() - doubt ** 2 / 2;
}

function punctualityOf({ punctuality }: WaitModel): { readonly meanMs: number; readonly spreadMs: number } {
  const { meanMs, spreadMs, weight } = usual.punctuality;
  if (punctuality === null) return { meanMs, spreadMs };
  const all = weight + punctuality.weight;
  const variance = (weight * spreadMs ** 2 + punctuality.squares) / all;
  return {
    meanMs: (weight * meanMs + punctuality.weight * punctuality.mean) / all,
    spreadMs: Math.sqrt(variance),
  };
}

function missedOf({ attendance: { came, missed } }: WaitModel): number {
  const seen = usual.attendance;
  return (missed + seen.missed) / (came + missed + seen.came + seen.missed);
}

function drawnToUsual(
  seen: Moments | null,
  { mean, weight }: { readonly mean: number; readonly weight: number },
): number {
  return seen === null ? mean : (weight * mean + seen.weight * seen.mean) / (weight + seen.weight);
}
