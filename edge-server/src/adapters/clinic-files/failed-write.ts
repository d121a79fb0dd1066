import { AppError } from '@foyer/contracts/app-error.ts';

const fullDisk: readonly unknown[] = ['ENOSPC', 'EDQUOT'];

/** A full disk has a code of its own, so that whoever brings a file reads what is the matter. */
export function failedWrite(cause: unknown): unknown {
  const isFull = cause instanceof Error && 'code' in cause && fullDisk.includes(cause.code);
  return isFull ? new AppError('storage-full', {}, { cause }) : cause;
}
