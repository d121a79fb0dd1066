// Several hands at once on one queue and one till: a number is called once, money is taken once, and a command that
// comes again is the same command.

import { hashSync } from '@node-rs/argon2';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectAsync } from 'mqtt';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Board, Ticket } from '@foyer/contracts/board-view.ts';
import { ACentre } from '@foyer/edge-server/testing/a-centre.ts';
import {
  buttonOne,
  clinicId,
  consultation,
  laboratory,
  nurseAna,
  room1,
  room2,
  tabletOne,
} from '@foyer/edge-server/testing/a-clinic.ts';
import { aCommandId } from '@foyer/edge-server/testing/a-command-id.ts';
import { type Answered, demonstration, EdgeUnderTest, linkCode, tokens } from '@foyer/edge-server/testing/an-edge.ts';
import { codeOf, ofSocket } from './kit/coded.ts';
import { Screen } from './kit/screen.ts';

const folder = mkdtempSync(join(tmpdir(), 'foyer-bad-day-'));
const tokenFile = join(folder, 'edge.token');
const centre = new ACentre();
let edge: EdgeUnderTest;

/** Both rooms serve the consultation: two tablets want the same patients. */
const configuration = {
  ...demonstration.configuration,
  servicePoints: demonstration.configuration.servicePoints.map((point) => ({
    ...point,
    serviceIds: [consultation, laboratory],
  })),
};
const secondNurse = 'second-nurse-token-0123456789';

beforeAll(async () => {
  writeFileSync(tokenFile, 'the-edge\n');
  await centre.start();
  const pinHash = hashSync('4711', { memoryCost: 8_192, timeCost: 1 });
  centre.give(
    {
      kind: 'staff',
      id: nurseAna,
      body: { id: nurseAna, name: 'Ana Ruiz', roles: ['nurse'], active: true, pinHash },
    },
    {
      kind: 'price',
      id: consultation,
      body: { serviceId: consultation, amountMinor: 4_500, currency: 'EUR', version: 1 },
    },
  );
  edge = await new EdgeUnderTest({
    pms: { url: centre.url, tokenFile },
    demonstration: {
      ...demonstration,
      configuration,
      tokens: [
        ...demonstration.tokens,
        { token: secondNurse, role: 'nurse', staffId: nurseAna, servicePointId: room2 },
      ],
    },
  }).start();
  await vi.waitFor(async () => {
    const tiles = await edge.call('GET', '/api/v1/staff-tiles', { token: tokens.tablet });
    expect(tiles.body['staff']).toHaveLength(1);
  }, 20_000);
});
afterAll(async () => {
  await edge.end();
  await centre.stop();
  rmSync(folder, { recursive: true });
});

const board = async (): Promise<Board> =>
  (await edge.call('GET', '/api/v1/board', { token: tokens.supervisor })).body as unknown as Board;
const issue = async (serviceId = consultation): Promise<Ticket> =>
  (await edge.result(tokens.kiosk, 'issue-ticket', { serviceId }))['ticket'] as unknown as Ticket;
const rowsOf = async (type: string): Promise<{ readonly commandId: string; readonly body: string }[]> => {
  const rows: { type: string; commandId: string; body: string }[] = [];
  for (let after = '0.0'; ;) {
    const page = (await edge.call('GET', `/api/v1/log?limit=1000&after=${after}`, { token: tokens.auditor })).body as {
      rows: typeof rows;
      next: string;
    };
    if (page.rows.length === 0) return rows.filter((row) => row.type === type);
    rows.push(...page.rows);
    after = page.next;
  }
};

/** Every room empty, nobody waiting. */
async function emptyQueue(): Promise<void> {
  for (const ticket of (await board()).tickets) {
    if (['waiting', 'called', 'serving', 'on-hold', 'not-answered'].includes(ticket.state)) {
      await edge.result(tokens.supervisor, 'cancel-ticket', {
        ticketId: ticket.id,
        reason: 'next test',
      });
    }
  }
}

describe('call-next', () => {
  it('says in this order: closed, paused, busy, outcome needed, empty', async () => {
    await emptyQueue();
    const next = (finishCurrent?: true | 'completed') =>
      edge.command(tokens.nurse, 'call-next', {
        servicePointId: room1,
        ...(finishCurrent === undefined ? {} : { finishCurrent }),
      });
    expect(codeOf(await next())).toBe('queue-empty');
    await edge.result(tokens.nurse, 'close-service-point', { servicePointId: room1 });
    expect(codeOf(await next())).toBe('service-point-closed');
    await edge.result(tokens.nurse, 'open-service-point', { servicePointId: room1 });
    await edge.result(tokens.nurse, 'pause-service-point', { servicePointId: room1 });
    expect(codeOf(await next())).toBe('service-point-paused');
    await edge.result(tokens.nurse, 'open-service-point', { servicePointId: room1 });
    const first = await issue();
    await edge.result(tokens.nurse, 'call-next', { servicePointId: room1 });
    expect(codeOf(await next())).toBe('service-point-busy');
    expect(codeOf(await next(true))).toBe('current-outcome-needed');
    const closed = await next('completed');
    expect(closed.body['result']).toEqual({ ticket: null, call: null });
    expect((await edge.call('GET', `/api/v1/tickets/${first.id}`, { token: tokens.nurse })).body).toMatchObject({
      state: 'completed',
    });
  });

  it('from two tablets at the same moment calls two different patients, over both doors', async () => {
    await emptyQueue();
    const waiting = await Promise.all(Array.from({ length: 12 }, () => issue()));
    const one = new Screen(edge.running.url, '/staff', { token: tokens.nurse });
    const two = new Screen(edge.running.url, '/staff', { token: secondNurse });
    await Promise.all([one.until(() => true), two.until(() => true)]);
    const called: string[] = [];
    for (let round = 0; round < 6; round += 1) {
      const command = (servicePointId: string) => ({
        commandId: aCommandId(),
        type: 'call-next',
        servicePointId,
        finishCurrent: 'completed',
      });
      const sent = [command(room1), command(room2)] as const;
      const answers = await Promise.all([
        one.command(sent[0]),
        two.command(sent[1]),
        // The same two once more, as by a hand that trembles or a line that repeats.
        edge.call('POST', '/api/v1/commands', { token: tokens.nurse, body: sent[0] }),
        edge.call('POST', '/api/v1/commands', { token: secondNurse, body: sent[1] }),
      ]);
      const [first, second, third, fourth] = answers as unknown as [
        { result: { ticket: Ticket } },
        { result: { ticket: Ticket } },
        Answered,
        Answered,
      ];
      expect(third.body['result']).toEqual(first.result);
      expect(fourth.body['result']).toEqual(second.result);
      called.push(first.result.ticket.id, second.result.ticket.id);
    }
    expect(new Set(called).size).toBe(12);
    expect(called.toSorted()).toEqual(waiting.map(({ id }) => id).toSorted());
    const rows = (await rowsOf('v1.TicketCalled')).filter(({ body }) => called.some((id) => body.includes(id)));
    expect(rows).toHaveLength(12);
    one.close();
    two.close();
  });

  it('by eight callers for the last patient calls once, and tells the others that nobody waits', async () => {
    await emptyQueue();
    const last = await issue();
    const answers = await Promise.all([
      edge.command(tokens.nurse, 'call-next', { servicePointId: room1 }),
      ...Array.from({ length: 7 }, () => edge.command(secondNurse, 'call-next', { servicePointId: room2 })),
    ]);
    const [done, ...others] = answers.toSorted((a, b) => a.status - b.status);
    expect(done?.body['result']).toMatchObject({ ticket: { id: last.id } });
    for (const other of others) expect(['queue-empty', 'service-point-busy']).toContain(codeOf(other));
    expect((await board()).calls.filter(({ ticketId }) => ticketId === last.id)).toHaveLength(1);
  });
});

describe('a commandId', () => {
  it('that comes again is the same command, in whatever order its fields stand, over both doors', async () => {
    const commandId = aCommandId();
    const first = await edge.call('POST', '/api/v1/commands', {
      token: tokens.reception,
      body: { commandId, type: 'issue-ticket', serviceId: consultation },
    });
    const desk = new Screen(edge.running.url, '/staff', { token: tokens.reception });
    const again = await desk.command({ serviceId: consultation, type: 'issue-ticket', commandId });
    expect(ofSocket(again)).toEqual({ status: 200, body: first.body });
    desk.close();
    expect((await rowsOf('v1.TicketIssued')).filter((row) => row.commandId === commandId)).toHaveLength(1);
  });

  it('with another body or from another actor is refused, and the first stands', async () => {
    const commandId = aCommandId();
    const { body } = await edge.command(tokens.reception, 'issue-ticket', {
      serviceId: consultation,
      commandId,
    });
    const others = [
      await edge.command(tokens.reception, 'issue-ticket', { serviceId: laboratory, commandId }),
      await edge.command(tokens.reception, 'request-help', { kind: 'assistance', commandId }),
      await edge.command(tokens.kiosk, 'issue-ticket', { serviceId: consultation, commandId }),
    ];
    expect(others.map(codeOf)).toEqual(['command-id-reused', 'command-id-reused', 'command-id-reused']);
    expect((await edge.command(tokens.reception, 'issue-ticket', { serviceId: consultation, commandId })).body).toEqual(
      body,
    );
    expect((await rowsOf('v1.TicketIssued')).filter((row) => row.commandId === commandId)).toHaveLength(1);
  });

  it('whose command was refused is refused again with the same words, though it could be done now', async () => {
    await emptyQueue();
    const commandId = aCommandId();
    const refused = await edge.command(tokens.nurse, 'call-next', {
      servicePointId: room1,
      commandId,
    });
    expect(codeOf(refused)).toBe('queue-empty');
    await issue();
    expect((await edge.command(tokens.nurse, 'call-next', { servicePointId: room1, commandId })).body).toEqual(
      refused.body,
    );
    expect((await edge.command(tokens.nurse, 'call-next', { servicePointId: room1 })).status).toBe(200);
  });
});

describe('the till', () => {
  it('numbers receipts from 1 without gaps, whoever pays at once, is refused or sends twice', async () => {
    await emptyQueue();
    expect(codeOf(await edge.command(tokens.cashier, 'close-till', { countedMinor: 0 }))).toBe('till-closed');
    await edge.result(tokens.cashier, 'open-till', { floatMinor: 10_000 });
    expect(codeOf(await edge.command(tokens.cashier, 'open-till', { floatMinor: 1 }))).toBe('till-already-open');
    const charges = await Promise.all(
      Array.from({ length: 16 }, async () => {
        const { id: ticketId } = await issue();
        return (await edge.result(tokens.cashier, 'record-charge', { ticketId, serviceId: consultation }))[
          'chargeId'
        ] as unknown as string;
      }),
    );
    const pay = (chargeId: string, changes: object = {}) => {
      const body = {
        commandId: aCommandId(),
        type: 'take-payment',
        chargeIds: [chargeId],
        means: 'cash',
        amountMinor: 4_500,
        tenderedMinor: 5_000,
        ...changes,
      };
      return edge.call('POST', '/api/v1/commands', { token: tokens.cashier, body });
    };
    const answers = await Promise.all(
      charges.flatMap((chargeId, index) => {
        const commandId = aCommandId();
        return [
          pay(chargeId, { amountMinor: 4_400 }),
          pay(chargeId, { tenderedMinor: 4_000 }),
          pay(chargeId, { commandId }),
          pay(chargeId, { commandId }),
          ...(index % 2 === 0 ? [pay(chargeId)] : []),
          pay(aCommandId()),
        ];
      }),
    );
    const done = answers
      .filter(({ status }) => status === 200)
      .map(({ body }) => (body['result'] as { receiptNumber: string }).receiptNumber);
    const receipts = [...new Set(done)]
      .map((number) => Number(number.replace('NORTH-1-', '')))
      .toSorted((a, b) => a - b);
    expect(receipts).toEqual(Array.from({ length: 16 }, (_, index) => index + 1));
    const codes = new Set(answers.filter(({ status }) => status !== 200).map(codeOf));
    expect(codes).toEqual(new Set(['wrong-amount', 'tendered-too-little', 'already-paid', 'unknown-charge']));
    const ordinals = (await rowsOf('v1.PaymentTaken')).map(
      ({ body }) => (JSON.parse(body) as { receiptOrdinal: number }).receiptOrdinal,
    );
    expect(ordinals).toEqual(receipts);
    const closed = await edge.result(tokens.cashier, 'close-till', {
      countedMinor: 10_000 + 16 * 4_500,
    });
    expect(closed).toMatchObject({ zNumber: 'NORTH-1-Z1', expectedMinor: 82_000, varianceMinor: 0 });
    expect(codeOf(await edge.command(tokens.cashier, 'close-till', { countedMinor: 82_000 }))).toBe('till-closed');
    expect(await rowsOf('v1.TillClosed')).toHaveLength(1);
  });

  it('takes no payment once it is closed, and charges no service without a price', async () => {
    const { id: ticketId } = await issue();
    const { chargeId } = await edge.result(tokens.cashier, 'record-charge', {
      ticketId,
      serviceId: consultation,
    });
    const pay = {
      chargeIds: [chargeId as unknown as string],
      means: 'cash' as const,
      amountMinor: 4_500,
    };
    expect(codeOf(await edge.command(tokens.cashier, 'take-payment', pay))).toBe('till-closed');
    expect(codeOf(await edge.command(tokens.cashier, 'record-charge', { ticketId, serviceId: consultation }))).toBe(
      'already-charged',
    );
    expect(codeOf(await edge.command(tokens.cashier, 'record-charge', { ticketId, serviceId: laboratory }))).toBe(
      'no-price',
    );
  });
});

describe('a ticket page', () => {
  it('may hold, resume and ask for help with its own ticket and nothing else', async () => {
    await emptyQueue();
    const [mine, other] = [await issue(), await issue()];
    const phone = new Screen(edge.running.url, '/ticket', { token: mine.publicId });
    await phone.until(({ state }) => state === 'waiting');
    const send = async (command: object) => {
      const answer = ofSocket(await phone.command({ commandId: aCommandId(), ...command }));
      return answer.status === 200 ? 'done' : codeOf(answer);
    };
    for (const type of ['hold', 'resume']) expect(await send({ type, ticketId: other.id })).toBe('not-your-ticket');
    expect(await send({ type: 'request-help', kind: 'assistance', ticketId: other.id })).toBe('not-your-ticket');
    for (const command of [
      { type: 'cancel-ticket', ticketId: mine.id, reason: 'x' },
      { type: 'set-priority', ticketId: mine.id, priorityClass: 'emergency', reason: 'x' },
      { type: 'call-ticket', servicePointId: room1, ticketId: mine.id, reason: 'x' },
      { type: 'issue-ticket', serviceId: consultation },
      { type: 'register-patient', patient: {} },
      { type: 'undo', ticketId: mine.id, epoch: 1, seq: 1 },
    ]) {
      expect(await send(command)).toBe('not-allowed');
    }
    expect(await send({ type: 'hold', ticketId: mine.id })).toBe('done');
    await phone.until(({ heldByMe }) => heldByMe === true);
    expect(await send({ type: 'resume', ticketId: mine.id })).toBe('done');
    await edge.result(tokens.supervisor, 'hold', { ticketId: mine.id });
    await phone.until(({ state }) => state === 'on-hold');
    expect(await send({ type: 'resume', ticketId: mine.id })).not.toBe('done');
    const answer = await edge.call('GET', '/api/v1/board', { token: mine.publicId });
    expect(codeOf(answer)).toBe('unauthenticated');
    phone.close();
  });

  it('that sends without an end is told to wait, and others are not', async () => {
    const [mine, other] = [await issue(), await issue()];
    const phone = new Screen(edge.running.url, '/ticket', { token: mine.publicId });
    const calm = new Screen(edge.running.url, '/ticket', { token: other.publicId });
    await Promise.all([phone.until(() => true), calm.until(() => true)]);
    const answers = await Promise.all(
      Array.from({ length: 80 }, () => phone.command({ commandId: aCommandId(), type: 'resume', ticketId: mine.id })),
    );
    const codes = answers.map((answer) => codeOf(ofSocket(answer)));
    expect(codes).toContain('wrong-state');
    expect(codes.filter((code) => code === 'rate-limited').length).toBeGreaterThan(30);
    expect((await calm.command({ commandId: aCommandId(), type: 'hold', ticketId: other.id })).status).toBe(200);
    phone.close();
    calm.close();
  });
});

describe('somebody who is not let in', () => {
  it('after five wrong PINs is locked out, on every tablet and with the right PIN', async () => {
    const signIn = (pin: string, staffId = nurseAna) =>
      edge.call('POST', '/api/v1/sessions', { token: tokens.tablet, body: { staffId, pin } });
    const tries = [];
    for (const pin of ['0000', '1111', '2222', '3333', '4444', '4711']) tries.push(codeOf(await signIn(pin)));
    expect(tries).toEqual(['wrong-pin', 'wrong-pin', 'wrong-pin', 'wrong-pin', 'pin-locked', 'pin-locked']);
    expect(codeOf(await signIn('4711', aCommandId()))).toBe('wrong-pin');
    expect(codeOf(await signIn('47'))).toBe('invalid-request');
    await edge.restart();
    expect(codeOf(await signIn('4711'))).toBe('pin-locked');
  });

  it('and a screen that is revoked, is dropped at once: its socket, its token and its line of MQTT', async () => {
    const redeemed = (await edge.call('POST', '/api/v1/enrolments/redeem', { body: { code: linkCode } })).body as {
      token: string;
      deviceId: string;
    };
    const kiosk = new Screen(edge.running.url, '/kiosk', { token: redeemed.token });
    await kiosk.until(() => true);
    const dropped = new Promise((resolve) => kiosk.socket.once('disconnect', resolve));
    expect((await edge.call('DELETE', `/api/v1/devices/${redeemed.deviceId}`, { token: tokens.admin })).status).toBe(
      200,
    );
    expect(await dropped).toBe('io server disconnect');
    expect(codeOf(await edge.command(redeemed.token, 'issue-ticket', { serviceId: consultation }))).toBe(
      'unauthenticated',
    );
    expect(codeOf(await edge.call('POST', '/api/v1/enrolments/redeem', { body: { code: linkCode } }))).toBe(
      'unknown-enrolment',
    );
    expect(codeOf(await edge.call('DELETE', `/api/v1/devices/${tabletOne}`, { token: tokens.nurse }))).toBe(
      'not-allowed',
    );
  });

  it('at the broker is nobody who is not a thing of this clinic', async () => {
    const base = {
      clientId: buttonOne,
      username: buttonOne,
      password: tokens.button,
      reconnectPeriod: 0,
      connectTimeout: 5_000,
    };
    for (const changes of [
      { password: 'wrong' },
      { password: tokens.admin },
      { username: tabletOne },
      { username: '', password: '' },
    ]) {
      await expect(connectAsync(edge.running.mqttUrl, { ...base, ...changes })).rejects.toThrow();
    }
    const button = await connectAsync(edge.running.mqttUrl, base);
    await expect(button.subscribeAsync(`foyer/v1/${aCommandId()}/${buttonOne}/command`)).rejects.toThrow();
    await expect(button.subscribeAsync(`foyer/v1/${clinicId}/#`)).rejects.toThrow();
    await button.endAsync();
  });
});
