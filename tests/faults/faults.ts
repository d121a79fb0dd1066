/** Every fault, in the order of `npm run faults`. */
import { acknowledge } from './acknowledge.ts';
import { day } from './day.ts';
import { fuzzDocuments } from './fuzz-documents.ts';
import { io } from './io.ts';
import { kill } from './kill.ts';
import type { Fault } from './kit/fault.ts';
import { linearizable } from './linearizable.ts';
import { mqttAcl } from './mqtt-acl.ts';
import { power } from './power.ts';
import { printer } from './printer.ts';
import { race } from './race.ts';
import { relay } from './relay.ts';
import { replace } from './replace.ts';
import { screens } from './screens.ts';
import { sevenDays } from './seven-days.ts';
import { update } from './update.ts';

export const faults: readonly Fault[] = [
  kill,
  acknowledge,
  race,
  linearizable,
  screens,
  day,
  mqttAcl,
  fuzzDocuments,
  printer,
  update,
  power,
  io,
  relay,
  replace,
  sevenDays,
];
