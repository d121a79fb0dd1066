// The log port on pino: a JSON object a line, on standard output unless told where.

import { type DestinationStream, pino } from 'pino';
import type { LogLevel } from '@foyer/contracts/log-level.ts';
import type { Log } from './ports/log.ts';

export interface LeveledLog extends Log {
  setLevel(level: LogLevel): void;
}

export function pinoLog(level: LogLevel, destination?: DestinationStream): LeveledLog {
  const options = { level, base: null, messageKey: 'event' };
  const logger = destination === undefined ? pino(options) : pino(options, destination);
  return {
    setLevel(next) {
      logger.level = next;
    },
    info: (event, facts = {}) => logger.info(facts, event),
    warn: (event, facts = {}) => logger.warn(facts, event),
    error: (event, facts = {}, cause) => logger.error(cause === undefined ? facts : { ...facts, err: cause }, event),
  };
}
