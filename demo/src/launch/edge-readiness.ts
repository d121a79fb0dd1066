// Asks the edge how it is, as whoever watches it would. Off loopback it says so over HTTPS alone, under the authority of
// the clinic's own, which it serves to anybody.

import { get } from 'node:https';

export interface EdgeReadiness {
  readonly ok: boolean;
  readonly checks: readonly { readonly name: string; readonly ok: boolean }[];
}

export interface EdgeAddress {
  readonly url: string;
  readonly tlsUrl: string;
  readonly byLoopback: boolean;
}

export async function edgeReadiness(edge: EdgeAddress, signal: AbortSignal): Promise<EdgeReadiness> {
  const read = async (url: string): Promise<string> => (await fetch(url, { signal })).text();
  const text = edge.byLoopback
    ? await read(`${edge.url}/readyz`)
    : await readTrusting(`${edge.tlsUrl}/readyz`, await read(`${edge.url}/foyer-authority.pem`), signal);
  return JSON.parse(text) as EdgeReadiness;
}

/** Whether it holds what its centre has sent so far. */
export function hasHeardFromCentre({ checks }: EdgeReadiness): boolean {
  return checks.some(({ name, ok }) => name === 'relay' && ok);
}

function readTrusting(url: string, ca: string, signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    get(url, { ca, signal }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.once('end', () => resolve(text)).once('error', reject);
    }).once('error', reject);
  });
}
