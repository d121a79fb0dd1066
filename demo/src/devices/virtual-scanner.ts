// A scanner made of software: says over one TCP line what it reads. The edge's loopback scanner listens.

import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

import type { ScanFormat } from '@foyer/contracts/scan-format.ts';

export interface ScannerAddress {
  readonly host: string;
  readonly port: number;
}

export interface VirtualScan {
  readonly kioskDeviceId: string;
  readonly format?: ScanFormat;
  readonly text: string;
}

export type ScanResult = { readonly ok: true } | { readonly ok: false; readonly error: { readonly code: string } };

const PATIENCE_MS = 3_000;

/** `times` scans at once on one line, each a little different; the answer is of the last. Never rejects. */
export function sendFlood(address: ScannerAddress, scan: VirtualScan, times: number): Promise<ScanResult> {
  return send(
    address,
    Array.from({ length: times }, (_, index) => ({ ...scan, text: `${scan.text}${index}` })),
  );
}

/** Never rejects: an edge that does not listen is `scanner-not-connected`. */
export function sendScan(address: ScannerAddress, scan: VirtualScan): Promise<ScanResult> {
  return send(address, [scan]);
}

function send({ host, port }: ScannerAddress, scans: readonly VirtualScan[]): Promise<ScanResult> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: PATIENCE_MS });
    let answer = '';
    const end = (result: ScanResult): void => {
      socket.destroy();
      resolve(result);
    };
    const notConnected = (): void => end({ ok: false, error: { code: 'scanner-not-connected' } });
    socket.on('connect', () => socket.write(scans.map((scan) => `${JSON.stringify(scan)}\n`).join('')));
    socket.on('data', (chunk) => {
      answer += chunk.toString('utf8');
      const answers = answer.split('\n').slice(0, -1);
      if (answers.length === scans.length) end(JSON.parse(answers.at(-1) ?? '') as ScanResult);
    });
    socket.on('error', notConnected);
    socket.on('timeout', notConnected);
    socket.on('close', notConnected);
  });
}

export interface VirtualScannerOptions {
  readonly address: ScannerAddress;
  readonly serialNumber: string;
  readonly model: string;
  readonly firmware?: string;
}

/** A scanner that says who it is and nothing about kiosks, as one on a cable: somebody sets it up. */
export class VirtualScanner {
  readonly #options: VirtualScannerOptions;
  #socket: Socket | undefined;

  constructor(options: VirtualScannerOptions) {
    this.#options = options;
  }

  /** Resolves when the edge has seen it. */
  async plugIn(): Promise<void> {
    const { address, serialNumber, model, firmware } = this.#options;
    this.#socket = connect(address);
    await once(this.#socket, 'connect');
    await this.#say({ scanner: { serialNumber, model, ...(firmware === undefined ? {} : { firmware }) } });
  }

  async pullOut(): Promise<void> {
    const socket = this.#socket;
    this.#socket = undefined;
    if (socket === undefined || socket.destroyed) return;
    const closed = once(socket, 'close');
    socket.destroy();
    await closed;
  }

  scan(scan: Omit<VirtualScan, 'kioskDeviceId'>): Promise<ScanResult> {
    return this.#say(scan);
  }

  async #say(line: object): Promise<ScanResult> {
    const socket = this.#socket;
    if (socket === undefined) return { ok: false, error: { code: 'scanner-not-connected' } };
    const answered = once(socket, 'data');
    socket.write(`${JSON.stringify(line)}\n`);
    const [answer] = (await answered) as [Buffer];
    return JSON.parse(answer.toString('utf8')) as ScanResult;
  }
}
