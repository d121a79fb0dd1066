// The centre's process: `serve` (without a verb too), and what an operator types beside it.

import { enableCompileCache } from 'node:module';

enableCompileCache();

const { runVerb } = await import('./verbs.ts');
process.exitCode = await runVerb(process.argv.slice(2), process.env);
