import { afterEach, describe, expect, it } from 'vitest';
import { EdgeUnderTest } from './testing/an-edge.ts';

const started: EdgeUnderTest[] = [];
afterEach(async () => {
  for (const edge of started.splice(0)) await edge.end();
});

describe('a data folder', () => {
  it('is served by one edge at a time, and by the next once that has stopped', async () => {
    const first = await new EdgeUnderTest().start();
    started.push(first);
    const { dataDir } = first.config;
    await expect(new EdgeUnderTest({ dataDir }).start()).rejects.toMatchObject({
      code: 'data-folder-in-use',
      facts: { folder: dataDir, pid: process.pid },
    });
    expect((await first.call('GET', '/readyz')).status).toBe(200);
    await first.restart();
    expect((await first.call('GET', '/readyz')).status).toBe(200);
  });
});
