// A process that serves the centre from the settings of its environment until it is killed: the second copy of a test.

import { createPms } from '../compose.ts';
import { readConfig } from '../config/settings.ts';

const pms = createPms(readConfig(process.env), { passwordCost: { memoryCostKiB: 8, timeCost: 1 } });
await pms.start();
process.send?.(pms.url);
