import { expect, it } from 'vitest';
import { zoneAtMidday } from './zone-at-midday.ts';

it('is a zone with midday for each hour of the day', () => {
  for (let hour = 0; hour < 24; hour += 1) {
    const now = Date.UTC(2026, 0, 31, hour, 59);
    const local = new Intl.DateTimeFormat('en-GB', { timeZone: zoneAtMidday(now), hour: '2-digit', hourCycle: 'h23' });
    expect(local.format(now)).toBe('12');
  }
});
