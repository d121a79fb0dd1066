// `npm start`: the demonstration clinic. Ctrl-C or SIGTERM stops everything it started, and nothing is left behind.

import { enableCompileCache } from 'node:module';

enableCompileCache();

const { startDemonstration } = await import('./launch/demonstration.ts');
const { linkLines } = await import('./launch/screen-links.ts');
const { loadSettings } = await import('./launch/settings.ts');

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
    settings: await loadSettings(process.env),
    environment: process.env,
    say,
    signal: stopping.signal,
  });
  const { links, edgeUrl, lanTlsUrl, pmsUrl, devicesUrl, users, staff } = demonstration;
  say('');
  for (const link of links) for (const line of linkLines(link, edgeUrl, lanTlsUrl)) say(line);
  say(`  ${'Dashboard'.padEnd(16)}${pmsUrl}/   ${users[0]?.email} / ${users[0]?.password}`);
  say(`  ${'Virtual devices'.padEnd(16)}${devicesUrl}/`);
  say('');
  say('  Sign in on a tablet with a name and its PIN:');
  for (const { name, roles, pin } of staff) say(`  ${''.padEnd(16)}${name.padEnd(18)}${pin}   ${roles.join(', ')}`);
  say('');
  say('foyer ready');
  await stopped;
  say('stopping');
  await demonstration.stop();
} catch (fault) {
  if (!stopping.signal.aborted) {
    say(fault instanceof Error ? fault.message : String(fault));
    process.exitCode = 1;
  }
}
