// The centre's feed inside the open transaction: what it owns goes into the reference tables, what decisions use into
// the log, its requests are run. Idempotent by number; an item that cannot be applied is set aside and those behind it
// go on.

import type { FeedItem, FeedPage } from '@foyer/contracts/sync-protocol.ts';
import type { Fact } from '@foyer/contracts/events.ts';
import type { ErrorCode } from '@foyer/contracts/error-codes.ts';
import { invariant } from '@foyer/contracts/app-error.ts';
import type { Projections } from '../ports/projections.ts';
import type { ReferenceTables } from '../ports/reference-data.ts';
import type { StatusAnswer, Submission } from '../ports/writer.ts';
import { feedFacts } from '../use-cases/feed-facts.ts';
import { ticketRequest } from '../use-cases/ticket-request.ts';
import type { Memory } from './memory.ts';

export interface FeedApplierParts {
  readonly reference: ReferenceTables;
  readonly projections: Projections;
  readonly memory: Memory;
  /** Appends facts of the system's own. */
  readonly append: (facts: readonly Fact[]) => void;
  /** The first rows of a clinic that the centre has adopted before anybody set it up here. */
  readonly initialise: (configuration: NonNullable<Extract<FeedItem, { kind: 'configuration' }>['body']>) => void;
  readonly submit: (submission: Submission) => StatusAnswer;
  /** Runs one item in a savepoint of its own; answers why it failed. */
  readonly attempt: (apply: () => ErrorCode | undefined) => ErrorCode | undefined;
  readonly now: () => number;
}

export class FeedApplier {
  readonly #parts: FeedApplierParts;

  constructor(parts: FeedApplierParts) {
    this.#parts = parts;
  }

  apply(page: FeedPage): void {
    const { reference, attempt, now } = this.#parts;
    const done = reference.feedNumber();
    for (const item of page.items) {
      if (item.number <= done) continue;
      const code = attempt(() => this.#applyItem(item));
      if (code !== undefined) reference.failed(item, code, now());
    }
    reference.advanceFeed(page.next);
  }

  #applyItem(item: FeedItem): ErrorCode | undefined {
    const { reference, projections, memory, append, initialise } = this.#parts;
    switch (item.kind) {
      case 'patient':
        if (projections.patient(item.id)?.erased !== true) reference.apply(item);
        return undefined;
      case 'appointment':
      case 'price':
      case 'staff':
      case 'check-in-key':
        reference.apply(item);
        return undefined;
      case 'request':
        return item.body === null ? undefined : this.#run(item.body);
      default: {
        const { clinic } = memory;
        if (clinic === undefined) {
          if (item.kind !== 'configuration' || item.body === null) return 'not-ready';
          initialise(item.body);
          return undefined;
        }
        const request = (id: string) => projections.request(id);
        const { clinicId, configuration, version } = clinic;
        const found = feedFacts(item, {
          clinicId,
          configuration,
          version,
          records: projections,
          request,
        });
        if (!found.ok) return found.refusal.code;
        append(found.facts);
        return undefined;
      }
    }
  }

  /** A request is answered in the log, once: the answer travels up with the rows. */
  #run({ requestId, kind, body }: { requestId: string; kind: string; body?: unknown }): ErrorCode | undefined {
    const { projections, append, submit } = this.#parts;
    if (projections.request(requestId) !== undefined) return undefined;
    const asked = kind === 'ticket-command' ? ticketRequest(body) : undefined;
    if (asked === undefined) {
      append([
        {
          type: 'v1.RequestAnswered',
          body: { requestId, accepted: false, code: 'invalid-request' },
        },
      ]);
      return undefined;
    }
    const answer = submit(asked);
    if (answer.ok) {
      append([{ type: 'v1.RequestAnswered', body: { requestId, accepted: true } }]);
      return undefined;
    }
    invariant('refusal' in answer || 'error' in answer, 'an answer that is not ok says why');
    const code = 'refusal' in answer ? answer.refusal.code : answer.error.code;
    append([{ type: 'v1.RequestAnswered', body: { requestId, accepted: false, code } }]);
    return undefined;
  }
}
