import {
  MendLetter,
  RetryLetters,
  SetAsideLetters,
  letterStates,
  type LetterState,
} from '@foyer/contracts/dead-letters.ts';
import type { CentreRole } from '@foyer/contracts/centre-api.ts';
import { Uuid, oneOf, strictObject } from '@foyer/contracts/schema.ts';
import Type from 'typebox';
import { answer, notFound, refused, userOf, type Route } from '../route.ts';
import type { UseCaseContext } from '../use-case-context.ts';
import { countOpenLetters, listLetters, mendLetter, readLetter, retryLetters, setLettersAside } from './use-cases.ts';

export interface LetterReports {
  onLettersSettled(facts: { how: string; letters: number }): void;
}

const people: readonly CentreRole[] = ['network-admin', 'clinic-admin'];
const ofClinic = strictObject({ clinicId: Uuid });
const ofLetter = strictObject({
  clinicId: Uuid,
  epoch: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }),
  seq: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }),
});
const bodyLimitBytes = 2 * 1024 * 1024;

export function deadLetterRoutes(context: UseCaseContext, reports: LetterReports): readonly Route[] {
  const placeOf = (params: Readonly<Record<string, string>>) => ({
    epoch: Number(params['epoch']),
    seq: Number(params['seq']),
  });
  return [
    {
      method: 'GET',
      path: '/api/v1/dead-letters',
      access: people,
      summary: 'How many rows of each clinic could not be applied',
      handle: async ({ caller }) => answer(await countOpenLetters(context, userOf(caller))),
    },
    {
      method: 'GET',
      path: '/api/v1/clinics/:clinicId/dead-letters',
      access: people,
      summary: 'Rows of the clinic that could not be applied, the oldest first',
      params: ofClinic,
      query: strictObject({ state: Type.Optional(oneOf(letterStates)) }),
      compressed: true,
      async handle({ caller, params, query }) {
        const state = (query['state'] as LetterState | undefined) ?? 'open';
        const list = await listLetters(context, userOf(caller), params['clinicId'] ?? '', state);
        return list === undefined ? notFound() : answer(list);
      },
    },
    {
      method: 'GET',
      path: '/api/v1/clinics/:clinicId/dead-letters/:epoch/:seq',
      access: people,
      summary: 'One row that could not be applied: what it says and why',
      params: ofLetter,
      async handle({ caller, params }) {
        const letter = await readLetter(context, userOf(caller), params['clinicId'] ?? '', placeOf(params));
        return letter === undefined ? notFound() : answer(letter);
      },
    },
    {
      method: 'POST',
      path: '/api/v1/clinics/:clinicId/dead-letters/retry',
      access: people,
      summary: 'Try rows again, in the order of the log',
      params: ofClinic,
      body: RetryLetters,
      async handle({ caller, params, body }) {
        const { letters } = body as RetryLetters;
        const tried = await retryLetters(context, userOf(caller), params['clinicId'] ?? '', letters);
        if (tried === undefined) return notFound();
        if (tried.applied > 0) reports.onLettersSettled({ how: 'applied', letters: tried.applied });
        return answer(tried);
      },
    },
    {
      method: 'POST',
      path: '/api/v1/clinics/:clinicId/dead-letters/set-aside',
      access: people,
      summary: 'Say that rows are never applied, and why',
      params: ofClinic,
      body: SetAsideLetters,
      async handle({ caller, params, body }) {
        const { letters, why } = body as SetAsideLetters;
        const setAside = await setLettersAside(context, userOf(caller), params['clinicId'] ?? '', letters, why);
        if (setAside === undefined) return notFound();
        if (setAside > 0) reports.onLettersSettled({ how: 'set-aside', letters: setAside });
        return answer({ ok: true, setAside });
      },
    },
    {
      method: 'POST',
      path: '/api/v1/clinics/:clinicId/dead-letters/:epoch/:seq/mend',
      access: people,
      summary: 'Apply a row with these values instead; the row itself stays as it is',
      params: ofLetter,
      body: MendLetter,
      bodyLimitBytes,
      async handle({ caller, params, body }) {
        const place = placeOf(params);
        const mended = await mendLetter(context, userOf(caller), params['clinicId'] ?? '', place, body as MendLetter);
        if (mended === undefined) return notFound();
        if (!mended.ok) return refused(mended.refusal);
        reports.onLettersSettled({ how: 'mended', letters: 1 });
        return answer({ ok: true });
      },
    },
  ];
}
