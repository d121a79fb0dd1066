// The printer's tray as server-sent events: every page that is open sees each ticket as it is cut, what the signs
// show, and whether the internet is there.

import type { IncomingMessage, ServerResponse } from 'node:http';

import type { BusyMorning } from '../busy-morning/busy-morning.ts';
import type { VirtualPrinter } from '../virtual-printer/virtual-printer.ts';
import type { CuttableLine } from '../launch/cuttable-line.ts';
import type { TrayEvents } from './bench-view.ts';
import type { VirtualThings } from './virtual-things.ts';

const SHOWN_TICKETS = 30;

type Morning = Pick<BusyMorning, 'isRunning' | 'onChanged'>;

export interface TrayStreamParts {
  readonly printer: Pick<VirtualPrinter, 'tickets' | 'switches' | 'onTicket' | 'onSwitch'>;
  readonly line?: Pick<CuttableLine, 'isCut' | 'onChanged'>;
  readonly morning?: Morning;
  readonly things: Pick<VirtualThings, 'view' | 'onChanged'>;
}

export class TrayStream {
  readonly #printer: Pick<VirtualPrinter, 'tickets' | 'switches' | 'onTicket' | 'onSwitch'>;
  readonly #pages = new Set<ServerResponse>();
  readonly #line: Pick<CuttableLine, 'isCut' | 'onChanged'> | undefined;
  readonly #morning: Morning | undefined;
  readonly #things: Pick<VirtualThings, 'view' | 'onChanged'>;
  #leave: readonly (() => void)[] = [];

  constructor({ printer, line, morning, things }: TrayStreamParts) {
    this.#printer = printer;
    this.#line = line;
    line?.onChanged(() => this.#tell('internet', { connected: !line.isCut }));
    this.#morning = morning;
    morning?.onChanged((running) => this.#tell('busyMorning', { running }));
    this.#things = things;
    things.onChanged(() => this.#tell('things', things.view));
  }

  start(): void {
    this.#leave = [
      this.#printer.onTicket((ticket) => this.#tell('ticket', ticket)),
      this.#printer.onSwitch((switches) => this.#tell('switches', switches)),
    ];
  }

  stop(): void {
    for (const leave of this.#leave) leave();
    for (const page of this.#pages) page.end();
    this.#pages.clear();
  }

  /** Keeps the answer open and tells it everything from now on, the tray first. */
  attach(request: IncomingMessage, page: ServerResponse): void {
    page.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    this.#pages.add(page);
    request.on('close', () => this.#pages.delete(page));
    const { tickets, switches } = this.#printer;
    page.write(event('tray', { tickets: tickets.slice(-SHOWN_TICKETS), switches }));
    page.write(event('things', this.#things.view));
    if (this.#line !== undefined) page.write(event('internet', { connected: !this.#line.isCut }));
    if (this.#morning !== undefined) page.write(event('busyMorning', { running: this.#morning.isRunning }));
  }

  #tell<Name extends keyof TrayEvents>(name: Name, data: TrayEvents[Name]): void {
    for (const page of this.#pages) page.write(event(name, data));
  }
}

function event<Name extends keyof TrayEvents>(name: Name, data: TrayEvents[Name]): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}
