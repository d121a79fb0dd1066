/** A process of its own for one run of scripts, so that its sources can be those of a variant: seed, scripts, kiosks. */
import { createRandom } from '../../bench/kit/random.ts';
import { judgePaper, type PaperVerdict } from './paper-judge.ts';
import { PrinterHouse } from './printer-house.ts';
import { playScript } from './printer-scripts.ts';

export type PrinterRun = PaperVerdict & { readonly scripts: number };

const [seed = 1, scripts = 1, kiosks = 1] = process.argv.slice(2).map(Number);

const random = createRandom(seed);
const house = await PrinterHouse.open(kiosks);
const violations: string[] = [];
let left = scripts;
await Promise.all(
  house.doors.map(async (door) => {
    while (left-- > 0) violations.push(...(await playScript(house, door, random)));
  }),
);
await house.close();
const verdict = judgePaper(house.rows, house.sheets, (actor) => house.printerOf(actor));
const run: PrinterRun = { ...verdict, scripts, violations: [...violations, ...verdict.violations] };
process.send?.(run);
process.disconnect?.();
