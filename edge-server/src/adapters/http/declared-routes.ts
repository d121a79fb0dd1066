// The route table as Fastify's routes. Whatever is registered besides, by us or by a plugin, stops the start.

import { invariant } from '@foyer/contracts/app-error.ts';
import type { FastifyInstance, RouteHandlerMethod } from 'fastify';
import { declaredRoute, type RouteEntry, type RouteId, routeEntries } from './route-table.ts';

export type Handlers = { readonly [Id in RouteId]: RouteHandlerMethod };

/** Nothing takes more whose row does not say so. */
export const bodyLimitBytes = 256 * 1024;

export function refuseUndeclared(app: FastifyInstance): void {
  app.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat())
      invariant(declaredRoute(one, url) !== undefined, `route ${one} ${url} is declared`);
  });
}

export function registerRoutes(app: FastifyInstance, handlers: Handlers): void {
  for (const [id, entry] of Object.entries(routeEntries) as [RouteId, RouteEntry][]) {
    const { method, url, bodyLimitBytes: bodyLimit } = entry;
    app.route({ method, url, handler: handlers[id], ...(bodyLimit === undefined ? {} : { bodyLimit }) });
  }
}
