// Whom a visit of a table is with: somebody of the staff, by name, whichever part stands first and with or without a
// title, or by the letters that their name begins with. Where it could be two, nobody is chosen.

import { foldWords } from './fold-words.ts';

export interface Practitioner {
  readonly id: string;
  readonly name: string;
}
export type PractitionerRead =
  | { readonly practitioner: Practitioner }
  | { readonly code: 'practitioner-unknown' | 'practitioner-several' };

const titles = new Set(
  ['dr', 'dra', 'doctor', 'doctora', 'prof', 'nurse', 'enf', 'enfermera', 'enfermero', 'د', 'دكتور', 'دكتورة'].map(
    foldWords,
  ),
);

export function readPractitioner(text: string, staff: readonly Practitioner[]): PractitionerRead {
  const asked = partsOf(text);
  const named = staff.filter(({ name }) => isSame(asked, partsOf(name)));
  const found = named.length > 0 ? named : staff.filter(({ name }) => lettersOf(name) === foldWords(text));
  const [only, ...others] = found;
  if (only === undefined) return { code: 'practitioner-unknown' };
  return others.length > 0 ? { code: 'practitioner-several' } : { practitioner: { id: only.id, name: only.name } };
}

function partsOf(name: string): readonly string[] {
  const parts = name
    .split(/[\s,.;]+/)
    .map(foldWords)
    .filter((part) => part !== '');
  const untitled = parts.filter((part) => !titles.has(part));
  return untitled.length > 0 ? untitled : parts;
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length > 0 && one.toSorted().join(' ') === other.toSorted().join(' ');
}

function lettersOf(name: string): string {
  return partsOf(name)
    .map((part) => part[0])
    .join('');
}
