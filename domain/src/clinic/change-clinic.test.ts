import { describe, expect, it } from 'vitest';
import { presetRules } from '@foyer/contracts/calling-presets.ts';
import type { ClinicChanges } from '@foyer/contracts/clinic-document.ts';
import { underRules } from '../queue/calling-rules.ts';
import { aConfiguration, aNurse, idOf, rooms, services, TestQueue } from '../queue/testing.ts';
import { decideClinicChange, type ClinicNow } from './change-clinic.ts';

const consent = {
  id: idOf(70),
  version: 3,
  serviceIds: [services.blood],
  title: { en: 'Blood' },
  text: { en: 'May we?' },
  signature: 'tap' as const,
};
const configuration = { ...aConfiguration, consents: [consent] };
const [general, , desk] = configuration.services as [
  (typeof configuration.services)[number],
  (typeof configuration.services)[number],
  (typeof configuration.services)[number],
];
const [roomOne, roomTwo, lab] = configuration.servicePoints as [
  (typeof configuration.servicePoints)[number],
  (typeof configuration.servicePoints)[number],
  (typeof configuration.servicePoints)[number],
];
const withoutBlood: ClinicChanges = {
  services: [general, desk],
  servicePoints: [{ ...roomOne, serviceIds: [services.general] }, roomTwo, { ...lab, serviceIds: [services.desk] }],
  consents: [],
};

function change(changes: ClinicChanges, now: Partial<ClinicNow> = {}, version = 5) {
  return decideClinicChange({ type: 'change-clinic', version, changes, reason: 'a new wing' }, aNurse, {
    configuration,
    version: 5,
    prices: [{ serviceId: services.blood, amountMinor: 900 }],
    isAdopted: false,
    queue: new TestQueue().state,
    bookedServiceIds: () => [],
    ...now,
  });
}
const no = (code: string, facts: object = {}) => ({ ok: false, refusal: { code, ...facts } });

describe('a change of the clinic', () => {
  it('is a fact of the parts that differ, whole, with its reason sealed', () => {
    const decision = change({ name: 'Harbour', languages: configuration.languages, staffNamesInPublic: true });
    expect(decision).toMatchObject({
      ok: true,
      facts: [
        {
          type: 'v1.ClinicChanged',
          body: { version: 6, changes: { name: 'Harbour', staffNamesInPublic: true } },
          sealed: { reason: 'a new wing' },
        },
      ],
    });
    expect(JSON.stringify(decision)).not.toContain('languages');
  });

  it('has no effect when nothing differs', () => {
    expect(change({ name: configuration.name })).toMatchObject({ facts: [{ type: 'v1.CommandHadNoEffect' }] });
  });

  it('is refused when somebody else has changed the clinic since it was shown', () => {
    expect(change({ name: 'Harbour' }, {}, 4)).toEqual(no('clinic-changed-meanwhile', { version: 5 }));
  });

  it('is refused with the path of what does not fit', () => {
    expect(change({ deskServiceId: rooms.one })).toEqual(
      no('set-up-faulty', { faults: [{ path: '/deskServiceId', code: 'desk-unknown' }] }),
    );
  });

  it('takes a service away with its price', () => {
    expect(change(withoutBlood)).toMatchObject({ facts: [{ body: { changes: { prices: [] } } }] });
  });

  it('leaves a service to those who have a number for it, and says how many they are', () => {
    const queue = new TestQueue();
    queue.issue(services.blood);
    queue.issue(services.blood);
    expect(change(withoutBlood, { queue: queue.state })).toEqual(
      no('service-has-patients', { serviceId: services.blood, waiting: 2 }),
    );
  });

  it('leaves a service to those who are booked for it', () => {
    expect(change(withoutBlood, { bookedServiceIds: () => [services.general, services.blood] })).toEqual(
      no('service-has-appointments', { serviceId: services.blood, booked: 1 }),
    );
  });

  it('leaves a room to whoever is called to it', () => {
    const queue = new TestQueue();
    queue.issue();
    queue.send({ type: 'open-service-point', servicePointId: rooms.two });
    queue.send({ type: 'call-next', servicePointId: rooms.two });
    expect(change({ servicePoints: [roomOne, lab] }, { queue: queue.state })).toEqual(
      no('room-has-patients', { servicePointId: rooms.two, waiting: 1 }),
    );
  });

  it('leaves a room to whoever was sent to wait for it', () => {
    const queue = new TestQueue().open(rooms.one, rooms.two);
    const ticketId = queue.issue();
    queue.send({ type: 'transfer', ticketId, toServicePointId: rooms.two, placement: 'front' });
    expect(change({ servicePoints: [roomOne, lab] }, { queue: queue.state })).toEqual(
      no('room-has-patients', { servicePointId: rooms.two, waiting: 1 }),
    );
  });

  it('closes a room that it takes away', () => {
    const queue = new TestQueue();
    queue.send({ type: 'open-service-point', servicePointId: rooms.two });
    expect(change({ servicePoints: [roomOne, lab] }, { queue: queue.state })).toMatchObject({
      facts: [
        { type: 'v1.ServicePointClosed', body: { servicePointId: rooms.two } },
        { type: 'v1.ClinicChanged', body: { changes: { servicePoints: [{ id: rooms.one }, { id: rooms.lab }] } } },
      ],
    });
  });

  it('leaves to a centre what is the centre’s, and the rest to the clinic', () => {
    const isAdopted = true;
    expect(change({ openingHours: [] }, { isAdopted })).toEqual(no('centre-owns-part', { parts: ['openingHours'] }));
    expect(change({ prices: [] }, { isAdopted })).toEqual(no('centre-owns-part', { parts: ['prices'] }));
    expect(change(withoutBlood, { isAdopted })).toMatchObject({ ok: true });
  });

  it('gives a form that says something else a later version, and leaves the others as they are', () => {
    const said = { ...consent, text: { en: 'May we, please?' } };
    const other = { ...consent, id: idOf(71), version: 1 };
    expect(change({ consents: [said, other] })).toMatchObject({
      facts: [{ body: { changes: { consents: [{ version: 4 }, { version: 1 }] } } }],
    });
    expect(change({ consents: [{ ...consent, version: 9 }] })).toMatchObject({
      facts: [{ type: 'v1.CommandHadNoEffect' }],
    });
  });

  it('takes what the calling rules say of a service with it, and nothing where they say nothing of it', () => {
    const usual = { conditions: [{ serviceId: services.blood, overMinutes: 20 }], order: 'by-class' } as const;
    const rules = { ...presetRules['urgent-first'], usual: { ...usual, conditions: [...usual.conditions] } };
    const { state } = new TestQueue();
    const queue = underRules(state, rules);
    expect(change(withoutBlood, { queue })).toMatchObject({
      facts: [
        { type: 'v1.ClinicChanged' },
        {
          type: 'v1.CallingRulesSet',
          body: { revision: 2, rules: { ...rules, usual: { ...usual, conditions: [] } } },
        },
      ],
    });
    expect(change({ name: 'Harbour' }, { queue })).toMatchObject({ facts: [{ type: 'v1.ClinicChanged' }] });
  });
});
