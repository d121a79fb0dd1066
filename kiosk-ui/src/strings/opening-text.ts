// When the clinic opens, in words: today, tomorrow, or a day by its name, as the clinic's zone has it.

import { dayMs, type EpochMs } from '@foyer/contracts/time.ts';
import { formatDay, formatTime } from '@foyer/ui-kit/language/format.ts';
import { t } from './strings.ts';

/** `closed`: when it opens again; `full`: when to come instead of today. */
type About = 'closed' | 'full';

export function openingText(about: About, at: EpochMs | undefined, now: EpochMs, zone: string | undefined): string {
  if (at === undefined) return t(`${about}.unknown`);
  const words = { day: formatDay(at, zone), time: formatTime(at, zone) };
  const isOn = (moment: EpochMs) => formatDay(moment, zone, 'en') === formatDay(at, zone, 'en');
  if (about === 'closed' && isOn(now)) return t('closed.today', words);
  return t(isOn(now + dayMs) ? `${about}.tomorrow` : `${about}.later`, words);
}
