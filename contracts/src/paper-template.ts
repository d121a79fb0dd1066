// How a clinic's papers look: their parts from top to bottom. Which words stand in a field is decided by
// what is printed, never by the template. Source: docs/adr/0015.

import Type, { type Static } from 'typebox';
import {
  codeSizes,
  lineSides,
  lineSizes,
  logoFilePattern,
  logoMm,
  mostParts,
  musterFields,
  paperNumbersFields,
  receiptFields,
  ruleWeights,
  spaceMm,
  ticketFields,
  tillReportFields,
} from './paper-limits.ts';
import { LanguageTag, LocalisedTextSchema, oneOf, strictObject } from './schema.ts';

const millimetres = ({ least, most }: typeof spaceMm | typeof logoMm) =>
  Type.Number({ minimum: least, maximum: most, multipleOf: 0.5 });

/** Absent: of the usual size, not bold, at the start of the line. */
const look = {
  size: Type.Optional(oneOf(lineSizes)),
  bold: Type.Optional(Type.Boolean()),
  align: Type.Optional(oneOf(lineSides)),
};

const logo = strictObject({
  part: Type.Literal('logo'),
  /** Of the clinic's media, a PNG or a JPEG. */
  file: Type.String({ pattern: logoFilePattern }),
  widthMm: millimetres(logoMm),
  align: Type.Optional(oneOf(lineSides)),
});
/** The clinic's own words. */
const text = strictObject({
  part: Type.Literal('text'),
  text: LocalisedTextSchema,
  /** One below the other; absent: in the language of the paper. */
  languages: Type.Optional(Type.Array(LanguageTag, { minItems: 1, maxItems: 4, uniqueItems: true })),
  ...look,
});
const rule = strictObject({ part: Type.Literal('rule'), weight: oneOf(ruleWeights) });
const space = strictObject({ part: Type.Literal('space'), heightMm: millimetres(spaceMm) });
/** Between two pieces; the last cut is the printer's own. */
const cut = strictObject({ part: Type.Literal('cut') });

function fieldOf<const Fields extends readonly string[]>(fields: Fields) {
  return strictObject({
    part: Type.Literal('field'),
    field: oneOf(fields),
    /** At the other edge of the same line. */
    beside: Type.Optional(oneOf(fields)),
    /** Empty paper above it, where the field has something to say. */
    aboveMm: Type.Optional(millimetres(spaceMm)),
    ...look,
  });
}

/** What every template may have, beside its own fields and parts. */
const everywhere = [logo, text, rule, space, cut] as const;

export const TicketPart = Type.Union([
  fieldOf(ticketFields),
  ...everywhere,
  /** As large as the paper allows. */
  strictObject({ part: Type.Literal('number') }),
  /** How long, in words and as a path, and how many are ahead. */
  strictObject({ part: Type.Literal('wait') }),
  /** Where to go. */
  strictObject({ part: Type.Literal('door') }),
  /** The way to the ticket's own page. */
  strictObject({ part: Type.Literal('code'), size: Type.Optional(oneOf(codeSizes)) }),
]);
export type TicketPart = Static<typeof TicketPart>;

export const ReceiptPart = Type.Union([
  fieldOf(receiptFields),
  ...everywhere,
  strictObject({ part: Type.Literal('charges') }),
  strictObject({ part: Type.Literal('total') }),
  /** How it was paid, and the change. */
  strictObject({ part: Type.Literal('payment') }),
]);
export type ReceiptPart = Static<typeof ReceiptPart>;

export const MusterPart = Type.Union([
  fieldOf(musterFields),
  ...everywhere,
  /** Each between two lines, with a box to tick. */
  strictObject({ part: Type.Literal('people') }),
]);
export type MusterPart = Static<typeof MusterPart>;

export const TillReportPart = Type.Union([
  fieldOf(tillReportFields),
  ...everywhere,
  /** When it was opened and closed, and by whom. */
  strictObject({ part: Type.Literal('till-times') }),
  /** The float, what came in, and from which receipt to which. */
  strictObject({ part: Type.Literal('takings') }),
  /** What should be there, what is, and the difference. */
  strictObject({ part: Type.Literal('till-count') }),
]);
export type TillReportPart = Static<typeof TillReportPart>;

/** Of one slip; between two of them is a cut. */
export const PaperNumbersPart = Type.Union([
  fieldOf(paperNumbersFields),
  ...everywhere,
  strictObject({ part: Type.Literal('number') }),
]);
export type PaperNumbersPart = Static<typeof PaperNumbersPart>;

export type TemplatePart = TicketPart | ReceiptPart | MusterPart | TillReportPart | PaperNumbersPart;

export const TicketTemplate = strictObject({ parts: Type.Array(TicketPart, { maxItems: mostParts }) });
export type TicketTemplate = Static<typeof TicketTemplate>;
export const ReceiptTemplate = strictObject({ parts: Type.Array(ReceiptPart, { maxItems: mostParts }) });
export type ReceiptTemplate = Static<typeof ReceiptTemplate>;
export const MusterTemplate = strictObject({ parts: Type.Array(MusterPart, { maxItems: mostParts }) });
export type MusterTemplate = Static<typeof MusterTemplate>;
export const TillReportTemplate = strictObject({ parts: Type.Array(TillReportPart, { maxItems: mostParts }) });
export type TillReportTemplate = Static<typeof TillReportTemplate>;
export const PaperNumbersTemplate = strictObject({ parts: Type.Array(PaperNumbersPart, { maxItems: mostParts }) });
export type PaperNumbersTemplate = Static<typeof PaperNumbersTemplate>;

/** Of a clinic's configuration. What is absent is as `usual-paper.ts` has it. */
export const PaperTemplates = strictObject({
  ticket: Type.Optional(TicketTemplate),
  receipt: Type.Optional(ReceiptTemplate),
  'muster-list': Type.Optional(MusterTemplate),
  'till-report': Type.Optional(TillReportTemplate),
  'paper-numbers': Type.Optional(PaperNumbersTemplate),
});
export type PaperTemplates = Static<typeof PaperTemplates>;
export type PaperKind = keyof PaperTemplates;
export type TemplateOf<Kind extends PaperKind> = NonNullable<PaperTemplates[Kind]>;
