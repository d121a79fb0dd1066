// What a screen keeps of its clinic, so that it comes up with its name, languages and colour while the edge is down.
// Nothing of a patient is ever kept, and no call: an old one must not look like a current one.

import type { ClinicView } from '@foyer/contracts/clinic-view.ts';

export type RememberedClinic = Pick<ClinicView, 'name' | 'zone' | 'languages' | 'accent'>;
type Screen = 'display' | 'kiosk';

export function rememberClinic(screen: Screen, { name, zone, languages, accent }: ClinicView): void {
  localStorage.setItem(keyOf(screen), JSON.stringify({ name, zone, languages, accent }));
}

export function rememberedClinic(screen: Screen): RememberedClinic | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(screen)) ?? 'null') as RememberedClinic | null;
    return kept && typeof kept.name === 'string' && Array.isArray(kept.languages) ? kept : undefined;
  } catch {
    // Not ours: the clinic is known again with the first view.
    return undefined;
  }
}

function keyOf(screen: Screen): string {
  return `foyer.${screen}.clinic`;
}
