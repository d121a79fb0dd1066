import { describe, expect, it } from 'vitest';
import { silentLog } from '../ports/log.ts';
import type { Committed } from '../ports/writer.ts';
import { TellFeedFailures } from './tell-feed-failures.ts';

describe('an item of the feed that could not be applied', () => {
  it('is a line in the log, by ids and code; other work items are not', async () => {
    const lines: unknown[] = [];
    let tell: (committed: Committed) => void = () => undefined;
    const reaction = new TellFeedFailures({
      writer: { onCommitted: (listener) => (tell = listener) },
      log: { ...silentLog, error: (event, facts) => lines.push([event, facts]) },
    });
    await reaction.start();
    const raised = (kind: string) => ({
      epoch: 1,
      seq: 7,
      type: 'v1.WorkItemRaised',
      at: 1,
      actor: 'system',
      commandId: null,
      body: { workItemId: 'w', kind, code: 'internal', about: { number: '4', item: 'price', id: 'p' } },
    });
    const rows = [raised('feed-failed'), raised('left-unseen')];
    tell({ epoch: 1, seq: 7, at: 1, businessDay: '', queue: {}, billing: {}, rows, subjects: [], reference: true });
    expect(lines).toEqual([['feed-failed', { code: 'internal', number: '4', item: 'price', id: 'p' }]]);
    await reaction.stop();
  });
});
