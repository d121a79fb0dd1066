import { AppError } from '@foyer/contracts/app-error.ts';
import { strictObject, type Static } from '@foyer/contracts/schema.ts';
import { ClinicKeyEscrow, UpBatch, maxBatchBytes } from '@foyer/contracts/sync-protocol.ts';
import Type from 'typebox';
import { readFeed } from '../feed/use-cases.ts';
import { answer, clinicOf, refused, type Route } from '../route.ts';
import { publishDueSchedule } from '../scheduling/use-cases.ts';
import { escrowClinicKey } from '../tenancy/use-cases-keys.ts';
import type { UseCaseContext } from '../use-case-context.ts';
import { noteEdgeHeard, readPosition, takeBatch } from './use-cases.ts';

const FeedQuery = strictObject({
  after: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER, default: 0 }),
  /** Seconds. */
  wait: Type.Integer({ minimum: 0, maximum: 60, default: 0 }),
});
const clinicKeyBytes = 32;
/** A backlog goes as fast as it can; this bounds a line that went mad. */
const requestsPerMinute = 6_000;

export interface RelayReports {
  onRows(facts: { rows: number; dead: number }): void;
  onRefusedBatch(code: string): void;
}

export function relayRoutes(context: UseCaseContext, reports: RelayReports): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/sync/v1/position',
      access: 'edge',
      summary: 'What the centre holds of the clinic’s log',
      perMinute: requestsPerMinute,
      handle: async ({ caller }) => answer(await readPosition(context, clinicOf(caller))),
    },
    {
      method: 'PUT',
      path: '/sync/v1/clinic-key',
      access: 'edge',
      summary: 'Give the clinic key into escrow',
      body: ClinicKeyEscrow,
      async handle({ caller, body }) {
        const key = Buffer.from((body as ClinicKeyEscrow).clinicKey, 'base64');
        if (key.length !== clinicKeyBytes) throw new AppError('invalid-request');
        if (await escrowClinicKey(context, clinicOf(caller), key)) return answer({ ok: true });
        return refused({ code: 'fork' });
      },
    },
    {
      method: 'POST',
      path: '/sync/v1/rows',
      access: 'edge',
      summary: 'Relay rows of the clinic’s log, in order',
      body: UpBatch,
      bodyLimitBytes: maxBatchBytes,
      perMinute: requestsPerMinute,
      async handle({ caller, body }) {
        const batch = body as UpBatch;
        if (batch.clinicId !== clinicOf(caller)) throw new AppError('batch-of-another-clinic');
        const taken = await takeBatch(context, batch);
        if (taken.ok) reports.onRows({ rows: batch.rows.length, dead: taken.dead });
        else reports.onRefusedBatch(taken.refusal.code);
        return answer(taken, taken.ok ? 200 : 409);
      },
    },
    {
      method: 'GET',
      path: '/sync/v1/feed',
      access: 'edge',
      summary: 'What the edge has not seen yet; waits for something new',
      query: FeedQuery,
      perMinute: requestsPerMinute,
      compressed: true,
      async handle({ caller, query, signal }) {
        const clinicId = clinicOf(caller);
        const { after, wait } = query as Static<typeof FeedQuery>;
        await noteEdgeHeard(context, clinicId);
        await publishDueSchedule(context, clinicId);
        const page = await readFeed(context, clinicId, after, wait * 1_000, signal);
        if (!signal.aborted && wait > 0) await noteEdgeHeard(context, clinicId);
        return answer(page);
      },
    },
  ];
}
