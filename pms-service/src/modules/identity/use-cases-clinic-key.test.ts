import { sql } from 'kysely';
import type { CentreRole } from '@foyer/contracts/centre-api.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestCentre, type TestCentre } from '../../testing/test-centre.ts';
import { giveClinicKey } from './use-cases-clinic-key.ts';
import { createUser } from './use-cases.ts';

let centre: TestCentre;
beforeAll(async () => {
  centre = await startTestCentre();
});
afterAll(() => centre.stop());

const password = 'a long enough sentence';

async function aUser(role: CentreRole, clinicId: string | null) {
  const userId = centre.context.newId();
  const email = `${userId}@harbour.example`;
  await createUser(centre.context, { userId, networkId: centre.networkId, email, role, clinicId, password });
  return { userId, typed: { email, password } };
}
async function lines(clinicId: string) {
  const { rows } = await centre.context.withTenant({ clinicId }, (tx) =>
    sql`select user_id as "userId", action from access_log where clinic_id = ${clinicId}`.execute(tx),
  );
  return rows;
}

describe('a clinic’s key', () => {
  it('is given to an administrator of the clinic, with a line in the access log each time', async () => {
    const edge = await centre.addEdge();
    const { userId, typed } = await aUser('clinic-admin', edge.clinicId);
    const give = () => giveClinicKey(centre.context, edge.clinicId, typed);
    for (const given of [await give(), await give()]) {
      expect(given.ok && Buffer.from(given.key).equals(edge.clinicKey)).toBe(true);
    }
    const line = { userId, action: 'clinic-key-given' };
    expect(await lines(edge.clinicId)).toEqual([line, line]);
  });

  it('is given to nobody else: a wrong password, another clinic’s administrator, another role', async () => {
    const [edge, other] = [await centre.addEdge(), await centre.addEdge()];
    const { typed } = await aUser('network-admin', null);
    const refusal = async (asked: { email: string; password: string }) => {
      const given = await giveClinicKey(centre.context, edge.clinicId, asked);
      return given.ok ? undefined : given.refusal.code;
    };
    expect(await refusal({ ...typed, password: 'guessed' })).toBe('wrong-password');
    expect(await refusal((await aUser('clinic-admin', other.clinicId)).typed)).toBe('not-found');
    expect(await refusal((await aUser('integration', null)).typed)).toBe('not-allowed');
    expect(await lines(edge.clinicId)).toEqual([]);
  });

  it('is not there before the clinic’s edge gave it', async () => {
    const { clinicId } = await centre.addClinic();
    const { typed } = await aUser('network-admin', null);
    expect(await giveClinicKey(centre.context, clinicId, typed)).toMatchObject({ refusal: { code: 'not-found' } });
  });
});
