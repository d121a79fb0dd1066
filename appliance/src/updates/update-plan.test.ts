import { describe, expect, it } from 'vitest';
import {
  freshBox,
  type GivenUp,
  type SeenBundle,
  type SeenProcess,
  type Trial,
  type UpdateSeen,
  usualLimits,
} from './update-facts.ts';
import { planUpdate } from './update-plan.ts';

const kept = { version: '1.0.0', counter: 5 };
const next = { version: '1.1.0', counter: 6 };
const aProcess = (some: Partial<SeenProcess> = {}): SeenProcess => ({
  runs: '1.0.0-5',
  wellForMs: 1,
  illForMs: 0,
  waiting: 0,
  ...some,
});
const aBundle = (some: Partial<SeenBundle> = {}): SeenBundle => ({
  ...next,
  refusal: undefined,
  isUnpacked: true,
  rehearsal: 'passed',
  ...some,
});
const wanting = (bundle: UpdateSeen['bundle'], some: Partial<UpdateSeen> = {}, urgent = false): UpdateSeen => ({
  state: { ...freshBox, kept },
  wanted: { updateId: 'u1', folder: '/stick', urgent },
  bundle,
  current: '1.0.0-5',
  process: aProcess(),
  ...some,
});
const trying = (trial: Partial<Trial>, process: SeenProcess | null, current = '1.1.0-6'): UpdateSeen => {
  const whole: Trial = { ...next, updateId: 'u1', starts: 1, database: null, givenUp: null, ...trial };
  return { state: { ...freshBox, kept, trial: whole }, wanted: null, bundle: null, current, process };
};
const givenUp = (database: GivenUp['database']) => ({ givenUp: { why: 'ill', database } as const });
const stepFor = (seen: UpdateSeen) => planUpdate(seen, usualLimits);

describe('an update that is wanted', () => {
  it('is unpacked beside, rehearsed, and only then tried', () => {
    expect(stepFor(wanting(aBundle({ isUnpacked: false, rehearsal: undefined })))).toMatchObject({ kind: 'unpack' });
    expect(stepFor(wanting(aBundle({ rehearsal: undefined })))).toMatchObject({ kind: 'rehearse' });
    expect(stepFor(wanting(aBundle()))).toMatchObject({ kind: 'begin-trial', release: next });
  });

  it('is refused while patients wait, unless it is urgent', () => {
    const busy = { process: aProcess({ waiting: 2 }) };
    expect(stepFor(wanting(aBundle(), busy))).toMatchObject({ kind: 'refuse', code: 'patients-waiting' });
    expect(stepFor(wanting(aBundle(), busy, true))).toMatchObject({ kind: 'begin-trial' });
  });

  it('waits until the edge says who waits', () => {
    expect(stepFor(wanting(aBundle(), { process: aProcess({ waiting: undefined }) }))).toEqual({ kind: 'rest' });
  });

  it.each([
    ['cannot be opened', 'bundle-forged', 'bundle-forged'],
    ['may not be tried', aBundle({ refusal: 'bundle-expired' }), 'bundle-expired'],
    ['could give no number', aBundle({ rehearsal: 'failed' }), 'rehearsal-failed'],
  ] as const)('is refused where it %s', (_why, bundle, code) => {
    expect(stepFor(wanting(bundle))).toEqual({ kind: 'refuse', updateId: 'u1', code });
  });

  it('is forgotten once it has its end', () => {
    const last = { updateId: 'u1', end: 'rolled-back', code: null } as const;
    expect(stepFor(wanting(aBundle(), { state: { ...freshBox, kept, last } }))).toEqual({ kind: 'forget' });
  });
});

describe('a trial', () => {
  it('switches first, then counts each start', () => {
    expect(stepFor(trying({ starts: 0 }, null, '1.0.0-5'))).toEqual({
      kind: 'switch',
      release: expect.objectContaining(next),
    });
    expect(stepFor(trying({ starts: 2 }, null))).toEqual({ kind: 'start-trial' });
  });

  it('is given up after three failed starts', () => {
    expect(stepFor(trying({ starts: 3 }, null))).toEqual({ kind: 'give-up', why: 'starts' });
  });

  it('is given up after 15 minutes of ill health', () => {
    const ill = (illForMs: number) => stepFor(trying({}, aProcess({ runs: '1.1.0-6', wellForMs: 0, illForMs })));
    expect(ill(15 * 60_000 - 1)).toEqual({ kind: 'rest' });
    expect(ill(15 * 60_000)).toEqual({ kind: 'give-up', why: 'ill' });
  });

  it('is kept once it was well for a minute', () => {
    const well = (wellForMs: number) => stepFor(trying({}, aProcess({ runs: '1.1.0-6', wellForMs })));
    expect(well(59_999)).toEqual({ kind: 'rest' });
    expect(well(60_000)).toMatchObject({ kind: 'end', end: 'kept', kept: expect.objectContaining(next) });
  });
});

describe('the way back', () => {
  it('stops what is ill before anybody looks at its database', () => {
    expect(stepFor(trying(givenUp('undecided'), aProcess({ runs: '1.1.0-6' })))).toEqual({ kind: 'stop' });
    expect(stepFor(trying(givenUp('undecided'), null))).toEqual({ kind: 'judge-database' });
  });

  it('brings the database back before the old version is switched to', () => {
    expect(stepFor(trying(givenUp('bring-back'), null))).toEqual({ kind: 'bring-database-back' });
    expect(stepFor(trying(givenUp('as-it-is'), null))).toEqual({ kind: 'switch', release: kept });
    expect(stepFor(trying(givenUp('as-it-is'), null, '1.0.0-5'))).toMatchObject({
      kind: 'end',
      end: 'rolled-back',
      kept,
    });
  });

  it('stays with the new version where the database has moved on, and says so', () => {
    expect(stepFor(trying(givenUp('moved-on'), null))).toMatchObject({ kind: 'end', end: 'stuck' });
  });
});
