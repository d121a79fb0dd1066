import type { EpochMs } from '@foyer/contracts/time.ts';

export interface StoredBackup {
  readonly backupId: string;
  readonly takenAt: EpochMs;
  /** By the centre's clock; null: it is coming. */
  readonly wholeAt: EpochMs | null;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
  /** Chunks. */
  readonly received: number;
}
