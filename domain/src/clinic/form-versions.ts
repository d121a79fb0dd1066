// Every change of a form is a new version, so that an answer is read beside the form that it was given to.

import { saysTheSame } from '@foyer/contracts/says-the-same.ts';

interface Form {
  readonly id: string;
  readonly version: number;
}

/** The forms as they are to be kept: one that differs from the form of its id before has a later version than that. */
export function withNewVersions<F extends Form>(forms: readonly F[], before: readonly F[]): F[] {
  const known = new Map(before.map((form) => [form.id, form]));
  return forms.map((form) => {
    const earlier = known.get(form.id);
    if (earlier === undefined) return form;
    const asBefore = { ...form, version: earlier.version };
    return saysTheSame(asBefore, earlier)
      ? asBefore
      : { ...form, version: Math.max(form.version, earlier.version + 1) };
  });
}
