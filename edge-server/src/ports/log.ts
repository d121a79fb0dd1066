// What happened, one event name a line. Facts are ids, codes and figures: no name, no birth date, no document number,
// no credential ever goes in.

export interface LogFacts {
  readonly [fact: string]: string | number | boolean | null | undefined | readonly string[];
}
export interface Log {
  info(event: string, facts?: LogFacts): void;
  warn(event: string, facts?: LogFacts): void;
  /** The cause's stack goes along; its message must be one of ours or of a library that is given no personal data. */
  error(event: string, facts?: LogFacts, cause?: unknown): void;
}

export const silentLog: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
