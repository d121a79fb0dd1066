// What the dashboard asks of the centre. The session is a cookie that scripts cannot read, so nothing is kept here.

import type { RestoreCode } from '@foyer/contracts/backup-protocol.ts';
import type { CentreUser, ClinicDay, ClinicList, ConflictList, SignInAnswer } from '@foyer/contracts/centre-api.ts';
import type { CentreState } from '@foyer/contracts/centre-state.ts';
import type { ClinicHealthList } from '@foyer/contracts/clinic-health.ts';
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

/** Whether the centre itself is as it should be. */
export function fetchCentreState(): Promise<ApiAnswer<CentreState>> {
  return request('/api/v1/centre-state');
}

/** How each clinic’s relay and box are: what needs somebody first. */
export function fetchClinicHealth(): Promise<ApiAnswer<ClinicHealthList>> {
  return request('/api/v1/clinic-health');
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

/** Details of patients that were written in two ways; each patient shown is written down as read. */
export function fetchConflicts(clinicId: string): Promise<ApiAnswer<ConflictList>> {
  return request(`/api/v1/clinics/${encodeURIComponent(clinicId)}/detail-conflicts`);
}

/** Null: nothing, a person is to be asked again. */
export function chooseDetail(
  clinicId: string,
  conflictId: string,
  version: number | null,
): Promise<ApiAnswer<unknown>> {
  const path = `/api/v1/clinics/${encodeURIComponent(clinicId)}/detail-conflicts/${encodeURIComponent(conflictId)}/choose`;
  return request(path, { body: { version } });
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
