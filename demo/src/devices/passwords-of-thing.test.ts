import { expect, it } from 'vitest';
import { PasswordsOfThing } from './passwords-of-thing.ts';

it('tries the newest password of a thing first, and the one before where it is not good yet', () => {
  const passwords = new PasswordsOfThing('old');
  expect(passwords.take({ id: 'k', password: 'new' })).toBe(true);
  const tried = Array.from({ length: 3 }, () => {
    const { now } = passwords;
    passwords.refused();
    return now;
  });
  expect([passwords.stored, tried]).toEqual(['k', ['new', 'old', 'new']]);
});

it('takes an offer once, and nothing that is none', () => {
  const passwords = new PasswordsOfThing('old');
  expect([passwords.take({ password: 'new' }), passwords.take({ id: 'k', password: 'old' })]).toEqual([false, false]);
  expect([passwords.now, passwords.stored]).toEqual(['old', undefined]);
});
