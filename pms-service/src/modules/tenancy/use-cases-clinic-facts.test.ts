import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestCentre, type TestCentre } from '../../testing/test-centre.ts';
import { takeBatch } from '../sync-inbox/use-cases.ts';
import { findClinic } from './use-cases.ts';

let centre: TestCentre;
beforeAll(async () => {
  centre = await startTestCentre();
});
afterAll(() => centre.stop());

const heldOf = (clinicId: string) =>
  centre.context.withTenant({ clinicId }, async (tx) => (await findClinic(tx, clinicId))?.configuration);

describe('what a clinic changes of its own set-up', () => {
  it('is how the centre knows it from then on, hours and prices apart', async () => {
    const edge = await centre.addEdge();
    const before = await heldOf(edge.clinicId);
    const servicePoints = (before?.servicePoints ?? []).map((point) => ({ ...point, name: { en: 'Moved' } }));
    edge.append({ type: 'v1.ClinicChanged', body: { version: 2, changes: { servicePoints, openingHours: [] } } });
    edge.append({ type: 'v1.ClinicChanged', body: { version: 3, changes: { accent: '#204060' } } });
    expect(await takeBatch(centre.context, edge.batch())).toMatchObject({ ok: true, dead: 0 });
    expect(await heldOf(edge.clinicId)).toEqual({ ...before, servicePoints, accent: '#204060' });
  });
});
