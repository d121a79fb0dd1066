// What the first run's page asks the edge for, as the bearer of the code on its console.

import type { FirstRunAnswer, FirstRunRequest, FirstRunStatus } from '@foyer/contracts/clinic-set-up.ts';
import type { EnrolmentApproval, EnrolmentBegun, EnrolmentState } from '@foyer/contracts/http-api.ts';
import type { Credential } from '@foyer/ui-kit/connection/credential.ts';
import { request, type ApiAnswer } from '@foyer/ui-kit/connection/edge-api.ts';

/** A hundred people's PINs take their time. */
const SET_UP_WITHIN_MS = 30_000;

export class FirstRunApi {
  readonly #code: string;

  constructor(code: string) {
    this.#code = code;
  }

  status(): Promise<ApiAnswer<FirstRunStatus>> {
    return request<FirstRunStatus>('/api/v1/first-run', { token: this.#code });
  }

  setUp(body: FirstRunRequest): Promise<ApiAnswer<FirstRunAnswer>> {
    return request<FirstRunAnswer>('/api/v1/first-run', { token: this.#code, body, timeoutMs: SET_UP_WITHIN_MS });
  }

  /** Lets this tablet in where the clinic comes from elsewhere. */
  async letIn(name: string, publicKey?: string): Promise<ApiAnswer<Credential>> {
    const wish = publicKey === undefined ? {} : { publicKey };
    const begun = await request<EnrolmentBegun>('/api/v1/enrolments', { body: wish });
    if (!begun.ok) return begun;
    const { enrolmentId, pollSecret, code } = begun.value;
    const body: EnrolmentApproval = { code, role: 'staff-tablet', name };
    const approved = await request('/api/v1/enrolments/approve', { token: this.#code, body });
    if (!approved.ok) return approved;
    const state = await request<EnrolmentState>(`/api/v1/enrolments/${enrolmentId}`, { token: pollSecret });
    if (!state.ok) return state;
    if (state.value.state === 'approved') return { ok: true, value: state.value };
    return { ok: false, refusal: { code: 'enrolment-expired' } };
  }
}
