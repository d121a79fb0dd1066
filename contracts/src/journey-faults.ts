// What does not fit in the journeys of a clinic's configuration, each fault with its place: steps that nobody could
// take. Pure, and without a schema, so that a screen's bundle may carry it.

import type { ClinicConfiguration } from './configuration.ts';
import type { JourneyTemplate } from './journey.ts';

export const journeyFaultCodes = [
  'id-twice',
  'service-unknown',
  'step-unknown',
  'steps-in-a-circle',
  'starts-at-no-step',
  'starts-twice',
] as const;
export type JourneyFaultCode = (typeof journeyFaultCodes)[number];
export interface JourneyFault {
  /** JSON pointer within the configuration. */
  readonly path: string;
  readonly code: JourneyFaultCode;
}
type Found = JourneyFault | undefined;
type Steps = JourneyTemplate['steps'];

/** Empty when every journey can be gone to its end. */
export function journeyFaults({
  services,
  journeys = [],
}: Pick<ClinicConfiguration, 'services' | 'journeys'>): readonly JourneyFault[] {
  const known = new Set(services.map(({ id }) => id));
  const found = journeys.flatMap(({ id, startsWith, steps }, index): readonly Found[] => {
    const path = `/journeys/${index}`;
    const before = journeys.slice(0, index);
    const begins = steps.some((step) => step.serviceId === startsWith && step.after.length === 0);
    return [
      when(
        before.some((other) => other.id === id),
        `${path}/id`,
        'id-twice',
      ),
      when(startsWith !== undefined && !begins, `${path}/startsWith`, 'starts-at-no-step'),
      when(
        startsWith !== undefined && before.some((other) => other.startsWith === startsWith),
        `${path}/startsWith`,
        'starts-twice',
      ),
      ...stepFaults(steps, known, `${path}/steps`),
    ];
  });
  return found.filter((fault) => fault !== undefined);
}

function stepFaults(steps: Steps, services: ReadonlySet<string>, path: string): readonly Found[] {
  return steps.flatMap((step, index) => {
    const at = `${path}/${index}`;
    return [
      when(
        steps.slice(0, index).some(({ id }) => id === step.id),
        `${at}/id`,
        'id-twice',
      ),
      when(!services.has(step.serviceId), `${at}/serviceId`, 'service-unknown'),
      ...step.after.map((id, place) =>
        when(!steps.some((other) => other.id === id), `${at}/after/${place}`, 'step-unknown'),
      ),
      when(waitsForItself(step.id, steps), `${at}/after`, 'steps-in-a-circle'),
    ];
  });
}

function waitsForItself(stepId: string, steps: Steps): boolean {
  const seen = new Set<string>();
  const look = (id: string): boolean => {
    const after = steps.find((step) => step.id === id)?.after ?? [];
    if (after.includes(stepId)) return true;
    const next = after.filter((other) => !seen.has(other));
    for (const other of next) seen.add(other);
    return next.some(look);
  };
  return look(stepId);
}

function when(isSo: boolean, path: string, code: JourneyFaultCode): Found {
  return isSo ? { path, code } : undefined;
}
