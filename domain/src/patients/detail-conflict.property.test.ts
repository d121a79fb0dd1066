// No value that a person wrote is ever gone before somebody who saw it wrote another: clinic and centre edit one patient
// while the line between them is down for as long as it likes, and choose or take a choice back.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DetailConflict, DetailRules, EditSide } from '@foyer/contracts/detail-conflict.ts';
import type { PatientDetails } from '@foyer/contracts/patient.ts';
import { choose, meet, standingOf, type Edits } from './detail-conflict.ts';

const field = fc.constantFrom('birthDate', 'phone', 'email');
const side = fc.constantFrom<EditSide>('clinic', 'centre');
const aStep = fc.oneof(
  fc.record({ type: fc.constant('write'), side, field, value: fc.nat({ max: 40 }), early: fc.nat({ max: 50 }) }),
  fc.record({ type: fc.constant('rows-arrive') }),
  fc.record({ type: fc.constant('feed-arrives') }),
  fc.record({ type: fc.constant('choose'), nth: fc.nat({ max: 5 }), version: fc.option(fc.nat({ max: 3 })) }),
);
const rules = fc.constantFrom<DetailRules>({}, { phone: 'ask' }, { email: 'newest', phone: 'newest' });

/** What the centre holds, what the clinic has in sight, and what is still on its way up. */
class TwoSides {
  details: PatientDetails = {};
  edits: Edits = {};
  readonly conflicts = new Map<string, DetailConflict>();
  inSight: PatientDetails = {};
  readonly rows: { changes: PatientDetails; before: PatientDetails; at: number }[] = [];
  /** What was written, and by whom it was seen when they wrote over it. */
  readonly written: PatientDetails[] = [];
  readonly writtenOver = new Set<PatientDetails>();
  readonly #rules: DetailRules;

  constructor(declared: DetailRules) {
    this.#rules = declared;
  }

  write(where: EditSide, changes: PatientDetails, at: number): void {
    const seen = where === 'centre' ? this.details : this.inSight;
    this.#note(changes, seen);
    if (where === 'centre') this.#meet(where, changes, seen, at);
    else {
      this.rows.push({ changes, before: seen, at });
      this.inSight = { ...this.inSight, ...changes };
    }
  }

  rowsArrive(): void {
    for (const { changes, before, at } of this.rows.splice(0)) this.#meet('clinic', changes, before, at);
  }

  /** What the clinic wrote and the centre has not heard of lies over what the centre says. */
  feedArrives(): void {
    this.inSight = Object.assign({}, this.details, ...this.rows.map(({ changes }) => changes)) as PatientDetails;
  }

  choose(nth: number, version: number | null): void {
    const conflict = [...this.conflicts.values()][nth];
    if (conflict === undefined) return;
    const made = choose(this, conflict, version, { side: 'clinic', by: 'staff:one', at: 1_000 });
    if (made !== undefined) this.#take(made);
  }

  #note(changes: PatientDetails, seen: PatientDetails): void {
    this.written.push(changes);
    this.#writtenOver(changes, seen);
  }

  /** Whoever wrote the same meanwhile, elsewhere, wrote what was seen here: a value is seen, and not who wrote it. */
  #writtenOver(changes: PatientDetails, seen: PatientDetails): void {
    const [name] = Object.keys(changes) as (keyof PatientDetails)[];
    for (const older of this.written)
      if (older !== changes && older[name!] !== undefined && older[name!] === seen[name!]) this.writtenOver.add(older);
  }

  #meet(where: EditSide, changes: PatientDetails, before: PatientDetails, at: number): void {
    const [name] = Object.keys(changes) as (keyof PatientDetails)[];
    if (this.details[name!] === before[name!]) this.#writtenOver(changes, before);
    const open = [...this.conflicts.values()].filter(({ chosen }) => chosen === null);
    const held = { details: this.details, edits: this.edits, open };
    const edit = { side: where, by: `${where}:one`, at };
    this.#take(meet(held, 'patient', { changes, before, edit }, this.#rules, () => `conflict ${this.conflicts.size}`));
  }

  #take({ details, edits, conflicts }: ReturnType<typeof meet>): void {
    this.details = details;
    this.edits = edits;
    for (const conflict of conflicts) this.conflicts.set(conflict.id, conflict);
  }

  /** Of everything that was written and that nobody wrote over with it in sight: what is neither in force nor kept. */
  lost(): PatientDetails[] {
    const onTheWay = this.rows.map(({ changes }) => changes);
    const kept = [...this.conflicts.values()].flatMap(({ versions }) => versions.map(({ details }) => details));
    return this.written.filter((changes) => {
      if (this.writtenOver.has(changes)) return false;
      return ![this.details, ...onTheWay, ...kept].some((held) =>
        Object.entries(changes).every(([name, value]) => held[name as keyof PatientDetails] === value),
      );
    });
  }
}

describe('what people write of a patient', () => {
  it('is never gone before somebody who saw it wrote another', () => {
    fc.assert(
      fc.property(rules, fc.array(aStep, { maxLength: 40 }), (declared, steps) => {
        const sides = new TwoSides(declared);
        for (const [index, step] of steps.entries()) {
          if (step.type === 'write')
            sides.write(step.side, { [step.field]: String(step.value) }, 100 + index - step.early);
          if (step.type === 'rows-arrive') sides.rowsArrive();
          if (step.type === 'feed-arrives') sides.feedArrives();
          if (step.type === 'choose') sides.choose(step.nth, step.version);
          expect(sides.lost()).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is never a birth date that a rule chose, and always stands where a conflict says so', () => {
    fc.assert(
      fc.property(rules, fc.array(aStep, { maxLength: 40 }), (declared, steps) => {
        const sides = new TwoSides(declared);
        for (const [index, step] of steps.entries()) {
          if (step.type === 'write')
            sides.write(step.side, { [step.field]: String(step.value) }, 100 + index - step.early);
          if (step.type === 'rows-arrive') sides.rowsArrive();
          if (step.type === 'feed-arrives') sides.feedArrives();
          for (const conflict of sides.conflicts.values()) {
            const { field: name, chosen } = conflict;
            if (name === 'birthDate') expect(chosen?.by).not.toBe('rule');
            if (chosen === null) expect(standingOf(conflict).details[name]).toEqual(sides.details[name]);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
