/** How much a server writes to its log: `FOYER_LOG_LEVEL`, the same words for each of them. */
export const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];
