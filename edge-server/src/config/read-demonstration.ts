// The file of the demonstration's credentials. Its launcher wrote it from the contract's schema; what is looked at here
// by hand is what would open a door if it were wrong, because loading a validator takes longer than all else at boot.

import { readFileSync } from 'node:fs';
import { deviceRoles, staffRoles } from '@foyer/contracts/roles.ts';
import type { EdgeDemonstration } from '@foyer/contracts/demonstration.ts';

const shortestSecret = 16;
const roles: readonly unknown[] = [...staffRoles, ...deviceRoles];

/** Undefined when it is not one. Throws when it cannot be read. */
export function readDemonstration(file: string): EdgeDemonstration | undefined {
  const held: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!isRecord(held) || !isRecord(held['configuration'])) return undefined;
  const { tokens, codes } = held;
  if (!Array.isArray(tokens) || !tokens.every((entry) => isGrant(entry, 'token', roles))) return undefined;
  if (!Array.isArray(codes) || !codes.every((entry) => isGrant(entry, 'code', deviceRoles))) return undefined;
  return held as EdgeDemonstration;
}

function isGrant(entry: unknown, secret: 'token' | 'code', known: readonly unknown[]): boolean {
  if (!isRecord(entry) || !known.includes(entry['role'])) return false;
  const held = entry[secret];
  return typeof held === 'string' && held.length >= shortestSecret;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
