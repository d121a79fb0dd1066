import { beforeAll, describe, expect, it } from 'vitest';
import type { WaitView } from '@foyer/contracts/wait-view.ts';
import { strings } from './strings.ts';
import { plannedText, waitText } from './wait-text.ts';

const some: WaitView = { fromMinutes: 20, untilMinutes: 35 };
beforeAll(() => Promise.all((['es', 'zh', 'ar'] as const).map((code) => strings.load(code))));

describe('a wait in words', () => {
  it.each([
    [some, '20 to 35 minutes'],
    [{ fromMinutes: 0, untilMinutes: 5 }, 'less than 5 minutes'],
    [{ fromMinutes: 90 }, 'more than 90 minutes'],
    [{ fromMinutes: 120 }, 'more than 2 hours'],
    [{ stopped: 'closed' }, 'Nobody is calling at the moment.'],
    [{ stopped: 'paused' }, 'Calling is paused at the moment.'],
    [{ stopped: 'closing' }, 'Closing time may come first.'],
  ] satisfies [WaitView, string][])('of %j reads "%s"', (wait, words) => {
    expect(waitText(wait)).toBe(words);
  });

  it('is said in every language, without a dash that would turn over', () => {
    expect(waitText(some, 'es')).toBe('de 20 a 35 minutos');
    expect(waitText(some, 'zh')).toBe('20 到 35 分钟');
    expect(waitText(some, 'ar')).toBe('من 20 إلى 35 دقيقة');
    expect(waitText({ fromMinutes: 5, untilMinutes: 10 }, 'ar')).toBe('من 5 إلى 10 دقائق');
  });

  it('says where it comes from only while that is the plan', () => {
    expect(plannedText({ ...some, planned: true })).toBe("An estimate from the clinic's planned times.");
    expect(plannedText(some)).toBeUndefined();
    expect(plannedText({ stopped: 'closed' })).toBeUndefined();
  });
});
