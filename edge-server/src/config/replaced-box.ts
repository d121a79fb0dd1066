// A box that another one has taken over from never serves again: a file of its data folder says so, through restarts. Who
// is sure that it was a mistake takes the file away by hand.

import { existsSync, readFileSync } from 'node:fs';
import { AppError } from '@foyer/contracts/app-error.ts';
import { writeDurably } from './durable-file.ts';

/** Throws `edge-replaced`. */
export function refuseReplaced(path: string): void {
  if (!existsSync(path)) return;
  const { epoch } = JSON.parse(readFileSync(path, 'utf8')) as { readonly epoch: number };
  throw new AppError('edge-replaced', { epoch, file: path });
}

export function noteReplaced(path: string, epoch: number, at: number): void {
  writeDurably(path, `${JSON.stringify({ epoch, at })}\n`, 0o600);
}
