import { describe, expect, it } from 'vitest';
import { countNamed, countVitest, sumTallies } from './ci-tally.ts';

const aTest = (fullName: string, status: string) => ({ fullName, status });

describe('tally of a Vitest report', () => {
  it('counts passed tests and names the failed and the skipped', () => {
    const report = {
      testResults: [
        {
          name: 'queue.test.ts',
          status: 'failed',
          assertionResults: [aTest('a', 'passed'), aTest('b', 'failed'), aTest('c', 'pending')],
        },
        { name: 'money.test.ts', status: 'passed', assertionResults: [aTest('d', 'todo')] },
      ],
    };
    expect(countVitest(report)).toEqual({
      passed: 1,
      failed: ['queue.test.ts > b'],
      skipped: ['queue.test.ts > c', 'money.test.ts > d'],
    });
  });

  it('counts a file that did not load as one failure', () => {
    const report = {
      testResults: [{ name: 'broken.test.ts', status: 'failed', assertionResults: [] }],
    };
    expect(countVitest(report).failed).toEqual(['broken.test.ts']);
  });
});

describe('tally of named results', () => {
  it('counts each once, and adds up with others', () => {
    const checks = countNamed([
      { name: 'types', ok: true },
      { name: 'lint', ok: false },
    ]);
    expect(sumTallies([checks, checks])).toEqual({
      passed: 2,
      failed: ['lint', 'lint'],
      skipped: [],
    });
  });
});
