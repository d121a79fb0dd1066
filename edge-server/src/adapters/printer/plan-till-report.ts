// A till's report, from top to bottom: which and of whom, what came in, what should be there and what was counted.
// Expects a cleaned document.

import type { LabelledAmount, TillReportDocument } from '../../ports/ticket-printer.ts';
import { edges, line, type LineSetting } from './compose-lines.ts';
import type { PrinterProfile } from './printer-profile.ts';
import type { PrintStep } from './print-steps.ts';

const RULE: PrintStep = { kind: 'picture', picture: { picture: 'rule', thickDots: 2 } };

export function planTillReport(report: TillReportDocument, profile: PrinterProfile): readonly PrintStep[] {
  const setting: LineSetting = { profile, language: report.language, direction: report.direction };
  const amounts = (lines: readonly LabelledAmount[], bold = false): readonly PrintStep[] =>
    lines.flatMap(({ label, amount }) => edges(setting, { text: label, bold }, { text: amount, bold }, { size: 1 }));
  return [
    ...line(setting, report.title, { size: 2, bold: true }),
    ...line(setting, report.number ?? '', { size: 2, bold: true }),
    ...line(setting, report.clinicName, { size: 1 }),
    space(12),
    ...amounts(report.facts),
    space(12),
    RULE,
    space(12),
    ...amounts(report.lines),
    space(12),
    RULE,
    space(12),
    ...amounts(report.count, true),
    space(20),
    ...line(setting, report.printedAt, { size: 1 }),
  ];
}

function space(dots: number): PrintStep {
  return { kind: 'space', dots };
}
