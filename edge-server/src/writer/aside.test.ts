import { mkdtempSync, writeFileSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { askAside } from './aside.ts';

const file = join(mkdtempSync(join(tmpdir(), 'foyer-aside-')), 'process.ts');
const answering = JSON.stringify(join(import.meta.dirname, 'aside-process.ts'));
writeFileSync(
  file,
  `import { getPriority } from 'node:os';
  import { answerAside } from ${answering};
  answerAside(({ please }) => {
    if (please === 'end') process.exit(3);
    if (please === 'be killed') process.kill(process.pid, 'SIGKILL');
    if (please === 'refuse') throw new RangeError('no such row');
    if (please === 'take for ever') for (;;);
    return { priority: getPriority(), bytes: new Uint8Array([1, 2]) };
  });`,
);
const ask = (please: string, signal = new AbortController().signal): Promise<unknown> =>
  askAside(file, { please }, signal);

describe('a question aside', () => {
  it('is answered with values of every kind, behind everything else that runs', async () => {
    expect(await ask('answer')).toEqual({ priority: constants.priority.PRIORITY_LOW, bytes: new Uint8Array([1, 2]) });
  });

  it('rejects with what the process threw', async () => {
    await expect(ask('refuse')).rejects.toThrow(new RangeError('no such row'));
  });

  it.each([
    ['end', '3'],
    ['be killed', 'SIGKILL'],
  ])('rejects where the process ended without an answer: %s', async (please, how) => {
    await expect(ask(please)).rejects.toThrow(`ended with ${how}`);
  });

  it('ends its process when nobody waits any more', async () => {
    const stopping = new AbortController();
    const asked = ask('take for ever', stopping.signal);
    stopping.abort();
    expect(await asked).toBeUndefined();
    expect(await ask('answer', stopping.signal)).toBeUndefined();
  });
});
