import { describe, expect, it } from 'vitest';
import { findForbiddenText, isInspected } from './forbidden-text.ts';
import { readText, readTree } from './repository.ts';

const own = import.meta.filename;

describe('forbidden text', () => {
  it('is nowhere in this repository', () => {
    const files = readTree().files.filter((path) => isInspected(path) && !own.endsWith(path));
    expect(files.length).toBeGreaterThan(0);
    expect(files.flatMap((path) => findForbiddenText(path, readText(path)))).toEqual([]);
  });

  it.each([
    ['package-lock.json', '      "resolved": "https://packages.example/lit.tgz",'],
    ['.npmrc', 'registry=https://packages.example'],
    ['docs/runbook.md', 'see `/tmp/foyer.log`'],
    ['demo/src/main.ts', `const file = '/home/ana/clinic.db';`],
    ['domain/src/queue/decide.test.ts', `it.only('calls', () => {});`],
    ['domain/src/queue/decide.test.ts', `describe.skip('call next', () => {});`],
    ['domain/src/queue/decide.test.ts', `it.todo('calls');`],
    ['domain/src/queue/decide.test.ts', `it.each([1]).skip('calls', () => {});`],
    ['domain/src/queue/decide.test.ts', `await new Promise((resolve) => setTimeout(resolve, 50));`],
  ])('is caught in %s: %s', (path, text) => {
    expect(findForbiddenText(path, text)).toHaveLength(1);
  });

  it.each([
    ['package-lock.json', '      "resolved": "contracts",'],
    ['demo/src/main.ts', `const file = './work/orders.csv';`],
    ['ui-kit/src/theme/tokens.test.ts', `const only = list.only(1);`],
    ['docs/runbook.md', 'see `/var/lib/foyer/edge.db`'],
  ])('is not seen in %s: %s', (path, text) => {
    expect(findForbiddenText(path, text)).toEqual([]);
  });
});
