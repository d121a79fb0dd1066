// What is asked after a gap, in words.

import { localised } from '@foyer/ui-kit/language/language.ts';
import { formatTime } from '@foyer/ui-kit/language/format.ts';
import type { StaffTicket, StaffView } from '@foyer/contracts/staff-view.ts';
import type { InDoubt } from '../data/in-doubt.ts';
import { t } from './strings.ts';

export function inDoubtTitle({ ticket, point }: InDoubt): string {
  return t('in-doubt.in-room', { number: ticket.number, room: localised(point.name) });
}

/** Since when nobody knows, and what waits for the answer. */
export function inDoubtText({ inDoubtSince = 0 }: StaffTicket, { clinic }: StaffView): string {
  return t('in-doubt.what', { time: formatTime(inDoubtSince, clinic.zone) });
}
