// What every use case of the centre is given: the door to the database, and the inputs that would otherwise be hidden.

import type { EpochMs } from '@foyer/contracts/time.ts';
import type { ChangeListener } from '../adapters/postgres/changes.ts';
import type { TenantDatabase } from '../adapters/postgres/tenant.ts';

export interface UseCaseContext {
  readonly withTenant: TenantDatabase['withTenant'];
  readonly subscribe: ChangeListener['subscribe'];
  readonly now: () => EpochMs;
  /** A fresh UUIDv7 at each call. */
  readonly newId: () => string;
  readonly randomBytes: (size: number) => Uint8Array;
  readonly passwords: {
    hash(secret: string): Promise<string>;
    /** Takes as long for an absent hash as for a wrong secret. */
    verify(stored: string | undefined, secret: string): Promise<boolean>;
  };
  /** 32 bytes that wrap every key kept in the database; they lie outside it. */
  readonly centreKey: Uint8Array;
}
