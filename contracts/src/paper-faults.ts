// What does not fit in a clinic's templates of paper, each fault with its place: a paper without what makes it one, words
// that are missing, a piece of paper with nothing on it. Pure, and without a schema, so that a screen's bundle may carry it.

import { logoMm, mostCuts, spaceMm } from './paper-limits.ts';
import type { PaperKind, PaperTemplates, TemplatePart } from './paper-template.ts';

export const paperFaultCodes = [
  'paper-without-number',
  'paper-without-total',
  'paper-without-people',
  'paper-without-takings',
  'logo-twice',
  'cut-of-nothing',
  'cuts-too-many',
  'millimetres-out-of-range',
  'field-twice',
] as const;
export type PaperFaultCode = (typeof paperFaultCodes)[number];
export interface PaperFault {
  /** JSON pointer within the clinic's document. */
  readonly path: string;
  readonly code: PaperFaultCode | 'text-missing';
}
type Found = PaperFault | undefined;

type Parts = readonly TemplatePart[];

/** Without what a paper is of no use to whoever holds it, and what that is called. */
const needed: {
  readonly [Kind in PaperKind]: { readonly code: PaperFaultCode; readonly isIn: (parts: Parts) => boolean };
} = {
  // By its number a patient is called.
  ticket: { code: 'paper-without-number', isIn: showsNumber },
  // Without its number, what was charged and the total it proves nothing.
  receipt: {
    code: 'paper-without-total',
    isIn: (parts) => namesField(parts, 'receipt-number') && has(parts, 'charges') && has(parts, 'total'),
  },
  'muster-list': { code: 'paper-without-people', isIn: (parts) => has(parts, 'people') },
  'till-report': {
    code: 'paper-without-takings',
    isIn: (parts) => namesField(parts, 'report-number') && has(parts, 'takings') && has(parts, 'till-count'),
  },
  'paper-numbers': { code: 'paper-without-number', isIn: showsNumber },
};

/** Empty when people can do with each. */
export function paperFaults(paper: PaperTemplates | null): readonly PaperFault[] {
  return (Object.keys(needed) as PaperKind[])
    .flatMap((kind): readonly Found[] => {
      const parts = paper?.[kind]?.parts;
      if (parts === undefined) return [];
      const path = `/paper/${kind}/parts`;
      return [when(!needed[kind].isIn(parts), path, needed[kind].code), ...faultsOf(parts, path)];
    })
    .filter((fault) => fault !== undefined);
}

function showsNumber(parts: Parts): boolean {
  return has(parts, 'number') || namesField(parts, 'number');
}

function has(parts: Parts, wanted: TemplatePart['part']): boolean {
  return parts.some(({ part }) => part === wanted);
}

function namesField(parts: Parts, field: string): boolean {
  return parts.some((part) => part.part === 'field' && (part.field === field || part.beside === field));
}

function faultsOf(parts: Parts, path: string): readonly Found[] {
  const cuts = parts.flatMap(({ part }, index) => (part === 'cut' ? [index] : []));
  const firstLogo = parts.findIndex(({ part }) => part === 'logo');
  return parts.flatMap((part, index): readonly Found[] => {
    const at = `${path}/${index}`;
    switch (part.part) {
      case 'logo':
        return [when(index !== firstLogo, at, 'logo-twice'), outOf(part.widthMm, logoMm, `${at}/widthMm`)];
      case 'text':
        return [when(part.text.en.trim() === '', `${at}/text`, 'text-missing')];
      case 'space':
        return [outOf(part.heightMm, spaceMm, `${at}/heightMm`)];
      case 'field':
        return [
          when(part.beside === part.field, `${at}/beside`, 'field-twice'),
          part.aboveMm === undefined ? undefined : outOf(part.aboveMm, spaceMm, `${at}/aboveMm`),
        ];
      case 'cut': {
        const before = parts.slice((cuts.findLast((cut) => cut < index) ?? -1) + 1, index);
        const isLast = !parts.slice(index + 1).some(leavesInk);
        return [
          when(isLast || !before.some(leavesInk), at, 'cut-of-nothing'),
          when(cuts.indexOf(index) >= mostCuts, at, 'cuts-too-many'),
        ];
      }
      default:
        return [];
    }
  });
}

function leavesInk({ part }: TemplatePart): boolean {
  return part !== 'cut' && part !== 'space';
}

/** In steps of half a millimetre, as the schema has it. */
function outOf(millimetres: number, { least, most }: typeof spaceMm | typeof logoMm, path: string): Found {
  const fits = millimetres >= least && millimetres <= most && Number.isInteger(millimetres * 2);
  return when(!fits, path, 'millimetres-out-of-range');
}

function when(isSo: boolean, path: string, code: PaperFault['code']): Found {
  return isSo ? { path, code } : undefined;
}
