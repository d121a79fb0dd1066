// The thread of a running writer, by the machine's own clock.

import { afterEach, describe, expect, it, vi } from 'vitest';
import { hourMs } from '@foyer/contracts/time.ts';
import { openForWriting } from '../adapters/sqlite/connection.ts';
import { createHeartbeat } from '../adapters/sqlite/heartbeat.ts';
import { openReadModel } from '../adapters/sqlite/read-model.ts';
import type { Beat, Heartbeat } from '../ports/heartbeat.ts';
import { WriterClient } from './client.ts';
import type { WriterSettings } from './jobs.ts';
import { aConfiguration, aFolder } from './testing/a-writer.ts';

const running: WriterClient[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((writer) => writer.stop()));
});

async function started(settings: WriterSettings): Promise<WriterClient> {
  const writer = new WriterClient(settings);
  running.push(writer);
  await writer.start();
  return writer;
}
function looking<T>({ databasePath }: WriterSettings, look: (heartbeat: Heartbeat) => T): T {
  const db = openForWriting(databasePath);
  try {
    return look(createHeartbeat(db));
  } finally {
    db.close();
  }
}

describe('the heartbeat', () => {
  it('is kept while nobody waits, and after an hour without one the next start notices the gap', async () => {
    const settings = aFolder();
    const writer = await started(settings);
    await writer.initialise({ configuration: aConfiguration(), openServicePoints: true, staff: [], prices: [] });
    const beat = await vi.waitFor(() => {
      const last = looking(settings, (heartbeat) => heartbeat.last());
      expect(last?.seq).toBeGreaterThan(0);
      return last as Beat;
    }, 20_000);
    await writer.stop();

    const from = beat.at - hourMs;
    looking(settings, (heartbeat) => heartbeat.beat({ ...beat, at: from }));
    await started(settings);
    const read = openReadModel(settings.databasePath);
    const [row] = read.logAfter({ epoch: 1, seq: beat.seq }, 10);
    read.close();
    expect(row).toMatchObject({ type: 'v1.GapNoticed', actor: 'system', commandId: null });
    expect(JSON.parse(row?.body ?? '')).toMatchObject({ from });
  });
});
