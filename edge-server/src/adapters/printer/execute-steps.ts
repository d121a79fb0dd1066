// Executes a plan. Invariant: "printed" is returned only after the printer said, behind the last byte of the
// document, that its work is done and that it still has paper under a closed cover.

import { PrintFailure, type PrintOutcome } from '../../ports/ticket-printer.ts';
import { drawPicture } from './draw-picture.ts';
import { EscPosBytes } from './escpos-bytes.ts';
import { failureOfLine, type PrinterDialogue } from './printer-dialogue.ts';
import type { PrinterProfile } from './printer-profile.ts';
import type { PrintStep } from './print-steps.ts';
import { isWorkDoneAnswer, Request } from './status-answers.ts';

export interface ExecutionTiming {
  /** How long a document may take from its last byte to the proof that it is on paper. */
  readonly confirmMs: number;
  /** How often the printer is asked meanwhile. */
  readonly watchMs: number;
}

interface Execution {
  readonly profile: PrinterProfile;
  readonly dialogue: PrinterDialogue;
  readonly timing: ExecutionTiming;
  readonly bytes: EscPosBytes;
}

type Executor<Kind extends PrintStep['kind']> = (
  execution: Execution,
  step: Extract<PrintStep, { kind: Kind }>,
) => Promise<PrintOutcome | undefined> | PrintOutcome | undefined | void;

const EXECUTORS: { readonly [Kind in PrintStep['kind']]: Executor<Kind> } = {
  fail: (_, { code }) => failed(code),
  begin: ({ bytes }) => bytes.begin(),
  'text-line': ({ bytes }, step) => bytes.textLine(step),
  picture: ({ bytes, profile }, { picture }) => bytes.picture(drawPicture(picture, profile)),
  qr: ({ bytes }, { address, moduleDots }) => bytes.qr(address, moduleDots),
  space: ({ bytes }, { dots }) => bytes.space(dots),
  cut: ({ bytes }) => bytes.cut(),
  send,
  confirm,
};

/** Runs the steps up to the first that gives an outcome. */
export async function executeSteps(
  steps: readonly PrintStep[],
  context: Omit<Execution, 'bytes'>,
): Promise<PrintOutcome> {
  const execution: Execution = { ...context, bytes: new EscPosBytes(context.profile) };
  for (const step of steps) {
    const executor = EXECUTORS[step.kind] as Executor<PrintStep['kind']>;
    const outcome = await executor(execution, step);
    if (outcome !== undefined) return outcome;
  }
  throw new Error('a plan without an outcome');
}

/** The bytes of a plan's document, for whoever wants them without a printer. */
export function documentBytes(steps: readonly PrintStep[], profile: PrinterProfile): Uint8Array {
  const bytes = new EscPosBytes(profile);
  for (const step of steps) {
    if (step.kind === 'send' || step.kind === 'confirm' || step.kind === 'fail') break;
    const executor = EXECUTORS[step.kind] as (execution: Pick<Execution, 'profile' | 'bytes'>, step: PrintStep) => void;
    executor({ profile, bytes }, step);
  }
  return bytes.bytes();
}

async function send({ dialogue, bytes }: Execution): Promise<PrintOutcome | undefined> {
  try {
    await dialogue.send(bytes.bytes());
    return undefined;
  } catch (fault) {
    return failed(failureOfLine(fault));
  }
}

/** Waits for the proof, watching the printer meanwhile; what cannot be finished is cleared, so that it never comes out later. */
async function confirm({ dialogue, profile, timing }: Execution): Promise<PrintOutcome> {
  try {
    let done = !profile.confirmsInOrder;
    let gaveUp = false;
    const proof = done
      ? Promise.resolve()
      : proofOfWork(dialogue, timing.confirmMs).then((proved) => {
          done = proved;
          gaveUp = !proved;
        });
    for (;;) {
      await Promise.race([proof, delay(timing.watchMs)]);
      const { health } = await dialogue.status();
      if (health === 'ready' && !done && !gaveUp) continue;
      if (health === 'ready' && done) return { outcome: 'printed' };
      await dialogue.send(Request.clearBuffer);
      return failed(health === 'ready' || health === 'unknown' ? PrintFailure.mute : health);
    }
  } catch (fault) {
    return failed(failureOfLine(fault));
  }
}

async function proofOfWork(dialogue: PrinterDialogue, timeoutMs: number): Promise<boolean> {
  const answer = dialogue.expect(isWorkDoneAnswer, timeoutMs);
  await dialogue.send(Request.workDone);
  return (await answer) !== undefined;
}

function failed(code: PrintFailure): PrintOutcome {
  return { outcome: 'failed', code };
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}
