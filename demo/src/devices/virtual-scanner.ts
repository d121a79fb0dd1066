// A scanner made of software: says over one TCP line what it reads. The edge's loopback scanner listens.

import { connect } from 'node:net';

export interface ScannerAddress {
  readonly host: string;
  readonly port: number;
}

export interface VirtualScan {
  readonly kioskDeviceId: string;
  readonly format: 'qr' | 'mrz';
  readonly text: string;
}

export type ScanResult = { readonly ok: true } | { readonly ok: false; readonly error: { readonly code: string } };

const PATIENCE_MS = 3_000;

/** Never rejects: an edge that does not listen is `scanner-not-connected`. */
export function sendScan({ host, port }: ScannerAddress, scan: VirtualScan): Promise<ScanResult> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: PATIENCE_MS });
    let answer = '';
    const end = (result: ScanResult): void => {
      socket.destroy();
      resolve(result);
    };
    const notConnected = (): void => end({ ok: false, error: { code: 'scanner-not-connected' } });
    socket.on('connect', () => socket.write(`${JSON.stringify(scan)}\n`));
    socket.on('data', (chunk) => {
      answer += chunk.toString('utf8');
      if (answer.includes('\n')) end(JSON.parse(answer.slice(0, answer.indexOf('\n'))) as ScanResult);
    });
    socket.on('error', notConnected);
    socket.on('timeout', notConnected);
    socket.on('close', notConnected);
  });
}
