// The process of a check.

import { answerAside } from './aside-process.ts';
import type { CheckQuestion } from './check-aside.ts';
import { composeAudit } from './compose-audit.ts';

answerAside(({ databasePath, clinicKeyPath, committed }: CheckQuestion) => {
  const audit = composeAudit({ databasePath, clinicKeyPath });
  try {
    return audit.check({ committed });
  } finally {
    audit.close();
  }
});
