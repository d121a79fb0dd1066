// A screen renews its credential at its start, once half of its time is over: pages draw themselves anew every day. One
// that expired meanwhile is renewed alike, with the screen's own key.

import { renewalText, renewWithinMs } from '@foyer/contracts/device-credential.ts';
import type { RenewedCredential } from '@foyer/contracts/http-api.ts';
import type { Credential } from './credential.ts';
import { request } from './edge-api.ts';
import { signAsScreen } from './screen-key.ts';

export const Renewal = { notDue: 'not-due', renewed: 'renewed', refused: 'refused', failed: 'failed' } as const;
export type Renewal =
  | { readonly state: typeof Renewal.renewed; readonly credential: Credential }
  | { readonly state: Exclude<(typeof Renewal)[keyof typeof Renewal], typeof Renewal.renewed> };

/** Refused: the screen has to be let in anew. Failed: what it has is still good, or the server was not reached. */
export async function renewCredential(credential: Credential, now: number): Promise<Renewal> {
  const { deviceId, expiresAt } = credential;
  if (expiresAt === undefined || expiresAt - now > renewWithinMs) return { state: Renewal.notDue };
  const asked = await request<{ readonly challenge: string }>('/api/v1/renewals/ask', { body: { deviceId } });
  if (!asked.ok) return { state: Renewal.failed };
  const { challenge } = asked.value;
  const signature = await signAsScreen(deviceId, renewalText(deviceId, challenge)).catch(() => undefined);
  if (signature === undefined) return { state: expiresAt <= now ? Renewal.refused : Renewal.failed };
  const body = { deviceId, challenge, signature };
  const renewed = await request<RenewedCredential>('/api/v1/renewals', { body });
  if (renewed.ok) return { state: Renewal.renewed, credential: { ...credential, ...renewed.value } };
  return { state: 'refusal' in renewed ? Renewal.refused : Renewal.failed };
}
