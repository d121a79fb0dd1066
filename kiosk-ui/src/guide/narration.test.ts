import { describe, expect, it } from 'vitest';
import { groupsOf, say, sayPage, sayWays } from './narration.ts';

const aWay = (name: string, more: readonly string[] = []) => ({ name, more, press: () => undefined });

describe('a page in sentences', () => {
  it('is its question, then what else it says', () => {
    const page = {
      question: 'How shall we find you?',
      notes: ['Any of these works.', 'Your number A047'],
      choices: [],
    };
    expect(sayPage(page, 'en').map(({ text }) => text)).toEqual([
      'How shall we find you?',
      'Any of these works.',
      'Your number A 0 4 7.',
    ]);
  });
  it('offers each way by its digit', () => {
    const ways = [aWay('Check in', ['I have an appointment']), { ...aWay('Stairs'), chosen: true }];
    expect(sayWays(ways, 'en').map(({ text }) => text)).toEqual([
      'For Check in, press 1. I have an appointment.',
      'For Stairs, press 2. Stairs: chosen.',
    ]);
  });
  it('has at most seven ways in a group, and always one group', () => {
    expect(groupsOf([]).map(({ length }) => length)).toEqual([0]);
    expect(groupsOf(Array.from({ length: 9 }, () => aWay('Way'))).map(({ length }) => length)).toEqual([7, 2]);
  });
  it('never says more in one go than the edge speaks, and loses no word', () => {
    const text = Array.from({ length: 60 }, (_, index) => `I agree to number ${index}.`).join(' ');
    const said = say(text, 'en').map((each) => each.text);
    expect(Math.max(...said.map(({ length }) => length))).toBeLessThanOrEqual(300);
    expect(said.join(' ')).toBe(text);
    expect(say('字'.repeat(700), 'zh').map((each) => each.text.length)).toEqual([300, 300, 101]);
  });
});
