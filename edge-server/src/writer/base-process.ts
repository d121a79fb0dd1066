// The process that makes a base.

import { answerAside } from './aside-process.ts';
import { makeBase } from './make-base.ts';

answerAside(makeBase);
