// A process to be killed: issues tickets from eight sides at once and says each one that was acknowledged.

import type { Command } from '@foyer/contracts/commands.ts';
import { WriterClient } from '../client.ts';
import { aConfiguration, consultation, supervisor } from './a-writer.ts';
import { uuidV7 } from '@foyer/contracts/ids.ts';
import { randomBytes } from 'node:crypto';

const [databasePath = '', clinicKeyPath = ''] = process.argv.slice(2);
const writer = new WriterClient({ databasePath, clinicKeyPath });
await writer.start();
await writer
  .initialise({ configuration: aConfiguration(), openServicePoints: true, staff: [], prices: [] })
  .catch(() => undefined);

async function keepIssuing(): Promise<never> {
  for (;;) {
    const commandId = uuidV7(Date.now(), randomBytes(10));
    const answer = await writer.submit({
      command: { commandId, type: 'issue-ticket', serviceId: consultation } as Command,
      sender: supervisor,
    });
    if (answer.ok && 'result' in answer) {
      process.stdout.write(`${commandId} ${(answer.result['ticket'] as { number: string }).number}\n`);
    }
  }
}
await Promise.all(Array.from({ length: 8 }, keepIssuing));
