// The muster list, from top to bottom: what it is, where everybody meets, and each person with a box to tick by pen.
// Read outside, in a hurry, perhaps in the rain: names and numbers are large. Expects a cleaned document.

import type { MusterDocument, MusterLine } from '../../ports/ticket-printer.ts';
import { edges, line, type LineSetting } from './compose-lines.ts';
import type { PrinterProfile } from './printer-profile.ts';
import type { PrintStep } from './print-steps.ts';

const RULE: PrintStep = { kind: 'picture', picture: { picture: 'rule', thickDots: 2 } };
const BOX = '[  ]';

export function planMusterList(list: MusterDocument, profile: PrinterProfile): readonly PrintStep[] {
  const setting: LineSetting = { profile, language: list.language, direction: list.direction };
  return [
    ...line(setting, list.title, { size: 2, bold: true }),
    ...line(setting, list.clinicName, { size: 1 }),
    ...line(setting, list.since, { size: 1 }),
    ...line(setting, list.meetingPoint ?? '', { size: 1, bold: true }),
    ...line(setting, list.count, { size: 2 }),
    space(12),
    ...list.people.flatMap((person) => [RULE, space(12), ...personLines(person, setting), space(12)]),
    RULE,
    space(12),
    ...line(setting, list.printedAt, { size: 1 }),
  ];
}

function personLines({ number, name, lastSeen, needs, found }: MusterLine, setting: LineSetting): readonly PrintStep[] {
  return [
    ...edges(setting, { text: number, bold: true }, { text: found ?? BOX }, { size: 2 }),
    ...line(setting, name ?? '', { size: 2 }),
    ...line(setting, needs ?? '', { size: 1, bold: true, invert: true }),
    ...line(setting, lastSeen, { size: 1 }),
  ];
}

function space(dots: number): PrintStep {
  return { kind: 'space', dots };
}
