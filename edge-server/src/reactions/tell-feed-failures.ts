// An item of the centre's feed that could not be applied is a line in the log at once: its work item waits for a person,
// who may come later.

import type { EventBody } from '@foyer/contracts/events.ts';
import type { Log } from '../ports/log.ts';
import type { Writer } from '../ports/writer.ts';

export interface TellFeedFailuresParts {
  readonly writer: Pick<Writer, 'onCommitted'>;
  readonly log: Log;
}

export class TellFeedFailures {
  readonly name = 'tell-feed-failures';
  readonly #parts: TellFeedFailuresParts;

  constructor(parts: TellFeedFailuresParts) {
    this.#parts = parts;
  }

  async start(): Promise<void> {
    const { writer, log } = this.#parts;
    writer.onCommitted(({ rows }) => {
      for (const { type, body } of rows) {
        if (type !== 'v1.WorkItemRaised') continue;
        const { kind, code, about } = body as EventBody<'v1.WorkItemRaised'>;
        if (kind === 'feed-failed') log.error('feed-failed', { code, ...about });
      }
    });
  }

  async stop(): Promise<void> {}
}
