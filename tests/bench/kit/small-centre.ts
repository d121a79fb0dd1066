/**
 * As much of a centre as an edge needs to take money: a feed with prices. It takes no rows, so that everything an
 * edge writes beside it is still to be relayed.
 */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { protocolVersion } from '@foyer/contracts/relay-line.ts';
import type { FeedItem, FeedPage, Position } from '@foyer/contracts/sync-protocol.ts';
import type { BenchClinic } from './bench-clinic.ts';

export interface SmallCentre {
  readonly url: string;
  stop(): Promise<void>;
}

const priceMinor = 4500;

export async function startSmallCentre(clinic: BenchClinic): Promise<SmallCentre> {
  const { services, currency } = clinic.configuration;
  const items: readonly FeedItem[] = services.map(({ id }, index) => ({
    number: index + 1,
    kind: 'price',
    id,
    body: { serviceId: id, amountMinor: priceMinor, currency, version: 1 },
  }));
  const nowhere: Position = { epoch: 0, seq: 0, hash: null };
  /** Long polls that have nothing to hear. */
  const waiting = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const answer = (status: number, body: object): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    request.resume();
    if (pathname === '/sync/v1/position') answer(200, nowhere);
    else if (pathname === '/sync/v1/clinic-key') answer(200, { ok: true });
    else if (pathname !== '/sync/v1/feed') answer(503, { ok: false });
    else if (Number(searchParams.get('after')) >= items.length) waiting.add(response);
    else answer(200, pageOf(items));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop() {
      for (const response of waiting) response.destroy();
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function pageOf(items: readonly FeedItem[]): FeedPage {
  return { version: protocolVersion, serverTime: Date.now(), items, next: items.length };
}
