// The templates of paper as somebody is changing them: which parts there are, new ones, and what can be looked at already.

import type { ClinicFault } from '@foyer/contracts/clinic-faults.ts';
import {
  musterFields,
  paperNumbersFields,
  receiptFields,
  ticketFields,
  tillReportFields,
} from '@foyer/contracts/paper-limits.ts';
import type { PaperProofRequest } from '@foyer/contracts/paper-proof.ts';
import type { PaperKind, PaperTemplates, TemplatePart } from '@foyer/contracts/paper-template.ts';
import { saysTheSame } from '@foyer/contracts/says-the-same.ts';
import { usualPaper } from '@foyer/contracts/usual-paper.ts';
import type { Language } from '@foyer/contracts/languages.ts';

export const paperKinds: readonly PaperKind[] = ['ticket', 'receipt', 'muster-list', 'till-report', 'paper-numbers'];
/** Staff print them in the clinic's first language. */
export const staffPapers: ReadonlySet<PaperKind> = new Set(['muster-list', 'till-report', 'paper-numbers']);
export type PartName = TemplatePart['part'];
export type PaperField = Extract<TemplatePart, { part: 'field' }>['field'];

const shared = ['field', 'text', 'logo', 'rule', 'space', 'cut'] as const;
/** What can be added to each, in the order in which it is offered. */
export const addableParts: { readonly [K in PaperKind]: readonly PartName[] } = {
  ticket: [...shared, 'number', 'wait', 'door', 'code'],
  receipt: [...shared, 'charges', 'total', 'payment'],
  'muster-list': [...shared, 'people'],
  'till-report': [...shared, 'till-times', 'takings', 'till-count'],
  'paper-numbers': [...shared, 'number'],
};
export const paperFields: { readonly [K in PaperKind]: readonly PaperField[] } = {
  ticket: ticketFields,
  receipt: receiptFields,
  'muster-list': musterFields,
  'till-report': tillReportFields,
  'paper-numbers': paperNumbersFields,
};

export function partsOfPaper(paper: PaperTemplates | null, kind: PaperKind): readonly TemplatePart[] {
  return (paper?.[kind] ?? usualPaper[kind]).parts;
}

/** Paper that is as usual again is none of the clinic's own. */
export function withParts(
  paper: PaperTemplates | null,
  kind: PaperKind,
  parts: readonly TemplatePart[],
): PaperTemplates | null {
  const { [kind]: _before, ...others } = paper ?? {};
  const isUsual = saysTheSame(parts, partsOfPaper(null, kind));
  const next: PaperTemplates = isUsual ? others : { ...others, [kind]: { parts: [...parts] } };
  return Object.keys(next).length === 0 ? null : next;
}

/** A logo is there once its file is. */
export function newPart(name: Exclude<PartName, 'logo'>): TemplatePart {
  switch (name) {
    case 'field':
      return { part: 'field', field: 'clinic-name' };
    case 'text':
      return { part: 'text', text: { en: '' } };
    case 'rule':
      return { part: 'rule', weight: 'thin' };
    case 'space':
      return { part: 'space', heightMm: 3 };
    default:
      return { part: name };
  }
}

export function newLogo(file: string): TemplatePart {
  return { part: 'logo', file, widthMm: 40, align: 'centre' };
}

/** What the edge can draw: all parts that nothing is wrong with. */
export function proofOf(
  paper: PaperTemplates | null,
  kind: PaperKind,
  language: Language,
  faults: readonly ClinicFault[],
): PaperProofRequest {
  const parts = partsOfPaper(paper, kind).filter((_, index) => !isFaulty(faults, partPath(kind, index)));
  return { kind, language, template: { parts } } as PaperProofRequest;
}

/** Where a part stands in the clinic's document. */
export function partPath(kind: PaperKind, index: number): string {
  return `/paper/${kind}/parts/${index}`;
}

function isFaulty(faults: readonly ClinicFault[], path: string): boolean {
  return faults.some((fault) => fault.path === path || fault.path.startsWith(`${path}/`));
}
