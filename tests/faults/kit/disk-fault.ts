/** Tells the shim that this process runs under which call of its disk is to fail. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The calls that can fail, and the errors that they fail with. Source: errno(3), on Linux. */
export const diskCalls = ['open', 'write', 'sync', 'cut'] as const;
export const diskErrors = { EIO: 5, ENOSPC: 28 } as const;

export interface DiskFault {
  readonly call: (typeof diskCalls)[number];
  /** The first of them is 1. */
  readonly nth: number;
  readonly error: keyof typeof diskErrors;
  /** That one alone, it and all after it, or half of it is written and all after it fail. */
  readonly how: 'once' | 'on' | 'half';
}

export const describeFault = ({ call, nth, error, how }: DiskFault): string => `${call} ${nth} ${error} ${how}`;

export class FaultyDisk {
  readonly #order: string;

  /** The folder that is watched. */
  constructor(folder: string) {
    this.#order = join(folder, 'disk-fault');
  }

  breaks({ call, nth, error, how }: DiskFault): void {
    writeFileSync(this.#order, `${call} ${nth} ${diskErrors[error]} ${how}`);
  }

  /** Answers whether a call has failed meanwhile. */
  mend(): boolean {
    const hasFailed = existsSync(`${this.#order}.seen`);
    writeFileSync(this.#order, 'none');
    return hasFailed;
  }
}
