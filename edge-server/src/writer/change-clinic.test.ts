import { describe, expect, it } from 'vitest';
import type { FeedItem } from '@foyer/contracts/sync-protocol.ts';
import {
  aConfiguration,
  anId,
  clinicId,
  consultation,
  EngineUnderTest,
  laboratory,
  room1,
  room2,
} from './testing/a-writer.ts';

const pharmacy = anId();
const configuration = aConfiguration();
const services = [
  ...configuration.services,
  {
    id: pharmacy,
    name: { en: 'Pharmacy' },
    prefix: 'R',
    walkIn: true,
    waitingArea: { en: 'Hall' },
    targetMinutes: 5,
  },
];
const servicePoints = [
  { id: room1, name: { en: 'Room 1' }, serviceIds: [consultation, pharmacy] },
  { id: room2, name: { en: 'Room 2' }, serviceIds: [laboratory] },
];

function feed(clinic: EngineUnderTest, number: number, item: Omit<FeedItem, 'number'>): void {
  const items = [{ number, ...item } as FeedItem];
  const page = { version: 1 as const, serverTime: clinic.clock.wall(), items, next: number };
  clinic.perform({ kind: 'feed', page });
}
const versionOf = (clinic: EngineUnderTest): number => clinic.reading((read) => read.configurationVersion());

describe('a clinic that is changed while it works', () => {
  it('gives numbers for a new service at once, and still does after a restart', () => {
    const clinic = new EngineUnderTest().initialise();
    clinic.result('change-clinic', { version: 1, changes: { services, servicePoints } });
    expect(clinic.result('issue-ticket', { serviceId: pharmacy })['ticket']).toMatchObject({ number: 'R001' });
    clinic.reopen();
    expect(clinic.result('issue-ticket', { serviceId: pharmacy })['ticket']).toMatchObject({ number: 'R002' });
    expect(versionOf(clinic)).toBe(2);
    clinic.close();
  });

  it('keeps its prices where a centre’s would be, each change a later version', () => {
    const clinic = new EngineUnderTest().initialise();
    const prices = [{ serviceId: laboratory, amountMinor: 700 }];
    clinic.result('change-clinic', { version: 1, changes: { prices } });
    const held = () => clinic.reading((read) => read.prices());
    expect(held()).toEqual([{ serviceId: laboratory, amountMinor: 700, currency: 'EUR', version: 1 }]);
    clinic.result('change-clinic', { version: 2, changes: { prices: [{ serviceId: laboratory, amountMinor: 800 }] } });
    expect(held()).toMatchObject([{ amountMinor: 800, version: 2 }]);
    clinic.result('change-clinic', { version: 3, changes: { prices: [] } });
    expect(held()).toEqual([]);
    clinic.close();
  });

  it('keeps what it has changed itself over the next page of the feed, and takes the rest from there', () => {
    const clinic = new EngineUnderTest().initialise();
    clinic.result('change-clinic', { version: 1, changes: { services, servicePoints } });
    const body = aConfiguration({ name: 'Named by the centre', phone: '600', languages: ['es'] });
    feed(clinic, 1, { kind: 'configuration', id: clinicId, body });
    const now = clinic.reading((read) => read.configuration());
    expect(now).toMatchObject({
      name: 'Named by the centre',
      phone: '600',
      languages: ['es'],
      services,
      servicePoints,
    });
    const version = versionOf(clinic);
    clinic.reopen();
    feed(clinic, 2, { kind: 'configuration', id: clinicId, body });
    expect(versionOf(clinic)).toBe(version);
    clinic.close();
  });

  it('takes everything from the feed while it has changed nothing itself', () => {
    const clinic = new EngineUnderTest().initialise();
    feed(clinic, 1, { kind: 'configuration', id: clinicId, body: aConfiguration({ services, servicePoints }) });
    expect(clinic.reading((read) => read.configuration()?.services)).toEqual(services);
    clinic.close();
  });

  it('is changed by its administrator alone', () => {
    const clinic = new EngineUnderTest().initialise();
    const sender = { actor: `staff:${anId()}`, roles: ['supervisor'], staffId: anId() } as const;
    expect(clinic.refusal('change-clinic', { version: 1, changes: { name: 'Harbour' } }, sender)).toBe('not-allowed');
    clinic.close();
  });
});
