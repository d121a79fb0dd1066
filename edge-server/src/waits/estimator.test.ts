import { readdirSync, readFileSync } from 'node:fs';
import { constants, getPriority } from 'node:os';
import { consultation } from '../testing/a-clinic.ts';
import { aState, aTicket } from '../testing/a-state.ts';
import { emptyModel } from '@foyer/domain/wait-estimate/wait-model.ts';
import { minuteMs } from '@foyer/contracts/time.ts';
import { afterEach, expect, it, vi } from 'vitest';
import { waitModelOf } from '../ports/learned-waits.ts';
import type { LearnedWait } from '../ports/wait-records.ts';
import { answerWaits, type WaitAnswer } from './answer.ts';
import { answersWithinMs, ThreadEstimator } from './estimator.ts';
import { waitQuestion } from './question.ts';

const estimator = new ThreadEstimator();
const nothing = { hasChanged: true, all: () => [] };
const unheard = () => undefined;
afterEach(() => estimator.stop());

const question = waitQuestion(aState({ tickets: [aTicket('1'), aTicket('2'), aTicket('3')] }));
const slow: LearnedWait = {
  part: 'services',
  key: consultation,
  value: JSON.stringify({ weight: 100, mean: 25 * minuteMs, squares: 10 * minuteMs ** 2, at: question.now }),
};

it('the thread answers as the pure function does, with what was learned when it was told of it', async () => {
  const soFar: WaitAnswer[] = [];
  const whole = answerWaits(question, emptyModel);
  expect(await estimator.estimate(question, nothing, (tickets) => soFar.push(tickets))).toEqual(whole);
  expect(soFar).toEqual([{ ...whole, services: new Map() }]);
  const learned = answerWaits(question, waitModelOf([slow]));
  expect(await estimator.estimate(question, { hasChanged: true, all: () => [slow] }, unheard)).toEqual(learned);
  expect(await estimator.estimate(question, { ...nothing, hasChanged: false }, unheard)).toEqual(learned);
  expect(learned.tickets.get('3')?.basis).toBe('learned');
});

it.runIf(process.platform === 'linux')('gives way to every other thread of its process', async () => {
  const before = getPriority();
  await estimator.estimate(question, nothing, unheard);
  expect(prioritiesOfThreads()).toContain(constants.priority.PRIORITY_BELOW_NORMAL);
  expect(getPriority()).toBe(before);
});

it('answers a newer question in place of what is left of the one before', async () => {
  const heard: string[] = [];
  const ask = (name: string) => estimator.estimate(question, nothing, () => void heard.push(name));
  const [first, second] = await Promise.all([ask('first'), ask('second')]);
  expect(heard).toEqual(['first', 'second']);
  expect(first).toBeUndefined();
  expect(second).toEqual(answerWaits(question, emptyModel));
});

it('begins again after it broke, and is told everything again', async () => {
  const broken = { ...question, queue: null } as unknown as typeof question;
  await expect(estimator.estimate(broken, nothing, unheard)).rejects.toThrow();
  const learned = answerWaits(question, waitModelOf([slow]));
  expect(await estimator.estimate(question, { hasChanged: false, all: () => [slow] }, unheard)).toEqual(learned);
});

it('is ended where it does not answer, and begins again', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const stuck = estimator.estimate(question, nothing, unheard);
  vi.advanceTimersByTime(answersWithinMs);
  await expect(stuck).rejects.toThrow('did not answer');
  vi.useRealTimers();
  const learned = answerWaits(question, waitModelOf([slow]));
  expect(await estimator.estimate(question, { hasChanged: false, all: () => [slow] }, unheard)).toEqual(learned);
});

/** The 19th field of each; the second is a name in brackets. Source: proc_pid_stat(5). */
function prioritiesOfThreads(): readonly number[] {
  return readdirSync('/proc/self/task').map((id) => {
    const [, fields = ''] = readFileSync(`/proc/self/task/${id}/stat`, 'utf8').split(') ');
    return Number(fields.split(' ')[16]);
  });
}
