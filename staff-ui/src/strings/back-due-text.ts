import type { StaffView } from '@foyer/contracts/staff-view.ts';
import { formatTime } from '@foyer/ui-kit/language/format.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import { returnOf } from '../data/pauses.ts';
import { t } from './strings.ts';

/** Of a room that pauses longer than planned: "Room 3 was to go on at 13:00". */
export function backDueText(point: StaffView['servicePoints'][string], zone: string): string {
  return t('notice.back-due', { room: localised(point.name), time: formatTime(returnOf(point) ?? 0, zone) });
}
