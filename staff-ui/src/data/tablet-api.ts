// What a tablet asks the edge for beside its socket: who may sign in here, signing in, letting a new screen in.

import type { EnrolmentApproval, SessionAnswer, SessionRequest, StaffTiles } from '@foyer/contracts/http-api.ts';
import { request, type ApiAnswer } from '@foyer/ui-kit/connection/edge-api.ts';

export class TabletApi {
  readonly #device: string;

  /** `device` is the tablet's own token. */
  constructor(device: string) {
    this.#device = device;
  }

  staffTiles(): Promise<ApiAnswer<StaffTiles>> {
    return request<StaffTiles>('/api/v1/staff-tiles', { token: this.#device });
  }

  signIn(body: SessionRequest): Promise<ApiAnswer<SessionAnswer>> {
    return request<SessionAnswer>('/api/v1/sessions', { token: this.#device, body });
  }

  /** Lets the screen in that shows `code`. `token` is the administrator's. */
  approve(body: EnrolmentApproval, token: string): Promise<ApiAnswer<unknown>> {
    return request('/api/v1/enrolments/approve', { token, device: this.#device, body });
  }
}

/** "k7q2 m4xp" as it is sent: "K7Q2-M4XP"; undefined until all eight characters are there. */
export function enrolmentCode(typed: string): string | undefined {
  const bare = typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
  return bare.length === 8 ? `${bare.slice(0, 4)}-${bare.slice(4)}` : undefined;
}
