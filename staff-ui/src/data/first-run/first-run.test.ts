import { describe, expect, it } from 'vitest';
import { isZone, setUpFaults } from '@foyer/contracts/set-up-faults.ts';
import { codeFrom } from './clinic-code.ts';
import { loadDraft, saveDraft } from './draft-store.ts';
import { newDraft, openingHoursOf, retold, setUpOf, withoutService, type Draft } from './draft.ts';
import { freeLetter, nextRoom, readyRooms, readyServices } from './ready-made.ts';
import { countryOf, currencyOf, languagesOf } from './regions.ts';
import { faultsOf, firstFaulty, nextStep, Step, steps } from './steps.ts';

const now = Date.UTC(2026, 10, 24, 9, 12);
const draft = newDraft(now, 'Europe/Lisbon', 'en');
const eva = { key: 'p1', name: 'Eva', roles: ['admin'] as const };
const hurried: Draft = { ...draft, clinic: { ...draft.clinic, name: 'Harbour Street' }, people: [eva] };
const pins = new Map([['p1', '2741']]);

describe('a draft', () => {
  it('lacks a name and an administrator at its beginning, and nothing else', () => {
    expect(setUpFaults(setUpOf(draft, new Map(), codeFrom('')))).toEqual([
      { path: '/clinic/name', code: 'text-missing' },
      { path: '/staff', code: 'administrator-missing' },
    ]);
    expect(setUpFaults(setUpOf(hurried, pins, codeFrom(hurried.clinic.name)))).toEqual([]);
  });

  it('is found again in its tab, without a PIN', () => {
    const kept = new Map<string, string>();
    const store = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, text: string) => void kept.set(key, text),
      removeItem: (key: string) => void kept.delete(key),
    };
    expect(loadDraft(store)).toBeUndefined();
    saveDraft(store, { draft: hurried, code: 'the-code' });
    expect(loadDraft(store)).toEqual({ draft: hurried, code: 'the-code' });
    expect([...kept.values()].join()).not.toContain('2741');
    kept.set('foyer.first-run', '{"version":0,"draft":{}}');
    expect(loadDraft(store)).toBeUndefined();
  });

  it('has the hours that were chosen, with a pause at noon where there is a noon', () => {
    const hours = (choice: Draft['hours']['choice'], lunch: boolean) =>
      openingHoursOf({ choice, lunch, own: [{ weekday: 6, from: '09:00', until: '12:00' }] });
    expect(hours('weekdays', false)).toHaveLength(5);
    expect(hours('weekdays', true).slice(0, 2)).toEqual([
      { weekday: 1, from: '08:00', until: '13:00' },
      { weekday: 1, from: '14:00', until: '18:00' },
    ]);
    expect(hours('always', true)).toHaveLength(7);
    expect(hours('own', true)).toEqual([{ weekday: 6, from: '09:00', until: '12:00' }]);
  });

  it('without a service says which rooms are left without one', () => {
    const less = withoutService(hurried, 'nurse');
    const faults = setUpFaults(setUpOf(less, pins, 'HARBOUR'));
    expect(faults).toEqual([{ path: '/servicePoints/2/serviceKeys', code: 'room-without-service' }]);
    expect(firstFaulty(faults)).toBe(Step.rooms);
  });

  it('keeps a name in every language until somebody types another', () => {
    const name = { en: 'Nurse', es: 'Enfermería' };
    expect(retold(name, 'Enfermería', 'Enfermería')).toBe(name);
    expect(retold(name, 'Enfermería', 'Curas')).toEqual({ en: 'Curas' });
  });
});

describe('what is ready-made', () => {
  it('has letters that betray nothing: none begins the name of its service in any language', () => {
    for (const { prefix, name } of readyServices)
      for (const text of Object.values(name)) expect(text.toUpperCase().startsWith(prefix)).toBe(false);
  });

  it('gives the next letter and the next room that are free', () => {
    expect(freeLetter(readyServices)).toBe('Y');
    expect(freeLetter([...'ARMWYXHQZLUKFNSVJEGC'].map((prefix) => ({ prefix })))).toBeUndefined();
    expect(nextRoom(readyRooms)).toMatchObject({ en: 'Room 4', es: 'Sala 4' });
  });
});

describe('what a zone says', () => {
  it.each([
    ['Europe/Madrid', 'EUR', ['en', 'es']],
    ['America/Mexico_City', 'MXN', ['en', 'es']],
    ['Asia/Shanghai', 'CNY', ['en', 'zh']],
    ['Asia/Dubai', 'AED', ['en', 'ar']],
    ['America/New_York', 'USD', ['en']],
    ['Antarctica/Troll', 'EUR', ['en']],
  ])('of %s: %s, %j', (zone, currency, languages) => {
    const country = countryOf(zone);
    expect([currencyOf(country), languagesOf(country, 'en')]).toEqual([currency, languages]);
    expect(isZone(zone)).toBe(true);
  });

  it('puts the language before the screen first', () => {
    expect(languagesOf(countryOf('Europe/Madrid'), 'ar')).toEqual(['ar', 'es', 'en']);
  });
});

describe('a clinic’s code', () => {
  it.each([
    ['Harbour Street Clinic', 'HARBOUR'],
    ['Clínica Río Ebro', 'RIO'],
    ['Dr. Bartholomew-Smith', 'BARTHOLO'],
    ['The Clinic', 'THE'],
    ['عيادة النور', 'CLINIC'],
    ['', 'CLINIC'],
  ])('of %j is %s', (name, code) => {
    expect(codeFrom(name)).toBe(code);
  });
});

describe('the steps', () => {
  it('lead one after the other to the open doors, and stay there', () => {
    expect(steps.map(nextStep)).toEqual([...steps.slice(1), Step.open]);
  });

  it('each have the faults that can be put right in them', () => {
    const faults = [
      { path: '/clinic/name', code: 'text-missing' },
      { path: '/services/1', code: 'service-without-room' },
      { path: '/services/1/priceMinor', code: 'price-out-of-range' },
      { path: '/services/0/prefix', code: 'letter-twice' },
      { path: '/staff/0/pin', code: 'pin-easy' },
    ] as const;
    expect(steps.map((step) => faultsOf(step, faults).map(({ path }) => path))).toEqual([
      ['/clinic/name'],
      [],
      ['/services/0/prefix'],
      ['/services/1'],
      ['/staff/0/pin'],
      ['/services/1/priceMinor'],
      [],
    ]);
  });
});
