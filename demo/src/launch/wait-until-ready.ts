import { setTimeout as sleep } from 'node:timers/promises';

/** Resolves when the question is answered with yes; rejects when the signal is aborted first. */
export async function waitUntilReady(
  ask: (signal: AbortSignal) => Promise<boolean>,
  signal: AbortSignal,
): Promise<void> {
  for (;;) {
    signal.throwIfAborted();
    // A connection that is refused is a no: not listening yet.
    if (await ask(AbortSignal.any([signal, AbortSignal.timeout(5_000)])).catch(() => false)) return;
    await sleep(150, undefined, { signal });
  }
}
