// Rows of a clinic's log that the centre could not apply, and what a person does about them: `/api/v1/.../dead-letters` at
// the centre. The row is never changed: a mended body is kept beside it, with who mended it and why.

import Type, { type Static } from 'typebox';
import type { ClinicId } from './ids.ts';
import { strictObject } from './schema.ts';
import type { BusinessDay, EpochMs } from './time.ts';

export const letterStates = ['open', 'applied', 'set-aside'] as const;
export type LetterState = (typeof letterStates)[number];

export interface LetterEntry {
  readonly epoch: number;
  readonly seq: number;
  /** As the clinic wrote it, `v1.TicketCalled`. */
  readonly type: string;
  readonly at: EpochMs;
  readonly businessDay: BusinessDay;
  /** A code of ours, or PostgreSQL's with the constraint that it names. */
  readonly reason: string;
  readonly state: LetterState;
  /** How often somebody has tried again. */
  readonly tries: number;
}

/** `GET /api/v1/clinics/{id}/dead-letters?state=open`: the oldest first. */
export interface LetterList {
  readonly zone: string;
  /** Of every state, however many are listed. */
  readonly counts: { readonly [S in LetterState]: number };
  readonly letters: readonly LetterEntry[];
}

/** `GET /api/v1/dead-letters`: how many are open, by clinic. */
export interface LetterCounts {
  readonly clinics: readonly { readonly id: ClinicId; readonly name: string; readonly open: number }[];
}

/** `GET /api/v1/clinics/{id}/dead-letters/{epoch}/{seq}`. */
export interface Letter extends LetterEntry {
  readonly actor: string;
  /** As the clinic sent it: a JSON text that names nobody. */
  readonly body: string;
  /** Whether something of it is sealed; what is sealed is not shown here. */
  readonly isSealed: boolean;
  /** What it names in place of the body, where somebody mended it. */
  readonly mendedBody?: string;
  readonly settledAt?: EpochMs;
  readonly settledBy?: string;
  readonly settledWhy?: string;
}

const Place = strictObject({
  epoch: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }),
  seq: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }),
});
export type LetterPlace = Static<typeof Place>;
export const mostLettersAtOnce = 1_000;
const Letters = Type.Array(Place, { minItems: 1, maxItems: mostLettersAtOnce });
const Why = Type.String({ minLength: 3, maxLength: 500 });

/** `POST .../dead-letters/retry`: they are tried in the order of the log. */
export const RetryLetters = strictObject({ letters: Letters });
export type RetryLetters = Static<typeof RetryLetters>;
export interface RetryAnswer {
  readonly ok: true;
  readonly applied: number;
  /** Those that could not be applied this time either. */
  readonly left: readonly (LetterPlace & { readonly reason: string })[];
}

/** `POST .../dead-letters/{epoch}/{seq}/mend`: applied with this body instead, or refused `letter-not-mended`. */
export const MendLetter = strictObject({ body: Type.String({ minLength: 2, maxLength: 1_000_000 }), why: Why });
export type MendLetter = Static<typeof MendLetter>;

/** `POST .../dead-letters/set-aside`. */
export const SetAsideLetters = strictObject({ letters: Letters, why: Why });
export type SetAsideLetters = Static<typeof SetAsideLetters>;
export interface SetAsideAnswer {
  readonly ok: true;
  readonly setAside: number;
}
