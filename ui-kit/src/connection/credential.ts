// A screen's credential: a token from enrolment, kept in this browser per app. In the demonstration a printed link
// carries a one-time code in its fragment, which is exchanged once and then taken out of the address.

import type { EnrolmentState } from '@foyer/contracts/http-api.ts';
import { request } from './edge-api.ts';

export type Credential = Omit<Extract<EnrolmentState, { state: 'approved' }>, 'state'>;
export type AppName = 'kiosk' | 'display' | 'staff';

const keyOf = (app: AppName) => `foyer.credential.${app}`;

/** The stored credential, or the one that the address's code gives; undefined when the screen must be enrolled. */
export async function obtainCredential(app: AppName): Promise<Credential | undefined> {
  const code = decodeURIComponent(location.hash.slice(1));
  if (code.length >= 16) {
    history.replaceState(history.state, '', location.pathname + location.search);
    const redeemed = await request<Credential>('/api/v1/enrolments/redeem', { body: { code } });
    if (redeemed.ok) {
      keepCredential(app, redeemed.value);
      return redeemed.value;
    }
  }
  return storedCredential(app);
}

export function storedCredential(app: AppName): Credential | undefined {
  const text = localStorage.getItem(keyOf(app));
  if (!text) return undefined;
  try {
    const { token, deviceId, role, name } = JSON.parse(text) as Credential;
    return token ? { token, deviceId, role, name } : undefined;
  } catch {
    // What another version or a person left there is no credential: the screen enrols again.
    return undefined;
  }
}

export function keepCredential(app: AppName, { token, deviceId, role, name }: Credential): void {
  localStorage.setItem(keyOf(app), JSON.stringify({ token, deviceId, role, name }));
}

/** The server refused it: the next start enrols again. */
export function forgetCredential(app: AppName): void {
  localStorage.removeItem(keyOf(app));
}
