// Networks, their clinics, and the edges that may speak for a clinic.

import type { ClinicConfiguration } from '@foyer/contracts/configuration.ts';
import type { ClinicId } from '@foyer/contracts/ids.ts';
import type { Transaction } from '../../adapters/postgres/tenant.ts';
import { openFeed, publish } from '../feed/use-cases.ts';
import { makeToken, newTokenSecret, readToken } from '../tokens.ts';
import { sha256 } from '../seal.ts';
import type { UseCaseContext } from '../use-case-context.ts';
import {
  insertClinic,
  insertEdge,
  insertNetwork,
  insertNetworkClinic,
  selectClinic,
  selectEdge,
  selectNetwork,
  selectNetworkClinicIds,
  updateConfiguration,
} from './queries.ts';
import type { Clinic, EdgeIdentity, Network } from './types.ts';
import { makeSigningKey } from './use-cases-keys.ts';
import { introduceClinic, isToBeIntroduced } from './use-cases-network.ts';

export async function createNetwork(context: UseCaseContext, network: Network): Promise<void> {
  await context.withTenant({ networkId: network.networkId }, (tx) => insertNetwork(tx, network, context.now()));
}

export async function findNetwork(context: UseCaseContext, networkId: string): Promise<Network | undefined> {
  return context.withTenant({ networkId }, (tx) => selectNetwork(tx, networkId));
}

/** A new clinic of a network: its key for check-in codes, its feed, and the first things in it. */
export async function createClinic(
  context: UseCaseContext,
  networkId: string,
  configuration: ClinicConfiguration,
): Promise<void> {
  const { clinicId } = configuration;
  await context.withTenant({ clinicId, networkId }, async (tx) => {
    await insertClinic(tx, { clinicId, networkId, configurationVersion: 1, configuration }, context.now());
    await insertNetworkClinic(tx, networkId, clinicId);
    await openFeed(tx, clinicId);
    const publicKey = await makeSigningKey(context, tx, clinicId);
    await publish(tx, clinicId, [
      { kind: 'configuration', id: clinicId, body: configuration },
      {
        kind: 'check-in-key',
        id: clinicId,
        body: { publicKey: Buffer.from(publicKey).toString('base64') },
      },
    ]);
  });
  if (isToBeIntroduced(configuration)) await introduceClinic(context, networkId, clinicId);
}

/** False when there is no such clinic. */
export async function changeConfiguration(
  context: UseCaseContext,
  configuration: ClinicConfiguration,
): Promise<boolean> {
  const { clinicId } = configuration;
  const before = await context.withTenant({ clinicId }, async (tx) => {
    const held = await selectClinic(tx, clinicId);
    if ((await updateConfiguration(tx, clinicId, configuration)) === undefined) return undefined;
    await publish(tx, clinicId, [{ kind: 'configuration', id: clinicId, body: configuration }]);
    return held;
  });
  if (before === undefined) return false;
  if (isToBeIntroduced(configuration, before.configuration)) await introduceClinic(context, before.networkId, clinicId);
  return true;
}

export function findClinic(tx: Transaction, clinicId: ClinicId): Promise<Clinic | undefined> {
  return selectClinic(tx, clinicId);
}

/** The network's clinics; with `only`, that one alone. In the order of their names. */
export async function listClinics(
  context: UseCaseContext,
  networkId: string,
  only?: ClinicId,
): Promise<readonly Clinic[]> {
  const ids = await context.withTenant({ networkId }, (tx) => selectNetworkClinicIds(tx, networkId));
  const wanted = ids.filter((id) => only === undefined || id === only);
  const clinics = await Promise.all(
    wanted.map((clinicId) => context.withTenant({ clinicId }, (tx) => selectClinic(tx, clinicId))),
  );
  return clinics
    .filter((clinic) => clinic !== undefined)
    .toSorted((a, b) => a.configuration.name.localeCompare(b.configuration.name));
}

/** A credential for one edge of the clinic, shown this once; undefined when there is no such clinic. */
export async function addEdge(context: UseCaseContext, clinicId: ClinicId): Promise<{ token: string } | undefined> {
  return context.withTenant({ clinicId }, async (tx) => {
    if ((await selectClinic(tx, clinicId)) === undefined) return undefined;
    const token = makeToken(clinicId, newTokenSecret(context.randomBytes));
    await insertEdge(tx, { clinicId, edgeId: context.newId() }, sha256(token), context.now());
    return { token };
  });
}

export async function authenticateEdge(context: UseCaseContext, token: string): Promise<EdgeIdentity | undefined> {
  const read = readToken(token);
  if (read === undefined) return undefined;
  const clinicId = read.tenantId;
  return context.withTenant({ clinicId }, (tx) => selectEdge(tx, clinicId, read.hash));
}
