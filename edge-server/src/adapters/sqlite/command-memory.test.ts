import { expect, it } from 'vitest';
import { dayMs } from '@foyer/contracts/time.ts';
import { createCommandMemory } from './command-memory.ts';
import { openInMemory } from './connection.ts';
import { migrate } from './migrate.ts';

it('keeps a refusal as long as its command may be repeated, and the table its size', () => {
  const db = openInMemory();
  migrate(db);
  const memory = createCommandMemory(db);
  const refuse = (commandId: string, at: number): void =>
    memory.refused({
      at,
      actor: 'device:kiosk',
      command: 'issue-ticket',
      commandId,
      code: 'service-closed',
      status: 409,
      bodyHash: new Uint8Array(32),
      answer: '{"ok":false}',
    });
  for (let nth = 0; nth < 20; nth++) refuse(`old-${nth}`, nth);
  const later = 31 * dayMs + 19;
  refuse('new-0', later);
  expect(memory.recall('old-7')).toBeUndefined();
  expect(memory.recall('old-8')).toBeDefined();
  refuse('new-1', later);
  refuse('new-2', later);
  expect(memory.recall('old-18')).toBeUndefined();
  expect(memory.recall('old-19')).toMatchObject({ status: 409 });
  expect(db.prepare('SELECT count(*) AS count FROM refusals').get()).toEqual({ count: 4 });
  db.close();
});
