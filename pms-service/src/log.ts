// Structured lines, one event each, ids only. An error is logged by its code and place: the message or the detail of a
// database error may carry what somebody typed.

import { AppError } from '@foyer/contracts/app-error.ts';
import { pino, type Logger, type LoggerOptions } from 'pino';
import type { PmsConfig } from './config/settings.ts';

export type Log = Logger;

export function createLog(level: PmsConfig['logLevel']): Log {
  return pino(logOptions(level));
}

export function logOptions(level: PmsConfig['logLevel']): LoggerOptions {
  return {
    level,
    name: 'pms',
    serializers: { err: errorWithoutWords },
    hooks: {
      // Without a message of its own, a line would take over the error's.
      logMethod(args, method) {
        const [first] = args as unknown[];
        if (first instanceof Error) return method.call(this, { err: first }, 'error');
        if (args.length > 1 || typeof first !== 'object') return method.apply(this, args);
        method.call(this, first, (first as { event?: string }).event ?? '');
      },
    },
  };
}

export function errorWithoutWords(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const places = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12);
  return {
    type: error.name,
    code: (error as { code?: unknown }).code,
    ...(error instanceof AppError ? { facts: error.facts } : {}),
    places,
    ...(error.cause === undefined ? {} : { cause: errorWithoutWords(error.cause) }),
  };
}
