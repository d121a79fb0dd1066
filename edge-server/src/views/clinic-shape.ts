import { ClinicChanges } from '@foyer/contracts/clinic-document.ts';
import type { ClinicFault } from '@foyer/contracts/clinic-faults.ts';
import { refusedField } from '@foyer/contracts/schema-error.ts';
import { Compile, type Validator } from 'typebox/compile';

let shape: Validator | undefined;

/** Each field of the changes that has a wrong shape, once. */
export function shapeFaults(changes: object): readonly ClinicFault[] {
  shape ??= Compile(ClinicChanges);
  if (shape.Check(changes)) return [];
  const paths = new Set(shape.Errors(changes).map(refusedField));
  return Array.from(paths, (path) => ({ path, code: 'shape' }));
}
