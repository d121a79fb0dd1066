// The edge's process: boots, says where it is, and stops when it is told to.

import { enableCompileCache } from 'node:module';
import { setFlagsFromString } from 'node:v8';
import type { RunningEdge } from './compose.ts';

enableCompileCache();
// What a start allocates stays. Without this V8 takes it for a busy program, and keeps some 30 MB of room for what dies young.
setFlagsFromString('--semi-space-growth-factor=1');
const { beginWriterThread } = await import('./writer/begin-thread.ts');
const writerThread = beginWriterThread();
const { loadConfig } = await import('./config/load-config.ts');
const config = loadConfig(process.env);
const { pinoLog } = await import('./pino-log.ts');
const log = pinoLog(config.logLevel);
const { startEdge } = await import('./compose.ts');
const { Ending } = await import('./ending.ts');

process.on('unhandledRejection', (cause) => {
  log.error('unhandled', {}, cause);
  process.exit(1);
});

const graceMs = 10_000;
/** The writer is gone: what was answered leaves, and nothing more is worth waiting for. */
const lastWordsMs = 2_000;

const late: { edge?: RunningEdge } = {};
const ending = new Ending({ stop: async () => late.edge?.stop(), exit: (status) => process.exit(status), log });
const onFatal = (): void => ending.begin({ status: 1, withinMs: lastWordsMs });
const edge = await startEdge(config, { log, writerThread, onFatal, onLogLevel: (level) => log.setLevel(level) }).catch(
  (fault: unknown) => {
    log.error('edge-not-started', {}, fault);
    process.exit(1);
  },
);
late.edge = edge;
setFlagsFromString('--semi-space-growth-factor=2');
const { url, tlsUrl, mqttUrl, scannerPort, authorityWords } = edge;
log.info('edge-ready', { url, tlsUrl, mqttUrl, authorityWords, ...(scannerPort === undefined ? {} : { scannerPort }) });
if (edge.firstRunCode !== undefined) {
  console.log(`First run: open ${edge.url}/first-run on this machine; the one-time code is ${edge.firstRunCode}`);
}

function stop(signal: NodeJS.Signals | 'disconnect'): void {
  if (ending.hasBegun) return;
  log.info('edge-stopping', { signal });
  ending.begin({ status: 0, withinMs: graceMs });
}
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
// A parent that is gone leaves nothing behind.
if (process.connected) process.on('disconnect', () => stop('disconnect'));
