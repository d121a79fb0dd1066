import { once } from 'node:events';

/** Resolves when the process is told to stop: Ctrl-C, SIGTERM, or a parent that is gone. */
export async function untilSignal(): Promise<void> {
  const signals = [once(process, 'SIGINT'), once(process, 'SIGTERM')];
  if (process.connected) signals.push(once(process, 'disconnect'));
  await Promise.race(signals);
}
