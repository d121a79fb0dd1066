// What the dashboard asks of the centre about patients. Whoever is shown is written down as read.

import type {
  CentrePatient,
  DetailConflict,
  DetailsRequest,
  FindPatientsRequest,
  FoundPatients,
} from '@foyer/contracts/detail-conflict.ts';
import { request, type ApiAnswer } from '@foyer/ui-kit/connection/edge-api.ts';

export function findPatients(clinicId: string, asked: FindPatientsRequest): Promise<ApiAnswer<FoundPatients>> {
  return request(`${pathOf(clinicId)}/find`, { body: asked });
}

export function fetchPatient(clinicId: string, patientId: string): Promise<ApiAnswer<CentrePatient>> {
  return request(`${pathOf(clinicId)}/${encodeURIComponent(patientId)}`);
}

interface DetailsChanged {
  readonly conflicts: readonly DetailConflict[];
  readonly version: string;
}

export function changeDetails(
  clinicId: string,
  patientId: string,
  change: DetailsRequest,
): Promise<ApiAnswer<DetailsChanged>> {
  return request(`${pathOf(clinicId)}/${encodeURIComponent(patientId)}/details`, { body: change });
}

function pathOf(clinicId: string): string {
  return `/api/v1/clinics/${encodeURIComponent(clinicId)}/patients`;
}
