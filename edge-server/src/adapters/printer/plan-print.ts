// What to do with a job: pure. Looks at the job, the printer's status and its profile, and returns the steps.

import type { EpochMs } from '@foyer/contracts/time.ts';

import type { PrinterStatus, PrintJob } from '../../ports/ticket-printer.ts';
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

function planDocument(job: PrintJob, profile: PrinterProfile): readonly PrintStep[] {
  switch (job.kind) {
    case 'ticket':
      return planTicket(cleanStrings(job.document), profile);
    case 'receipt':
      return planReceipt(cleanStrings(job.document), profile);
    case 'muster-list':
      return planMusterList(cleanStrings(job.document), profile);
    case 'till-report':
      return planTillReport(cleanStrings(job.document), profile);
    case 'paper-numbers':
      return planPaperNumbers(cleanStrings(job.document), profile);
  }
}
