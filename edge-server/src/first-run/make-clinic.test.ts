import { Check } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import type { ClinicSetUp } from '@foyer/contracts/clinic-set-up.ts';
import { ClinicConfiguration } from '@foyer/contracts/configuration.ts';
import { uuidV7 } from '@foyer/contracts/ids.ts';
import { serviceLetters, setUpFaults } from '@foyer/contracts/set-up-faults.ts';
import { feedBodies } from '@foyer/contracts/sync-protocol.ts';
import { makeClinic } from './make-clinic.ts';

let made = 0;
const newId = (): string => {
  made += 1;
  return uuidV7(made, new Uint8Array(10));
};

/** A service for every letter, each with a room and a price. */
function everyLetter(): ClinicSetUp {
  return {
    clinic: { name: ' Harbour Street ', code: 'HS', zone: 'Asia/Dubai', currency: 'AED', languages: ['ar', 'en'] },
    openingHours: [{ weekday: 5, from: '00:00', until: '23:59' }],
    services: serviceLetters.map((prefix, index) => ({
      key: prefix,
      prefix,
      name: { en: `Service ${prefix}`, ar: index % 2 === 0 ? 'خدمة' : ' ' },
      waitingArea: { en: 'Hall' },
      walkIn: true,
      targetMinutes: 20,
      ...(index === 1 ? {} : { priceMinor: index * 100 }),
      ...(index === 3 ? { isDesk: true } : {}),
    })),
    servicePoints: serviceLetters.map((key) => ({ name: { en: `Room ${key}` }, serviceKeys: [key, key] })),
    staff: [{ name: ' Layla ', roles: ['admin', 'nurse'], pin: '27419' }],
  };
}

describe('a clinic that is made from its set-up', () => {
  const setUp = everyLetter();
  const clinic = makeClinic(setUp, { newId, pinHashes: ['a-hash'] });

  it('is one that every part of the house takes', () => {
    expect(setUpFaults(setUp)).toEqual([]);
    expect(Check(ClinicConfiguration, clinic.configuration)).toBe(true);
    for (const member of clinic.staff) expect(Check(feedBodies.staff, member)).toBe(true);
    for (const price of clinic.prices) expect(Check(feedBodies.price, price)).toBe(true);
  });

  it('has an id for everything, the rooms those of their services, and no name twice', () => {
    const { services, servicePoints, deskServiceId, clinicId } = clinic.configuration;
    const ids = [clinicId, ...services, ...servicePoints, ...clinic.staff].map((one) =>
      typeof one === 'string' ? one : one.id,
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect(servicePoints.map(({ serviceIds }) => serviceIds)).toEqual(services.map(({ id }) => [id]));
    expect(deskServiceId).toBe(services[3]?.id);
  });

  it('says nothing in a language in which nothing was said', () => {
    expect(clinic.configuration.services.slice(0, 2).map(({ name }) => name)).toEqual([
      { en: 'Service A', ar: 'خدمة' },
      { en: 'Service R' },
    ]);
    expect(clinic.configuration.name).toBe('Harbour Street');
  });

  it('has no PIN, and keeps its hash and its length for the box alone', () => {
    expect(clinic.staff).toMatchObject([{ name: 'Layla', pinHash: '', active: true }]);
    expect(clinic.pins).toEqual([{ staffId: clinic.staff[0]?.id, pinHash: 'a-hash', pinDigits: 5 }]);
    expect(JSON.stringify(clinic)).not.toContain('27419');
  });

  it('has a price for what is charged, and none for the rest', () => {
    expect(clinic.prices).toHaveLength(19);
    expect(clinic.prices[0]).toMatchObject({ amountMinor: 0, currency: 'AED', version: 1 });
  });
});
