// One patient of a centre of a few lines, whom every search finds but one for `nobody`.

import type { CentrePatient, DetailsRequest, FoundPatients } from '@foyer/contracts/detail-conflict.ts';
import type { PatientDetails } from '@foyer/contracts/patient.ts';

const id = '01990000-0000-7000-8000-0000000000e1';

export class FakePatients {
  details: PatientDetails = {
    name: { given: 'Zoë', family: 'Ferreira' },
    birthDate: '1956-03-07',
    phone: '600 123 441',
    language: 'es',
    identifiers: [{ kind: 'health-card', value: 'HC-771' }],
    needs: ['hearing'],
  };
  /** What was saved, in order. */
  readonly saved: DetailsRequest[] = [];

  answer(route: string, body: object): readonly [number, unknown] {
    const { details } = this;
    const version = JSON.stringify(details).slice(0, 400);
    if (route.endsWith('/find')) {
      const isThere = !Object.values(body).includes('nobody');
      const { name = {}, birthDate = '', phone = '' } = details;
      return [
        200,
        { patients: isThere ? [{ id, name, birthDate, phone }] : [], isMore: false } satisfies FoundPatients,
      ];
    }
    if (route.startsWith('GET'))
      return [200, { id, provisional: false, linkedTo: null, details, erased: false, version } satisfies CentrePatient];
    const change = body as DetailsRequest;
    if (change.version !== version) return [409, { ok: false, refusal: { code: 'details-changed', details, version } }];
    this.saved.push(change);
    const kept = Object.entries(details).filter(([field]) => !change.cleared?.some((cleared) => cleared === field));
    this.details = { ...Object.fromEntries(kept), ...change.patient };
    return [200, { ok: true, conflicts: [], version: JSON.stringify(this.details).slice(0, 400) }];
  }
}
