import { describe, expect, it } from 'vitest';
import { failOver } from './kit/failover-trial.ts';
import { createRandom } from './kit/random.ts';

describe('a failover', () => {
  it('shows what is lost where commits do not wait for the standby', async () => {
    const { lost, doubled } = await failOver({ edges: 1, synchronous: false, random: createRandom(7) });
    expect(lost).toBeGreaterThan(0);
    expect(doubled).toBe(0);
  }, 120_000);
});
