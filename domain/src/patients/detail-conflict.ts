// What comes of a detail of a patient that two people write without seeing each other's. Pure; the centre, which owns
// the patient index, decides by it.
// C1  Who wrote with what stands in sight takes its place; who did not makes a conflict, which has both.
// C2  Of a conflict nothing is ever taken away, whatever is chosen, and whoever wrote with it in sight is added to it.
// C3  A name, a birth date, a gender or an identifier is chosen by a person alone.

import { invariant } from '@foyer/contracts/app-error.ts';
import {
  byRule,
  type DetailConflict,
  type DetailRules,
  type DetailVersion,
  type EditSide,
} from '@foyer/contracts/detail-conflict.ts';
import { detailFields, type DetailField } from '@foyer/contracts/detail-fields.ts';
import type { PatientDetails } from '@foyer/contracts/patient.ts';
import { saysTheSame } from '@foyer/contracts/says-the-same.ts';
import type { EpochMs } from '@foyer/contracts/time.ts';

/** Who wrote something, where and when. */
export interface Edit {
  readonly side: EditSide;
  readonly by: string;
  readonly at: EpochMs;
}
export type Edits = { readonly [F in DetailField]?: Edit };

/** A patient as the centre holds one. */
export interface HeldDetails {
  readonly details: PatientDetails;
  /** Of each detail the last edit, where it is known. */
  readonly edits: Edits;
  /** Those that nobody has chosen in. */
  readonly open: readonly DetailConflict[];
}

/** What somebody wrote. */
export interface Written {
  readonly changes: PatientDetails;
  /** What is to be empty. */
  readonly cleared?: readonly DetailField[];
  /** The same fields as they were shown; undefined where the edge did not say it yet. */
  readonly before: PatientDetails | undefined;
  readonly edit: Edit;
}

export interface Met {
  readonly details: PatientDetails;
  readonly edits: Edits;
  /** Those that are new or changed. */
  readonly conflicts: readonly DetailConflict[];
}

export function meet(
  held: HeldDetails,
  patientId: string,
  written: Written,
  rules: DetailRules,
  newId: () => string,
): Met {
  const met = { details: held.details, edits: held.edits, conflicts: [] as DetailConflict[] };
  for (const field of detailFields) {
    const isWritten = written.changes[field] !== undefined || written.cleared?.includes(field) === true;
    if (!isWritten || isSame(field, written.changes, met.details)) continue;
    const version: DetailVersion = { details: only(field, written.changes), ...written.edit };
    const open = held.open.find((conflict) => conflict.field === field);
    if (sawWhatStands(field, written, held)) {
      if (open !== undefined) met.conflicts.push(added(open, version, true));
    } else {
      const stood: DetailVersion = { details: only(field, held.details), ...(held.edits[field] ?? nobodyKnows) };
      const conflict =
        open === undefined
          ? raised(newId(), patientId, field, [stood, version], written.edit.at)
          : added(open, version, false);
      const settled = ruleOf(field, rules) === 'newest' ? chosenByRule(conflict, written.edit.at) : conflict;
      met.conflicts.push(settled);
      const stands = standingOf(settled);
      met.details = withDetail(field, met.details, stands.details);
      if (stands !== version) continue;
    }
    met.details = withDetail(field, met.details, version.details);
    met.edits = { ...met.edits, [field]: written.edit };
  }
  return met;
}

/** A person chooses, or takes the choice back: then what stood before it stands again. Undefined: no such version. */
export function choose(
  held: Pick<HeldDetails, 'details' | 'edits'>,
  conflict: DetailConflict,
  version: number | null,
  edit: Edit,
): Met | undefined {
  if (version !== null && conflict.versions[version] === undefined) return undefined;
  const { by, at } = edit;
  const versions = withWhatStands(conflict, held);
  const settled = { ...conflict, versions, chosen: version === null ? null : { version, by, at } };
  const stands = standingOf(settled).details;
  return {
    details: withDetail(conflict.field, held.details, stands),
    edits: { ...held.edits, [conflict.field]: edit },
    conflicts: [settled],
  };
}

/** The version that holds now. */
export function standingOf({ versions, standing, chosen }: DetailConflict): DetailVersion {
  const version = versions[chosen?.version ?? standing];
  invariant(version !== undefined, 'one of its versions stands');
  return version;
}

const nobodyKnows = { side: 'centre', by: null, at: null } as const;

function ruleOf(field: DetailField, rules: DetailRules): 'newest' | 'ask' {
  switch (field) {
    case 'phone':
    case 'email':
    case 'address':
    case 'language':
    case 'needs':
      return rules[field] ?? 'newest';
    default:
      return 'ask';
  }
}

/** What was written after an earlier choice is kept like the others. */
function withWhatStands(conflict: DetailConflict, { details, edits }: Pick<HeldDetails, 'details' | 'edits'>) {
  const { field, versions } = conflict;
  if (versions.some((version) => isSame(field, version.details, details))) return versions;
  return [...versions, { details: only(field, details), ...(edits[field] ?? nobodyKnows) }];
}

/** An edge that does not say what was seen has seen what its own side wrote. */
function sawWhatStands(field: DetailField, { before, edit }: Written, { details, edits }: HeldDetails): boolean {
  if (before !== undefined) return isSame(field, before, details);
  return edits[field] === undefined || edits[field].side === edit.side;
}

function raised(
  id: string,
  patientId: string,
  field: DetailField,
  versions: readonly [DetailVersion, DetailVersion],
  raisedAt: EpochMs,
): DetailConflict {
  return { id, patientId, field, raisedAt, versions: [...versions], standing: 0, chosen: null };
}

function added(conflict: DetailConflict, version: DetailVersion, stands: boolean): DetailConflict {
  const versions = [...conflict.versions, version];
  return { ...conflict, versions, standing: stands ? versions.length - 1 : conflict.standing };
}

/** What was written last; of two at one moment, what the centre heard of first. */
function chosenByRule(conflict: DetailConflict, at: EpochMs): DetailConflict {
  const times = conflict.versions.map((version) => version.at ?? 0);
  return { ...conflict, chosen: { version: times.indexOf(Math.max(...times)), by: byRule, at } };
}

function only(field: DetailField, details: PatientDetails): PatientDetails {
  return details[field] === undefined ? {} : { [field]: details[field] };
}

function withDetail(field: DetailField, details: PatientDetails, version: PatientDetails): PatientDetails {
  const { [field]: _before, ...others } = details;
  return { ...others, ...version };
}

/** Whatever the order of a list. */
function isSame(field: DetailField, a: PatientDetails, b: PatientDetails): boolean {
  return saysTheSame(inOrder(a[field]), inOrder(b[field]));
}

function inOrder(value: unknown): unknown {
  return Array.isArray(value) ? value.map((each) => JSON.stringify(each)).toSorted() : value;
}
