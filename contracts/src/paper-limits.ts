// What a template of paper may hold. Constants and types alone, so that a screen's bundle may carry them.

/** What a ticket has to say. `initials-or-service` is who it is for, and what for where nobody is known. */
export const ticketFields = [
  'clinic-name',
  'number',
  'initials-or-service',
  'service-below-initials',
  'service',
  'initials',
  'appointment-time',
  'people-ahead',
  'visit',
  'worse',
  'printed-at',
  'printed-by',
] as const;
export type TicketField = (typeof ticketFields)[number];

/** What a receipt has to say beside what was charged and how it was paid. */
export const receiptFields = [
  'clinic-name',
  'clinic-lines',
  'title',
  'receipt-number',
  'ticket-number',
  'printed-at',
  'thanks',
] as const;
export type ReceiptField = (typeof receiptFields)[number];

/** What a muster list has to say beside whom it names. */
export const musterFields = ['clinic-name', 'heading', 'since', 'meeting-point', 'count', 'printed-at'] as const;
export type MusterField = (typeof musterFields)[number];

/** What a till's report has to say beside its sums. */
export const tillReportFields = ['clinic-name', 'heading', 'report-number', 'printed-at'] as const;
export type TillReportField = (typeof tillReportFields)[number];

/** What a slip that is handed out by hand has to say. */
export const paperNumbersFields = ['clinic-name', 'number', 'hint'] as const;
export type PaperNumbersField = (typeof paperNumbersFields)[number];

export const lineSizes = ['normal', 'large'] as const;
export type LineSize = (typeof lineSizes)[number];
export const lineSides = ['start', 'centre', 'end'] as const;
export type LineSide = (typeof lineSides)[number];
/** A thin line between the margins, or a thick one from edge to edge. */
export const ruleWeights = ['thin', 'floor'] as const;
export type RuleWeight = (typeof ruleWeights)[number];
export const codeSizes = ['small', 'medium', 'large'] as const;
export type CodeSize = (typeof codeSizes)[number];

export const mostParts = 40;
/** Pieces that are torn off one by one. */
export const mostCuts = 2;
/** Of empty paper. */
export const spaceMm = { least: 0.5, most: 30 } as const;
/** Of the clinic's media. */
export const logoFilePattern = '^[0-9a-f]{32}\\.(png|jpg)$';
/** Across, on paper of 80 mm. */
export const logoMm = { least: 10, most: 66 } as const;
/** A logo's file. */
export const mostLogoBytes = 2 * 1024 * 1024;
/** A logo that is larger is not unpacked: paper has a twentieth of it. */
export const mostLogoPixels = 8_000_000;
