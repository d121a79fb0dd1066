// What the dashboard asks of the centre. The session is a cookie that scripts cannot read, so nothing is kept here.

import type { RestoreCode } from '@foyer/contracts/backup-protocol.ts';
import type { CentreUser, ClinicDay, ClinicList, SignInAnswer } from '@foyer/contracts/centre-api.ts';
import type { ClinicDevices } from '@foyer/contracts/device-report.ts';
import type { Statistics, StatisticsQuery } from '@foyer/contracts/statistics.ts';
import { request, type ApiAnswer } from '@foyer/ui-kit/connection/edge-api.ts';

export function signIn(email: string, password: string): Promise<ApiAnswer<SignInAnswer>> {
  return request('/api/v1/sign-in', { body: { email, password } });
}

export function signOut(): Promise<ApiAnswer<{ readonly ok: true }>> {
  return request('/api/v1/sign-out', { body: {} });
}

export function fetchMe(): Promise<ApiAnswer<CentreUser>> {
  return request('/api/v1/me');
}

export function fetchClinics(): Promise<ApiAnswer<ClinicList>> {
  return request('/api/v1/clinics');
}

/** Without a date, the clinic's business day now. */
export function fetchDay(clinicId: string, date?: string): Promise<ApiAnswer<ClinicDay>> {
  const query = date ? `?date=${encodeURIComponent(date)}` : '';
  return request(`/api/v1/clinics/${encodeURIComponent(clinicId)}/day${query}`);
}

export function fetchStatistics(clinicId: string, query: StatisticsQuery): Promise<ApiAnswer<Statistics>> {
  const parts = new URLSearchParams({ ...query });
  return request(`/api/v1/clinics/${encodeURIComponent(clinicId)}/statistics?${parts}`);
}

export function fetchDevices(clinicId: string): Promise<ApiAnswer<ClinicDevices>> {
  return request(`/api/v1/clinics/${encodeURIComponent(clinicId)}/devices`);
}

/** Good once, for a new box of this clinic. */
export function giveRestoreCode(clinicId: string): Promise<ApiAnswer<RestoreCode>> {
  return request(`/api/v1/clinics/${encodeURIComponent(clinicId)}/restore-codes`, { body: {} });
}

/** Says that a person has seen to it. */
export function resolveWorkItem(clinicId: string, workItemId: string): Promise<ApiAnswer<unknown>> {
  const path = `/api/v1/clinics/${encodeURIComponent(clinicId)}/work-items/${encodeURIComponent(workItemId)}/resolve`;
  return request(path, { body: {} });
}

/** The code of an answer that is not a success; undefined for a success. */
export function codeOf(answer: ApiAnswer<unknown>): string | undefined {
  if (answer.ok) return undefined;
  return 'refusal' in answer ? answer.refusal.code : (answer.error?.code ?? 'internal');
}
