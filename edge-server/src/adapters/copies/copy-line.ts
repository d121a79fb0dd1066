// The line between a box and the machine that keeps its copy: HTTPS under a secret that both have, so that neither needs a
// certificate and nobody else is answered. What goes over it is sealed already. Source: RFC 4279, RFC 7905.
//
// GET /copy/v1/files              -> [{ name, bytes }]
// GET /copy/v1/files/NAME         -> its bytes
// POST /copy/v1/files/NAME?at=N   adds behind N bytes
// PUT /copy/v1/files/NAME         whole
// POST /copy/v1/remove            [name]
// Answers { ok: true }, or { code, ... } of an error.

import type { SecureContextOptions } from 'node:tls';
import { createHash } from 'node:crypto';

export const copyPath = '/copy/v1/';
export const pskIdentity = 'foyer-copy';
/** Of one request that adds. */
export const mostBytes = 256 * 1024 * 1024;

export const lineOptions = {
  ciphers: 'ECDHE-PSK-CHACHA20-POLY1305:DHE-PSK-AES256-GCM-SHA384:PSK-AES256-GCM-SHA384',
  minVersion: 'TLSv1.2',
  // Secrets that two sides have are a matter of version 1.2 here.
  maxVersion: 'TLSv1.2',
} as const satisfies SecureContextOptions;

/** Of a text of any length. */
export function lineKey(secret: string): Buffer {
  return createHash('sha256').update(`foyer copy line\n${secret.trim()}`).digest();
}
