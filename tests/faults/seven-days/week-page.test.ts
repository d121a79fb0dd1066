import { describe, expect, it } from 'vitest';
import { compareSides } from './compare.ts';
import { aSide, day, whatWasTold } from './testing.ts';
import { pageOf } from './week-page.ts';
import { dayOf, type WeekStory } from './week-story.ts';

function aStory(centre = aSide()): WeekStory {
  const notes = { businessDay: day, atClinic: ['Smoke in the <laboratory>.'], atCentre: ['Doctor costs 48.00 EUR.'] };
  const takings = { currency: 'EUR', totalMinor: 4_500, byMeans: [] };
  return {
    clinicName: 'Harbour Street',
    currency: 'EUR',
    seed: 42,
    days: [dayOf(notes, aSide(), centre, { takings })],
    waiting: [
      { afterMs: 0, rows: 0 },
      { afterMs: 3_600_000, rows: 1_234 },
    ],
    reconnection: {
      falls: [
        { afterMs: 0, waiting: 1_234 },
        { afterMs: 9_000, waiting: 0 },
      ],
      liveAfterMs: 1_500,
      backlogAfterMs: 8_000,
      equalAfterMs: 9_000,
    },
    checks: compareSides(aSide(), centre, whatWasTold()),
    caught: { planted: 3, caught: 3, missed: [] },
    cameAllTheSame: 1,
    requests: { accepted: 2, refused: 1 },
    sentAgain: 4,
    broken: [],
  };
}

/** What somebody reads, without the drawing of it. */
const read = (page: string): string =>
  page
    .replace(/<style>.*<\/style>/s, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');

describe('the page of the week', () => {
  it('says first that both sides are equal, and what was lived, taken and waited for', () => {
    const page = read(pageOf(aStory()));
    expect(page).toMatch(
      /^ One day without the centre Harbour Street · One day without the centre Both sides are equal\./,
    );
    expect(page).toContain('one person came, and EUR 45.00 were taken');
    expect(page).toContain('the centre knew after 1.5 s how the clinic was, and had everything after 9.0 s');
    expect(page).toContain('1,234');
  });

  it('has the takings of each day at the clinic and at the centre side by side', () => {
    const page = pageOf(aStory());
    expect(page).toContain(
      '<td data-label="cash at the clinic">45.00</td><td data-label="cash at the centre">45.00</td>',
    );
    expect(read(page)).toContain('Fri 27 Nov');
    expect(read(page)).toContain('✓ yes');
  });

  it('says of a day and of a comparison that they differ, and in which', () => {
    const page = read(pageOf(aStory(aSide({ visit: { t1: { state: 'waiting', businessDay: day, number: 'A001' } } }))));
    expect(page).toContain('The two sides are not equal.');
    expect(page).toContain('visit t1: state is another');
    expect(page).toContain('✗ no');
  });

  it('does not say that all is well where the comparison missed a planted bug', () => {
    const caught = { planted: 3, caught: 2, missed: ['a row was dropped'] };
    const page = read(pageOf({ ...aStory(), caught }));
    expect(page).toContain('The comparison did not see everything.');
    expect(page).toContain('the comparison did not see that a row was dropped');
  });

  it('is one file: nothing is fetched, and what was written stays text', () => {
    const page = pageOf(aStory());
    expect(page).not.toMatch(/(?:src|href)=|url\(|@import/);
    expect(page).toContain('Smoke in the &lt;laboratory&gt;.');
  });
});
