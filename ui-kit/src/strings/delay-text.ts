// Who works behind time, as patients read it: "Dr Lim is running about 40 minutes late." The room's name where the
// clinic keeps those of its staff to itself.

import type { ById } from '@foyer/contracts/by-id.ts';
import type { DelayView } from '@foyer/contracts/clinic-view.ts';
import type { LocalisedText } from '@foyer/contracts/languages.ts';
import { language, localised, type LanguageCode } from '../language/language.ts';
import { strings } from './strings.ts';

export function delayText(
  { staffName, servicePointNames, minutes }: DelayView,
  code: LanguageCode = language.code,
): string {
  const room = servicePointNames?.en === undefined ? '' : localised(servicePointNames as LocalisedText, code);
  return strings.in(code, 'delay.late', { who: staffName ?? room, count: minutes });
}

/** The longest first; `serviceId`: those alone that are felt by who waits for it. */
export function delaysToTell(delays: ById<DelayView> | undefined, serviceId?: string): readonly DelayView[] {
  return Object.values(delays ?? {})
    .filter(({ serviceIds }) => serviceId === undefined || serviceIds.includes(serviceId))
    .toSorted((a, b) => b.minutes - a.minutes || a.id.localeCompare(b.id));
}
