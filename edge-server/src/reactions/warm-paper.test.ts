import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { silentLog } from '../ports/log.ts';
import type { Paper } from '../ports/ticket-printer.ts';
import { aState } from '../testing/a-state.ts';
import { WarmPaper, warmAfterMs } from './warm-paper.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function warming({ hasPrinter = true, breaks = false } = {}) {
  const done: string[] = [];
  const languageOf = ({ document }: Paper): string => document.language;
  const warm = new WarmPaper({
    state: () => aState(),
    spool: { hasPrinter, prepare: (paper) => void done.push(`prepared ${languageOf(paper)}`) },
    warmLetters: async (papers) => {
      done.push(`letters ${papers.map(languageOf).join(' ')}`);
      if (breaks) throw new Error('the thread broke');
    },
    log: silentLog,
  });
  return { warm, done };
}

const languages = aState().configuration.languages;
const prepared = languages.map((language) => `prepared ${language}`);

it('a ticket of each language is drawn after the start: the letters first, by a thread, then the pictures', async () => {
  const { warm, done } = warming();
  await warm.start();
  await vi.advanceTimersByTimeAsync(warmAfterMs - 1);
  expect(done).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(done).toEqual([`letters ${languages.join(' ')}`, ...prepared]);
});

it('pictures are drawn all the same where the thread breaks', async () => {
  const { warm, done } = warming({ breaks: true });
  await warm.start();
  await vi.advanceTimersByTimeAsync(warmAfterMs);
  expect(done.slice(1)).toEqual(prepared);
});

it('nothing is drawn without a printer, or when the edge stops before', async () => {
  const bare = warming({ hasPrinter: false });
  await bare.warm.start();
  const stopped = warming();
  await stopped.warm.start();
  await stopped.warm.stop();
  await vi.advanceTimersByTimeAsync(warmAfterMs);
  expect([bare.done, stopped.done]).toEqual([[], []]);
});
