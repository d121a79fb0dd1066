// The edge's process: boots, says where it is, and stops when it is told to.

import { enableCompileCache } from 'node:module';

enableCompileCache();
const { loadConfig } = await import('./config/load-config.ts');
const config = loadConfig(process.env);
const { pinoLog } = await import('./pino-log.ts');
const log = pinoLog(config.logLevel);
const { startEdge } = await import('./compose.ts');

process.on('unhandledRejection', (cause) => {
  log.error('unhandled', {}, cause);
  process.exit(1);
});

const edge = await startEdge(config, { log, onFatal: () => process.exit(1) }).catch((fault: unknown) => {
  log.error('edge-not-started', {}, fault);
  process.exit(1);
});
log.info('edge-ready', { url: edge.url, tlsUrl: edge.tlsUrl, mqttUrl: edge.mqttUrl });
if (edge.firstRunCode !== undefined) {
  console.log(`First run: open ${edge.url}/first-run on this machine; the one-time code is ${edge.firstRunCode}`);
}

let stopping = false;
function stop(signal: NodeJS.Signals | 'disconnect'): void {
  if (stopping) return;
  stopping = true;
  log.info('edge-stopping', { signal });
  edge.stop().then(
    () => process.exit(0),
    (fault: unknown) => {
      log.error('edge-not-stopped', {}, fault);
      process.exit(1);
    },
  );
}
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
// A parent that is gone leaves nothing behind.
if (process.connected) process.on('disconnect', () => stop('disconnect'));
