// A screen's credential: a token from enrolment, kept in this browser per app. In the demonstration a printed link
// carries a one-time code in its fragment, which is exchanged once and then taken out of the address.

import { renewWithinMs } from '@foyer/contracts/device-credential.ts';
import type { EnrolmentState } from '@foyer/contracts/http-api.ts';
import { request } from './edge-api.ts';

export type Credential = Omit<Extract<EnrolmentState, { state: 'approved' }>, 'state'>;
export type AppName = 'kiosk' | 'display' | 'staff';

const keyOf = (app: AppName) => `foyer.credential.${app}`;

/**
 * The stored credential, renewed where that is due, or the one that the address's code gives; undefined when the screen
 * must be enrolled.
 */
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
  return fresh(app, storedCredential(app));
}

/** The server says that it has expired, whatever this screen's clock says: the next start renews it. */
export function renewAtStart(app: AppName): void {
  const stored = storedCredential(app);
  if (stored?.expiresAt !== undefined) keepCredential(app, { ...stored, expiresAt: 0 });
  location.reload();
}

async function fresh(app: AppName, stored: Credential | undefined): Promise<Credential | undefined> {
  if (stored?.expiresAt === undefined || stored.expiresAt - Date.now() > renewWithinMs) return stored;
  const { renewCredential } = await import('./renewal.ts');
  const renewal = await renewCredential(stored, Date.now());
  if (renewal.state === 'renewed') keepCredential(app, renewal.credential);
  if (renewal.state === 'refused') forgetCredential(app);
  return renewal.state === 'renewed' ? renewal.credential : renewal.state === 'refused' ? undefined : stored;
}

export function storedCredential(app: AppName): Credential | undefined {
  const text = localStorage.getItem(keyOf(app));
  if (!text) return undefined;
  try {
    const { token, ...rest } = JSON.parse(text) as Credential;
    return token ? wanted({ token, ...rest }) : undefined;
  } catch {
    // What another version or a person left there is no credential: the screen enrols again.
    return undefined;
  }
}

export function keepCredential(app: AppName, credential: Credential): void {
  localStorage.setItem(keyOf(app), JSON.stringify(wanted(credential)));
}

function wanted({ token, deviceId, role, name, expiresAt }: Credential): Credential {
  return { token, deviceId, role, name, ...(expiresAt === undefined ? {} : { expiresAt }) };
}

/** The server refused it: the next start enrols again. */
export function forgetCredential(app: AppName): void {
  localStorage.removeItem(keyOf(app));
}
