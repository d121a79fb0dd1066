// The OpenAPI document, from the same table and schemas that serve.

import { commandSchemas } from '@foyer/contracts/commands.ts';
import Type from 'typebox';
import { routeSchemas } from './route-schemas.ts';
import { routeEntries, type RouteEntry, type RouteId } from './route-table.ts';

export function openApiDocument(): object {
  const paths: { [path: string]: { [method: string]: object } } = {};
  for (const [id, entry] of Object.entries(routeEntries) as [RouteId, RouteEntry][]) {
    if (!entry.url.startsWith('/api/')) continue;
    const path = entry.url.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [entry.method.toLowerCase()]: operation(id, entry) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Foyer edge', version: '1' },
    paths,
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
  };
}

function operation(id: RouteId, { summary, who }: RouteEntry): object {
  const { params, query, body } = routeSchemas[id] ?? {};
  const taken = id === 'command' ? Type.Union(Object.values(commandSchemas)) : body;
  return {
    operationId: id,
    summary,
    ...(who === undefined ? {} : { description: `For: ${who.join(', ')}.`, security: [{ bearer: [] }] }),
    parameters: [...parameters('path', params), ...parameters('query', query)],
    ...(taken === undefined
      ? {}
      : { requestBody: { required: true, content: { 'application/json': { schema: taken } } } }),
    responses: {
      default: { description: 'A success, a refusal, or `{ ok: false, error: { code, message, path? } }`.' },
    },
  };
}

function parameters(where: 'path' | 'query', schema: unknown): readonly object[] {
  const { properties = {}, required = [] } = (schema ?? {}) as {
    readonly properties?: { readonly [name: string]: unknown };
    readonly required?: readonly string[];
  };
  return Object.entries(properties).map(([name, of]) => ({
    name,
    in: where,
    required: required.includes(name),
    schema: of,
  }));
}
