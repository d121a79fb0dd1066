// What the rules start from. Profiles, whose needs count, and what services and people are said to need, are the clinic's
// own: they stay when it starts from another preset.

import { presetRules, type CallingPreset } from '@foyer/contracts/calling-presets.ts';
import type { CallingRules } from '@foyer/contracts/calling-rules.ts';
import { saysTheSame } from '@foyer/contracts/says-the-same.ts';

export function startedFrom(preset: CallingPreset, before: CallingRules | null): CallingRules {
  if (before === null) return presetRules[preset];
  const { profiles, needsEarlier, services, people } = before;
  const own = { profiles, services, people, ...(needsEarlier === undefined ? {} : { needsEarlier }) };
  return { ...presetRules[preset], ...own };
}

/** Whether nothing but the clinic's own was changed since. */
export function isPreset(rules: CallingRules | null, preset: CallingPreset): boolean {
  return rules !== null && saysTheSame(rules, startedFrom(preset, rules));
}
