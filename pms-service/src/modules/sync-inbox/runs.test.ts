import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPatientRegistered, aTicketIssued } from '../../testing/facts.ts';
import { startTestCentre, type TestCentre } from '../../testing/test-centre.ts';
import { TestEdge } from '../../testing/test-edge.ts';
import { readFeed, readFeedAt } from '../feed/use-cases.ts';
import { readPosition, takeBatch } from './use-cases.ts';

let centre: TestCentre;
beforeAll(async () => {
  centre = await startTestCentre();
});
afterAll(() => centre.stop());

const never = new AbortController().signal;

async function alarms(edge: TestEdge): Promise<unknown[]> {
  return centre.context.withTenant({ clinicId: edge.clinicId }, async (tx) => {
    const { rows } = await sql`select kind, code from work_items order by kind`.execute(tx);
    return rows;
  });
}

/** The same box as it was after its first rows, started somewhere else or anew. */
function copyOf(edge: TestEdge, rows = edge.rows.length): TestEdge {
  const copy = new TestEdge(edge.clinicId);
  copy.rows.push(...edge.rows.slice(0, rows));
  return copy;
}

async function anEdge(rows: number): Promise<{ readonly edge: TestEdge; readonly run: string }> {
  const edge = await centre.addEdge();
  for (let row = 0; row < rows; row += 1) edge.append(aTicketIssued(edge));
  const run = randomUUID();
  await takeBatch(centre.context, edge.batch(), run);
  return { edge, run };
}

describe('two boxes with one credential', () => {
  it('refuses the second one to write, tells a person, and the first goes on', async () => {
    const { edge, run } = await anEdge(3);
    const clone = copyOf(edge);
    edge.append(aTicketIssued(edge));
    clone.append(aTicketIssued(clone));
    expect(await takeBatch(centre.context, edge.batch(4), run)).toMatchObject({ ok: true, seq: 4 });
    const refusal = { code: 'fork', at: { epoch: 1, seq: 4 } };
    expect(await takeBatch(centre.context, clone.batch(4), randomUUID())).toEqual({ ok: false, refusal });
    expect(await alarms(edge)).toEqual([{ kind: 'edge-cloned', code: 'fork' }]);
    edge.append(aTicketIssued(edge));
    expect(await takeBatch(centre.context, edge.batch(5), run)).toMatchObject({ ok: true, seq: 5 });
  });

  it('refuses a run that another one took over from, though its rows would follow', async () => {
    const { edge, run } = await anEdge(2);
    const later = copyOf(edge);
    later.append(aTicketIssued(later));
    await takeBatch(centre.context, later.batch(3), randomUUID());
    later.append(aTicketIssued(later));
    expect(await takeBatch(centre.context, later.batch(4), run)).toMatchObject({ refusal: { code: 'edge-cloned' } });
    expect(await alarms(edge)).toEqual([{ kind: 'edge-cloned', code: 'edge-cloned' }]);
  });

  it('takes a start anew for what it is, and hears late repeats of the run before', async () => {
    const { edge, run } = await anEdge(2);
    edge.append(aTicketIssued(edge));
    expect(await takeBatch(centre.context, edge.batch(3), randomUUID())).toMatchObject({ ok: true, seq: 3 });
    expect(await takeBatch(centre.context, edge.batch(1, 2), run)).toMatchObject({ ok: true, seq: 3 });
    expect(await alarms(edge)).toEqual([]);
  });
});

describe('a box that was restored', () => {
  it('is told to a person as soon as it asks where to go on, and not once its new epoch has begun', async () => {
    const { edge } = await anEdge(4);
    await readPosition(centre.context, edge.clinicId, { own: { epoch: 1, seq: 4 } });
    await readPosition(centre.context, edge.clinicId, { own: { epoch: 2, seq: 3 } });
    expect(await alarms(edge)).toEqual([]);
    for (let times = 0; times < 2; times += 1)
      await readPosition(centre.context, edge.clinicId, { own: { epoch: 1, seq: 2 } });
    expect(await alarms(edge)).toEqual([{ kind: 'edge-restored', code: 'edge-restored' }]);
  });

  it('hears again of everybody who was erased after its image, when its new epoch begins', async () => {
    const edge = await centre.addEdge();
    const { subjectId } = edge.append(aPatientRegistered(edge, { name: { family: 'Okonkwo' } }));
    edge.append({ type: 'v1.SubjectErased', body: { subjectId: subjectId ?? '', ticketIds: [] } });
    await takeBatch(centre.context, edge.batch(), randomUUID());
    const box = copyOf(edge, 1);
    box.epoch = 2;
    box.append({ type: 'v1.EpochBegun', body: { previousEpoch: 1 } });
    expect(await takeBatch(centre.context, box.batch(), randomUUID())).toMatchObject({ ok: true, epoch: 2, seq: 2 });
    const { items } = await readFeed(centre.context, edge.clinicId, 0, 0, never);
    expect(items.filter(({ kind }) => kind === 'subject-erased').map(({ id }) => id)).toEqual([subjectId]);
  });
});

describe('a centre that was restored', () => {
  /** Only the owner of the tables takes rows away. */
  async function restore(edge: TestEdge, until: number): Promise<void> {
    const owner = new pg.Client(centre.postgres.urls.migrationUrl);
    await owner.connect();
    await owner.query(`select set_config('foyer.clinic_id', $1, false)`, [edge.clinicId]);
    await owner.query(`delete from log_rows where seq > $1`, [until]);
    await owner.query(`delete from visits`);
    await owner.query(`update inbox_heads set seq = $1, hash = (select hash from log_rows where seq = $1)`, [until]);
    await owner.end();
  }
  const lifeOf = async (edge: TestEdge): Promise<string | undefined> => {
    const place = { number: 0, incarnation: null, snapshot: null };
    return (await readFeedAt(centre.context, edge.clinicId, place, 0, never)).incarnation;
  };

  it.each(['rows that do not follow', 'what the edge was told'])(
    'notices it by %s, asks for the rows again, and begins its feed anew',
    async (how) => {
      const { edge, run } = await anEdge(4);
      const before = await lifeOf(edge);
      await restore(edge, 2);
      edge.append(aTicketIssued(edge));
      if (how.startsWith('rows'))
        expect(await takeBatch(centre.context, edge.batch(5), run)).toMatchObject({ refusal: { code: 'gap' } });
      else await readPosition(centre.context, edge.clinicId, { told: { epoch: 1, seq: 4 } });
      expect(await lifeOf(edge)).not.toBe(before);
      expect(await takeBatch(centre.context, edge.batch(3), run)).toMatchObject({ ok: true, seq: 5 });
    },
  );
});

describe('a batch with what no edge writes', () => {
  it('is refused as invalid, whatever the database says of it', async () => {
    const edge = await centre.addEdge();
    edge.businessDay = '2026-02-31';
    edge.append(aTicketIssued(edge));
    await expect(takeBatch(centre.context, edge.batch())).rejects.toMatchObject({ code: 'invalid-request' });
  });
});
