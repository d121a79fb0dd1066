// A detail of a patient in words.

import type { DetailField } from '@foyer/contracts/detail-fields.ts';
import type { PatientDetails } from '@foyer/contracts/patient.ts';
import { formatDate } from '@foyer/ui-kit/language/format.ts';
import { Languages } from '@foyer/ui-kit/language/language.ts';
import { t } from '../strings/strings.ts';

export function detailWords(field: DetailField, details: PatientDetails): string {
  return wordsOf(field, details) || t('conflicts.empty');
}

/** Numbers and addresses keep their order within a line that runs from right to left. */
export function detailDirection(field: DetailField): 'ltr' | 'auto' {
  return field === 'phone' || field === 'email' ? 'ltr' : 'auto';
}

function wordsOf(field: DetailField, details: PatientDetails): string {
  switch (field) {
    case 'name':
      return [details.name?.given, details.name?.family].filter(Boolean).join(' ');
    case 'gender':
      return details.gender ? t(`conflicts.gender-${details.gender}`) : '';
    case 'identifiers':
      return (details.identifiers ?? []).map(({ kind, value }) => `${t(`conflicts.${kind}`)} ${value}`).join(', ');
    case 'language':
      return details.language ? Languages[details.language].name : '';
    case 'needs':
      return (details.needs ?? []).map((need) => t(`conflicts.need-${need}`)).join(', ');
    case 'birthDate':
      return details.birthDate === undefined ? '' : formatDate(details.birthDate);
    case 'phone':
    case 'email':
    case 'address':
      return details[field] ?? '';
  }
}
