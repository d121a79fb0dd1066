import { expect, it } from 'vitest';
import { controlCharacter } from './control-character.ts';

it('is what a scanner means by a key with Ctrl', () => {
  expect([']', '^', '6', 'j', 'm', '['].map(controlCharacter)).toEqual(['\x1d', '\x1e', '\x1e', '\n', '\r', '\x1b']);
  expect(['4', 'é', ' '].map(controlCharacter)).toEqual([undefined, undefined, undefined]);
});
