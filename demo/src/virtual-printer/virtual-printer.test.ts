import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

import { createCanvas, loadImage } from '@napi-rs/canvas';
import jsQr from 'jsqr';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { bytes, cut, gs, qr, statusRequest, text } from './escpos-samples.ts';
import { PrinterHttp } from './printer-http.ts';
import { VirtualPrinter, type PrintedTicket } from './virtual-printer.ts';

let printer: VirtualPrinter;
let http: PrinterHttp;
let sockets: Socket[];

beforeEach(async () => {
  printer = new VirtualPrinter({ port: 0, now: () => 1_700_000_000_000 });
  http = new PrinterHttp({ printer });
  sockets = [];
  await printer.start();
  await http.start();
});

afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  await http.stop();
  await printer.stop();
});

async function host(): Promise<Socket> {
  const socket = connect(printer.port, printer.host);
  sockets.push(socket);
  await once(socket, 'connect');
  return socket;
}

async function answer(socket: Socket, request: Uint8Array): Promise<number[]> {
  const arrived = once(socket, 'data');
  socket.write(request);
  const [data] = (await arrived) as [Buffer];
  return [...data];
}

const nextTicket = (): Promise<PrintedTicket> =>
  new Promise((resolve) => {
    const stop = printer.onTicket((ticket) => {
      stop();
      resolve(ticket);
    });
  });

const put = (body: unknown): Promise<Response> =>
  fetch(`${http.url}/state`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

describe('virtual printer', () => {
  it('shows a ticket as text, codes and a picture whose QR can be read', async () => {
    const printed = nextTicket();
    (await host()).end(Buffer.concat([text('A047\n'), qr('https://clinic.example/t/abc', 8), cut()]));
    await printed;
    const [ticket] = (await (await fetch(`${http.url}/tickets`)).json()) as [PrintedTicket];
    expect(ticket).toMatchObject({
      id: '1',
      at: 1_700_000_000_000,
      text: 'A047',
      qr: ['https://clinic.example/t/abc'],
    });
    const picture = await loadImage(Buffer.from(ticket.png.replace('data:image/png;base64,', ''), 'base64'));
    const canvas = createCanvas(picture.width, picture.height);
    const context = canvas.getContext('2d');
    context.drawImage(picture, 0, 0);
    const pixels = context.getImageData(0, 0, picture.width, picture.height);
    expect(jsQr.default(pixels.data as Uint8ClampedArray<ArrayBuffer>, picture.width, picture.height)?.data).toBe(
      'https://clinic.example/t/abc',
    );
  });

  it('prints what was not cut when the host hangs up', async () => {
    const printed = nextTicket();
    (await host()).end(text('no cut'));
    expect((await printed).text).toBe('no cut');
  });

  it('answers status requests truthfully as the switches move', async () => {
    const socket = await host();
    expect(await answer(socket, statusRequest(1))).toEqual([0x12]);
    expect(await answer(socket, statusRequest(4))).toEqual([0x12]);
    expect(await answer(socket, gs('r', 1))).toEqual([0]);
    await printer.switch({ paper: 'low' });
    expect(await answer(socket, statusRequest(4))).toEqual([0x1e]);
    await printer.switch({ paper: 'out' });
    expect(await answer(socket, statusRequest(1))).toEqual([0x1a]);
    expect(await answer(socket, statusRequest(2))).toEqual([0x32]);
    expect(await answer(socket, statusRequest(4))).toEqual([0x7e]);
    await printer.switch({ paper: 'ok', cover: 'open' });
    expect(await answer(socket, statusRequest(2))).toEqual([0x16]);
  });

  it('sends its status by itself to hosts that asked for that', async () => {
    const socket = await host();
    expect(await answer(socket, gs('a', 0xff))).toEqual([0x10, 0, 0, 0]);
    const arrived = once(socket, 'data');
    await printer.switch({ paper: 'out' });
    const [data] = (await arrived) as [Buffer];
    expect([...data]).toEqual([0x18, 0, 0x0f, 0]);
  });

  it('prints nothing without paper, and goes on when there is some', async () => {
    await printer.switch({ paper: 'out' });
    const socket = await host();
    socket.write(Buffer.concat([text('waits\n'), cut()]));
    expect(await answer(socket, statusRequest(4))).toEqual([0x7e]);
    expect(printer.tickets).toEqual([]);
    await printer.switch({ paper: 'ok' });
    expect(printer.tickets.map((ticket) => ticket.text)).toEqual(['waits']);
  });

  it('forgets what waited when the host hangs up or clears the buffer', async () => {
    await printer.switch({ cover: 'open' });
    const leaving = await host();
    leaving.write(Buffer.concat([text('old\n'), cut()]));
    const clearing = await host();
    clearing.write(Buffer.concat([text('older\n'), cut()]));
    expect(await answer(clearing, bytes(0x10, 0x14, 8, 1, 3, 20, 1, 6, 2, 8))).toEqual([0x37, 0x25, 0]);
    expect(await answer(leaving, statusRequest(2))).toEqual([0x16]);
    leaving.end();
    await once(leaving, 'close');
    await printer.switch({ cover: 'closed' });
    expect(printer.tickets).toEqual([]);
  });

  it('refuses connections without power, resets those that it had, and comes back on the same port', async () => {
    const socket = await host();
    const closed = new Promise<string | undefined>((resolve) => {
      socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code));
    });
    const { port } = printer;
    await printer.switch({ power: 'off' });
    expect(await closed).toBe('ECONNRESET');
    await expect(host()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await printer.switch({ power: 'on' });
    expect(printer.port).toBe(port);
    expect(await answer(await host(), statusRequest(1))).toEqual([0x12]);
  });

  it('takes everything and answers nothing when mute', async () => {
    await printer.switch({ mute: true });
    const socket = await host();
    const heard: Buffer[] = [];
    socket.on('data', (data) => heard.push(data));
    socket.end(Buffer.concat([statusRequest(1), text('lost\n'), cut()]));
    await once(socket, 'close');
    expect(heard).toEqual([]);
    expect(printer.tickets).toEqual([]);
  });

  it('says that its cutter is stuck, and prints once it is free', async () => {
    await printer.switch({ jam: true });
    const socket = await host();
    socket.write(Buffer.concat([text('waits\n'), cut()]));
    expect(await answer(socket, statusRequest(1))).toEqual([0x1a]);
    expect(await answer(socket, statusRequest(2))).toEqual([0x52]);
    expect(await answer(socket, statusRequest(3))).toEqual([0x1a]);
    await printer.switch({ jam: false });
    expect(printer.tickets.map((ticket) => ticket.text)).toEqual(['waits']);
  });

  it.each(['hangs', 'cuts'] as const)('on a line that %s takes half a document, and never the rest', async (line) => {
    await printer.switch({ line });
    const socket = await host();
    const broken = new Promise((resolve) => {
      socket.on('error', resolve);
    });
    expect(await answer(socket, statusRequest(1))).toEqual([0x12]);
    const torn = nextTicket();
    const half = text(`${'half '.repeat(10)}\n`.repeat(10));
    const document = Buffer.concat([half, statusRequest(1), half, text('whole\n'), cut()]);
    if (line === 'cuts') socket.write(document);
    else {
      expect(await answer(socket, document)).toEqual([0x12]);
      await printer.switch({ line: 'well' });
    }
    await broken;
    expect((await torn).text).not.toContain('whole');
    expect(printer.tickets).toHaveLength(1);
  });

  it('on a slow line prints the same, in its time', async () => {
    await printer.switch({ line: 'slow' });
    const printed = nextTicket();
    const socket = await host();
    socket.write(Buffer.concat([text(`${'slow '.repeat(10)}\n`.repeat(20)), text('whole\n'), cut()]));
    expect((await printed).text).toContain('whole');
    expect(await answer(socket, statusRequest(1))).toEqual([0x12]);
  });

  it('on a line that refuses lets nobody in, and whoever is in goes on', async () => {
    const socket = await host();
    expect(await answer(socket, statusRequest(1))).toEqual([0x12]);
    await printer.switch({ line: 'refuses' });
    await expect(host()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    expect(await answer(socket, statusRequest(1))).toEqual([0x12]);
    await printer.switch({ line: 'well' });
    expect(await answer(await host(), statusRequest(1))).toEqual([0x12]);
  });
});

describe('the state over HTTP', () => {
  it('moves the switches that are named and leaves the others', async () => {
    expect(await (await put({ paper: 'out' })).json()).toEqual({
      paper: 'out',
      cover: 'closed',
      power: 'on',
      mute: false,
      line: 'well',
      jam: false,
    });
    expect(await (await put({ cover: 'open', mute: true })).json()).toEqual({
      paper: 'out',
      cover: 'open',
      power: 'on',
      mute: true,
      line: 'well',
      jam: false,
    });
    expect(await (await fetch(`${http.url}/state`)).json()).toEqual({
      paper: 'out',
      cover: 'open',
      power: 'on',
      mute: true,
      line: 'well',
      jam: false,
    });
  });

  it('refuses what is not a switch', async () => {
    const refused = await put({ paper: 'wet' });
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ ok: false, error: { code: 'invalid-state' } });
  });
});
