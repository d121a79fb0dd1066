// The writer's thread begins here: the compile cache first, then everything else.

import { enableCompileCache } from 'node:module';

enableCompileCache();
const { serveWriter } = await import('./thread.ts');
serveWriter();
