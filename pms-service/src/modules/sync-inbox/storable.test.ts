import { describe, expect, it } from 'vitest';
import { storable } from './storable.ts';

describe('what a seal holds', () => {
  it('is read without NUL and half characters, at any depth, and else as it was', () => {
    expect(
      storable({ patient: { name: { given: 'A\0da', family: '\ud83dX\udfff' }, needs: ['sight', 'a\0'] } }),
    ).toEqual({
      patient: { name: { given: 'Ada', family: '\ufffdX\ufffd' }, needs: ['sight', 'a'] },
    });
    const usual = { reason: 'Zoë 👩🏽‍⚕️ \u202eعلي\n', patient: { birthDate: undefined, phone: null, at: 7 } };
    expect(storable(usual)).toEqual(usual);
  });
});
