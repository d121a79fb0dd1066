// The printer beside the kiosk or the desk. A ticket is valid before it is printed: whoever asks for paper has
// already decided and stored what it says, and goes on whatever the outcome.

import type { JobId } from '@foyer/contracts/ids.ts';
import type { PaperKind, TemplateOf } from '@foyer/contracts/paper-template.ts';
import type { EpochMs } from '@foyer/contracts/time.ts';
import type { GreyPicture } from './logo-pictures.ts';

/** Promises kept by every adapter: one outcome a job and never two sheets for one `jobId`; jobs leave in the order
 * they came; "printed" only when the printer itself says so, and "unknown" where a whole document was handed over and
 * nobody says; what is late or failed is dropped and never printed afterwards. */
export interface TicketPrinter {
  readonly name: string;
  start(): Promise<void>;
  /** Jobs that wait end as `print-expired`. */
  stop(): Promise<void>;
  /** Never rejects. The same `jobId` again gets the first outcome. */
  print(job: PrintJob): Promise<PrintOutcome>;
  /** This, or much of it, is likely to be printed in a moment: what takes time and touches no paper may begin. */
  prepare(paper: Paper): void;
  status(): PrinterStatus;
  /** Calls `listener` whenever the health or the paper changes; the answer ends that. */
  onStatus(listener: (status: PrinterStatus) => void): () => void;
}

/** Codes are those of `error-codes.ts`, with their words for operators. */
export const PrintFailure = {
  off: 'printer-off',
  mute: 'printer-mute',
  paperOut: 'paper-out',
  coverOpen: 'cover-open',
  /** The cutter or the paper is stuck, or the head is too hot: somebody has to look after it. */
  jam: 'printer-jam',
  /** It answers, and says without a reason that it does not print now. */
  offline: 'printer-offline',
  expired: 'print-expired',
  noPrinter: 'no-printer',
} as const;
export type PrintFailure = (typeof PrintFailure)[keyof typeof PrintFailure];

export type PrintOutcome =
  | { readonly outcome: 'printed' }
  /** `begun`: some of it may be on paper, which no other printer can take back. */
  | { readonly outcome: 'failed'; readonly code: PrintFailure; readonly begun?: true }
  | { readonly outcome: 'unknown'; readonly code: PrintDoubt };

/** Why nobody can say whether a document is on paper. */
export const PrintDoubt = {
  /** It should have said that it was done, and did not. */
  unknown: 'print-unknown',
  /** It has no way to say so. */
  unproven: 'print-unproven',
} as const;
export type PrintDoubt = (typeof PrintDoubt)[keyof typeof PrintDoubt];

export interface PrinterStatus {
  /** `unknown` until the printer was first asked. */
  readonly health: 'unknown' | 'ready' | Exclude<PrintFailure, 'print-expired'>;
  readonly paperLow: boolean;
  /** Jobs that have no outcome yet. */
  readonly waiting: number;
}

/** What is printed, and how it looks. */
export type Paper = {
  [Kind in PaperKind]: { readonly kind: Kind; readonly document: PaperDocuments[Kind] } & PaperLook<TemplateOf<Kind>>;
}[PaperKind];

export interface PaperDocuments {
  readonly ticket: TicketDocument;
  readonly receipt: ReceiptDocument;
  readonly 'muster-list': MusterDocument;
  readonly 'till-report': TillReportDocument;
  readonly 'paper-numbers': PaperNumbersDocument;
}

export type PrintJob = {
  readonly jobId: JobId;
  /** Paper that would come later is not wanted any more. See `printJobLifeMs`. */
  readonly notAfter: EpochMs;
} & Paper;

/** How a document looks. */
export interface PaperLook<Template> {
  /** Absent: as usual. */
  readonly template?: Template;
  /** The template's, where it has one that is there. */
  readonly logo?: GreyPicture;
}

/** How long after its decision a ticket or receipt is still worth its paper. */
export const printJobLifeMs = 90_000;

/** What every document says about its language. */
interface DocumentLanguage {
  /** BCP 47. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
}

export type DirectionArrow = 'left' | 'right' | 'ahead' | 'back' | 'left-up' | 'right-up';

/** Every string is in the patient's language and ready to be read; nothing here is looked up or formatted again. */
export interface TicketDocument extends DocumentLanguage {
  readonly clinicName: string;
  readonly number: string;
  readonly serviceName: string;
  /** `M. O.`, for a patient who is known. */
  readonly initials?: string;
  /** The booked time, `10:40`. */
  readonly appointmentTime?: string;
  /** "4 people ahead of you" */
  readonly ahead?: string;
  readonly wait?: WaitEstimate;
  /** Of a visit with more than one step: "Your visit: Nurse, Laboratory, Pharmacy" */
  readonly visit?: string;
  readonly place: Place;
  /** The address of the patient's own page; ASCII. */
  readonly qr?: string;
  /** What the code is for: "Follow your place on your phone or on the screen." */
  readonly qrHint?: string;
  /** "Feeling worse? Tell any member of staff." */
  readonly worse: string;
  /** "24 November 2026, 10:22" */
  readonly printedAt: string;
  /** "Kiosk 1" */
  readonly printedBy?: string;
}

export interface WaitEstimate {
  /** "Your wait, from 10:22" */
  readonly heading: string;
  /** "20 to 35 minutes" */
  readonly words: string;
  readonly fromMinutes: number;
  readonly toMinutes: number;
  /** "now", at the start of the line. */
  readonly nowLabel: string;
  /** "min", behind the number at its end. */
  readonly minutesUnit: string;
}

export interface Place {
  /** "Please go to" */
  readonly heading: string;
  /** "Waiting area 2" */
  readonly name: string;
  /** "past the lift, then left" */
  readonly directions?: string;
  readonly arrow?: DirectionArrow;
}

export interface ReceiptDocument extends DocumentLanguage {
  readonly clinicName: string;
  /** Address, tax number: one line each. */
  readonly clinicLines: readonly string[];
  /** "Receipt" */
  readonly title: string;
  /** `<clinic code>-<epoch>-<n>` */
  readonly number: string;
  /** What was charged: name and amount with its currency. */
  readonly lines: readonly LabelledAmount[];
  readonly total: LabelledAmount;
  /** Means, tendered, change, in this order as far as they apply. */
  readonly payment: readonly LabelledAmount[];
  /** The ticket it belongs to, such as `A047`. */
  readonly ticketNumber?: string;
  /** "24 November 2026, 10:22" */
  readonly printedAt: string;
  readonly thanks?: string;
}

/** For staff at the meeting point, who tick off by pen. */
export interface MusterDocument extends DocumentLanguage {
  readonly clinicName: string;
  /** "Who may be in the building" */
  readonly title: string;
  /** "Told to leave at 10:48" */
  readonly since: string;
  /** "Meeting point: car park, Quay Road" */
  readonly meetingPoint?: string;
  /** "12 people" */
  readonly count: string;
  /** In the order in which they are looked for. */
  readonly people: readonly MusterLine[];
  /** "24 November 2026, 10:49" */
  readonly printedAt: string;
}

export interface MusterLine {
  readonly number: string;
  /** "Margaret O’Sullivan"; absent for who is not identified. */
  readonly name?: string;
  /** "Room 3, with staff" */
  readonly lastSeen: string;
  /** "Wheelchair, Low vision" */
  readonly needs?: string;
  /** "Found" or "Missing", for who was looked for before it was printed; absent: a box to tick. */
  readonly found?: string;
}

/** Slips that are handed out while there is no edge. */
export interface PaperNumbersDocument extends DocumentLanguage {
  readonly clinicName: string;
  /** `W041`, one slip each. */
  readonly numbers: readonly string[];
  /** "You will be called by this number." */
  readonly hint: string;
}

/** What was in the till: an X while it is open, a Z with its number once it is closed. For staff and their books. */
export interface TillReportDocument extends DocumentLanguage {
  readonly clinicName: string;
  /** "Z report", or "X report" */
  readonly title: string;
  /** `<clinic code>-<epoch>-Z<n>`; absent on an X. */
  readonly number?: string;
  /** When it was opened and closed and by whom. */
  readonly facts: readonly LabelledAmount[];
  /** Float, cash, card, how many payments, first and last receipt. */
  readonly lines: readonly LabelledAmount[];
  /** What should be there; on a Z what was counted and by how much it differs, too. */
  readonly count: readonly LabelledAmount[];
  /** "24 November 2026, 18:05" */
  readonly printedAt: string;
}

export interface LabelledAmount {
  readonly label: string;
  readonly amount: string;
}
