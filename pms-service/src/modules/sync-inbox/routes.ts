import { AppError } from '@foyer/contracts/app-error.ts';
import { fewestDaysHeld, mostDaysHeld } from '@foyer/contracts/log-checkpoint.ts';
import { Uuid, strictObject, type Static } from '@foyer/contracts/schema.ts';
import { spokenVersions } from '@foyer/contracts/relay-line.ts';
import { ClinicKeyEscrow, UpBatch, maxBatchBytes, type FeedPlace } from '@foyer/contracts/sync-protocol.ts';
import Type from 'typebox';
import { readFeedAt, readFeedOfVersionOne } from '../feed/use-cases.ts';
import { answer, clinicOf, failed, refused, type Route } from '../route.ts';
import { settleLeases } from '../leases/use-cases.ts';
import { publishDueSchedule } from '../scheduling/use-cases.ts';
import { escrowClinicKey } from '../tenancy/use-cases-keys.ts';
import type { UseCaseContext } from '../use-case-context.ts';
import { signCheckpoint } from './checkpoint.ts';
import { giveBackRows } from './use-cases-give-back.ts';
import type { Doorway } from './doorway.ts';
import { admitVersion, busyAnswer, lineOf } from './line.ts';
import type { LogPlace } from './rules.ts';
import type { Turnstile } from './turnstile.ts';
import { noteEdgeHeard, readEpoch, readPosition, takeBatch } from './use-cases.ts';

const AnyNumber = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });
const FeedQuery = strictObject({
  after: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER, default: 0 }),
  /** Seconds. */
  wait: Type.Integer({ minimum: 0, maximum: 60, default: 0 }),
  incarnation: Type.Optional(Uuid),
  snapshotAt: Type.Optional(AnyNumber),
  snapshotFrom: Type.Optional(AnyNumber),
});
const PositionQuery = strictObject({
  /** The last row of the edge's own log, where it says. */
  epoch: Type.Optional(AnyNumber),
  seq: Type.Optional(AnyNumber),
  /** The last row that it was told is here. */
  toldEpoch: Type.Optional(AnyNumber),
  toldSeq: Type.Optional(AnyNumber),
});
const RowsQuery = strictObject({
  epoch: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }),
  from: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }),
});
const CheckpointQuery = strictObject({
  days: Type.Integer({ minimum: fewestDaysHeld, maximum: mostDaysHeld, default: fewestDaysHeld }),
});
const clinicKeyBytes = 32;
/** A backlog goes as fast as it can; this bounds a line that went mad. */
const requestsPerMinute = 6_000;

export interface RelayReports {
  onRows(facts: { rows: number; dead: number }): void;
  onRefusedBatch(code: string): void;
  onHeard(clinicId: string): void;
  /** Told to come again later. */
  onBusy(code: string): void;
}

/** What keeps a crowd of edges that return from standing in everybody’s way. */
export interface RelayEntrance {
  readonly doorway: Doorway;
  readonly turnstile: Turnstile;
}

export function relayRoutes(
  context: UseCaseContext,
  reports: RelayReports,
  { doorway, turnstile }: RelayEntrance,
): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/sync/v1/position',
      access: 'edge',
      summary: 'What the centre holds of the clinic’s log',
      query: PositionQuery,
      perMinute: requestsPerMinute,
      admit: admitVersion,
      async handle({ caller, query, headers }) {
        const { epoch, seq, toldEpoch, toldSeq } = query as Static<typeof PositionQuery>;
        reports.onHeard(clinicOf(caller));
        const said = { own: placeIn(epoch, seq), told: placeIn(toldEpoch, toldSeq) };
        const position = await doorway.pass(headers, () => readPosition(context, clinicOf(caller), said));
        return answer(lineOf(headers).version === 1 ? position : { ...position, speaks: spokenVersions });
      },
    },
    {
      method: 'PUT',
      path: '/sync/v1/clinic-key',
      access: 'edge',
      summary: 'Give the clinic key into escrow',
      body: ClinicKeyEscrow,
      admit: admitVersion,
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
      async admit({ caller, headers, signal }) {
        const spoken = await admitVersion({ headers });
        if (!spoken.ok) return spoken;
        const { rows, behind } = lineOf(headers);
        const entry = await turnstile.enter({ clinicId: clinicOf(caller), rows, behind }, signal);
        if (entry.ok) return entry;
        reports.onBusy(entry.code);
        return { ok: false, answer: busyAnswer(entry) };
      },
      async handle({ caller, body, headers }) {
        const batch = body as UpBatch;
        const { version, run, rows, behind } = lineOf(headers);
        if (batch.rows.length > rows) throw new AppError('invalid-request');
        if (batch.clinicId !== clinicOf(caller)) throw new AppError('batch-of-another-clinic');
        const taken = await takeBatch(context, batch, run, behind);
        if (taken.ok) reports.onRows({ rows: batch.rows.length, dead: taken.dead });
        else reports.onRefusedBatch(taken.refusal.code);
        const hinted = taken.ok && version > 1 ? { ...taken, next: turnstile.hint() } : taken;
        return answer(hinted, taken.ok ? 200 : 409);
      },
    },
    {
      method: 'GET',
      path: '/sync/v1/rows',
      access: 'edge',
      summary: 'Rows of the clinic’s own log, for an edge that lost them',
      query: RowsQuery,
      perMinute: requestsPerMinute,
      compressed: true,
      admit: admitVersion,
      async handle({ caller, query }) {
        const { epoch, from } = query as Static<typeof RowsQuery>;
        return answer(await giveBackRows(context, clinicOf(caller), { epoch, seq: from }));
      },
    },
    {
      method: 'GET',
      path: '/sync/v1/checkpoint',
      access: 'edge',
      summary: 'Up to where the clinic’s log was received so many days ago, signed',
      query: CheckpointQuery,
      perMinute: requestsPerMinute,
      admit: admitVersion,
      async handle({ caller, query }) {
        const { days } = query as Static<typeof CheckpointQuery>;
        return answer({ checkpoint: (await signCheckpoint(context, clinicOf(caller), days)) ?? null });
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
      admit: admitVersion,
      async handle({ caller, query, headers, signal }) {
        const clinicId = clinicOf(caller);
        const asked = query as Static<typeof FeedQuery>;
        const waitMs = asked.wait * 1_000;
        reports.onHeard(clinicId);
        await doorway.pass(headers, async () => {
          await noteEdgeHeard(context, clinicId);
          await publishDueSchedule(context, clinicId);
          await settleLeases(context, clinicId, () => readEpoch(context, clinicId));
        });
        const page =
          lineOf(headers).version === 1
            ? await readFeedOfVersionOne(context, clinicId, asked.after, waitMs, signal)
            : await readFeedAt(context, clinicId, placeOf(asked), waitMs, signal);
        if (page === undefined) return failed('snapshot-needed');
        if (!signal.aborted && waitMs > 0) await noteEdgeHeard(context, clinicId);
        return answer(page);
      },
    },
  ];
}

function placeIn(epoch: number | undefined, seq: number | undefined): LogPlace | undefined {
  return epoch === undefined || seq === undefined ? undefined : { epoch, seq };
}

function placeOf({ after, incarnation, snapshotAt, snapshotFrom }: Static<typeof FeedQuery>): FeedPlace {
  const isTaking = snapshotAt !== undefined && snapshotFrom !== undefined;
  return {
    number: after,
    incarnation: incarnation ?? null,
    snapshot: isTaking ? { at: snapshotAt, from: snapshotFrom } : null,
  };
}
