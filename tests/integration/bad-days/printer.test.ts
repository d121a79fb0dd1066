// A printer that lets everybody down, and patients whose names are commands: the number is valid and shown, the staff
// are told, paper comes once or not at all, and what is printed is only ever words.

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Command } from '@foyer/contracts/commands.ts';
import type { PrintView } from '@foyer/contracts/clinic-view.ts';
import { FrameReader } from '@foyer/demo/virtual-printer/frame-reader.ts';
import { allWell, type PrinterSwitches } from '@foyer/demo/virtual-printer/printer-switches.ts';
import { VirtualPrinter } from '@foyer/demo/virtual-printer/virtual-printer.ts';
import { ThermalPrinter, usualTiming } from '@foyer/edge-server/adapters/printer/thermal-printer.ts';
import { consultation, room1 } from '@foyer/edge-server/testing/a-clinic.ts';
import { demonstration, EdgeUnderTest, tokens } from '@foyer/edge-server/testing/an-edge.ts';
import { systemClock } from '@foyer/edge-server/writer/system-clock.ts';
import { Screen } from './kit/screen.ts';
import { Tap } from './kit/tap.ts';

/** ESC @, drawer kick, cut, real-time requests, escapes of other printers: none may leave a field. */
const kick = '\x1bp\x00\x19\xfa';
const cut = '\x1dV\x00';
const realTime = '\x10\x04\x01\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08';
const overrides = '\u202e\u2066\u200f\u061c';

const virtual = new VirtualPrinter({ port: 0, now: Date.now });
let tap: Tap;
let edge: EdgeUnderTest;
let kiosk: Screen<'/kiosk'>;
let desk: Screen<'/staff'>;

beforeAll(async () => {
  await virtual.start();
  tap = new Tap(virtual.port);
  await tap.start();
  const timing = {
    ...usualTiming,
    answerMs: 250,
    confirmMs: 6_000,
    watchMs: 50,
    patienceMs: 600,
    retryMs: 100,
    idleMs: 100,
    faultyMs: 100,
  };
  const printer = new ThermalPrinter({ address: tap.address, clock: systemClock, timing });
  const [service, ...others] = demonstration.configuration.services;
  const configuration = {
    ...demonstration.configuration,
    name: `North${cut}side ${overrides}Clinic`,
    services: [
      {
        ...service!,
        name: { en: `Consult${kick}ation`, es: 'Consulta' },
        waitingArea: { en: `Area\n\r\x0c1${realTime}` },
      },
      ...others,
    ],
  };
  edge = await new EdgeUnderTest({ demonstration: { ...demonstration, configuration } }, { printer }).start();
  kiosk = new Screen(edge.running.url, '/kiosk', { token: tokens.kiosk });
  desk = new Screen(edge.running.url, '/staff', { token: tokens.supervisor });
  await kiosk.until(({ printer: state }) => state === 'ready');
});
afterAll(async () => {
  kiosk.close();
  desk.close();
  await edge.end();
  await tap.stop();
  await virtual.stop();
});
afterEach(async () => {
  await mend();
  await desk.until(({ printer }) => printer === 'ready');
});

let isOff = false;
async function make(fault: Partial<PrinterSwitches>): Promise<void> {
  isOff = fault.power === 'off';
  if (isOff) await tap.stop();
  await virtual.switch(fault);
}
async function mend(): Promise<void> {
  await virtual.switch(allWell);
  if (isOff) await tap.start();
  isOff = false;
}

const printOf = (ticketId: string, prints: { readonly [id: string]: PrintView }) =>
  Object.values(prints).find((print) => print.ticketId === ticketId && print.state !== 'printing');

/** A number from the kiosk, and what became of its paper. */
async function issue(fields: Partial<Extract<Command, { type: 'issue-ticket' }>> = {}) {
  const { ticket } = await edge.result(tokens.kiosk, 'issue-ticket', {
    serviceId: consultation,
    ...fields,
  });
  const { id = '', number = '' } = ticket!;
  const seen = await kiosk.until(({ prints }) => printOf(id, prints) !== undefined);
  return { id, number, print: printOf(id, seen.prints) };
}

describe('a name', () => {
  it.each([
    ['a drawer kick', `Ada${kick}`],
    ['a cut', `${cut}Ada`],
    ['real-time requests', realTime],
    ['line ends and form feeds', 'A\r\n\n\x0c\x0bda'],
    ['NUL and DEL', 'A\0d\x7fa'],
    ['right-to-left overrides', `${overrides}Ada`],
    ['half a character', '\ud83dAda'],
    ['Arabic, marked left to right', '\u200eعلي'],
    ['emoji joined and coloured', '👩🏽‍⚕️'],
    ['nothing but spaces', '\u00a0\u2003 \u3000'],
    ['the line separator of Unicode', 'Ada\u2028\u2029Lovelace'],
  ])('with %s is taken, and printed as words or not at all', async (_what, name) => {
    tap.take();
    const printed = virtual.tickets.length;
    const { identificationId } = await edge.result(tokens.kiosk, 'register-patient', {
      patient: { name: { given: name, family: name } },
    });
    const { number, print } = await issue({
      identificationId: identificationId as unknown as string,
    });
    expect(print).toMatchObject({ state: 'printed' });
    expect(virtual.tickets).toHaveLength(printed + 1);
    const { text } = virtual.tickets.at(-1)!;
    expect(text).toContain(number);
    expect(text).toMatch(/North V side Clinic/);
    // oxlint-disable-next-line no-control-regex -- what must not be there
    expect(text).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/);
    const commands = [...new FrameReader().push(tap.take())].flatMap((frame) =>
      frame.kind === 'character' ? [] : [frame.name],
    );
    expect(commands.filter((command) => command === 'GS V')).toHaveLength(1);
    expect(commands).not.toContain('ESC p');
    expect(commands).not.toContain('DLE DC4');
  });
});

describe('a printer that is', () => {
  it.each([
    ['off', { power: 'off' }, 'printer-off'],
    ['mute', { mute: true }, 'printer-mute'],
    ['out of paper', { paper: 'out' }, 'paper-out'],
    ['open', { cover: 'open' }, 'cover-open'],
    ['jammed', { jam: true }, 'printer-jam'],
  ] as const)(
    '%s: the kiosk shows the number, the staff are told, and nothing is printed later',
    async (_what, fault, code) => {
      await make(fault);
      const printed = virtual.tickets.length;
      const { id, number, print } = await issue();
      expect(print).toMatchObject({ state: 'failed', code });
      expect((await edge.call('GET', `/api/v1/tickets/${id}`, { token: tokens.supervisor })).body).toMatchObject({
        number,
        state: 'waiting',
      });
      await kiosk.until(({ printer }) => printer === 'unavailable');
      const told = await desk.until(
        ({ printers, prints }) => printers?.['printer']?.state === code && printOf(id, prints) !== undefined,
      );
      expect(printOf(id, told.prints)).toMatchObject({ code });

      await mend();
      await kiosk.until(({ printer }) => printer === 'ready');
      expect((await desk.until(({ printer }) => printer === 'ready')).unprinted).toContain(id);
      const next = await issue();
      expect(next.print).toMatchObject({ state: 'printed' });
      expect(
        virtual.tickets.slice(printed).map(({ text }) => text.includes(next.number) && !text.includes(number)),
      ).toEqual([true]);
      const { body } = await edge.call('GET', '/api/v1/log?limit=1000', { token: tokens.auditor });
      const failed = (body['rows'] as { type: string; body: string }[]).filter(
        (row) => row.type === 'v1.PrintFailed' && row.body.includes(id),
      );
      expect(failed.map((row) => (JSON.parse(row.body) as { code: string }).code)).toEqual([code]);
      await edge.result(tokens.supervisor, 'call-ticket', {
        servicePointId: room1,
        ticketId: id,
        reason: 'valid without paper',
        finishCurrent: 'completed',
      });
    },
  );

  it('hanging half-way has its ticket given up, and does not print the rest when it wakes', async () => {
    await virtual.switch({ line: 'hangs' });
    const printed = virtual.tickets.length;
    const { id, number, print } = await issue();
    expect(print).toMatchObject({ state: 'unknown', code: 'print-unknown' });
    expect((await desk.until(({ printer }) => printer === 'unavailable')).unprinted).toContain(id);
    await mend();
    await kiosk.until(({ printer }) => printer === 'ready');
    await edge.result(tokens.supervisor, 'reprint-ticket', { ticketId: id });
    const isPrinted = (one: PrintView): boolean => one.ticketId === id && one.state === 'printed';
    const after = await desk.until(({ prints }) => Object.values(prints).some(isPrinted));
    expect(after.unprinted ?? []).not.toContain(id);
    const whole = virtual.tickets.slice(printed).filter(({ qr }) => qr.length > 0);
    expect(whole.map(({ text }) => text.includes(number))).toEqual([true]);
  });

  it('seen to while the patient stands there prints the ticket after all, once', async () => {
    await virtual.switch({ paper: 'out' });
    await desk.until(({ printer }) => printer === 'unavailable');
    const printed = virtual.tickets.length;
    const { ticket } = await edge.result(tokens.kiosk, 'issue-ticket', { serviceId: consultation });
    await virtual.switch({ paper: 'ok' });
    const seen = await kiosk.until(({ prints }) => printOf(ticket!['id'] ?? '', prints) !== undefined);
    expect(printOf(ticket!['id'] ?? '', seen.prints)).toMatchObject({ state: 'printed' });
    expect(virtual.tickets).toHaveLength(printed + 1);
  });

  it('switched off in the middle of a rush leaves every patient a number of their own', async () => {
    const printed = virtual.tickets.length;
    const numbers: string[] = [];
    for (let count = 0; count < 8; count += 1) {
      const { ticket } = await edge.result(tokens.kiosk, 'issue-ticket', {
        serviceId: consultation,
      });
      numbers.push(ticket!['number'] ?? '');
      if (count === 3) await make({ power: 'off' });
    }
    const all = await kiosk.until(({ prints }) => {
      const settled = Object.values(prints).filter(({ state }) => state !== 'printing').length;
      return settled >= numbers.length && Object.values(prints).every(({ state }) => state !== 'printing');
    });
    expect(new Set(numbers).size).toBe(8);
    const failed = Object.values(all.prints).filter(({ state }) => state === 'failed');
    expect(failed.length).toBeGreaterThan(0);
    // No number is on two sheets.
    const sheets = virtual.tickets.slice(printed).map(({ text }) => numbers.filter((number) => text.includes(number)));
    expect(sheets.flat()).toEqual([...new Set(sheets.flat())]);
  });
});
