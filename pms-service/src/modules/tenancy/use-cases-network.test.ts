import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aConfiguration, startTestCentre, type TestCentre } from '../../testing/test-centre.ts';
import { readFeed } from '../feed/use-cases.ts';
import { changeConfiguration, createClinic, createNetwork } from './use-cases.ts';

let centre: TestCentre;
beforeAll(async () => {
  centre = await startTestCentre();
});
afterAll(() => centre.stop());

const never = new AbortController().signal;
const northside = { name: 'Northside', address: '41 Mill Lane', position: { latitude: 43.4, longitude: -5.82 } };

async function told(clinicId: string): Promise<unknown[]> {
  const { items } = await readFeed(centre.context, clinicId, 0, 0, never);
  return items.filter(({ kind }) => kind === 'network-clinic').map(({ body }) => body);
}

async function aNetwork(): Promise<string> {
  const networkId = centre.context.newId();
  await createNetwork(centre.context, { networkId, name: 'Harbour' });
  return networkId;
}

describe('the clinics of a network', () => {
  it('are told of one that says where it is, with its key, and it of them; those of other networks are not', async () => {
    const [network, other] = [await aNetwork(), await aNetwork()];
    const [harbour, north, stranger] = [0, 1, 2].map(() => aConfiguration(centre.context.newId()));
    await createClinic(centre.context, network, { ...harbour!, address: '2 Harbour Street' });
    await createClinic(centre.context, other, stranger!);
    await createClinic(centre.context, network, { ...north!, ...northside });
    const publicKey = expect.any(String);
    expect(await told(harbour!.clinicId)).toEqual([{ id: north!.clinicId, ...northside, publicKey }]);
    expect(await told(north!.clinicId)).toMatchObject([{ id: harbour!.clinicId, address: '2 Harbour Street' }]);
    expect(await told(stranger!.clinicId)).toEqual([]);
    const { items } = await readFeed(centre.context, north!.clinicId, 0, 0, never);
    const own = items.find(({ kind }) => kind === 'check-in-key')?.body as { publicKey: string };
    expect(await told(harbour!.clinicId)).toMatchObject([own]);
  });

  it('hear that one moved, and forget one that says no more where it is', async () => {
    const network = await aNetwork();
    const [harbour, north] = [0, 1].map(() => aConfiguration(centre.context.newId()));
    await createClinic(centre.context, network, harbour!);
    await createClinic(centre.context, network, north!);
    expect(await told(harbour!.clinicId)).toEqual([]);
    await changeConfiguration(centre.context, { ...north!, ...northside });
    await changeConfiguration(centre.context, { ...north!, ...northside, address: '7 Hill Road' });
    expect(await told(harbour!.clinicId)).toMatchObject([{ name: 'Northside', address: '7 Hill Road' }]);
    await changeConfiguration(centre.context, north!);
    expect(await told(harbour!.clinicId)).toEqual([null]);
  });
});
