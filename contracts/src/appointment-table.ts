// What a table of appointments may hold, and what may be wrong in a row of it. Constants alone, so that a screen's
// bundle may carry them.

/** Rows of one table. */
export const mostImportedRows = 5_000;
/** Of one request: 5,000 rows of two hundred letters, in two bytes each and base64, with room to spare. */
export const mostImportBytes = 4 * 1024 * 1024;

export const tableFields = [
  'name',
  'given',
  'family',
  'birth-date',
  'phone',
  'service',
  'date',
  'time',
  'minutes',
  'mode',
  'practitioner',
] as const;
export type TableField = (typeof tableFields)[number];

/** Which of day and month stands first where both could. */
export const dateOrders = ['day-first', 'month-first'] as const;
export type DateOrder = (typeof dateOrders)[number];

export const rowFaultCodes = [
  'name-missing',
  'text-long',
  'date-unreadable',
  'date-impossible',
  'year-too-short',
  'birth-date-ahead',
  'time-missing',
  'time-unreadable',
  'time-over',
  'time-far',
  'minutes-unreadable',
  'mode-unknown',
  'practitioner-unknown',
  'practitioner-several',
  'phone-unreadable',
  'service-missing',
  'service-unknown',
  'twice-in-table',
  'booked-already',
] as const;
export type RowFaultCode = (typeof rowFaultCodes)[number];

/** What has to be said before anything can be taken over. */
export const importQuestions = ['columns', 'date-order', 'service'] as const;
export type ImportQuestion = (typeof importQuestions)[number];
