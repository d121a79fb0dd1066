// `node appliance/src/update-main.js --root FOLDER [--urgent] BUNDLE`: asks the supervisor for an update and waits for its
// end. Exit status 0 when the new version is kept, 1 when not, 2 when the question is wrong.

import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { errorCodes } from '@foyer/contracts/error-codes.ts';
import { askForUpdate } from './updates/ask-for-update.ts';
import { placesIn } from './updates/places.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { root: { type: 'string', default: '.' }, urgent: { type: 'boolean', default: false } },
});
const [folder] = positionals;
const longestMs = 60 * 60_000;

if (folder === undefined) {
  console.error('usage: update-main.js --root FOLDER [--urgent] BUNDLE');
  process.exitCode = 2;
} else {
  const asked = { folder: resolve(folder), urgent: values.urgent };
  const last = await askForUpdate(placesIn(resolve(values.root)), asked, AbortSignal.timeout(longestMs));
  console.log(last === undefined ? 'no end yet: look at the journal' : last.end);
  if (last?.code) console.log(`${last.code}: ${errorCodes[last.code].meaning}`);
  process.exitCode = last?.end === 'kept' ? 0 : 1;
}
