import { describe, expect, it } from 'vitest';
import { usualLayout } from './display-layout-limits.ts';
import { layoutWithout, showsNoCalls } from './display-layout-without.ts';

const gone = new Set(['room 1', 'visit']);

describe('a layout once a room and a service are gone', () => {
  it('names the others alone', () => {
    const layout = { ...usualLayout, scope: { servicePointIds: ['room 1', 'room 2'] }, waits: ['visit', 'blood'] };
    expect(layoutWithout(layout, gone)).toEqual({
      ...usualLayout,
      scope: { servicePointIds: ['room 2'] },
      waits: ['blood'],
    });
    const both = { servicePointIds: ['room 1'], serviceIds: ['blood'] };
    expect(layoutWithout({ ...usualLayout, scope: both }, gone).scope).toEqual({ serviceIds: ['blood'] });
  });

  it('tells no wait where it told theirs alone', () => {
    expect(layoutWithout({ ...usualLayout, waits: ['visit'] }, gone)).toEqual(usualLayout);
  });

  it('is as it was that names none of them', () => {
    expect(layoutWithout(usualLayout, gone)).toEqual(usualLayout);
    const elsewhere = { ...usualLayout, scope: { serviceIds: ['blood'] } };
    expect(layoutWithout(elsewhere, gone)).toEqual(elsewhere);
  });

  it('never shows every call in place of none: it has to be set again', () => {
    const sign = { ...usualLayout, scope: { servicePointIds: ['room 1'] } };
    expect(layoutWithout(sign, gone)).toEqual(sign);
    expect(showsNoCalls(sign.scope, new Set(['room 2']))).toBe(true);
    expect(showsNoCalls(sign.scope, new Set(['room 1']))).toBe(false);
    expect(showsNoCalls({}, new Set())).toBe(false);
  });
});
