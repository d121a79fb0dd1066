// A whole edge on loopback over a real database, with fakes at the cables alone, and callers of its doors.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CommandType, CommandOf } from '@foyer/contracts/commands.ts';
import type { EdgeDemonstration } from '@foyer/contracts/demonstration.ts';
import type { Namespace } from '@foyer/contracts/sockets.ts';
import { FakeScanner } from '../adapters/scanner/fake.ts';
import { FakeTicketPrinter } from '../adapters/printer/fake.ts';
import { startEdge, type EdgeOptions, type RunningEdge } from '../compose.ts';
import { systemClock } from '../writer/system-clock.ts';
import { builtPages } from '../config/load-config.ts';
import type { EdgeConfig } from '../config/edge-config.ts';
import {
  aClinic,
  adminEva,
  buttonOne,
  displayOne,
  helpButton,
  kioskOne,
  nurseAna,
  room1,
  tabletOne,
} from './a-clinic.ts';
import { aCommandId } from './a-command-id.ts';
import { AScreen } from './a-screen.ts';
import { zoneAtMidday } from './zone-at-midday.ts';

export const tokens = {
  kiosk: 'kiosk-token-0123456789abcdef',
  display: 'display-token-0123456789abcdef',
  nurse: 'nurse-token-0123456789abcdef',
  reception: 'reception-token-0123456789abcdef',
  cashier: 'cashier-token-0123456789abcdef',
  supervisor: 'supervisor-token-0123456789abcdef',
  auditor: 'auditor-token-0123456789abcdef',
  admin: 'admin-token-0123456789abcdef',
  tablet: 'tablet-token-0123456789abcdef',
  button: 'button-token-0123456789abcdef',
  helpButton: 'help-button-token-0123456789ab',
} as const;
export const linkCode = 'a-printed-link-0123456789';

export const demonstration: EdgeDemonstration = {
  configuration: aClinic({ zone: zoneAtMidday(Date.now()) }),
  tokens: [
    { token: tokens.kiosk, role: 'kiosk', deviceId: kioskOne },
    { token: tokens.display, role: 'display', deviceId: displayOne },
    { token: tokens.tablet, role: 'staff-tablet', deviceId: tabletOne },
    { token: tokens.button, role: 'button', deviceId: buttonOne, servicePointId: room1 },
    { token: tokens.helpButton, role: 'button', deviceId: helpButton },
    { token: tokens.nurse, role: 'nurse', staffId: nurseAna, servicePointId: room1 },
    ...(['reception', 'cashier', 'supervisor', 'auditor', 'admin'] as const).map((role) => ({
      token: tokens[role],
      role,
      staffId: adminEva,
    })),
  ],
  codes: [{ code: linkCode, role: 'kiosk', name: 'Kiosk by the door' }],
};

export interface Answered {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly headers: Headers;
}

export class EdgeUnderTest {
  readonly printer = new FakeTicketPrinter(systemClock);
  readonly scanner = new FakeScanner();
  readonly config: EdgeConfig;
  readonly #options: EdgeOptions;
  readonly #screens: AScreen<unknown>[] = [];
  #edge: RunningEdge | undefined;

  /** Where the configuration names a printer or a scanner, that one is used and not the fake. */
  constructor(changes: Partial<EdgeConfig> = {}, options: EdgeOptions = {}) {
    this.#options = options;
    this.config = {
      dataDir: changes.dataDir ?? mkdtempSync(join(tmpdir(), 'foyer-edge-')),
      bind: '127.0.0.1',
      port: 0,
      tlsPort: 0,
      mqttBind: '127.0.0.1',
      mqttPort: 0,
      scannerPort: null,
      scanners: [],
      printer: null,
      pms: null,
      publicTicketUrl: 'http://phone.example',
      demonstration,
      pages: builtPages(),
      logLevel: 'silent',
      ...changes,
    };
  }

  get running(): RunningEdge {
    if (this.#edge === undefined) throw new Error('the edge was not started');
    return this.#edge;
  }

  async start(): Promise<this> {
    const { printer: address, printers, scannerPort, scanners } = this.config;
    const scanner = scannerPort === null && scanners.length === 0 ? { scanner: this.scanner } : {};
    const printer = address === null && printers === undefined ? { printer: this.printer } : {};
    this.#edge = await startEdge(this.config, {
      ...printer,
      ...scanner,
      ...this.#options,
    });
    return this;
  }

  async stop(): Promise<void> {
    await this.#edge?.stop();
    this.#edge = undefined;
  }

  /** As after a fresh start of the process. */
  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  async end(): Promise<void> {
    for (const screen of this.#screens) screen.close();
    await this.stop();
    rmSync(this.config.dataDir, { recursive: true });
  }

  /** A screen that is there until the end. */
  follow<V>(namespace: Namespace, auth: { readonly token: string; readonly device?: string }): AScreen<V> {
    const screen = new AScreen<V>(this.running.url, namespace, auth);
    this.#screens.push(screen as AScreen<unknown>);
    return screen;
  }

  async call(
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    { token, device, body, raw }: { token?: string; device?: string; body?: unknown; raw?: string } = {},
  ): Promise<Answered> {
    const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const response = await fetch(`${this.running.url}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(device === undefined ? {} : { 'foyer-device': device }),
        ...(sent === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(sent === undefined ? {} : { body: sent }),
    });
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    const answered = isJson ? ((await response.json()) as Record<string, unknown>) : { text: await response.text() };
    return { status: response.status, body: answered, headers: response.headers };
  }

  command<T extends CommandType>(
    token: string,
    type: T,
    fields: Omit<CommandOf<T>, 'commandId' | 'type'> & { readonly commandId?: string },
    device?: string,
  ): Promise<Answered> {
    const body = { commandId: aCommandId(), type, ...fields };
    return this.call('POST', '/api/v1/commands', {
      token,
      body,
      ...(device === undefined ? {} : { device }),
    });
  }

  /** The result of a command that must be accepted. */
  async result<T extends CommandType>(token: string, type: T, fields: Omit<CommandOf<T>, 'commandId' | 'type'>) {
    const { status, body } = await this.command(token, type, fields);
    if (status !== 200) throw new Error(`${type}: ${status} ${JSON.stringify(body)}`);
    return body['result'] as Record<string, { readonly [key: string]: string } & string>;
  }
}
