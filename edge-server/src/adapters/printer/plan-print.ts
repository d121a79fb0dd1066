// What to do with a job: pure. Looks at the job, the printer's status and its profile, and returns the steps.

import type { EpochMs } from '@foyer/contracts/time.ts';

import type { Paper, PaperLook, PrinterStatus, PrintJob } from '../../ports/ticket-printer.ts';
import { PrintFailure } from '../../ports/ticket-printer.ts';
import { cleanStrings } from './clean-text.ts';
import { planMusterList } from './plan-muster-list.ts';
import { planPaperNumbers } from './plan-paper-numbers.ts';
import { planReceipt } from './plan-receipt.ts';
import { planTillReport } from './plan-till-report.ts';
import { planTicket } from './plan-ticket.ts';
import type { PrinterProfile } from './printer-profile.ts';
import type { PrintStep } from './print-steps.ts';

/** Steps that end in a confirmation, or one step that says why there is no paper. */
export function planPrint(
  job: PrintJob,
  status: PrinterStatus,
  profile: PrinterProfile,
  now: EpochMs,
): readonly PrintStep[] {
  if (now > job.notAfter) return [{ kind: 'fail', code: PrintFailure.expired }];
  if (status.health === 'unknown') return [{ kind: 'fail', code: PrintFailure.mute }];
  if (status.health !== 'ready') return [{ kind: 'fail', code: status.health }];
  return [{ kind: 'begin' }, ...planDocument(job, profile), { kind: 'cut' }, { kind: 'send' }, { kind: 'confirm' }];
}

/** The steps of what stands on the paper, without beginning and end. */
export function planDocument(paper: Paper, profile: PrinterProfile): readonly PrintStep[] {
  switch (paper.kind) {
    case 'ticket':
      return planTicket(cleanStrings(paper.document), profile, lookOf(paper));
    case 'receipt':
      return planReceipt(cleanStrings(paper.document), profile, lookOf(paper));
    case 'muster-list':
      return planMusterList(cleanStrings(paper.document), profile, lookOf(paper));
    case 'till-report':
      return planTillReport(cleanStrings(paper.document), profile, lookOf(paper));
    case 'paper-numbers':
      return planPaperNumbers(cleanStrings(paper.document), profile, lookOf(paper));
  }
}

/** A template's own words are cleaned like those of a document. */
function lookOf<Template>({ template, logo }: PaperLook<Template>): PaperLook<Template> {
  return {
    ...(template === undefined ? {} : { template: cleanStrings(template) }),
    ...(logo === undefined ? {} : { logo }),
  };
}
