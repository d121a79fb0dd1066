// A till's report, from top to bottom, as its template has it: what came in, what should be there and what was counted.
// Expects a cleaned document and a cleaned template.

import type { TillReportField } from '@foyer/contracts/paper-limits.ts';
import type { TillReportTemplate } from '@foyer/contracts/paper-template.ts';
import { usualTillReport } from '@foyer/contracts/usual-paper.ts';

import type { LabelledAmount, PaperLook, TillReportDocument } from '../../ports/ticket-printer.ts';
import { edges, type LineSetting } from './compose-lines.ts';
import { planField, planSharedPart } from './plan-part.ts';
import type { PrinterProfile } from './printer-profile.ts';
import type { PrintStep } from './print-steps.ts';

export function planTillReport(
  report: TillReportDocument,
  profile: PrinterProfile,
  { template = usualTillReport, logo }: PaperLook<TillReportTemplate> = {},
): readonly PrintStep[] {
  const setting: LineSetting = { profile, language: report.language, direction: report.direction };
  const amounts = (lines: readonly LabelledAmount[], bold = false): readonly PrintStep[] =>
    lines.flatMap(({ label, amount }) => edges(setting, { text: label, bold }, { text: amount, bold }, { size: 1 }));
  return template.parts.flatMap((part): readonly PrintStep[] => {
    switch (part.part) {
      case 'field':
        return planField(part, (field) => [wordsOf(field, report)], setting);
      case 'till-times':
        return amounts(report.facts);
      case 'takings':
        return amounts(report.lines);
      case 'till-count':
        return amounts(report.count, true);
      default:
        return planSharedPart(part, setting, logo);
    }
  });
}

function wordsOf(field: TillReportField, report: TillReportDocument): string {
  switch (field) {
    case 'clinic-name':
      return report.clinicName;
    case 'heading':
      return report.title;
    case 'report-number':
      return report.number ?? '';
    case 'printed-at':
      return report.printedAt;
  }
}
