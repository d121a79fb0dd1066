import { beforeAll, describe, expect, it } from 'vitest';
import type { DelayView } from '@foyer/contracts/clinic-view.ts';
import { delaysToTell, delayText } from './delay-text.ts';
import { strings } from './strings.ts';

const late: DelayView = {
  id: 'a',
  minutes: 40,
  servicePointNames: { en: 'Room 3', es: 'Sala 3' },
  serviceIds: ['consultation'],
};
beforeAll(() => Promise.all((['es', 'zh', 'ar'] as const).map((code) => strings.load(code))));

describe('who runs late', () => {
  it('is said by name where the view has one, and by the room otherwise', () => {
    expect(delayText({ ...late, staffName: 'Dr Lim' })).toBe('Dr Lim is running about 40 minutes late.');
    expect(delayText(late)).toBe('Room 3 is running about 40 minutes late.');
  });

  it('is said in every language, with the room as that language names it', () => {
    expect(delayText(late, 'es')).toBe('Sala 3 lleva un retraso de unos 40 minutos.');
    expect(delayText({ ...late, staffName: '林医生' }, 'zh')).toBe('林医生大约晚 40 分钟。');
    expect(delayText({ ...late, staffName: 'Dr Lim' }, 'ar')).toBe('Dr Lim: تأخير نحو 40 دقيقة.');
    expect(delayText({ ...late, minutes: 10 }, 'ar')).toContain('10 دقائق');
  });

  it('is told to whom it makes wait, the longest first', () => {
    const other: DelayView = { ...late, id: 'b', minutes: 60, serviceIds: ['laboratory'] };
    const delays = { a: late, b: other };
    expect(delaysToTell(delays).map(({ id }) => id)).toEqual(['b', 'a']);
    expect(delaysToTell(delays, 'consultation')).toEqual([late]);
    expect(delaysToTell(undefined)).toEqual([]);
  });
});
