/**
 * One box for real: its process killed while kiosks give out numbers and a folder on another disk takes the copy, a spare's
 * folder made from that, and an edge started on it. Then the dead box is switched on again.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { FolderStore } from '@foyer/edge-server/adapters/copies/folder-store.ts';
import { takeOver } from '@foyer/edge-server/compose-take-over.ts';
import { copyInPlace } from '@foyer/edge-server/compose-taken-copies.ts';
import { recoveryPair } from '@foyer/edge-server/testing/a-copied-clinic.ts';
import { type BenchClinic, makeBenchClinic } from '../../bench/kit/bench-clinic.ts';
import { acceptedResult, createEdgeClient } from '../../bench/kit/edge-client.ts';
import { startEdge } from '../../bench/kit/edge-process.ts';
import type { Figure } from '../../bench/kit/figure.ts';

/** Memory that is a file system of its own: another disk than that of the checkout. */
const otherDisk = '/dev/shm';
const kiosks = 4;
const loadMs = 5_000;

interface RealReplacement {
  readonly violations: readonly string[];
  readonly figures: readonly Figure[];
}

export async function replaceForReal(seed: number): Promise<RealReplacement> {
  const clinic = makeBenchClinic({ seed, kiosks, displays: 0 });
  const folder = mkdtempSync(join(otherDisk, 'foyer-copy-'));
  const keyFile = join(clinic.folder, 'backup.pub');
  writeFileSync(keyFile, Buffer.from(recoveryPair.publicKey).toString('base64'));
  const environment = { FOYER_COPIES: folder, FOYER_COPY_KEY_FILE: keyFile };
  try {
    const edge = await startEdge({ clinic, environment });
    const given = await giveNumbers(edge.url, clinic, loadMs);
    await edge.kill();
    const beganAt = performance.now();
    const dataDir = join(clinic.folder, 'spare');
    const store = new FolderStore({ folder });
    const { rows } = await takeOver({ from: copyInPlace(store, recoveryPair.privateKey), into: dataDir });
    const spare = await startEdge({ clinic: { ...clinic, dataDir } });
    const again = await giveNumbers(spare.url, clinic, 0);
    const toServiceMs = performance.now() - beganAt;
    const repeated = again.filter((number) => given.includes(number));
    const returned = await startEdge({ clinic, environment }).then(
      async (dead) => dead.stop().then(() => 'it serves'),
      (fault: unknown) => String(fault),
    );
    await spare.stop();
    return {
      violations: [
        ...repeated.map((number) => `${number} was given out twice`),
        ...(returned.includes('edge-replaced') ? [] : ['the dead box goes on beside the spare']),
      ],
      figures: [
        { name: 'numbers given out before the box died', value: given.length, unit: '' },
        { name: 'rows in its copy', value: rows, unit: '' },
        {
          name: 'from its death to the first number of the spare',
          value: toServiceMs / 1_000,
          unit: 's',
          goal: { of: 'value', op: '<=', bound: 600 },
        },
      ],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
    clinic.remove();
  }
}

/** Each kiosk one number after the other until then, and one at least. */
async function giveNumbers(url: string, { kiosks: tokens, serviceIds }: BenchClinic, forMs: number): Promise<string[]> {
  const until = performance.now() + forMs;
  const given: string[] = [];
  await Promise.all(
    tokens.map(async (token, at) => {
      const client = createEdgeClient(url, token);
      const serviceId = serviceIds[at % serviceIds.length]!;
      do {
        const { ticket } = acceptedResult(await client.send({ type: 'issue-ticket', serviceId }));
        given.push((ticket as { readonly number: string }).number);
        await sleep(10);
      } while (performance.now() < until);
      client.close();
    }),
  );
  return given;
}
