// The thread that makes a base: what it was asked comes with it, and it ends with its answer.

import { parentPort, workerData } from 'node:worker_threads';
import { type BaseQuestion, makeBase } from './make-base.ts';

parentPort?.postMessage(makeBase(workerData as BaseQuestion));
