// Executes a plan. Invariants: "printed" is returned only after the printer said, behind the last byte of the document,
// that its work is done and that it still has paper under a closed cover; "failed" only where no whole document can be on
// paper; what lies between is "unknown".

import { PrintDoubt, PrintFailure, type PrinterStatus, type PrintOutcome } from '../../ports/ticket-printer.ts';
import { drawnInTurn } from './draw-ahead.ts';
import { dotsOf } from './drawn-shapes.ts';
import { EscPosBytes } from './escpos-bytes.ts';
import { failureOfLine, type PrinterDialogue } from './printer-dialogue.ts';
import type { PrinterProfile } from './printer-profile.ts';
import type { PrintStep } from './print-steps.ts';

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
  /** Of the document that was sent. */
  proof?: (timeoutMs: number) => Promise<boolean>;
}

type Executor<Kind extends PrintStep['kind']> = (
  execution: Execution,
  step: Extract<PrintStep, { kind: Kind }>,
) => Promise<PrintOutcome | undefined> | PrintOutcome | undefined | void;

const EXECUTORS: { readonly [Kind in PrintStep['kind']]: Executor<Kind> } = {
  fail: (_, { code }) => ({ outcome: 'failed', code }),
  begin: ({ bytes }) => bytes.begin(),
  'text-line': ({ bytes }, step) => bytes.textLine(step),
  picture: ({ bytes, profile }, { picture }) => bytes.picture(dotsOf(picture, profile)),
  qr: ({ bytes }, { address, moduleDots }) => bytes.qr(address, moduleDots),
  space: ({ bytes }, { dots }) => bytes.space(dots),
  cut: ({ bytes }) => bytes.cut(),
  send,
  confirm,
};

/** Runs the steps up to the first that gives an outcome; what has to be drawn is drawn picture by picture. */
export async function executeSteps(
  steps: readonly PrintStep[],
  context: Omit<Execution, 'bytes' | 'proof'>,
): Promise<PrintOutcome> {
  const execution: Execution = { ...context, bytes: new EscPosBytes(context.profile) };
  for (const step of steps) {
    const executor = EXECUTORS[step.kind] as Executor<PrintStep['kind']>;
    if (step.kind === 'picture') await drawnInTurn(step.picture, context.profile);
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

async function send(execution: Execution): Promise<PrintOutcome | undefined> {
  try {
    execution.proof = await execution.dialogue.sendDocument(execution.bytes.bytes());
    return undefined;
  } catch (fault) {
    // Its end never went, so it cannot be whole; its beginning may be on paper.
    return failed(failureOfLine(fault));
  }
}

/** Waits for the proof, watching the printer meanwhile; what cannot be finished is cleared, so that it never comes out later. */
async function confirm({ dialogue, timing, proof: proofWithin }: Execution): Promise<PrintOutcome> {
  try {
    if (!dialogue.answers) return await handedOver(dialogue);
    const proof =
      dialogue.proves && proofWithin !== undefined
        ? proofWithin(timing.confirmMs)
        : delay(timing.watchMs).then(() => undefined);
    let proved: boolean | undefined;
    let waits = true;
    void proof.then(
      (isProved) => {
        proved = isProved;
        waits = false;
      },
      () => undefined,
    );
    for (;;) {
      await Promise.race([proof, delay(timing.watchMs), dialogue.nextChange()]);
      const { health } = await dialogue.status();
      if (health === 'ready' && !waits) {
        if (proved === true) return { outcome: 'printed' };
        if (proved === undefined) return { outcome: 'unknown', code: PrintDoubt.unproven };
      }
      // Some say that they are offline while they print; a reason is what gives a document up.
      if (waits && (health === 'ready' || health === PrintFailure.offline)) continue;
      // What was printed while it was seen to fail is on paper: its proof comes before the word that all is cleared.
      await dialogue.clear(!isSilent(health));
      return proved === true || health === 'ready' || isSilent(health) ? doubtful : failed(health as PrintFailure);
    }
  } catch {
    return doubtful;
  }
}

/** Whole, and gone out of our hands. */
async function handedOver(dialogue: PrinterDialogue): Promise<PrintOutcome> {
  try {
    await dialogue.handOver();
    return { outcome: 'unknown', code: PrintDoubt.unproven };
  } catch (fault) {
    return failed(failureOfLine(fault));
  }
}

/** The document went out whole, and nobody says what became of it. */
const doubtful: PrintOutcome = { outcome: 'unknown', code: PrintDoubt.unknown };

function isSilent(health: PrinterStatus['health']): boolean {
  return health === PrintFailure.mute || health === PrintFailure.off || health === 'unknown';
}

function failed(code: PrintFailure): PrintOutcome {
  return { outcome: 'failed', code, begun: true };
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}
