// The virtual printer's window: what it printed, and the switches that make faults.

import fastify, { type FastifyInstance } from 'fastify';

import { Cover, Line, Paper, Power, type PrinterSwitches } from './printer-switches.ts';
import type { VirtualPrinter } from './virtual-printer.ts';

const POSITIONS =
  'paper is ok, low or out; cover is closed or open; power is on or off; line is well, slow, hangs, cuts or refuses; ' +
  'mute and jam are true or false';

export interface PrinterHttpOptions {
  readonly printer: VirtualPrinter;
  readonly host?: string;
  /** 0 picks a free port. */
  readonly port?: number;
}

export class PrinterHttp {
  readonly name = 'virtual-printer-http';
  readonly #options: PrinterHttpOptions;
  #app: FastifyInstance | undefined;
  #url = '';

  constructor(options: PrinterHttpOptions) {
    this.#options = options;
  }

  /** Where it answers, once started; no slash at the end. */
  get url(): string {
    return this.#url;
  }

  async start(): Promise<void> {
    const { printer, host = '127.0.0.1', port = 0 } = this.#options;
    const app = fastify();
    app.get('/tickets', () => printer.tickets);
    app.get('/state', () => printer.switches);
    app.put('/state', async (request, reply) => {
      const change = switchesFrom(request.body);
      if (typeof change === 'string') {
        return reply.code(400).send({ ok: false, error: { code: 'invalid-state', message: change } });
      }
      await printer.switch(change);
      return printer.switches;
    });
    this.#app = app;
    this.#url = await app.listen({ host, port });
  }

  async stop(): Promise<void> {
    await this.#app?.close();
    this.#app = undefined;
  }
}

/** The switches that a body moves, or why it cannot be read. What it leaves out stays as it is. */
export function switchesFrom(body: unknown): Partial<PrinterSwitches> | string {
  if (typeof body !== 'object' || body === null) return 'expected an object';
  const change: { -readonly [Key in keyof PrinterSwitches]?: PrinterSwitches[Key] } = {};
  for (const [key, value] of Object.entries(body)) {
    if (key === 'paper' && oneOf(Paper, value)) change.paper = value;
    else if (key === 'cover' && oneOf(Cover, value)) change.cover = value;
    else if (key === 'power' && oneOf(Power, value)) change.power = value;
    else if (key === 'paper' && typeof value === 'boolean') change.paper = value ? Paper.ok : Paper.out;
    else if (key === 'power' && typeof value === 'boolean') change.power = value ? Power.on : Power.off;
    else if (key === 'line' && oneOf(Line, value)) change.line = value;
    else if (key === 'mute' && typeof value === 'boolean') change.mute = value;
    else if (key === 'jam' && typeof value === 'boolean') change.jam = value;
    else return `${key}: ${POSITIONS}`;
  }
  return change;
}

function oneOf<Value extends string>(values: Record<string, Value>, value: unknown): value is Value {
  return Object.values<unknown>(values).includes(value);
}
