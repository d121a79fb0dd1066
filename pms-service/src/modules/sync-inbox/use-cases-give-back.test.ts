import { fromBatch } from '@foyer/cloud-sync/batch.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPatientRegistered } from '../../testing/facts.ts';
import { startTestCentre, type TestCentre } from '../../testing/test-centre.ts';
import { findBrokenLink } from './read-rows.ts';
import { giveBackRows } from './use-cases-give-back.ts';
import { takeBatch } from './use-cases.ts';

let centre: TestCentre;
beforeAll(async () => {
  centre = await startTestCentre();
});
afterAll(() => centre.stop());

describe('an edge that lost rows', () => {
  it('is given its own back as they went up, from a number on, with the keys of their subjects', async () => {
    const edge = await centre.addEdge();
    edge.append({ type: 'v1.ClinicInitialised', body: { clinicCode: 'HS' } });
    edge.append(aPatientRegistered(edge, { name: { family: 'Curie' } }));
    edge.append({ type: 'v1.ClockConfirmed', body: {} });
    const sent = edge.batch();
    await takeBatch(centre.context, sent);

    const all = await giveBackRows(centre.context, edge.clinicId, { epoch: 1, seq: 1 });
    expect(all.rows).toEqual(sent.rows);
    expect(all.keys).toEqual(sent.keys);
    expect(findBrokenLink(fromBatch(all))).toBeUndefined();

    const some = await giveBackRows(centre.context, edge.clinicId, { epoch: 1, seq: 2 });
    expect(fromBatch(some)[0]?.prevHash).toEqual(Uint8Array.from(edge.rows[0]!.hash));
    expect(some.rows).toEqual(sent.rows.slice(1));
  });

  it('is told by a page without rows that there is no more, and never gets a key that was destroyed, or another’s row', async () => {
    const edge = await centre.addEdge();
    const registered = aPatientRegistered(edge, { name: { family: 'Curie' } });
    const { patientId } = registered.body;
    edge.append(registered);
    edge.append({ type: 'v1.SubjectErased', body: { subjectId: patientId, ticketIds: [] } });
    await takeBatch(centre.context, edge.batch());
    const { rows, keys } = await giveBackRows(centre.context, edge.clinicId, { epoch: 1, seq: 1 });
    expect([rows.length, keys.length]).toEqual([2, 0]);
    const nothing = { rows: [], keys: [] };
    expect(await giveBackRows(centre.context, edge.clinicId, { epoch: 1, seq: 3 })).toMatchObject(nothing);
    expect(await giveBackRows(centre.context, edge.clinicId, { epoch: 2, seq: 1 })).toMatchObject(nothing);
    const another = await centre.addEdge();
    expect(await giveBackRows(centre.context, another.clinicId, { epoch: 1, seq: 1 })).toMatchObject(nothing);
  });
});
