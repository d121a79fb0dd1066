// Credentials as bytes: 256 random bits, given out once, kept as SHA-256 alone.

import { hash, randomBytes } from 'node:crypto';

export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

export function hashToken(token: string): Uint8Array {
  return hash('sha256', token, 'buffer');
}

/** The hash as text, to find something in memory by. */
export function tokenKey(token: string): string {
  return hash('sha256', token, 'base64url');
}

export function hashOfKey(key: string): Uint8Array {
  return Buffer.from(key, 'base64url');
}
