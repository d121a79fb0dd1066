// The centre's use cases over a real PostgreSQL, with one network and as many clinics as a test asks for.

import { randomBytes } from 'node:crypto';
import type { ClinicConfiguration } from '@foyer/contracts/configuration.ts';
import { uuidV7 } from '@foyer/contracts/ids.ts';
import { createChangeListener } from '../adapters/postgres/changes.ts';
import { createPasswords } from '../adapters/auth/passwords.ts';
import { createClinic, createNetwork } from '../modules/tenancy/use-cases.ts';
import { escrowClinicKey } from '../modules/tenancy/use-cases-keys.ts';
import type { UseCaseContext } from '../modules/use-case-context.ts';
import { TestEdge } from './test-edge.ts';
import { startTestPostgres, type TestPostgres } from './test-postgres.ts';

export const generalService = '01900000-0000-7000-8000-0000000000a1';
export const bloodService = '01900000-0000-7000-8000-0000000000a2';
export const roomOne = '01900000-0000-7000-8000-0000000000b1';

export interface TestCentre {
  readonly postgres: TestPostgres;
  readonly context: UseCaseContext;
  readonly networkId: string;
  /** The clock that the use cases see; a test may set it. */
  readonly clock: { now: number };
  addClinic(): Promise<ClinicConfiguration>;
  /** A new clinic with an edge whose key is in escrow. */
  addEdge(): Promise<TestEdge>;
  stop(): Promise<void>;
}

export async function startTestCentre(options: { readonly durable?: boolean } = {}): Promise<TestCentre> {
  const postgres = await startTestPostgres(options);
  const changes = createChangeListener({ databaseUrl: postgres.urls.databaseUrl });
  await changes.start();
  const clock = { now: Date.UTC(2026, 10, 23, 9) };
  const newId = (): string => uuidV7(clock.now, randomBytes(10));
  const context: UseCaseContext = {
    withTenant: postgres.database.withTenant,
    subscribe: changes.subscribe,
    now: () => clock.now,
    newId,
    randomBytes: (size) => randomBytes(size),
    passwords: createPasswords({ memoryCostKiB: 8, timeCost: 1 }),
    centreKey: randomBytes(32),
  };
  const networkId = newId();
  await createNetwork(context, { networkId, name: 'Harbour' });
  const centre: TestCentre = {
    postgres,
    context,
    networkId,
    clock,
    async addClinic() {
      const configuration = aConfiguration(newId());
      await createClinic(context, networkId, configuration);
      return configuration;
    },
    async addEdge() {
      const { clinicId } = await centre.addClinic();
      const edge = new TestEdge(clinicId);
      await escrowClinicKey(context, clinicId, edge.clinicKey);
      return edge;
    },
    async stop() {
      await changes.stop();
      await postgres.stop();
    },
  };
  return centre;
}

export function aConfiguration(clinicId: string): ClinicConfiguration {
  return {
    clinicId,
    code: 'HS',
    name: 'Harbour Street',
    zone: 'Europe/Madrid',
    currency: 'EUR',
    businessDayStartsAt: '04:00',
    languages: ['en', 'es'],
    services: [
      {
        id: generalService,
        name: { en: 'General' },
        prefix: 'A',
        waitingArea: { en: 'Hall' },
        walkIn: true,
        targetMinutes: 30,
      },
      {
        id: bloodService,
        name: { en: 'Blood test' },
        prefix: 'R',
        waitingArea: { en: 'Hall' },
        walkIn: true,
        targetMinutes: 15,
      },
    ],
    servicePoints: [
      {
        id: roomOne,
        name: { en: 'Room 1', es: 'Sala 1' },
        serviceIds: [generalService, bloodService],
      },
    ],
    openingHours: [],
    skippedOrdinals: [],
  };
}
