// The log port on pino: a JSON object a line on standard output.

import { pino } from 'pino';
import type { LogLevel } from './config/edge-config.ts';
import type { Log } from './ports/log.ts';

export function pinoLog(level: LogLevel): Log {
  const logger = pino({ level, base: null, messageKey: 'event' });
  return {
    info: (event, facts = {}) => logger.info(facts, event),
    warn: (event, facts = {}) => logger.warn(facts, event),
    error: (event, facts = {}, cause) =>
      logger.error(cause === undefined ? facts : { ...facts, err: cause }, event),
  };
}
