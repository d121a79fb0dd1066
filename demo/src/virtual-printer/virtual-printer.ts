// A thermal printer made of software: a TCP port that speaks ESC/POS, its switches, and the tickets as pictures.
// Invariants: a status answer is true at the moment it is sent; nothing prints while paper is out, the cover open, the
// cutter stuck, the printer mute or its power off; power off refuses and resets connections and keeps the port's number;
// what hung is forgotten when the line is well again, as by a printer that was switched off and on.

import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { once } from 'node:events';

import { paintReceipt } from './paint-receipt.ts';
import { PrinterConnection } from './printer-connection.ts';
import type { Receipt } from './receipt.ts';
import { allWell, Line, Power, type PrinterSwitches } from './printer-switches.ts';

export interface VirtualPrinterOptions {
  readonly host?: string;
  /** 0 picks a free port. */
  readonly port?: number;
  readonly now: () => number;
  /** False: tickets have no picture, which takes a printer longer than all else. */
  readonly paints?: boolean;
}

export interface PrintedTicket {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly text: string;
  /** What the QR codes say. */
  readonly qr: readonly string[];
  /** A data URL. */
  readonly png: string;
  /** Its host hung up before it was cut: nobody knows whether that is all of it. */
  readonly torn?: true;
}

const KEPT_TICKETS = 200;

export class VirtualPrinter {
  readonly name = 'virtual-printer';
  readonly host: string;
  readonly #now: () => number;
  readonly #paints: boolean;
  readonly #connections = new Map<Socket, PrinterConnection>();
  readonly #listeners = new Set<(ticket: PrintedTicket) => void>();
  readonly #switchListeners = new Set<(switches: PrinterSwitches) => void>();
  readonly #tickets: PrintedTicket[] = [];
  #port: number;
  #server: Server | undefined;
  #switches = allWell;
  #printed = 0;

  constructor({ host = '127.0.0.1', port = 9100, now, paints = true }: VirtualPrinterOptions) {
    this.host = host;
    this.#port = port;
    this.#now = now;
    this.#paints = paints;
  }

  /** The port that it listens on, also while its power is off. */
  get port(): number {
    return this.#port;
  }

  get switches(): PrinterSwitches {
    return this.#switches;
  }

  /** Oldest first; the last 200 are kept. */
  get tickets(): readonly PrintedTicket[] {
    return this.#tickets;
  }

  /** How many hosts are in. */
  get connections(): number {
    return this.#connections.size;
  }

  async start(): Promise<void> {
    await this.#listen();
  }

  async stop(): Promise<void> {
    await this.#hangUp();
  }

  /** Moves the switches; resolves once connections feel it. */
  async switch(change: Partial<PrinterSwitches>): Promise<void> {
    const before = this.#switches;
    this.#switches = { ...before, ...change };
    if (before.power !== this.#switches.power && this.#switches.power === Power.off) await this.#hangUp();
    else if (letsIn(before) !== letsIn(this.#switches)) {
      await (letsIn(this.#switches) ? this.#listen() : this.#closeDoor());
    }
    for (const connection of this.#connections.values()) connection.switched();
    for (const listener of this.#switchListeners) listener(this.#switches);
  }

  /** Calls `listener` with every ticket from now on; the answer ends that. */
  onTicket(listener: (ticket: PrintedTicket) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Calls `listener` whenever somebody moved a switch; the answer ends that. */
  onSwitch(listener: (switches: PrinterSwitches) => void): () => void {
    this.#switchListeners.add(listener);
    return () => this.#switchListeners.delete(listener);
  }

  async #listen(): Promise<void> {
    const server = createServer((socket) => this.#accept(socket));
    this.#server = server;
    server.listen(this.#port, this.host);
    await once(server, 'listening');
    this.#port = (server.address() as AddressInfo).port;
  }

  async #hangUp(): Promise<void> {
    const sockets = [...this.#connections.keys()];
    this.#connections.clear();
    for (const socket of sockets) socket.resetAndDestroy();
    const server = this.#server;
    this.#server = undefined;
    if (server === undefined) return;
    const closed = once(server, 'close');
    server.close();
    await closed;
  }

  /** Whoever is in stays, so nobody waits for them to go. */
  #closeDoor(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    server?.close();
    return Promise.resolve();
  }

  #accept(socket: Socket): void {
    const connection = new PrinterConnection(socket, {
      switches: () => this.#switches,
      print: (receipt, torn) => this.#print(receipt, torn),
    });
    this.#connections.set(socket, connection);
    socket.on('data', (chunk: Buffer) => connection.receive(chunk));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      if (this.#connections.delete(socket)) connection.ended();
    });
  }

  #print(receipt: Receipt, torn: boolean): void {
    this.#printed += 1;
    const ticket: PrintedTicket = {
      id: String(this.#printed),
      at: this.#now(),
      text: receipt.text,
      qr: receipt.qr,
      ...(torn ? { torn: true as const } : {}),
      png: this.#paints ? `data:image/png;base64,${paintReceipt(receipt).toString('base64')}` : '',
    };
    this.#tickets.push(ticket);
    if (this.#tickets.length > KEPT_TICKETS) this.#tickets.shift();
    for (const listener of this.#listeners) listener(ticket);
  }
}

function letsIn({ power, line }: PrinterSwitches): boolean {
  return power === Power.on && line !== Line.refuses;
}
