// The form of a patient's details: what of it differs from what was read, and the way back. Unlike at a tablet, what is
// emptied here is empty afterwards.

import type { DetailsRequest } from '@foyer/contracts/detail-conflict.ts';
import { detailFields, type DetailField } from '@foyer/contracts/detail-fields.ts';
import type { PatientDetails } from '@foyer/contracts/patient.ts';
import { saysTheSame } from '@foyer/contracts/says-the-same.ts';

type Change = Omit<DetailsRequest, 'version'>;

/** As somebody left the form: without what is empty. */
export function tidied(details: PatientDetails): PatientDetails {
  const { name, identifiers, needs, ...plain } = details;
  const kept = Object.entries(plain).map(([field, value]) => [field, value.trim()] as const);
  const [given, family] = [name?.given?.trim(), name?.family?.trim()];
  const cards = (identifiers ?? [])
    .map((identifier) => ({ ...identifier, value: identifier.value.trim() }))
    .filter(({ value }) => value !== '');
  return {
    ...(given || family ? { name: { ...(given && { given }), ...(family && { family }) } } : {}),
    ...(Object.fromEntries(kept.filter(([, value]) => value !== '')) as PatientDetails),
    ...(cards.length > 0 ? { identifiers: cards } : {}),
    ...(needs && needs.length > 0 ? { needs } : {}),
  };
}

/** The fields in which two differ, in the order of the form. */
export function differing(one: PatientDetails, other: PatientDetails): readonly DetailField[] {
  return detailFields.filter((field) => !saysTheSame(inOrder(one[field]), inOrder(other[field])));
}

/** From what was read to what is wanted; undefined where nothing would change. */
export function changeBetween(read: PatientDetails, wanted: PatientDetails): Change | undefined {
  const fields = differing(read, wanted);
  if (fields.length === 0) return undefined;
  const cleared = fields.filter((field) => wanted[field] === undefined);
  return { patient: only(fields, wanted), before: only(fields, read), ...(cleared.length > 0 ? { cleared } : {}) };
}

/** What somebody changed, on top of what is there by now. */
export function onTopOf(now: PatientDetails, read: PatientDetails, wanted: PatientDetails): PatientDetails {
  const own = differing(read, wanted);
  const others = detailFields.filter((field) => !own.includes(field));
  return { ...only(others, now), ...only(own, wanted) };
}

function only(fields: readonly DetailField[], details: PatientDetails): PatientDetails {
  return Object.fromEntries(fields.flatMap((field) => (details[field] === undefined ? [] : [[field, details[field]]])));
}

/** The order of needs says nothing, nor does none of them. */
function inOrder(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.length === 0 ? undefined : value.map((each) => JSON.stringify(each)).toSorted();
}
