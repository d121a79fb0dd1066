import { describe, expect, it } from 'vitest';
import { gatewayProfiles } from '@foyer/contracts/gateway-profiles.ts';
import {
  isWhole,
  messageTells,
  ownProfile,
  toldOf,
  withNewMessage,
  withNewWord,
  withoutWord,
  withWord,
} from './gateway-profile-draft.ts';

describe('a gateway’s own profile', () => {
  it('begins as a copy of the make before, so that it works from the first moment', () => {
    const own = ownProfile({ profile: 'zigbee2mqtt' });
    expect(own).toEqual(gatewayProfiles.zigbee2mqtt);
    expect(own.messages[0]).not.toBe(gatewayProfiles.zigbee2mqtt.messages[0]);
    expect(isWhole(own)).toBe(true);
  });

  it('has a message tell of something, and of nothing of it any more', () => {
    for (const tells of messageTells) {
      const told = toldOf({ topic: '{name}' }, tells);
      expect(told[tells], tells).toBeDefined();
      expect(toldOf(told, tells), tells).toEqual({ topic: '{name}' });
    }
  });

  it('is whole once every topic and every word is typed', () => {
    const own = withNewMessage({ messages: [] });
    expect(isWhole(own)).toBe(true);
    expect(isWhole({ messages: [{ ...own.messages[0]!, topic: '' }] })).toBe(false);
    expect(isWhole({ messages: [{ topic: '{name}', press: { at: '', words: withNewWord({}) } }] })).toBe(false);
    expect(isWhole({ messages: [] })).toBe(false);
  });
});

it('keeps each word of a gateway once, in its place', () => {
  const words = { S: 'single', L: 'long' } as const;
  expect(Object.entries(withWord(words, 'S', 'click', 'double'))).toEqual([
    ['click', 'double'],
    ['L', 'long'],
  ]);
  expect(withWord(words, 'S', 'L', 'single')).toEqual({ L: 'single' });
  expect(withNewWord(withNewWord(words))).toEqual({ ...words, '': 'single' });
  expect(withoutWord(words, 'S')).toEqual({ L: 'long' });
});
