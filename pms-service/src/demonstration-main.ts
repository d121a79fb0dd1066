// The centre as a child of the demonstration: serves as ever, and fills itself with the facts that the parent sends as
// its first message. Answers with the credentials and the address; ends when the parent does.

import { once } from 'node:events';
import { enableCompileCache } from 'node:module';
import { createPms } from './compose.ts';
import { readConfig } from './config/settings.ts';
import { seedDemonstration, type DemonstrationCredentials, type DemonstrationFacts } from './demonstration.ts';
import { untilSignal } from './until-signal.ts';

/** What the parent hears, once. */
export interface DemonstrationReady extends DemonstrationCredentials {
  readonly url: string;
}

enableCompileCache();
const stop = untilSignal();
const pms = createPms(readConfig(process.env));
const [[facts]] = await Promise.all([once(process, 'message') as Promise<[DemonstrationFacts]>, pms.start()]);
const credentials = await seedDemonstration(pms.context, facts);
process.send?.({ url: pms.url, ...credentials } satisfies DemonstrationReady);
await stop;
await pms.stop();
if (process.connected) process.disconnect();
