// What a clinic starts from: whole rules, to be changed from there. Data alone, so that a screen's bundle may carry it.

import type { CallingRules } from './calling-rules.ts';

export const callingPresets = ['by-arrival', 'appointments-first', 'urgent-first'] as const;
export type CallingPreset = (typeof callingPresets)[number];

const start = { profiles: [], longestWaitMinutes: 120, opensAfterMinutes: 30, services: [], people: [] };

export const presetRules: { readonly [P in CallingPreset]: CallingRules } = {
  'by-arrival': { ...start, usual: { conditions: [], order: 'by-arrival' } },
  'appointments-first': {
    ...start,
    usual: { conditions: [], order: 'appointments-first' },
    ageingMinutes: 45,
    appointments: { earlyMinutes: 10, lateMinutes: 15 },
  },
  'urgent-first': { ...start, usual: { conditions: [], order: 'urgent-first' }, ageingMinutes: 60 },
};
