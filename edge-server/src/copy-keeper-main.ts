// `copy-keeper-main.ts --folder FOLDER --secret FILE [--port 8470] [--bind ADDRESS]`: keeps the copy of a clinic's log for
// its box, until it is stopped. It can read none of it. Exit status 2 when the question is wrong.

import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import { startCopyKeeper } from './compose-copy-keeper.ts';
import { readSecret } from './config/read-copies.ts';

const { values } = parseArgs({
  options: {
    folder: { type: 'string' },
    secret: { type: 'string' },
    port: { type: 'string', default: '8470' },
    bind: { type: 'string', default: '0.0.0.0' },
  },
});
const secret = values.secret === undefined ? undefined : readSecret(values.secret);
const port = Number(values.port);
if (values.folder === undefined || secret === undefined || !Number.isInteger(port)) {
  console.error('usage: copy-keeper --folder FOLDER --secret FILE [--port 8470] [--bind ADDRESS]');
  console.error('The secret is a text of 16 signs or more, the same as on the box.');
  process.exitCode = 2;
} else {
  const keeper = await startCopyKeeper({ folder: resolve(values.folder), secret, port, host: values.bind });
  console.log(`Keeps a copy in ${resolve(values.folder)}; port ${keeper.port}.`);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void keeper.stop());
}
