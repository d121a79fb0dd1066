import type { HandOverView } from '@foyer/contracts/clinic-view.ts';
import { formatTime } from '@foyer/ui-kit/language/format.ts';
import { t } from './strings.ts';

/** Who left a room and when: "Ana left at 12:40. This is open here." */
export function leftText({ since, fromName }: HandOverView, zone: string): string {
  const time = formatTime(since, zone);
  return fromName === undefined ? t('handover.left-at', { time }) : t('handover.left-by', { name: fromName, time });
}
