import { setTimeout as sleep } from 'node:timers/promises';

/** Resolves when the address answers with success; rejects when the signal is aborted first. */
export async function waitUntilReady(
  url: string,
  signal: AbortSignal,
  headers: Record<string, string> = {},
): Promise<Response> {
  for (;;) {
    signal.throwIfAborted();
    try {
      const response = await fetch(url, { headers, signal: AbortSignal.any([signal, AbortSignal.timeout(5_000)]) });
      if (response.ok) return response;
      await response.body?.cancel();
    } catch {
      // Not listening yet.
    }
    await sleep(150, undefined, { signal });
  }
}
