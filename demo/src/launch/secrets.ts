// The demonstration's credentials: random, made once, kept in the data folder (mode 0600) so that a restart keeps them.

import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const names = ['kiosk', 'display', 'reception', 'cashier', 'supervisor', 'auditor', 'admin'] as const;
type Name = (typeof names)[number];

export interface Secrets {
  readonly tokens: Readonly<Record<Name, string>>;
  /** One per service point, in the order of the configuration. */
  readonly nurseTokens: readonly string[];
}

export function loadSecrets(dataDir: string, servicePoints: number): Secrets {
  const file = join(dataDir, 'demonstration-secrets.json');
  try {
    const held = JSON.parse(readFileSync(file, 'utf8')) as Secrets;
    if (held.nurseTokens.length === servicePoints) return held;
  } catch {
    // The first start: there is none yet.
  }
  const tokens = Object.fromEntries(names.map((name) => [name, newSecret()])) as Record<Name, string>;
  const secrets = { tokens, nurseTokens: Array.from({ length: servicePoints }, newSecret) };
  writeFileSync(file, JSON.stringify(secrets), { mode: 0o600 });
  return secrets;
}

export function newSecret(): string {
  return randomBytes(24).toString('base64url');
}
