// How often one address may ask: what hands out or takes credentials by the route table's figures, everything else
// generously; this machine is held to the former alone.

import { minuteMs } from '@foyer/contracts/time.ts';
import type { FastifyInstance } from 'fastify';
import { Allowance } from '../../ports/allowance.ts';
import { isLoopback } from '../../ports/loopback.ts';
import { networkOf } from '../../ports/network-of.ts';
import { CodedError } from './errors.ts';
import { declaredRoute } from './route-table.ts';

/** Requests in a minute from one address that is not this machine. */
const generalPerMinute = 1_200;

export function limitRates(app: FastifyInstance, now: () => number): void {
  const general = new Allowance({ most: generalPerMinute, everyMs: minuteMs, now });
  const byRoute = new Map<string, Allowance>();
  app.addHook('onRequest', async (request) => {
    const from = networkOf(request.ip);
    if (!isLoopback(request.ip) && !general.take(from)) throw new CodedError('rate-limited');
    const entry = declaredRoute(request.method, request.routeOptions.url);
    if (entry?.perMinute === undefined) return;
    const own = byRoute.get(entry.id) ?? new Allowance({ most: entry.perMinute, everyMs: minuteMs, now });
    byRoute.set(entry.id, own);
    if (!own.take(from)) throw new CodedError('rate-limited');
  });
}
