// `npm run take-over -- --from COPY --into FOLDER [--secret FILE] [--skip N]`: a spare box takes a clinic over from a
// copy of its log, a folder or `https://host:port` of the machine that keeps it. Reads the recovery key from standard
// input. With `--from centre` from the centre that `--centre URL` or FOYER_PMS_URL names: reads the restore code from the
// first line, then the recovery key. Exit status 1 where it did not come to be, 2 when the question is wrong.

import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { AppError } from '@foyer/contracts/app-error.ts';
import { takeOverAsTyped } from './compose-typed-take-over.ts';
import { readSecret } from './config/read-copies.ts';

const { values } = parseArgs({
  allowPositionals: true,
  options: {
    from: { type: 'string' },
    into: { type: 'string' },
    secret: { type: 'string' },
    centre: { type: 'string' },
    skip: { type: 'string' },
  },
});
const skip = values.skip === undefined ? undefined : Number(values.skip);
const isRight = skip === undefined || (Number.isInteger(skip) && skip >= 0);
if (values.from === undefined || values.into === undefined || !isRight) {
  console.error('usage: take-over --from (COPY | centre) --into FOLDER [--secret FILE] [--centre URL] [--skip N]');
  process.exitCode = 2;
} else {
  process.exitCode = await run(values.from, values.into);
}

async function run(from: string, into: string): Promise<number> {
  const startedAt = performance.now();
  try {
    const secret = values.secret === undefined ? undefined : readSecret(values.secret);
    const centre = values.centre ?? (process.env['FOYER_PMS_URL'] || undefined);
    const taken = await takeOverAsTyped({ from, into, typed: readFileSync(0, 'utf8'), secret, centre, skip });
    if (taken === undefined) {
      console.error('The recovery key is not typed as it is printed.');
      return 1;
    }
    const { rows, lastAt, epoch, clockFrozen } = taken;
    console.log(`The copy had ${rows} rows, the last of ${new Date(lastAt).toISOString()}. The chain is whole.`);
    console.log(`Epoch ${epoch} begins behind it. What the lost box had written after that is not here.`);
    if (clockFrozen) console.log('The clock is far from the last row: the day goes on until the time is confirmed.');
    console.log(
      `Took ${((performance.now() - startedAt) / 1000).toFixed(1)} s. Give this machine the address and the name`,
    );
    console.log(`of the lost box, and start the edge with FOYER_DATA_DIR=${into}: its screens come by themselves.`);
    return 0;
  } catch (fault) {
    if (!(fault instanceof AppError)) throw fault;
    console.error(fault.message, fault.facts);
    return 1;
  }
}
