// A conflict about a detail of a patient in words: whose, of which detail, and what became of it.

import type { StaffConflict, StaffView } from '@foyer/contracts/staff-view.ts';
import { detailText } from './detail-text.ts';
import { t } from './strings.ts';

export function conflictTitle(
  { patientId, field, chosen }: StaffConflict,
  { patients }: Pick<StaffView, 'patients'>,
): string {
  const who = `\u2068${patients[patientId]?.displayName || t('conflict.somebody')}\u2069`;
  const what = t(`conflict.field-${field}`);
  return chosen ? t('conflict.chosen', { what, who }) : t('conflict.title', { what, who });
}

export function conflictText({ field, versions, chosen }: StaffConflict): string {
  const version = versions[chosen?.version ?? -1];
  return version
    ? t('conflict.stands', { value: `\u2068${detailText(field, version.details)}\u2069` })
    : t('conflict.what');
}
