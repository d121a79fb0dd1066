import { describe, expect, it } from 'vitest';
import { usualLayout } from '@foyer/contracts/display-layout-limits.ts';
import { waitLine, waitsToTell } from './told-waits.ts';

const blood = { id: 'blood', name: { en: 'Blood tests' }, wait: { fromMinutes: 15, untilMinutes: 25 } };
const visit = { id: 'visit', name: { en: 'Consultation' }, wait: { stopped: 'closing' as const } };

describe('the waits on a wall', () => {
  it('are told in the order of its layout, as far as they are known', () => {
    const layout = { ...usualLayout, waits: ['visit', 'nurse', 'blood'] };
    expect(waitsToTell({ layout, waits: { blood, visit } })).toEqual([visit, blood]);
    expect(waitsToTell({ layout: usualLayout, waits: { blood } })).toEqual([]);
    expect(waitsToTell(undefined)).toEqual([]);
  });

  it('are told by the name of the service', () => {
    expect(waitLine('Blood tests', blood.wait, 'en')).toBe('Blood tests, waiting now: 15 to 25 minutes');
    expect(waitLine('Consultation', visit.wait, 'en')).toBe('Consultation: Closing time may come first.');
  });
});
