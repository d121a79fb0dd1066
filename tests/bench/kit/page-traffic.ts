/**
 * What a page fetches, as it comes over the line: compressed, with headers, sockets included. What its service
 * worker fetches is another target's and is not in here.
 */
import type { CDPSession } from 'playwright-core';

export interface Fetched {
  readonly url: string;
  readonly kind: string;
  /** When it was asked for, in milliseconds since 1970. */
  readonly askedAt: number;
  bytes: number;
}

export interface PageTraffic {
  readonly fetched: readonly Fetched[];
}

export async function recordTraffic(session: CDPSession): Promise<PageTraffic> {
  const byRequest = new Map<string, Fetched>();
  session.on('Network.requestWillBeSent', ({ requestId, request, type, wallTime }) => {
    byRequest.set(requestId, {
      url: request.url,
      kind: type ?? 'Other',
      askedAt: wallTime * 1000,
      bytes: 0,
    });
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const entry = byRequest.get(requestId);
    if (entry !== undefined) entry.bytes = encodedDataLength;
  });
  session.on('Network.webSocketCreated', ({ requestId, url }) => {
    byRequest.set(requestId, { url, kind: 'WebSocket', askedAt: Date.now(), bytes: 0 });
  });
  session.on('Network.webSocketFrameReceived', ({ requestId, response }) => {
    const entry = byRequest.get(requestId);
    if (entry !== undefined) entry.bytes += Buffer.byteLength(response.payloadData);
  });
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: false });
  return {
    get fetched() {
      return [...byRequest.values()];
    },
  };
}
