// Changes of the lists in a clinic's document.

import { rulesWithout } from '@foyer/contracts/calling-rules-without.ts';
import type { ClinicChanges, ClinicDocument } from '@foyer/contracts/clinic-document.ts';
import type { ClinicFile } from './clinic-file.ts';

type Journey = ClinicDocument['journeys'][number];

/** One place up (-1) or down (1); at the end it stays. */
export function moved<T>(list: readonly T[], index: number, by: -1 | 1): T[] {
  const [one, other] = [list[index], list[index + by]];
  if (one === undefined || other === undefined) return [...list];
  return list.with(index, other).with(index + by, one);
}

/** Rooms and forms that it leaves without any service stay, and say what they lack. */
export function withoutService(document: ClinicDocument, serviceId: string): ClinicChanges {
  const { services, servicePoints, consents, questionnaires, journeys, prices, deskServiceId } = document;
  const without = <T extends { serviceIds: string[] }>(things: readonly T[]): T[] =>
    things.map((thing) =>
      thing.serviceIds.includes(serviceId)
        ? { ...thing, serviceIds: thing.serviceIds.filter((id) => id !== serviceId) }
        : thing,
    );
  return {
    services: services.filter(({ id }) => id !== serviceId),
    servicePoints: without(servicePoints),
    consents: without(consents),
    questionnaires: without(questionnaires),
    journeys: journeys.flatMap((journey) => journeyWithout(journey, serviceId)),
    prices: prices.filter((price) => price.serviceId !== serviceId),
    deskServiceId: deskServiceId === serviceId ? null : deskServiceId,
  };
}

/** With the changes; what the calling rules say of a service or a room goes with it, as at the edge. */
export function withChanges(
  { clinic, callingRules }: Pick<ClinicFile, 'clinic' | 'callingRules'>,
  changes: ClinicChanges,
): Pick<ClinicFile, 'clinic' | 'callingRules'> {
  const after = { ...clinic, ...changes };
  const idsOf = ({ services, servicePoints }: ClinicDocument) => [...services, ...servicePoints].map(({ id }) => id);
  const left = new Set(idsOf(after));
  const gone = new Set(idsOf(clinic).filter((id) => !left.has(id)));
  return {
    clinic: after,
    callingRules: callingRules && gone.size > 0 ? rulesWithout(callingRules, gone) : callingRules,
  };
}

/** Without the steps of that service, those behind them following what was before; none is left of one without steps. */
function journeyWithout(journey: Journey, serviceId: string): readonly Journey[] {
  const gone = new Map(
    journey.steps.filter((step) => step.serviceId === serviceId).map((step) => [step.id, step.after]),
  );
  if (gone.size === 0) return [journey];
  const left = (ids: readonly string[]): string[] => [
    ...new Set(ids.flatMap((id) => (gone.has(id) ? left(gone.get(id) ?? []) : [id]))),
  ];
  const steps = journey.steps.filter(({ id }) => !gone.has(id)).map((step) => ({ ...step, after: left(step.after) }));
  const { startsWith, ...rest } = journey;
  if (steps.length === 0) return [];
  return [{ ...rest, steps, ...(startsWith === undefined || startsWith === serviceId ? {} : { startsWith }) }];
}
