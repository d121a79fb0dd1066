import { describe, expect, it } from 'vitest';
import { executeSteps } from './execute-steps.ts';
import { PrinterDialogue } from './printer-dialogue.ts';
import type { PrinterLine } from './printer-line.ts';
import { epson80 } from './printer-profile.ts';
import { clearedAnswer, Request } from './status-answers.ts';
import { usualTiming } from './thermal-printer.ts';

const steps = [{ kind: 'begin' }, { kind: 'send' }, { kind: 'confirm' }] as const;
const isWell = 0b0001_0010;
const isOutOfPaper = 0b0111_0010;
const workIsDone = 0;
const timing = { ...usualTiming, watchMs: 1 };

/** One that answers what it is asked in the same turn. */
function aPrinter(answer: (written: Uint8Array) => readonly number[]) {
  const writes: Uint8Array[] = [];
  let hear: (bytes: Uint8Array) => void = () => undefined;
  const line: PrinterLine = {
    async write(bytes) {
      writes.push(bytes);
      hear(Uint8Array.from(answer(bytes)));
    },
    onBytes: (listener) => void (hear = listener),
    onEnd: () => undefined,
    handOver: () => Promise.resolve(),
    close: () => undefined,
    destroy: () => undefined,
  };
  const dialogue = new PrinterDialogue(line, { answerMs: 1_000, support: epson80.status });
  return { dialogue, writes };
}
const endsWith = (bytes: Uint8Array, end: Uint8Array) => Buffer.from(bytes.subarray(-end.length)).equals(end);

describe('a document', () => {
  it('asks for its proof in the same breath, and hears an answer that comes before the write ends', async () => {
    const { dialogue, writes } = aPrinter((written) => (endsWith(written, Request.workDone) ? [workIsDone] : [isWell]));
    const outcome = await executeSteps(steps, { dialogue, profile: epson80, timing });
    expect(outcome).toEqual({ outcome: 'printed' });
    expect(writes.filter((written) => endsWith(written, Request.workDone))).toHaveLength(1);
    expect(writes.findIndex((written) => endsWith(written, Request.workDone))).toBe(0);
  });

  it.each([
    ['is in doubt where it was printed before the printer forgot it', [workIsDone, ...clearedAnswer], 'unknown'],
    ['is given up where the printer forgot it', clearedAnswer, 'failed'],
  ])('that runs out of paper %s', async (_what, answerToClear, outcome) => {
    const { dialogue } = aPrinter((written) => {
      if (endsWith(written, Request.clearBuffer)) return answerToClear;
      return endsWith(written, Request.workDone) ? [] : [isOutOfPaper];
    });
    expect(await executeSteps(steps, { dialogue, profile: epson80, timing })).toMatchObject({ outcome });
  });
});
