// The thread of a check: one question, one answer, and it ends.

import { parentPort, workerData } from 'node:worker_threads';
import type { CheckQuestion } from './check-thread.ts';
import { composeAudit } from './compose-audit.ts';

const { databasePath, clinicKeyPath, committed } = workerData as CheckQuestion;
const audit = composeAudit({ databasePath, clinicKeyPath });
parentPort?.postMessage(audit.check({ committed }));
audit.close();
