// What of a form differs from what is written of a person. An empty field leaves what is there: a mistake is replaced,
// and nothing gets lost by a slip. Language and needs are chosen, so that none of them is a choice too.

import type { Language } from '@foyer/contracts/languages.ts';
import type { PatientDetails, PatientIdentifier } from '@foyer/contracts/patient.ts';
import type { PatientRecord } from '@foyer/contracts/people-at-the-desk.ts';
import type { Need } from '@foyer/contracts/ticket-state.ts';

export interface PersonFields {
  readonly given: string;
  readonly family: string;
  readonly birthDate: string;
  readonly phone: string;
  readonly language: Language | '';
  readonly needs: readonly Need[];
  /** As scanned, or typed: what the card says to a reader. */
  readonly card: string;
}

const SHORTEST_PHONE = 3;

/** Undefined where nothing would change. */
export function corrections(record: PatientRecord, fields: PersonFields): PatientDetails | undefined {
  const given = fields.given.trim() || record.name?.given;
  const family = fields.family.trim() || record.name?.family;
  const phone = fields.phone.trim();
  const card = fields.card.trim();
  const { birthDate, language } = fields;
  const changed: PatientDetails = {
    ...(given !== record.name?.given || family !== record.name?.family
      ? { name: { ...(given && { given }), ...(family && { family }) } }
      : {}),
    ...(birthDate !== '' && birthDate !== record.birthDate ? { birthDate } : {}),
    ...(phone.length >= SHORTEST_PHONE && phone !== record.phone ? { phone } : {}),
    ...(language !== '' && language !== record.language ? { language } : {}),
    ...(card !== '' && card !== cardOf(record) ? { identifiers: withCard(record, card) } : {}),
    ...(sameNeeds(fields.needs, record.needs ?? []) ? {} : { needs: [...fields.needs] }),
  };
  return Object.keys(changed).length === 0 ? undefined : changed;
}

/** Of what is corrected, how it was when it was read. */
export function asShown(record: PatientRecord, changes: PatientDetails): PatientDetails {
  const { id: _id, ...details } = record;
  return Object.fromEntries(Object.entries(details).filter(([field]) => field in changes));
}

/** The card by which a reader finds the person. */
export function cardOf({ identifiers = [] }: Pick<PatientRecord, 'identifiers'>): string {
  return identifiers.find(({ kind }) => kind === 'health-card')?.value ?? '';
}

/** A new card takes the place of the old one; documents stay. */
function withCard({ identifiers = [] }: PatientRecord, value: string): PatientIdentifier[] {
  return [{ kind: 'health-card', value }, ...identifiers.filter(({ kind }) => kind !== 'health-card')];
}

function sameNeeds(some: readonly Need[], others: readonly Need[]): boolean {
  return some.length === others.length && some.every((need) => others.includes(need));
}
