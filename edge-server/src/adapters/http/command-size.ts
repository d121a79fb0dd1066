// How large one command may be: a change of the clinic's set-up as large as the question whether it could be made, and
// every other as the largest of them, a closing of the day.

import type { CommandType } from '@foyer/contracts/commands.ts';
import type { FastifyRequest } from 'fastify';
import { CodedError } from './errors.ts';

export const mostSetUpBytes = 2_000_000;
const mostCommandBytes = 256 * 1024;
const large: readonly CommandType[] = ['change-clinic'];

export function refuseLargeCommand({ body, headers }: FastifyRequest): void {
  const { type } = (body ?? {}) as { readonly type?: unknown };
  if (large.some((one) => one === type)) return;
  const told = headers['content-length'];
  const bytes = told === undefined ? Buffer.byteLength(JSON.stringify(body ?? null)) : Number(told);
  if (bytes > mostCommandBytes) throw new CodedError('body-too-large');
}
