import { describe, expect, it } from 'vitest';
import { emptyPin, isComplete, typePin } from './pin-entry.ts';
import { loadPreferences, savePreferences, usual } from './preferences.ts';
import { needsServicePoint, pageOf, pagesFor } from './pages.ts';

describe('pages', () => {
  it.each([
    [['nurse'], ['room', 'rooms', 'leaves']],
    [['reception'], ['reception', 'room', 'rooms', 'leaves', 'paper', 'day']],
    [['cashier'], ['till']],
    [['admin'], ['devices', 'set-up']],
    [['supervisor'], ['reception', 'queues', 'room', 'rooms', 'leaves', 'till', 'paper', 'day', 'devices', 'set-up']],
    [
      ['nurse', 'cashier'],
      ['room', 'rooms', 'leaves', 'till'],
    ],
  ] as const)('of %s', (roles, pages) => expect(pagesFor(roles)).toEqual(pages));

  it('hold the appointments last, where the clinic books itself', () => {
    expect(pagesFor(['admin'], 'here')).toEqual(['devices', 'set-up', 'appointments']);
    expect(pagesFor(['admin'], 'centre')).toEqual(['devices', 'set-up', 'appointments']);
    expect(pagesFor(['admin'])).toEqual(['devices', 'set-up']);
  });

  it('open where the address says, when the roles have it', () => {
    expect(pageOf('#till', ['room', 'till'])).toBe('till');
    expect(pageOf('#devices', ['room', 'till'])).toBe('room');
    expect(pageOf('', [])).toBeUndefined();
  });

  it('want a room before the PIN for those who call', () => {
    expect(needsServicePoint(['nurse'])).toBe(true);
    expect(needsServicePoint(['cashier', 'admin'])).toBe(false);
  });
});

describe('the PIN', () => {
  it('is complete at its last digit, and takes no more', () => {
    const typed = ['1', '2', 'delete', '3', '4', '5', '6'].reduce(typePin, emptyPin(4));
    expect(typed.digits).toBe('1345');
    expect(isComplete(typed)).toBe(true);
    expect(typePin(emptyPin(6), 'x').digits).toBe('');
  });
});

describe('what a tablet remembers', () => {
  const store = (initial: string | null) => {
    let text = initial;
    return { getItem: () => text, setItem: (_key: string, value: string) => void (text = value) };
  };
  it('comes back', () => {
    const memory = store(null);
    const kept = { ...usual, hand: 'left', textSize: 150, language: 'ar', servicePointId: 'x' } as const;
    savePreferences(memory, kept);
    expect(loadPreferences(memory)).toEqual(kept);
  });
  it.each([null, 'no json', '[]', '"x"', '{"hand":"third","textSize":7,"language":"xx"}'])(
    'is the usual where %j is stored',
    (text) => {
      expect(loadPreferences(store(text))).toEqual(usual);
    },
  );
});
