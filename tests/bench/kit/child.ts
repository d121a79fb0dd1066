/** A helper process of a bench: a TypeScript file of this folder that talks over its channel. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface BenchChild<Order extends object, Report extends { readonly kind: string }> {
  tell(order: Order): void;
  /** The next report of this kind that has not been taken yet. */
  next<Kind extends Report['kind']>(kind: Kind): Promise<Extract<Report, { kind: Kind }>>;
  stop(): Promise<void>;
}

export function startChild<Order extends object, Report extends { readonly kind: string }>(
  file: string,
  args: readonly string[] = [],
): BenchChild<Order, Report> {
  const child: ChildProcess = fork(join(import.meta.dirname, file), [...args]);
  const reports: Report[] = [];
  const waiting: { kind: string; take: (report: Report) => void; fail: (error: Error) => void }[] = [];
  child.on('message', (report: Report) => {
    const index = waiting.findIndex((one) => one.kind === report.kind);
    if (index < 0) reports.push(report);
    else waiting.splice(index, 1)[0]?.take(report);
  });
  child.once('exit', () => {
    for (const one of waiting.splice(0)) one.fail(new Error(`${file} ended`));
  });
  return {
    tell: (order) => void child.send(order),
    next: (kind) => {
      const index = reports.findIndex((report) => report.kind === kind);
      if (index >= 0) return Promise.resolve(reports.splice(index, 1)[0] as never);
      return new Promise((resolve, reject) => {
        waiting.push({ kind, take: (report) => resolve(report as never), fail: reject });
      });
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}
