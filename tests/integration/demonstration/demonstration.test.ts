// `npm start` as a whole: what it leaves behind, what it does when a server ends, and how it is on a later day. Much of a
// start is waiting, so that the tests go on together, each with a demonstration of its own.

import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, type TestContext } from 'vitest';
import type { ClinicDay, ClinicList } from '@foyer/contracts/centre-api.ts';
import { errorCodes } from '@foyer/contracts/error-codes.ts';
import { uuidV7 } from '@foyer/contracts/ids.ts';
import { dayMs } from '@foyer/contracts/time.ts';
import type { Board, Ticket } from '@foyer/contracts/board-view.ts';
import { generateClinic } from '@foyer/demo/clinic/generate.ts';
import { claimDataFolder } from '@foyer/demo/launch/data-folder.ts';
import { lanAddress } from '@foyer/demo/launch/lan-address.ts';
import { Demonstration } from '../../e2e/demonstration.ts';
import { descendantsOf, isRunning } from './process-tree.ts';

const patience = { timeout: 90_000, interval: 200 };
const longest = { timeout: 240_000 };
/** All its processes believe that it is so many days later. */
const daysLater = (days: number) => ({
  NODE_OPTIONS: `--import=${join(import.meta.dirname, 'clock-ahead.ts')}`,
  CLOCK_AHEAD_MS: String(days * dayMs),
});

/** This machine's on its network, or a loopback address that nothing else uses where it has none. */
const ownAddress = lanAddress() ?? '127.0.0.2';

/** Of this test alone: stopped, and its folder gone, when it ends. */
function aDemonstration({ onTestFinished }: TestContext): Demonstration {
  const demonstration = new Demonstration();
  onTestFinished(() => demonstration.stop());
  return demonstration;
}

async function get<T>(url: string, token: string): Promise<T> {
  const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
  expect(answer.status).toBe(200);
  return (await answer.json()) as T;
}

async function board(demonstration: Demonstration): Promise<Board> {
  const { edge } = demonstration.facts();
  return get(`${edge.url}/api/v1/board`, edge.tokens.supervisor);
}

async function command<T>(demonstration: Demonstration, body: object, at = Date.now()): Promise<T> {
  const { edge } = demonstration.facts();
  const answer = await fetch(`${edge.url}/api/v1/commands`, {
    method: 'POST',
    headers: { authorization: `Bearer ${edge.tokens.supervisor}`, 'content-type': 'application/json' },
    body: JSON.stringify({ commandId: uuidV7(at, randomBytes(10)), ...body }),
  });
  const { result } = (await answer.json()) as { readonly result: T };
  expect(answer.status).toBe(200);
  return result;
}

/** Every port that demo.json names. */
function ports(demonstration: Demonstration): readonly { readonly host: string; readonly port: number }[] {
  const { edge, pms, mqtt, virtualPrinter, devices } = demonstration.facts();
  const urls = [edge.url, edge.tlsUrl, pms.url, mqtt.url, virtualPrinter.url, devices.url].map((url) => new URL(url));
  return [...urls.map(({ hostname, port }) => ({ host: hostname, port: Number(port) })), virtualPrinter];
}

function isListening({ host, port }: { readonly host: string; readonly port: number }): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

describe('the demonstration', { concurrent: true }, () => {
  it(
    'starts a killed server again and says so, and what was acknowledged is there; it ends with its launcher, even a killed one, and begins anew in an emptied folder',
    longest,
    async (context) => {
      const { expect } = context;
      const demonstration = aDemonstration(context);
      await demonstration.start();
      const { services } = demonstration.facts();
      const issue = { type: 'issue-ticket', serviceId: services[0]?.id };
      const { ticket: issued } = await command<{ ticket: Ticket }>(demonstration, issue);
      const edge = descendantsOf(demonstration.pid).find(({ command: line }) =>
        line.includes('edge-server/src/main.ts'),
      );
      process.kill(edge?.pid ?? 0, 'SIGKILL');
      await expect
        .poll(() => demonstration.lines, patience)
        .toContain('edge ended by itself (SIGKILL); it is started again in 1 s');
      await expect
        .poll(
          () =>
            board(demonstration).then(
              ({ tickets }) => tickets,
              () => [],
            ),
          patience,
        )
        .toContainEqual(expect.objectContaining({ id: issued.id, number: issued.number, state: 'waiting' }));

      const processes = descendantsOf(demonstration.pid);
      process.kill(demonstration.pid, 'SIGKILL');
      await expect.poll(() => processes.filter(isRunning), patience).toEqual([]);
      rmSync(demonstration.dataDir, { recursive: true });
      await demonstration.start();
      expect((await board(demonstration)).tickets).toEqual([]);
      const { appointments } = demonstration.facts();
      const checkIn = { type: 'check-in', qr: appointments[0]?.qr };
      const { ticket } = await command<{ ticket: Ticket }>(demonstration, checkIn);
      expect(ticket.number).toBe('A001');
    },
  );

  it(
    'leaves no process and no open port behind, and is open on later days over the same folder, with that day’s appointments at both ends',
    longest,
    async (context) => {
      const { expect } = context;
      const demonstration = aDemonstration(context);
      await demonstration.start();
      const processes = descendantsOf(demonstration.pid);
      for (const part of ['edge-server/src/main.ts', 'pms-service/src/demonstration-main.ts', 'postgres']) {
        expect(
          processes.some(({ command: line }) => line.includes(part)),
          part,
        ).toBe(true);
      }
      const open = ports(demonstration);
      expect(await Promise.all(open.map(isListening))).toEqual(open.map(() => true));
      await command(demonstration, { type: 'check-in', qr: demonstration.facts().appointments[0]?.qr });
      await demonstration.interrupt();
      expect(processes.filter(isRunning)).toEqual([]);
      expect(await Promise.all(open.map(isListening))).toEqual(open.map(() => false));

      // The next one, and one so late that the edge doubts its clock.
      for (const days of [1, 20]) {
        const before = demonstration.facts();
        await demonstration.start(daysLater(days));
        const facts = demonstration.facts();
        expect(facts.servicePoints).toEqual(before.servicePoints);
        const { businessDay, serverTime, servicePoints, tickets } = await board(demonstration);
        expect(servicePoints.length).toBeGreaterThanOrEqual(8);
        expect(new Set(servicePoints.map(({ state }) => state))).toEqual(new Set(['open']));
        expect(tickets).toEqual([]);

        expect(facts.appointments).toHaveLength(before.appointments.length);
        const ids = new Set(before.appointments.map(({ id }) => id));
        expect(facts.appointments.filter(({ id }) => ids.has(id))).toEqual([]);
        const checkIn = { type: 'check-in', qr: facts.appointments[0]?.qr };
        const { ticket } = await command<{ ticket: Ticket }>(demonstration, checkIn, serverTime);
        expect(ticket).toMatchObject({ number: 'A001', businessDay });

        const { clinics } = await get<ClinicList>(`${facts.pms.url}/api/v1/clinics`, facts.pms.tokens.clinicAdmin);
        await expect
          .poll(
            () => get<ClinicDay>(`${facts.pms.url}/api/v1/clinics/${clinics[0]?.id}/day`, facts.pms.tokens.clinicAdmin),
            patience,
          )
          .toMatchObject({ date: businessDay, booked: facts.appointments.length, arrived: 1 });
        await demonstration.interrupt();
      }
    },
  );

  it.for([ownAddress])(
    'listens on the one address that it is given, %s, and names it everywhere',
    longest,
    async (host, context) => {
      const demonstration = aDemonstration(context);
      await demonstration.start({ FOYER_BIND: host });
      const open = ports(demonstration);
      expect(open.map((port) => port.host)).toEqual(open.map(() => host));
      expect(await Promise.all(open.map(isListening))).toEqual(open.map(() => true));
      const elsewhere = open.map(({ port }) => ({ host: '127.0.0.1', port }));
      expect(await Promise.all(elsewhere.map(isListening))).toEqual(open.map(() => false));

      const { edge } = demonstration.facts();
      const headers = { authorization: `Bearer ${edge.tokens.supervisor}` };
      const isLoopback = host.startsWith('127.');
      expect((await fetch(`${edge.url}/api/v1/board`, { headers })).status).toBe(isLoopback ? 200 : 403);
      const printed = demonstration.lines.join('\n');
      if (isLoopback) expect(printed).toContain(`Kiosk           ${edge.url}/kiosk/#`);
      else expect(printed).toMatch(/Kiosk {11}https:\S+\/kiosk\/\n[^]*work from loopback alone/);
    },
  );

  it('says so and ends over the folder of another clinic', longest, async (context) => {
    const demonstration = aDemonstration(context);
    const { configuration } = generateClinic(2, 'UTC', 0);
    claimDataFolder(demonstration.dataDir, { configuration, tokens: [], codes: [] });
    await expect(demonstration.start({ FOYER_SEED: '1' })).rejects.toThrow(
      `data-folder-of-another-clinic: ${errorCodes['data-folder-of-another-clinic'].meaning}`,
    );
  });
});
