// What calling rules ask of services and know of people; who says nothing is left out.

import type { CallingRules, ServiceCalling } from '@foyer/contracts/calling-rules.ts';

type Changes = { readonly [K in keyof ServiceCalling]?: ServiceCalling[K] | undefined };

export function askedOf(services: CallingRules['services'], serviceId: string): ServiceCalling {
  return services.find((asked) => asked.serviceId === serviceId) ?? { serviceId };
}

/** A field that is undefined asks for nothing any more. */
export function withAsked(services: CallingRules['services'], serviceId: string, changes: Changes): ServiceCalling[] {
  const merged = Object.entries({ ...askedOf(services, serviceId), ...changes }).filter(
    ([, value]) => value !== undefined,
  );
  const asked = { ...Object.fromEntries(merged), serviceId };
  const saysNothing = Object.keys(asked).length === 1;
  const index = services.findIndex((one) => one.serviceId === serviceId);
  if (saysNothing) return services.filter((one) => one.serviceId !== serviceId);
  return index === -1 ? [...services, asked] : services.with(index, asked);
}

/** `typed`: skills with commas between them. */
export function withSkills(people: CallingRules['people'], staffId: string, typed: string): CallingRules['people'] {
  const words = typed.split(/[,;،]/).map((word) => word.trim());
  const skills = [...new Set(words.filter((word) => word !== ''))].slice(0, 40);
  const others = people.filter((person) => person.staffId !== staffId);
  return skills.length === 0 ? others : [...others, { staffId, skills }];
}
