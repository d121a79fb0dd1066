import { describe, expect, it } from 'vitest';
import { skippedNumbers } from './skip-numbers.ts';
import { services, TestQueue } from './testing.ts';

const numbersOf = (queue: TestQueue) => [...queue.state.tickets.values()].map(({ number }) => number);

describe('numbers that a lost box may have given out', () => {
  it('are given to nobody: the next one of each letter is behind them', () => {
    const queue = new TestQueue();
    queue.issue();
    for (const fact of skippedNumbers(queue.state, queue.configuration, [queue.businessDay], 100)) queue.append(fact);
    queue.issue();
    const other = queue.configuration.services.find(({ prefix }) => !numbersOf(queue)[0]!.startsWith(prefix))!;
    queue.issue(other.id);
    const letter = numbersOf(queue)[0]!.charAt(0);
    expect(numbersOf(queue)).toEqual([`${letter}001`, `${letter}102`, `${other.prefix}101`]);
  });

  it('begin anew with the next business day', () => {
    const queue = new TestQueue();
    for (const fact of skippedNumbers(queue.state, queue.configuration, [queue.businessDay], 100)) queue.append(fact);
    queue.businessDay = '2026-11-24';
    queue.issue(services.general);
    expect(numbersOf(queue)[0]).toMatch(/001$/);
  });

  it('count in the series that is printed ahead, too, which goes round', () => {
    const queue = new TestQueue();
    const lastPrinted = () => [...queue.state.ordinals.values()].find(({ id }) => id.startsWith('paper/'))?.last;
    const skip = () => {
      for (const fact of skippedNumbers(queue.state, queue.configuration, [], 600)) queue.append(fact);
    };
    skip();
    expect(lastPrinted()).toBe(600);
    skip();
    expect(lastPrinted()).toBe(201);
  });
});
