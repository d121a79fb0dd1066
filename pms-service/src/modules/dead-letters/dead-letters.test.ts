import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aTicketIssued, aWholeVisit } from '../../testing/facts.ts';
import { startTestCentre, type TestCentre } from '../../testing/test-centre.ts';
import type { TestEdge } from '../../testing/test-edge.ts';
import { takeBatch } from '../sync-inbox/use-cases.ts';
import { countOpenLetters, listLetters, mendLetter, readLetter, retryLetters, setLettersAside } from './use-cases.ts';

let centre: TestCentre;
beforeAll(async () => {
  centre = await startTestCentre();
});
afterAll(() => centre.stop());

const userId = '0199aaaa-0000-7000-8000-0000000000aa';
const admin = () => ({ networkId: centre.networkId, clinicId: null, userId });

async function rows<T>(edge: TestEdge, text: string): Promise<T[]> {
  return centre.context.withTenant(
    { clinicId: edge.clinicId },
    async (tx) => (await sql.raw<T>(text).execute(tx)).rows,
  );
}
const lettersOf = async (edge: TestEdge) =>
  (await listLetters(centre.context, admin(), edge.clinicId, 'open'))?.letters;

/** A ticket whose number this centre could not read, and what came of it. */
async function anUnreadTicket() {
  const edge = await centre.addEdge();
  const issued = aTicketIssued(edge);
  const { ticketId } = issued.body;
  edge.append({ ...issued, body: { ...issued.body, ordinal: 'seven' as unknown as number } });
  edge.append({ type: 'v1.TicketClosed', body: { ticketId, outcome: 'left' } });
  edge.append(aTicketIssued(edge));
  await takeBatch(centre.context, edge.batch());
  return { edge, ticketId, body: JSON.stringify(issued.body) };
}

describe('a row that could not be applied', () => {
  it('is listed with why, shown with what it says, and counted, to who may see the clinic alone', async () => {
    const { edge } = await anUnreadTicket();
    expect(await lettersOf(edge)).toMatchObject([
      { epoch: 1, seq: 1, type: 'v1.TicketIssued', reason: 'invalid-request', tries: 0 },
      { epoch: 1, seq: 2, type: 'v1.TicketClosed', reason: 'unknown-ticket' },
    ]);
    const letter = await readLetter(centre.context, admin(), edge.clinicId, { epoch: 1, seq: 1 });
    expect(letter).toMatchObject({ body: expect.stringContaining('seven') as string, isSealed: false, state: 'open' });
    expect(letter).not.toHaveProperty('settledAt');
    const { clinics } = await countOpenLetters(centre.context, admin());
    expect(clinics).toContainEqual({ id: edge.clinicId, name: 'Harbour Street', open: 2 });
    const stranger = { ...admin(), networkId: edge.newId() };
    expect(await listLetters(centre.context, stranger, edge.clinicId, 'open')).toBeUndefined();
    expect(
      await setLettersAside(centre.context, stranger, edge.clinicId, [{ epoch: 1, seq: 1 }], 'no'),
    ).toBeUndefined();
  });

  it('is applied with other values, which are kept beside the row that stays as it was', async () => {
    const { edge, ticketId, body } = await anUnreadTicket();
    const place = { epoch: 1, seq: 1 };
    const before = await rows(edge, 'select body, hash from log_rows order by seq');
    const mended = await mendLetter(centre.context, admin(), edge.clinicId, place, {
      body,
      why: 'A number was a word',
    });
    expect(mended).toEqual({ ok: true });
    expect(await rows(edge, 'select body, hash from log_rows order by seq')).toEqual(before);
    expect(
      await rows(edge, 'select mended_body, settled_by, settled_why, state from dead_letters where seq = 1'),
    ).toEqual([{ mended_body: body, settled_by: userId, settled_why: 'A number was a word', state: 'applied' }]);
    expect(await retryLetters(centre.context, admin(), edge.clinicId, [{ epoch: 1, seq: 2 }])).toEqual({
      ok: true,
      applied: 1,
      left: [],
    });
    expect(await rows(edge, `select state from visits where ticket_id = '${ticketId}'`)).toEqual([{ state: 'left' }]);
    expect(await rows(edge, `select action, seq::int from access_log order by seq`)).toEqual([
      { action: 'dead-letter-mended', seq: 1 },
      { action: 'dead-letter-applied', seq: 2 },
    ]);
    expect(await rows(edge, `select from work_items where resolved_at is null`)).toEqual([]);
  });

  it('stays where it is with values that cannot be applied either, and nothing of it is left behind', async () => {
    const { edge } = await anUnreadTicket();
    const place = { epoch: 1, seq: 1 };
    const worse = { body: '{"ticketId":1}', why: 'A guess' };
    expect(await mendLetter(centre.context, admin(), edge.clinicId, place, worse)).toEqual({
      ok: false,
      refusal: { code: 'letter-not-mended', reason: 'invalid-request' },
    });
    expect(await lettersOf(edge)).toHaveLength(2);
    expect(await rows(edge, 'select from dead_letters where mended_body is not null')).toEqual([]);
  });

  it('is tried again with many others in the order of the log; what cannot be applied still says why', async () => {
    const edge = await centre.addEdge();
    const tillId = edge.newId();
    aWholeVisit(edge, { tillId, receipt: 1 });
    aWholeVisit(edge, { tillId, receipt: 1 });
    edge.append({ type: 'v1.TicketClosed', body: { ticketId: edge.newId(), outcome: 'left' } });
    await takeBatch(centre.context, edge.batch());
    await rows(edge, `delete from payments`);
    const places = (await lettersOf(edge)) ?? [];
    const all = places.map(({ epoch, seq }) => ({ epoch, seq })).toReversed();
    const tried = await retryLetters(centre.context, admin(), edge.clinicId, all);
    expect(tried).toMatchObject({ applied: 1, left: [{ reason: 'unknown-ticket' }] });
    expect(await rows(edge, 'select count(*)::int as n from payments')).toEqual([{ n: 1 }]);
    expect(await lettersOf(edge)).toMatchObject([{ reason: 'unknown-ticket', tries: 1 }]);
  });

  it('leaves a ticket as if all of it had come in order, though what came later was applied before', async () => {
    const edge = await centre.addEdge();
    const { body } = aTicketIssued(edge);
    edge.append({ type: 'v1.TicketIssued', body });
    const change = { ticketId: body.ticketId, from: 'walk-in', to: 'soon' };
    edge.append({ type: 'v1.PriorityChanged', body: change } as never);
    edge.append({ type: 'v1.TicketClosed', body: { ticketId: body.ticketId, outcome: 'left' } });
    await takeBatch(centre.context, edge.batch());
    const [letter] = (await lettersOf(edge)) ?? [];
    expect(letter).toMatchObject({ seq: 2 });
    const other = { body: JSON.stringify({ ...change, to: 'priority' }), why: 'A class of ours' };
    expect(await mendLetter(centre.context, admin(), edge.clinicId, { epoch: 1, seq: 2 }, other)).toEqual({ ok: true });
    expect(await rows(edge, `select state, record->'standing'->>'priorityClass' as class from visits`)).toEqual([
      { state: 'left', class: 'priority' },
    ]);
  });

  it('is set aside once, with a reason, by the first of two people', async () => {
    const { edge, body } = await anUnreadTicket();
    const both = [1, 2].map((seq) => ({ epoch: 1, seq }));
    const aside = () => setLettersAside(centre.context, admin(), edge.clinicId, both, 'A test of the kiosk');
    expect((await Promise.all([aside(), aside()])).toSorted((a = 0, b = 0) => a - b)).toEqual([0, 2]);
    const late = await mendLetter(centre.context, admin(), edge.clinicId, both[0]!, { body, why: 'Late' });
    expect(late).toEqual({ ok: false, refusal: { code: 'letter-settled', state: 'set-aside' } });
    expect(await rows(edge, `select from work_items where resolved_at is null`)).toEqual([]);
  });
});
