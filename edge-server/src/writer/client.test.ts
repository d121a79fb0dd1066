import { writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Command } from '@foyer/contracts/commands.ts';
import { openReadModel } from '../adapters/sqlite/read-model.ts';
import type { Committed, StatusAnswer, Submission } from '../ports/writer.ts';
import { WriterClient } from './client.ts';
import { aConfiguration, aFolder, anId, consultation, room1, supervisor } from './testing/a-writer.ts';

const running: WriterClient[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((writer) => writer.stop()));
});

async function initialised(settings = aFolder()): Promise<WriterClient> {
  const writer = new WriterClient(settings);
  await writer.start();
  await writer.initialise({
    configuration: aConfiguration(),
    openServicePoints: true,
    staff: [],
    prices: [],
  });
  return writer;
}

function issuing(commandId = anId(Date.now())): Submission {
  return {
    command: { commandId, type: 'issue-ticket', serviceId: consultation } as Command,
    sender: supervisor,
  };
}
const numberOf = (answer: StatusAnswer): unknown =>
  answer.ok && 'result' in answer ? (answer.result['ticket'] as { number: string }).number : answer;

describe('the writer’s thread', () => {
  const settings = aFolder();
  let writer: WriterClient;
  let read: ReturnType<typeof openReadModel>;
  beforeAll(async () => {
    writer = await initialised(settings);
    read = openReadModel(settings.databasePath);
  });
  afterAll(async () => {
    read.close();
    await writer.stop();
  });

  it('answers after the commit: who was answered finds the row', async () => {
    for (let count = 0; count < 10; count += 1) {
      const answer = await writer.submit(issuing());
      expect(answer).toMatchObject({ ok: true, seq: read.position().seq });
    }
  });

  it('tells of a commit before it answers, in the order of commits', async () => {
    const heard: Committed[] = [];
    writer.onCommitted((committed) => heard.push(committed));
    const answers = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const answer = await writer.submit(issuing());
        return { answer, told: heard.at(-1)?.seq ?? 0 };
      }),
    );
    for (const { answer, told } of answers) {
      expect(told).toBeGreaterThanOrEqual('seq' in answer ? answer.seq : Infinity);
    }
    const seqs = heard.flatMap(({ rows }) => rows.map(({ seq }) => seq));
    expect(seqs).toEqual(seqs.toSorted((a, b) => a - b));
    expect(seqs).toHaveLength(20);
  });

  it('gathers what arrives while it syncs into one commit, and gives nobody the number of another', async () => {
    let commits = 0;
    writer.onCommitted(() => (commits += 1));
    const answers = await Promise.all(Array.from({ length: 64 }, () => writer.submit(issuing())));
    expect(new Set(answers.map(numberOf)).size).toBe(64);
    expect(commits).toBeLessThan(32);
  });

  it('does a command that is sent twice at once one time', async () => {
    const before = read.position().seq;
    const twice = issuing();
    const [one, two] = await Promise.all([writer.submit(twice), writer.submit(twice)]);
    expect(one).toEqual(two);
    expect(read.position().seq).toBe(before + 1);
  });

  it('calls one ticket to one room when two tablets call at once', async () => {
    await writer.submit(issuing());
    const call = (): Promise<StatusAnswer> => {
      const command = { commandId: anId(Date.now()), type: 'call-next', servicePointId: room1 };
      return writer.submit({ command: command as Command, sender: supervisor });
    };
    const answers = await Promise.all([call(), call()]);
    expect(answers.map(({ status }) => status)).toEqual([200, 409]);
  });

  it('keeps what the box knows: screens, sessions, wrong PINs', async () => {
    const id = anId();
    const tokenHash = new Uint8Array(32).fill(7);
    const device = {
      id,
      name: 'Kiosk 1',
      role: 'kiosk',
      servicePointId: null,
      loopbackOnly: false,
      enrolledAt: 1,
    };
    await writer.changeBox('device-enrolled', { ...device, tokenHash });
    const session = {
      staffId: anId(),
      deviceId: id,
      servicePointId: null,
      roles: ['nurse' as const],
      expiresAt: 9,
    };
    await writer.changeBox('session-opened', { ...session, tokenHash });
    expect(read.deviceByTokenHash(tokenHash)).toEqual({ ...device, revoked: false });
    expect(read.sessionByTokenHash(tokenHash)).toEqual(session);
    await writer.changeBox('device-revoked', { id });
    expect(read.deviceByTokenHash(tokenHash)?.revoked).toBe(true);
    expect(read.sessionByTokenHash(tokenHash)).toBeUndefined();
  });

  it('is initialised once', async () => {
    const again = writer.initialise({
      configuration: aConfiguration(),
      openServicePoints: false,
      staff: [],
      prices: [],
    });
    await expect(again).rejects.toThrow(/not-allowed/);
  });
});

describe('a writer of its own', () => {
  it('commits each command for itself with batching off', async () => {
    const writer = await initialised({ ...aFolder(), batching: false });
    running.push(writer);
    let commits = 0;
    writer.onCommitted(() => (commits += 1));
    await Promise.all(Array.from({ length: 12 }, () => writer.submit(issuing())));
    expect(commits).toBe(12);
  });

  it('finishes what was sent before it stops, and then says that it is stopping', async () => {
    const settings = aFolder();
    const writer = await initialised(settings);
    const sent = Promise.all(Array.from({ length: 10 }, () => writer.submit(issuing())));
    await writer.stop();
    expect((await sent).every(({ ok }) => ok)).toBe(true);
    expect(await writer.submit(issuing())).toMatchObject({
      status: 503,
      error: { code: 'shutting-down' },
    });
    const again = new WriterClient(settings);
    running.push(again);
    await again.start();
    expect(numberOf(await again.submit(issuing()))).toBe('A011');
  });
});

describe('a writer that cannot start', () => {
  it('says why: a file that is no database', async () => {
    const settings = aFolder();
    writeFileSync(settings.databasePath, 'this is no database'.repeat(100));
    await expect(new WriterClient(settings).start()).rejects.toThrow(/log-unproven/);
  });

  it('says why: a clinic key that others may read', async () => {
    const settings = aFolder();
    writeFileSync(settings.clinicKeyPath, new Uint8Array(32), { mode: 0o644 });
    await expect(new WriterClient(settings).start()).rejects.toThrow(/configuration-invalid/);
  });
});
