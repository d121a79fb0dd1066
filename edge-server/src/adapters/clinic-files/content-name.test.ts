import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { contentName } from './content-name.ts';

it('is half of the SHA-256 of what a file holds, and leaves everything else its turn while a video is read', async () => {
  const video = Buffer.alloc(9 * 1024 * 1024, 7);
  let turns = 0;
  let isNamed = false;
  const named = contentName(video).finally(() => (isNamed = true));
  while (!isNamed) {
    await new Promise((turn) => setImmediate(turn));
    turns += 1;
  }
  expect(turns).toBeGreaterThanOrEqual(4);
  expect(await named).toBe(createHash('sha256').update(video).digest('hex').slice(0, 32));
});
