// The centre as a child of the demonstration: serves as ever, and fills itself with the facts that the parent sends as
// its first message. Answers with the credentials and the address; ends when the parent does.

import { once } from 'node:events';
import { enableCompileCache } from 'node:module';
import type { DemonstrationCredentials, DemonstrationFacts } from './demonstration.ts';

/** What the parent hears, once. */
export interface DemonstrationReady extends DemonstrationCredentials {
  readonly url: string;
}

enableCompileCache();
const greeting = once(process, 'message') as Promise<[DemonstrationFacts]>;
const { createPms } = await import('./compose.ts');
const { readConfig } = await import('./config/settings.ts');
const { seedDemonstration } = await import('./demonstration.ts');
const { untilSignal } = await import('./until-signal.ts');

const told = untilSignal();
const pms = createPms(readConfig(process.env));
await pms.start();
const greeted = await Promise.race([greeting, told.then(() => undefined)]);
if (greeted !== undefined) {
  const credentials = await seedDemonstration(pms.context, greeted[0]);
  process.send?.({ url: pms.url, ...credentials } satisfies DemonstrationReady);
  await told;
}
await pms.stop();
if (process.connected) process.disconnect();
