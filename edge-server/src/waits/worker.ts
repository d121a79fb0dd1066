// The estimating thread begins here: the compile cache first, then everything else.

import { enableCompileCache } from 'node:module';

enableCompileCache();
const { serveEstimates } = await import('./thread.ts');
serveEstimates();
