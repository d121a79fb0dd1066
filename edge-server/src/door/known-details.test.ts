import { describe, expect, it } from 'vitest';
import { knownDetails } from './known-details.ts';

describe('what a kiosk shows of somebody who was found', () => {
  it('is the end of the phone, the language and the needs, and nothing that names anybody', () => {
    const details = {
      name: { family: 'Olmo', given: 'María' },
      birthDate: '1958-03-14',
      phone: '+34 600 123 441',
      address: 'Calle Mayor 1',
      language: 'es',
      needs: ['hearing'],
    } as const;
    expect(knownDetails({ ...details, needs: [...details.needs] })).toEqual({
      phoneEnd: '41',
      language: 'es',
      needs: ['hearing'],
    });
  });

  it('leaves out what only staff may say, and a phone that is not known', () => {
    expect(knownDetails({ needs: ['isolate', 'sight'] })).toEqual({ needs: ['sight'] });
  });
});
