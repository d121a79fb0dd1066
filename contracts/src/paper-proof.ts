// A look at a template before it counts: as a picture, or on paper, with made-up words.

import Type, { type Static } from 'typebox';
import {
  MusterTemplate,
  PaperNumbersTemplate,
  ReceiptTemplate,
  TicketTemplate,
  TillReportTemplate,
} from './paper-template.ts';
import { LanguageTag, strictObject } from './schema.ts';

/** `POST /api/v1/paper/pictures` and `POST /api/v1/paper/proofs`. */
export const PaperProofRequest = Type.Union([
  strictObject({ kind: Type.Literal('ticket'), template: TicketTemplate, language: LanguageTag }),
  strictObject({ kind: Type.Literal('receipt'), template: ReceiptTemplate, language: LanguageTag }),
  strictObject({ kind: Type.Literal('muster-list'), template: MusterTemplate, language: LanguageTag }),
  strictObject({ kind: Type.Literal('till-report'), template: TillReportTemplate, language: LanguageTag }),
  strictObject({ kind: Type.Literal('paper-numbers'), template: PaperNumbersTemplate, language: LanguageTag }),
]);
export type PaperProofRequest = Static<typeof PaperProofRequest>;

/** What became of a printed one; `code` says why there is no paper, or why nobody knows. */
export interface PaperProofAnswer {
  readonly outcome: 'printed' | 'failed' | 'unknown';
  readonly code?: string;
}
