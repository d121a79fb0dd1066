// A detail of a patient in words, and who wrote it where and when.

import type { EditSide } from '@foyer/contracts/detail-conflict.ts';
import type { DetailField } from '@foyer/contracts/detail-fields.ts';
import type { PatientDetails } from '@foyer/contracts/patient.ts';
import type { StaffConflict } from '@foyer/contracts/staff-view.ts';
import type { ZoneName } from '@foyer/contracts/time.ts';
import { formatDate, formatTime } from '@foyer/ui-kit/language/format.ts';
import { Languages } from '@foyer/ui-kit/language/language.ts';
import { t } from './strings.ts';

export function detailText(field: DetailField, details: PatientDetails): string {
  return wordsOf(field, details) || t('conflict.empty');
}

function wordsOf(field: DetailField, details: PatientDetails): string {
  switch (field) {
    case 'name':
      return [details.name?.given, details.name?.family].filter(Boolean).join(' ');
    case 'gender':
      return details.gender ? t(`conflict.gender-${details.gender}`) : '';
    case 'identifiers':
      return (details.identifiers ?? []).map(({ kind, value }) => `${t(`conflict.${kind}`)} ${value}`).join(', ');
    case 'language':
      return details.language ? Languages[details.language].name : '';
    case 'needs':
      return details.needs?.length === 0
        ? t('conflict.no-needs')
        : (details.needs ?? []).map((need) => t(`need.${need}`)).join(', ');
    case 'birthDate':
      return details.birthDate === undefined ? '' : formatDate(details.birthDate);
    case 'phone':
    case 'email':
    case 'address':
      return details[field] ?? '';
  }
}

/** "At the clinic, Amira Osei, 10:31" */
export function writtenText({ side, byName, at }: StaffConflict['versions'][number], zone: ZoneName): string {
  return [sideText(side), byName, at === null ? undefined : formatTime(at, zone)].filter(Boolean).join(', ');
}

function sideText(side: EditSide): string {
  return t(side === 'clinic' ? 'conflict.clinic' : 'conflict.centre');
}
