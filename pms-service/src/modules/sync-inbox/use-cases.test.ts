import type { UpBatch } from '@foyer/contracts/sync-protocol.ts';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPatientRegistered, aTicketIssued, aWholeVisit } from '../../testing/facts.ts';
import { generalService, roomOne, startTestCentre, type TestCentre } from '../../testing/test-centre.ts';
import { TestEdge } from '../../testing/test-edge.ts';
import { readFeed } from '../feed/use-cases.ts';
import { readPosition, takeBatch } from './use-cases.ts';

let centre: TestCentre;
beforeAll(async () => {
  centre = await startTestCentre();
});
afterAll(() => centre.stop());

async function rows<T>(edge: TestEdge, text: string): Promise<T[]> {
  return centre.context.withTenant(
    { clinicId: edge.clinicId },
    async (tx) => (await sql.raw<T>(text).execute(tx)).rows,
  );
}

async function feedKinds(edge: TestEdge): Promise<string[]> {
  const page = await readFeed(centre.context, edge.clinicId, 0, 0, new AbortController().signal);
  return page.items.map((item) => item.kind);
}

/** Everything the log's effects are kept in, as one text. */
async function effectsOf(edge: TestEdge): Promise<string> {
  const tables = ['patients', 'visits', 'service_points', 'charges', 'payments', 'tills', 'dead_letters'];
  const found = [];
  for (const table of tables) {
    const [first = 'clinic_id'] = { patients: ['patient_id'], dead_letters: ['seq'] }[table] ?? [];
    const text = `select to_jsonb(t) - 'clinic_id' - 'changed_at' - 'at' as row from ${table} t order by ${first}, t::text`;
    found.push(table, await rows(edge, text));
  }
  return JSON.stringify(found);
}

async function anEdgeWithVisits(visits: number): Promise<TestEdge> {
  const edge = await centre.addEdge();
  const tillId = edge.newId();
  edge.append({ type: 'v1.ClinicInitialised', body: { clinicCode: 'HS' } });
  edge.append({ type: 'v1.ServicePointOpened', body: { servicePointId: roomOne } });
  edge.append({ type: 'v1.TillOpened', body: { tillId, floatMinor: 0, currency: 'EUR' } });
  for (let receipt = 1; receipt <= visits; receipt += 1) aWholeVisit(edge, { tillId, receipt });
  return edge;
}

describe('taking in a batch', () => {
  it('commits the rows and what they do, and names the last number', async () => {
    const edge = await anEdgeWithVisits(3);
    expect(await takeBatch(centre.context, edge.batch())).toEqual({
      ok: true,
      epoch: 1,
      seq: edge.rows.length,
      dead: 0,
    });
    const last = edge.rows.at(-1);
    expect(await readPosition(centre.context, edge.clinicId)).toEqual({
      epoch: 1,
      seq: edge.rows.length,
      hash: Buffer.from(last?.hash ?? []).toString('base64'),
    });
    expect(await rows(edge, `select count(*)::int as paid, sum(amount_minor)::int as sum from payments`)).toEqual([
      { paid: 3, sum: 13_500 },
    ]);
    expect(await rows(edge, `select count(*)::int as n from charges where payment_id is null`)).toEqual([{ n: 0 }]);
    expect(await rows(edge, `select distinct state from visits`)).toEqual([{ state: 'completed' }]);
    expect(
      await rows(edge, `select record->>'state' as state, record->>'ticketId' as ticket from service_points`),
    ).toEqual([{ state: 'open', ticket: null }]);
  });

  it('always ends in the same state, however the log is cut and whatever is sent again', async () => {
    const whole = await anEdgeWithVisits(3);
    await takeBatch(centre.context, whole.batch());
    const expected = await effectsOf(whole);
    const length = whole.rows.length;
    const cut = fc.record({
      size: fc.integer({ min: 1, max: length }),
      back: fc.integer({ min: 0, max: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(cut, { minLength: 1, maxLength: 5 }), async (cuts) => {
        const edge = await retold(whole);
        let from = 1;
        for (const { size, back } of [...cuts, { size: length, back: 0 }]) {
          const start = Math.max(1, Math.min(from, length) - back);
          const until = Math.min(length, start + size - 1);
          const answer = await takeBatch(centre.context, edge.batch(start, until));
          from = Math.max(from, until + 1);
          expect(answer).toEqual({ ok: true, epoch: 1, seq: from - 1, dead: 0 });
        }
        expect(await effectsOf(edge)).toBe(expected);
      }),
      { numRuns: 6 },
    );
  });

  it('takes one of two batches that arrive at the same moment, and the other as held', async () => {
    const edge = await anEdgeWithVisits(2);
    const answers = await Promise.all([1, 2, 3].map(() => takeBatch(centre.context, edge.batch())));
    for (const answer of answers) expect(answer).toMatchObject({ ok: true, seq: edge.rows.length });
    expect(await rows(edge, `select count(*)::int as n from payments`)).toEqual([{ n: 2 }]);
  });

  it('refuses a gap with the number that it expects', async () => {
    const edge = await anEdgeWithVisits(1);
    const refusal = { code: 'gap', expected: { epoch: 1, seq: 1 } };
    expect(await takeBatch(centre.context, edge.batch(3))).toEqual({ ok: false, refusal });
    await takeBatch(centre.context, edge.batch(1, 4));
    const later = { code: 'gap', expected: { epoch: 1, seq: 5 } };
    expect(await takeBatch(centre.context, edge.batch(6))).toEqual({ ok: false, refusal: later });
  });

  it('refuses hashes that do not follow one another, and takes in nothing of it', async () => {
    const edge = await anEdgeWithVisits(1);
    const batch = edge.batch();
    const forged: UpBatch = {
      ...batch,
      rows: batch.rows.map((row, index) => (index === 4 ? (row.with(7, '{}') as typeof row) : row)),
    };
    const at = { epoch: 1, seq: 5 };
    expect(await takeBatch(centre.context, forged)).toEqual({ ok: false, refusal: { code: 'chain-broken', at } });
    expect(await rows(edge, `select count(*)::int as n from log_rows`)).toEqual([{ n: 0 }]);
    expect(await rows(edge, `select kind, about from work_items`)).toEqual([{ kind: 'chain-broken', about: at }]);
  });

  it('tells a person of a broken chain once for each cause, and again when it goes on after they looked', async () => {
    const edge = await anEdgeWithVisits(1);
    const first = { ...edge.batch(1, 1), prevHash: Buffer.alloc(32, 1).toString('base64') };
    const later = { ...edge.batch(4), prevHash: first.prevHash };
    await takeBatch(centre.context, first);
    await Promise.all([first, later, later, first].map((batch) => takeBatch(centre.context, batch)));
    const told = `select about->>'seq' as seq from work_items where resolved_at is null order by 1`;
    expect(await rows(edge, told)).toEqual([{ seq: '1' }, { seq: '4' }]);
    await rows(edge, `update work_items set resolved_at = now()`);
    await takeBatch(centre.context, later);
    expect(await rows(edge, told)).toEqual([{ seq: '4' }]);
  });

  it('quarantines a fork, tells a person, and takes in nothing more', async () => {
    const edge = await anEdgeWithVisits(1);
    await takeBatch(centre.context, edge.batch());
    const twin = restored(edge, 5);
    twin.append(aTicketIssued(twin));
    const at = { epoch: 1, seq: 6 };
    expect(await takeBatch(centre.context, twin.batch(4))).toEqual({
      ok: false,
      refusal: { code: 'fork', at },
    });
    edge.append(aTicketIssued(edge));
    expect(await takeBatch(centre.context, edge.batch(edge.rows.length))).toMatchObject({
      refusal: { code: 'fork' },
    });
    expect(await rows(edge, `select kind, about from work_items`)).toEqual([{ kind: 'fork', about: at }]);
    expect(await rows(edge, `select seq::int, reason from quarantined_batches`)).toEqual([{ seq: 6, reason: 'fork' }]);
  });

  it('follows an edge into a new epoch and hears no more of the ended one', async () => {
    const edge = await anEdgeWithVisits(1);
    await takeBatch(centre.context, edge.batch());
    const newBox = restored(edge, 6);
    newBox.epoch = 2;
    newBox.append({ type: 'v1.EpochBegun', body: { previousEpoch: 1 } });
    newBox.append(aTicketIssued(newBox));
    expect(await takeBatch(centre.context, newBox.batch())).toEqual({
      ok: true,
      epoch: 2,
      seq: 8,
      dead: 0,
    });
    expect(await takeBatch(centre.context, edge.batch())).toEqual({
      ok: true,
      epoch: 2,
      seq: 8,
      dead: 0,
    });
    edge.append(aTicketIssued(edge));
    const at = { epoch: 1, seq: 1 };
    for (const batch of [edge.batch(), edge.batch(), edge.batch(edge.rows.length)]) {
      expect(await takeBatch(centre.context, batch)).toMatchObject({ ok: false, refusal: { code: 'unknown-epoch' } });
    }
    expect(await takeBatch(centre.context, edge.batch())).toMatchObject({ refusal: { at } });
    expect(await rows(edge, `select kind, about from work_items`)).toEqual([
      { kind: 'unknown-epoch', about: { epoch: 1 } },
    ]);
  });
});

describe('a row that cannot be applied', () => {
  it('waits in the dead letters with its reason, and those behind it go on', async () => {
    const edge = await centre.addEdge();
    edge.append({ type: 'v1.ClinicInitialised', body: { clinicCode: 'HS' } });
    const known = edge.rows[0]!;
    edge.appendRow({ ...known, seq: 2, id: edge.newId(), type: 'v9.TicketPainted', body: '{}' });
    edge.appendRow({
      ...known,
      seq: 3,
      id: edge.newId(),
      type: 'v1.TicketIssued',
      body: '{"ticketId":1}',
    });
    edge.append({ type: 'v1.TicketClosed', body: { ticketId: edge.newId(), outcome: 'left' } });
    edge.append(aTicketIssued(edge));
    expect(await takeBatch(centre.context, edge.batch())).toEqual({
      ok: true,
      epoch: 1,
      seq: 5,
      dead: 3,
    });
    expect(await rows(edge, `select seq::int, reason from dead_letters order by seq`)).toEqual([
      { seq: 2, reason: 'unknown-version' },
      { seq: 3, reason: 'invalid-request' },
      { seq: 4, reason: 'unknown-ticket' },
    ]);
    expect(await rows(edge, `select count(*)::int as n from visits`)).toEqual([{ n: 1 }]);
    expect(await rows(edge, `select kind, code from work_items`)).toEqual([
      { kind: 'dead-letters', code: 'unknown-version' },
    ]);
  });

  it('is found when it breaks a constraint among many that do not', async () => {
    const edge = await centre.addEdge();
    const tillId = edge.newId();
    aWholeVisit(edge, { tillId, receipt: 1 });
    aWholeVisit(edge, { tillId, receipt: 1 });
    aWholeVisit(edge, { tillId, receipt: 2 });
    expect(await takeBatch(centre.context, edge.batch())).toMatchObject({ ok: true, dead: 1 });
    expect(await rows(edge, `select seq::int, reason from dead_letters`)).toEqual([
      { seq: 13, reason: expect.stringMatching(/^23505 payments_/) as string },
    ]);
    expect(await rows(edge, `select count(*)::int as n from payments`)).toEqual([{ n: 2 }]);
    expect(await rows(edge, `select count(*)::int as n from visits where state = 'completed'`)).toEqual([{ n: 3 }]);
  });
});

describe('a ticket that was identified wrongly', () => {
  const [wrong, right] = ['0199aaaa-0000-7000-8000-000000000001', '0199aaaa-0000-7000-8000-000000000002'];

  it('is with its charges whose the last identification says, however the log is cut, and whoever is erased', async () => {
    const whole = await centre.addEdge();
    const { ticketId, ...issued } = aTicketIssued(whole).body;
    const standing = {
      state: 'waiting' as const,
      serviceId: issued.serviceId,
      priorityClass: issued.priorityClass,
      servicePointId: null,
      forServicePointId: null,
      placeAt: issued.placeAt,
      callCount: 0,
      callId: null,
      calledAt: null,
      servingSince: null,
      heldUntil: null,
      heldByTicket: false,
      room: null,
    };
    const undone = { undoneEpoch: 1, undoneSeq: 3, undoneType: 'v1.TicketIdentified', standing, patientId: null };
    const charge = { ticketId, serviceId: generalService, amountMinor: 4500, currency: 'EUR', priceVersion: 1 };
    whole.append({ type: 'v1.TicketIssued', body: { ticketId, ...issued } });
    whole.append({ type: 'v1.ChargeRecorded', body: { ...charge, chargeId: whole.newId() } });
    whole.append({ type: 'v1.TicketIdentified', body: { ticketId, patientId: wrong } });
    whole.append({ type: 'v1.ChargeRecorded', body: { ...charge, chargeId: whole.newId(), patientId: wrong } });
    whole.append({ type: 'v1.StepUndone', body: { ticketId, ...undone } });
    whole.append({ type: 'v1.TicketIdentified', body: { ticketId, patientId: right } });
    whole.append({ type: 'v1.SubjectErased', body: { subjectId: wrong, ticketIds: [] } });
    const belongs = `select distinct v.patient_id as ticket, c.patient_id as charge
      from visits v join charges c using (clinic_id, ticket_id)`;
    for (const cut of [3, 4, 5, 6]) {
      const edge = await retold(whole);
      for (const batch of [edge.batch(1, cut), edge.batch(cut + 1)]) {
        expect(await takeBatch(centre.context, batch)).toMatchObject({ ok: true, dead: 0 });
      }
      expect(await rows(edge, belongs)).toEqual([{ ticket: right, charge: right }]);
      edge.append({ type: 'v1.SubjectErased', body: { subjectId: right, ticketIds: [ticketId] } });
      await takeBatch(centre.context, edge.batch(8));
      expect(await rows(edge, belongs)).toEqual([{ ticket: null, charge: null }]);
    }
  });
});

describe('sealed rows', () => {
  const details = {
    name: { family: 'Okonkwo', given: 'Mary' },
    birthDate: '1980-03-02',
    phone: '+34 600 111 222',
  };

  it('open with the escrowed key and fill the patient index', async () => {
    const edge = await centre.addEdge();
    const registered = edge.append(aPatientRegistered(edge, details));
    await takeBatch(centre.context, edge.batch());
    expect(await rows(edge, `select patient_id, details, provisional from patients`)).toEqual([
      { patient_id: registered.subjectId, details, provisional: false },
    ]);
    expect(await rows(edge, `select count(*)::int as n from log_rows where body like '%Okonkwo%'`)).toEqual([{ n: 0 }]);
  });

  it('are told apart from another person and linked to the same one', async () => {
    const edge = await centre.addEdge();
    const first = edge.append(aPatientRegistered(edge, details));
    const again = edge.append(
      aPatientRegistered(edge, {
        ...details,
        name: { family: 'OKONKWO', given: 'mary' },
        email: 'm@example.org',
      }),
    );
    const other = edge.append(aPatientRegistered(edge, { ...details, phone: '600 999 999' }));
    await takeBatch(centre.context, edge.batch());
    const page = await readFeed(centre.context, edge.clinicId, 0, 0, new AbortController().signal);
    const links = page.items.filter((item) => item.kind === 'patient-linked').map((item) => item.body);
    expect(links).toEqual([
      { patientId: first.subjectId, centralPatientId: first.subjectId },
      { patientId: again.subjectId, centralPatientId: first.subjectId },
      { patientId: other.subjectId, centralPatientId: other.subjectId },
    ]);
    expect(
      await rows(edge, `select details->>'email' as email from patients where patient_id = '${first.subjectId}'`),
    ).toEqual([{ email: 'm@example.org' }]);
  });

  it('of an erased subject leave nothing, and are never sent down again', async () => {
    const edge = await centre.addEdge();
    const { subjectId } = edge.append(aPatientRegistered(edge, details));
    const patientId = subjectId ?? '';
    const issued = aTicketIssued(edge, { patientId });
    edge.append(issued);
    await takeBatch(centre.context, edge.batch());
    expect(await feedKinds(edge)).toContain('patient-linked');
    edge.append({
      type: 'v1.SubjectErased',
      body: { subjectId: patientId, ticketIds: [issued.body.ticketId] },
    });
    await takeBatch(centre.context, edge.batch(3));
    await takeBatch(centre.context, edge.batch(1)); // the key comes along once more
    const [patient] = await rows(
      edge,
      `select details, match_key, phone_key, erased_at is not null as erased from patients`,
    );
    expect(patient).toEqual({ details: null, match_key: null, phone_key: null, erased: true });
    expect(await rows(edge, `select count(*)::int as n from subject_keys where wrapped_key is not null`)).toEqual([
      { n: 0 },
    ]);
    expect(await rows(edge, `select patient_id, record->>'patientId' as inside from visits`)).toEqual([
      { patient_id: null, inside: null },
    ]);
    expect(await feedKinds(edge)).not.toContain('patient-linked');
  });

  it('of one record of a person take the other records of that person with them', async () => {
    const edge = await centre.addEdge();
    const { subjectId: central } = edge.append(aPatientRegistered(edge, details));
    const { subjectId: again } = edge.append(aPatientRegistered(edge, details));
    const { subjectId: other } = edge.append(aPatientRegistered(edge, { ...details, phone: '600 999 999' }));
    edge.append(aTicketIssued(edge, { patientId: central ?? '' }));
    await takeBatch(centre.context, edge.batch());
    edge.append({ type: 'v1.SubjectErased', body: { subjectId: again ?? '', ticketIds: [] } });
    await takeBatch(centre.context, edge.batch(5));
    expect(await rows(edge, `select patient_id from patients where details is not null`)).toEqual([
      { patient_id: other },
    ]);
    expect(await rows(edge, `select patient_id from visits`)).toEqual([{ patient_id: null }]);
    expect(await rows(edge, `select subject_id from subject_keys where wrapped_key is not null`)).toEqual([
      { subject_id: other },
    ]);
    const page = await readFeed(centre.context, edge.clinicId, 0, 0, new AbortController().signal);
    expect(page.items.filter(({ kind }) => kind === 'subject-erased').map(({ body }) => body)).toEqual([
      { subjectId: central },
    ]);
    expect(JSON.stringify(page)).not.toContain('Okonkwo');
  });

  it('without a key are applied as erased: the same as with the key and the erasure behind it', async () => {
    const edge = await centre.addEdge();
    const registered = aPatientRegistered(edge, details);
    const { patientId } = registered.body;
    edge.append(registered);
    edge.append({ type: 'v1.SubjectErased', body: { subjectId: patientId, ticketIds: [] } });
    await takeBatch(centre.context, edge.batch());
    const keyless = await retold(edge);
    await takeBatch(centre.context, { ...keyless.batch(), keys: [] });
    expect(await effectsOf(keyless)).toBe(await effectsOf(edge));
  });

  it('that were moved or forged do not open and wait in the dead letters', async () => {
    const edge = await centre.addEdge();
    const row = edge.append(aPatientRegistered(edge, details));
    const sealed = Uint8Array.from(row.sealed ?? [], (byte, index) => (index === 20 ? byte ^ 1 : byte));
    edge.rows.pop();
    edge.appendRow({ ...row, sealed });
    expect(await takeBatch(centre.context, edge.batch())).toMatchObject({ ok: true, dead: 1 });
    expect(await rows(edge, `select reason from dead_letters`)).toEqual([{ reason: 'seal-does-not-open' }]);
  });

  it('wait for the clinic’s key: without it in escrow nothing is taken in', async () => {
    const { clinicId } = await centre.addClinic();
    const edge = new TestEdge(clinicId);
    edge.append(aPatientRegistered(edge, details));
    await expect(takeBatch(centre.context, edge.batch())).rejects.toMatchObject({
      code: 'not-ready',
    });
    expect(await rows(edge, `select count(*)::int as n from log_rows`)).toEqual([{ n: 0 }]);
  });
});

describe('a batch of another clinic', () => {
  it('stays invisible to the clinic that it is not of', async () => {
    const edge = await anEdgeWithVisits(1);
    await takeBatch(centre.context, edge.batch());
    const stranger = await centre.addEdge();
    expect(await rows(stranger, `select * from visits where service_id = '${generalService}'`)).toEqual([]);
    expect(await rows(stranger, `select * from log_rows`)).toEqual([]);
  });
});

/** The same facts in another clinic's log. */
async function retold(edge: TestEdge): Promise<TestEdge> {
  const other = await centre.addEdge();
  for (const fact of edge.facts) other.append(fact);
  return other;
}

/** The same log as it was after its first `count` rows. */
function restored(edge: TestEdge, count: number): TestEdge {
  const twin = new TestEdge(edge.clinicId);
  twin.rows.push(...edge.rows.slice(0, count));
  return twin;
}
