import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PatientSearchAnswer } from '@foyer/contracts/people-at-the-desk.ts';
import type { ApiAnswer } from '@foyer/ui-kit/connection/edge-api.ts';
import { PeopleSearch } from './people-search.ts';

const named = (displayName: string): ApiAnswer<PatientSearchAnswer> => ({
  ok: true,
  value: { patients: [{ id: displayName, displayName, needs: [], earlierIds: [] }], more: false },
});

/** An edge that answers when it is told to. */
function aSearch() {
  const asked: { typed: string; answer: (answer: ApiAnswer<PatientSearchAnswer>) => void }[] = [];
  const search = new PeopleSearch({
    ask: (typed) => new Promise((answer) => asked.push({ typed, answer })),
    changed: () => undefined,
  });
  const names = () => search.found.patients.map(({ displayName }) => displayName);
  return { search, asked, names };
}

describe('looking for people', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('asks once for what is typed without a pause', () => {
    const { search, asked } = aSearch();
    for (const typed of ['du', 'dua', 'duar ']) search.type(typed);
    expect(asked).toEqual([]);
    vi.advanceTimersByTime(200);
    expect(asked.map(({ typed }) => typed)).toEqual(['duar']);
  });

  it('shows the answer to the newest question, in whatever order they come', async () => {
    const { search, asked, names } = aSearch();
    search.type('du');
    vi.advanceTimersByTime(200);
    search.type('duarte');
    vi.advanceTimersByTime(200);
    asked[1]!.answer(named('Ana Duarte'));
    await search.settled();
    asked[0]!.answer(named('Ivo Duran'));
    await vi.advanceTimersByTimeAsync(0);
    expect(names()).toEqual(['Ana Duarte']);
  });

  it('keeps what was found in sight while it asks on, and says that it is not the answer yet', async () => {
    const { search, asked, names } = aSearch();
    search.type('du');
    vi.advanceTimersByTime(200);
    asked[0]!.answer(named('Ana Duarte'));
    await search.settled();
    search.type('dua');
    expect([names(), search.found.settled]).toEqual([['Ana Duarte'], false]);
  });

  it('forgets everybody as soon as there is nothing to ask for', () => {
    const { search, asked, names } = aSearch();
    search.type('du');
    search.type('d');
    vi.advanceTimersByTime(200);
    expect([asked, names(), search.found.settled]).toEqual([[], [], true]);
  });

  it('asks for a single Chinese character', () => {
    const { search, asked } = aSearch();
    search.type('陈');
    vi.advanceTimersByTime(200);
    expect(asked.map(({ typed }) => typed)).toEqual(['陈']);
  });

  it('says why there is no answer', async () => {
    const { search, asked } = aSearch();
    search.type('duarte');
    vi.advanceTimersByTime(200);
    asked[0]!.answer({ ok: false, error: { code: 'unreachable', message: '' } });
    expect(await search.settled()).toMatchObject({ patients: [], settled: true, refused: { code: 'unreachable' } });
  });

  it('asks the same again when it is told that somebody was corrected', async () => {
    const { search, asked, names } = aSearch();
    search.type('duarte');
    vi.advanceTimersByTime(200);
    asked[0]!.answer(named('Ana Duarte'));
    await search.settled();
    search.again();
    asked[1]!.answer(named('Anna Duarte'));
    await vi.advanceTimersByTimeAsync(0);
    expect(names()).toEqual(['Anna Duarte']);
  });
});
