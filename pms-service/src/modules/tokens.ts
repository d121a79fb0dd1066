// Bearer tokens of the centre. A token says which tenant it is of, so that it can be looked up inside that tenant's own
// transaction; what follows is random. Only its SHA-256 is stored.

import { sha256 } from './seal.ts';

const secretLength = 32;

/** `base64url(16 bytes of the tenant's id, 32 random bytes)`. */
export function makeToken(tenantId: string, secret: Uint8Array): string {
  return Buffer.concat([Buffer.from(tenantId.replaceAll('-', ''), 'hex'), secret]).toString('base64url');
}

export function newTokenSecret(randomBytes: (size: number) => Uint8Array): Uint8Array {
  return randomBytes(secretLength);
}

/** Undefined when it cannot be a token of ours. */
export function readToken(token: string): { readonly tenantId: string; readonly hash: Buffer } | undefined {
  if (!/^[A-Za-z0-9_-]{64}$/.test(token)) return undefined;
  const hex = Buffer.from(token, 'base64url').subarray(0, 16).toString('hex');
  const tenantId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return { tenantId, hash: sha256(token) };
}
