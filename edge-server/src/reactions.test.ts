import { connectAsync, type MqttClient } from 'mqtt';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Ticket } from '@foyer/contracts/board-view.ts';
import type { KioskView } from '@foyer/contracts/kiosk-view.ts';
import { buttonOne, clinicId, consultation, helpButton, kioskOne, laboratory, room1 } from './testing/a-clinic.ts';
import { aCommandId } from './testing/a-command-id.ts';
import { EdgeUnderTest, tokens } from './testing/an-edge.ts';

const edge = new EdgeUnderTest();
beforeAll(() => edge.start());
afterAll(() => edge.end());

const printedNumbers = () =>
  edge.printer.printed.flatMap((job) => (job.kind === 'ticket' ? [job.document.number] : []));
const issue = async (token: string, more: object = {}) => {
  const { ticket } = await edge.result(token, 'issue-ticket', { serviceId: laboratory, ...more });
  return ticket as unknown as Ticket;
};

const kioskUntil = (wanted: (view: KioskView) => boolean): Promise<KioskView> =>
  edge.follow<KioskView>('/kiosk', { token: tokens.kiosk }).until(wanted);

describe('after a commit', () => {
  it('prints the ticket that a kiosk issued, with the way to its page, and tells the kiosk', async () => {
    const { ticket } = await edge.result(tokens.kiosk, 'issue-ticket', { serviceId: consultation, language: 'es' });
    const view = await kioskUntil(({ prints }) => Object.values(prints).some(({ state }) => state === 'printed'));
    expect(Object.values(view.prints)).toContainEqual(
      expect.objectContaining({ ticketId: ticket!['id'], state: 'printed' }),
    );
    const job = edge.printer.printed.at(-1);
    expect(job).toMatchObject({
      kind: 'ticket',
      document: {
        number: ticket!['number'],
        language: 'es',
        serviceName: 'Consulta',
        ahead: 'Es su turno a continuación',
        place: { heading: 'Diríjase a', name: 'Sala de espera 1' },
        qr: `http://phone.example/t/${ticket!['publicId']}`,
      },
    });
    await vi.waitFor(async () => {
      const { rows } = (await edge.call('GET', '/api/v1/log?limit=1000', { token: tokens.auditor })).body as {
        rows: { type: string; body: string }[];
      };
      expect(rows).toContainEqual(
        expect.objectContaining({ type: 'v1.DocumentPrinted', body: expect.stringContaining(ticket!['id'] ?? '') }),
      );
    });
  });

  it('prints a number given at the desk, unless that wants no paper or writes down what was given on paper', async () => {
    const onPaper = { occurredAt: Date.now() - 60_000, reason: 'the power was gone' };
    const without = [await issue(tokens.reception, { print: false }), await issue(tokens.reception, onPaper)];
    const printed = await issue(tokens.reception);
    await vi.waitFor(() => expect(printedNumbers()).toContain(printed.number));
    for (const { number } of without) expect(printedNumbers()).not.toContain(number);
  });

  it('prints the same number again for the desk, and for the kiosk whose session it is of', async () => {
    const { id, number } = await issue(tokens.kiosk);
    const times = () => printedNumbers().filter((other) => other === number).length;
    await vi.waitFor(() => expect(times()).toBe(1));
    await edge.result(tokens.reception, 'reprint-ticket', { ticketId: id });
    await vi.waitFor(() => expect(times()).toBe(2));
    await edge.result(tokens.kiosk, 'reprint-ticket', { ticketId: id });
    await vi.waitFor(() => expect(times()).toBe(3));
    const ofDesk = await issue(tokens.reception);
    const refused = await edge.command(tokens.kiosk, 'reprint-ticket', { ticketId: ofDesk.id });
    expect(refused.body).toMatchObject({ refusal: { code: 'not-your-ticket' } });
    await edge.result(tokens.supervisor, 'cancel-ticket', { ticketId: id, reason: 'went home' });
    const closed = await edge.command(tokens.reception, 'reprint-ticket', { ticketId: id });
    expect(closed.body).toMatchObject({ refusal: { code: 'wrong-state', state: 'cancelled' } });
  });

  it('shows what was scanned beside a kiosk until it is used', async () => {
    edge.scanner.scan({ kioskDeviceId: kioskOne, format: 'qr', text: 'F1.nothing' });
    expect((await kioskUntil(({ scan }) => scan !== undefined)).scan).toMatchObject({
      format: 'qr',
      text: 'F1.nothing',
    });
    const asked = await edge.call('POST', '/api/v1/identifications', {
      token: tokens.kiosk,
      body: { qr: 'F1.nothing' },
    });
    expect(asked.body).toMatchObject({ matched: false, askDesk: true, reason: 'code-invalid' });
    expect((await kioskUntil(({ scan }) => scan === undefined)).scan).toBeUndefined();
  });

  it('ends a hold at its time', async () => {
    const { ticket } = await edge.result(tokens.kiosk, 'issue-ticket', { serviceId: consultation });
    const ticketId = ticket!['id'] ?? '';
    await edge.result(tokens.supervisor, 'hold', { ticketId, until: Date.now() - 1 });
    await kioskUntil(({ issued = {} }) => issued[ticketId]?.state === 'waiting');
    const rows = (await edge.call('GET', '/api/v1/log?limit=1000', { token: tokens.auditor })).body['rows'] as {
      type: string;
      actor: string;
    }[];
    expect(rows).toContainEqual(expect.objectContaining({ type: 'v1.TicketResumed', actor: 'system' }));
  });
});

describe('a call button', () => {
  const events = `foyer/v1/${clinicId}/${buttonOne}/event`;
  const connect = (changes: object = {}): Promise<MqttClient> =>
    connectAsync(edge.running.mqttUrl, {
      clientId: buttonOne,
      username: buttonOne,
      password: tokens.button,
      reconnectPeriod: 0,
      ...changes,
    });
  const answer = (client: MqttClient): Promise<unknown> =>
    new Promise((resolve) => client.once('message', (_topic, payload) => resolve(JSON.parse(payload.toString()))));

  it('calls the next patient to its service point, once for a press that arrives twice', async () => {
    await edge.result(tokens.kiosk, 'issue-ticket', { serviceId: consultation });
    const button = await connect();
    await button.subscribeAsync(`foyer/v1/${clinicId}/${buttonOne}/command`, { qos: 1 });
    const told = answer(button);
    await button.publishAsync(events, JSON.stringify({ press: 'single', id: 'p1' }), { qos: 1 });
    await button.publishAsync(events, JSON.stringify({ press: 'single', id: 'p1' }), { qos: 1, dup: true });
    expect(await told).toMatchObject({ ok: true, number: expect.stringMatching(/^A/) as string });
    const board = (await edge.call('GET', '/api/v1/board', { token: tokens.nurse })).body as { tickets: Ticket[] };
    expect(board.tickets.filter(({ servicePointId }) => servicePointId === room1)).toHaveLength(1);
    await button.endAsync();
  });

  it('asks for help with a long press', async () => {
    const button = await connect();
    await button.subscribeAsync(`foyer/v1/${clinicId}/${buttonOne}/command`, { qos: 1 });
    const told = answer(button);
    await button.publishAsync(events, JSON.stringify({ press: 'long', id: 'p2' }), { qos: 1 });
    expect(await told).toEqual({ ok: true });
    await button.endAsync();
  });

  it('that is at no service point asks for help with one press', async () => {
    const button = await connect({ clientId: helpButton, username: helpButton, password: tokens.helpButton });
    await button.subscribeAsync(`foyer/v1/${clinicId}/${helpButton}/command`, { qos: 1 });
    const told = answer(button);
    await button.publishAsync(`foyer/v1/${clinicId}/${helpButton}/event`, JSON.stringify({ press: 'single' }), {
      qos: 1,
    });
    expect(await told).toEqual({ ok: true });
    await button.endAsync();
  });

  it.each([
    ['a wrong password', { password: 'wrong' }],
    ['another device’s name', { username: kioskOne, clientId: kioskOne }],
    ['a client id that is another’s', { clientId: kioskOne }],
    [
      'a last will in another branch',
      { will: { topic: `foyer/v1/${clinicId}/${kioskOne}/state`, payload: 'x', qos: 0, retain: true } },
    ],
  ])('is not let in with %s', async (_what, changes) => {
    await expect(connect(changes)).rejects.toThrow();
  });

  it('is cut off when it speaks in another branch, and hears nothing of one', async () => {
    const button = await connect();
    for (const filter of [`foyer/v1/${clinicId}/+/event`, `foyer/v1/${clinicId}/${kioskOne}/command`, '#', '$SYS/#']) {
      await expect(button.subscribeAsync(filter, { qos: 1 })).rejects.toThrow();
    }
    const closed = new Promise((resolve) => button.once('close', () => resolve('closed')));
    button.publish(`foyer/v1/${clinicId}/${kioskOne}/state`, 'x', { retain: true });
    expect(await closed).toBe('closed');
    button.end(true);
  });

  it('goes on after messages that mean nothing', async () => {
    const button = await connect();
    for (const payload of ['', '{', '[]', '{"press":"triple"}', 'x'.repeat(2_000)])
      await button.publishAsync(events, payload, { qos: 1 });
    expect(button.connected).toBe(true);
    await button.endAsync();
    expect(
      (await edge.command(tokens.button, 'call-next', { servicePointId: consultation, commandId: aCommandId() }))
        .status,
    ).toBe(403);
  });
});
