// The patient index, searched by a person at the centre.

import type { FindPatientsRequest, FoundPatients } from '@foyer/contracts/detail-conflict.ts';
import type { Transaction } from '../../adapters/postgres/tenant.ts';
import { selectFound } from './queries-find.ts';

const mostFound = 20;

/** Those whom all that is said fits, by name: as much of each as tells them apart. */
export async function searchPatients(
  tx: Transaction,
  clinicId: string,
  asked: FindPatientsRequest,
): Promise<FoundPatients> {
  const found = await selectFound(tx, clinicId, asked, mostFound + 1);
  const patients = found.slice(0, mostFound).map(({ patientId: id, details }) => {
    const { name, birthDate, phone } = details ?? {};
    return { id, ...(name && { name }), ...(birthDate && { birthDate }), ...(phone && { phone }) };
  });
  return { patients, isMore: found.length > mostFound };
}
