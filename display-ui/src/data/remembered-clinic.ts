// What the screen keeps of its clinic, so that it comes up with its name, languages and colour while the edge is down.
// No call is ever kept: an old one must not look like a current one.

import type { ClinicView } from '@foyer/contracts/views.ts';

export type RememberedClinic = Pick<ClinicView, 'name' | 'zone' | 'languages' | 'accent'>;

const KEY = 'foyer.display.clinic';

export function rememberClinic({ name, zone, languages, accent }: ClinicView): void {
  localStorage.setItem(KEY, JSON.stringify({ name, zone, languages, accent }));
}

export function rememberedClinic(): RememberedClinic | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? 'null') as RememberedClinic | null;
    return kept && typeof kept.name === 'string' && Array.isArray(kept.languages) ? kept : undefined;
  } catch {
    // Not ours: the clinic is known again with the first view.
    return undefined;
  }
}
