import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { openReadModel } from '../adapters/sqlite/read-model.ts';
import { composeAudit } from './compose-audit.ts';
import { aFolder } from './testing/a-writer.ts';

/** Runs the child until it has acknowledged so many, kills it without warning, and gives what it had acknowledged. */
async function killedAfter(count: number, settings: ReturnType<typeof aFolder>): Promise<Map<string, string>> {
  const script = join(import.meta.dirname, 'testing/crash-child.ts');
  const child = spawn(process.execPath, [script, settings.databasePath, settings.clinicKeyPath], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(child, 'close');
  const acknowledged = new Map<string, string>();
  for await (const line of createInterface({ input: child.stdout })) {
    const [commandId = '', number = ''] = line.split(' ');
    if (number !== '') acknowledged.set(commandId, number);
    if (acknowledged.size === count) child.kill('SIGKILL');
  }
  await gone;
  return acknowledged;
}

describe('after kill -9', () => {
  it(
    'every acknowledged command is there, none twice, and the chain and the projections are whole',
    { timeout: 120_000 },
    async () => {
      const settings = aFolder();
      const acknowledged = new Map<string, string>();
      for (const count of [5, 120]) {
        for (const [commandId, number] of await killedAfter(count, settings)) acknowledged.set(commandId, number);
      }
      const read = openReadModel(settings.databasePath);
      const issued = read
        .logAfter({ epoch: 0, seq: 0 }, 100_000)
        .filter(({ type }) => type === 'v1.TicketIssued')
        .map((row) => [row.commandId, (JSON.parse(row.body) as { number: string }).number] as const);
      read.close();
      expect(new Set(issued.map(([commandId]) => commandId)).size).toBe(issued.length);
      expect(new Set(issued.map(([, number]) => number)).size).toBe(issued.length);
      const numbers = new Map(issued);
      for (const [commandId, number] of acknowledged) expect(numbers.get(commandId)).toBe(number);
      const audit = composeAudit(settings);
      expect(audit.verify()).toMatchObject({ ok: true });
      expect(audit.rebuild().differing).toEqual([]);
      audit.close();
    },
  );
});
