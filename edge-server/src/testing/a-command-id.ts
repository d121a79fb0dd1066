import { randomBytes } from 'node:crypto';
import { uuidV7 } from '@foyer/contracts/ids.ts';

export function aCommandId(at: number = Date.now()): string {
  return uuidV7(at, randomBytes(10));
}
