// `npm start`: the demonstration clinic. Ctrl-C or SIGTERM stops everything it started, and nothing is left behind.

import { enableCompileCache } from 'node:module';

enableCompileCache();

const { AppError } = await import('@foyer/contracts/app-error.ts');
const { startDemonstration } = await import('./launch/demonstration.ts');
const { lanAddress } = await import('./launch/lan-address.ts');
const { loadSettings } = await import('./launch/settings.ts');
const { welcomeLines } = await import('./launch/welcome.ts');

const stopping = new AbortController();
const stopped = new Promise<void>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      stopping.abort(new Error(`stopped by ${signal}`));
      resolve();
    });
  }
});
const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

try {
  const demonstration = await startDemonstration({
    settings: await loadSettings(process.env, lanAddress()),
    environment: process.env,
    say,
    signal: stopping.signal,
  });
  for (const line of welcomeLines(demonstration)) say(line);
  await stopped;
  say('stopping');
  await demonstration.stop();
} catch (fault) {
  if (!stopping.signal.aborted) {
    say(fault instanceof Error ? fault.message : String(fault));
    if (fault instanceof AppError) say(JSON.stringify(fault.facts));
    process.exitCode = 1;
  }
}
