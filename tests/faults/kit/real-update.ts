/**
 * The same promises with nothing simulated: an image is made, installed into a folder, killed at every step of an update,
 * and given a version that does not start.
 */
import { localDisk } from '@foyer/appliance/disk/local-disk.ts';
import { readState, writeWanted } from '@foyer/appliance/updates/state-file.ts';
import type { UpdateStep } from '@foyer/appliance/updates/update-plan.ts';
import { makeBenchClinic } from '../../bench/kit/bench-clinic.ts';
import { acceptedResult, createEdgeClient } from '../../bench/kit/edge-client.ts';
import { InstalledBox } from './installed-box.ts';

const killedAt: readonly UpdateStep['kind'][] = ['unpack', 'rehearse', 'begin-trial', 'switch', 'start-trial', 'end'];

/** One sentence for each broken promise. */
export async function updateForReal(seed: number, say: (line: string) => void): Promise<readonly string[]> {
  const clinic = makeBenchClinic({ seed, kiosks: 1, displays: 0 });
  const box = new InstalledBox(clinic);
  const violations: string[] = [];
  const expect = (isSo: boolean, what: string): void => {
    if (!isSo) violations.push(what);
  };
  const state = () => readState(localDisk, box.places.state);
  const want = (updateId: string, folder: string, urgent = true): void =>
    writeWanted(localDisk, box.places.wanted, { updateId, folder, urgent });
  const ticket = async (): Promise<string> => {
    const kiosk = createEdgeClient(box.url, clinic.kiosks[0]!);
    const sent = await kiosk.send({ type: 'issue-ticket', serviceId: clinic.serviceIds[0]! });
    kiosk.close();
    return (acceptedResult(sent)['ticket'] as { readonly number: string }).number;
  };
  const ended = async (updateId: string): Promise<void> => {
    while (state().last?.updateId !== updateId) await box.until('forget');
    await box.ready();
  };
  try {
    await box.makeImage();
    await box.install();
    await box.start();
    await box.ready();
    const first = await ticket();
    say(`installed and serving: number ${first}`);

    const good = box.bundle(2, {});
    want('waiting', good, false);
    await ended('waiting');
    expect(state().last?.code === 'patients-waiting', 'an update was not refused while a patient waits');
    await box.stop();
    want('good', good);
    for (const step of killedAt) {
      await box.start(step);
      await box.until('forget');
      await box.stop('SIGKILL');
      say(`killed in ${step}: ${localDisk.linkAt(box.places.current)} is what runs`);
    }
    await box.start();
    await box.ready();
    await ended('good');
    expect(state().kept?.counter === 2, `the new version was not kept: ${JSON.stringify(state())}`);

    want('bad', box.bundle(3, { 'edge-server/src/main.js': 'process.exit(1);\n' }));
    await ended('bad');
    expect(state().last?.end === 'rolled-back', `a version that does not start ended as ${state().last?.end}`);
    expect(state().kept?.counter === 2, 'the version before was not gone back to');
    want('old', good);
    await ended('old');
    expect(state().last?.code === 'bundle-downgrade', 'what runs was taken for an update');
    const next = await ticket();
    expect(Number(next.slice(1)) === Number(first.slice(1)) + 1, `${next} was given after ${first}`);
    say(`after all of it: number ${next}`);
  } finally {
    await box.stop('SIGKILL');
    clinic.remove();
  }
  return violations;
}
