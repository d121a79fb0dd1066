import type { PatientView } from '@foyer/contracts/staff-view.ts';
import { plainText } from '@foyer/domain/identity-documents/names.ts';
import type { StoredPatient } from '../ports/read-model.ts';

export function patientView({ id, details, erased }: StoredPatient): PatientView {
  const { name, birthDate, language, phone, needs = [] } = details;
  return {
    id,
    displayName: plainText([name?.given, name?.family].filter(Boolean).join(' ')),
    ...(birthDate === undefined ? {} : { birthDate }),
    ...(language === undefined ? {} : { language }),
    ...(phone === undefined ? {} : { phone: plainText(phone) }),
    needs,
    ...(erased ? { erased } : {}),
  };
}
