/** Every fault, in the order of `npm run faults`. */
import { acknowledge } from './acknowledge.ts';
import { day } from './day.ts';
import { kill } from './kill.ts';
import type { Fault } from './kit/fault.ts';
import { linearizable } from './linearizable.ts';
import { race } from './race.ts';
import { screens } from './screens.ts';

export const faults: readonly Fault[] = [kill, acknowledge, race, linearizable, screens, day];
