// The muster list, from top to bottom, as its template has it: each person with a box to tick by pen. Read outside, in a
// hurry, perhaps in the rain: names and numbers are large. Expects a cleaned document and a cleaned template.

import type { MusterField } from '@foyer/contracts/paper-limits.ts';
import type { MusterTemplate } from '@foyer/contracts/paper-template.ts';
import { usualMusterList } from '@foyer/contracts/usual-paper.ts';

import type { MusterDocument, MusterLine, PaperLook } from '../../ports/ticket-printer.ts';
import { edges, line, type LineSetting } from './compose-lines.ts';
import { planField, planSharedPart, space } from './plan-part.ts';
import type { PrinterProfile } from './printer-profile.ts';
import type { PrintStep } from './print-steps.ts';

const RULE: PrintStep = { kind: 'picture', picture: { picture: 'rule', thickDots: 2 } };
const BOX = '[  ]';
const GAP = space(1.5);

export function planMusterList(
  list: MusterDocument,
  profile: PrinterProfile,
  { template = usualMusterList, logo }: PaperLook<MusterTemplate> = {},
): readonly PrintStep[] {
  const setting: LineSetting = { profile, language: list.language, direction: list.direction };
  return template.parts.flatMap((part): readonly PrintStep[] => {
    switch (part.part) {
      case 'field':
        return planField(part, (field) => [wordsOf(field, list)], setting);
      case 'people':
        return list.people.flatMap((person) => [RULE, GAP, ...personLines(person, setting), GAP]);
      default:
        return planSharedPart(part, setting, logo);
    }
  });
}

function wordsOf(field: MusterField, list: MusterDocument): string {
  switch (field) {
    case 'clinic-name':
      return list.clinicName;
    case 'heading':
      return list.title;
    case 'since':
      return list.since;
    case 'meeting-point':
      return list.meetingPoint ?? '';
    case 'count':
      return list.count;
    case 'printed-at':
      return list.printedAt;
  }
}

function personLines({ number, name, lastSeen, needs, found }: MusterLine, setting: LineSetting): readonly PrintStep[] {
  return [
    ...edges(setting, { text: number, bold: true }, { text: found ?? BOX }, { size: 2 }),
    ...line(setting, name ?? '', { size: 2 }),
    ...line(setting, needs ?? '', { size: 1, bold: true, invert: true }),
    ...line(setting, lastSeen, { size: 1 }),
  ];
}
