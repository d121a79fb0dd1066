// A question that takes long and much memory, in a process of its own: nobody waits for it, what it took is the system's
// again when it ends, and where memory runs out it is that process that goes and not the edge. One question, one answer.

import { fork } from 'node:child_process';

/** What the process answers. */
export type AsideReport = { readonly answer: unknown } | { readonly fault: unknown };

/**
 * `file`: the process, which calls `answerAside`. Rejects with what it threw, or where it ended without an answer; an
 * aborted one is ended and resolves with undefined.
 */
export function askAside<Question extends object, Answer>(
  file: string,
  question: Question,
  signal: AbortSignal,
): Promise<Answer | undefined> {
  if (signal.aborted) return Promise.resolve(undefined);
  const child = fork(file, { serialization: 'advanced', stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const end = (): void => void child.kill('SIGKILL');
  child.unref();
  child.channel?.unref();
  signal.addEventListener('abort', end, { once: true });
  return new Promise<Answer | undefined>((resolve, reject) => {
    child.once('error', reject);
    child.once('message', (report: AsideReport) => {
      if ('fault' in report) reject(report.fault);
      else resolve(report.answer as Answer | undefined);
    });
    child.once('close', (code, endedBy) => {
      if (signal.aborted) resolve(undefined);
      else reject(new Error(`the process aside ended with ${endedBy ?? code} and without an answer`));
    });
    child.send(question, (cause) => cause && !signal.aborted && reject(cause));
  }).finally(() => signal.removeEventListener('abort', end));
}
