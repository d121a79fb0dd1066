// Where somebody stands on the desk's list: "Late, 12 min", "Late, 11 h 34 min".

import type { DeskState } from '../data/desk-list.ts';
import { t } from './strings.ts';

const minutesOfHour = 60;

export function deskStateText(state: DeskState, lateMinutes: number): string {
  if (state !== 'late' || lateMinutes < minutesOfHour) return t(`reception.state-${state}`, { count: lateMinutes });
  const hours = Math.floor(lateMinutes / minutesOfHour);
  return t('reception.state-late-hours', { hours, minutes: lateMinutes % minutesOfHour });
}
