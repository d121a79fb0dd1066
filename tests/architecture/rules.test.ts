import { describe, expect, it } from 'vitest';
import { readModule } from './read-module.ts';
import { findViolations } from './rules.ts';

/** What the rules say about sources that exist only here. */
function violationsOf(sources: Readonly<Record<string, string>>): readonly string[] {
  return findViolations(Object.entries(sources).map(([path, text]) => readModule(path, text)));
}

const useCase = 'edge-server/src/use-cases/call-next.ts';
const httpAdapter = 'edge-server/src/adapters/http/server.ts';
const visitRules = 'pms-service/src/modules/visits/rules.ts';

describe('the import table', () => {
  it.each([
    ['contracts to domain', 'contracts/src/ids.ts', '@foyer/domain/queue/decide.ts'],
    ['contracts to node', 'contracts/src/ids.ts', 'node:crypto'],
    ['domain to a library with I/O', 'domain/src/queue/decide.ts', 'fastify'],
    ['domain to node', 'domain/src/queue/decide.ts', 'node:fs'],
    ['the relay core to node', 'cloud-sync/src/sync-state.ts', 'node:net'],
    ['a use case to node', useCase, 'node:fs'],
    ['a use case to a library', useCase, 'fastify'],
    ['a use case to an adapter', useCase, '../adapters/sqlite/connection.ts'],
    ['an adapter to another adapter', httpAdapter, '../sqlite/connection.ts'],
    ['an adapter to a use case', httpAdapter, '../../use-cases/call-next.ts'],
    ['an adapter to a second library family', httpAdapter, 'socket.io'],
    ['an adapter to rules of the domain', httpAdapter, '@foyer/domain/queue/decide.ts'],
    ['the writer to another adapter', 'edge-server/src/writer/worker.ts', '../adapters/http/server.ts'],
    ['main to an adapter', 'edge-server/src/main.ts', './adapters/http/server.ts'],
    ['an app to an app', 'edge-server/src/compose.ts', '@foyer/pms-service/compose.ts'],
    ['an app to an app by its path', 'demo/src/main.ts', '../../edge-server/src/main.ts'],
    ['the demonstration to the edge', 'demo/src/main.ts', '@foyer/edge-server/main.ts'],
    ['a screen to the domain', 'kiosk-ui/src/main.ts', '@foyer/domain/queue/decide.ts'],
    ['a screen to node', 'kiosk-ui/src/main.ts', 'node:fs'],
    ['a screen to another screen', 'kiosk-ui/src/main.ts', '@foyer/staff-ui/main.ts'],
    ['rules of the PMS to SQL', visitRules, './queries.ts'],
    ['rules of the PMS to a library', visitRules, 'kysely'],
    ['a module to the queries of another', 'pms-service/src/modules/visits/use-cases.ts', '../billing/queries.ts'],
    ['a module to the web layer', 'pms-service/src/modules/visits/use-cases.ts', 'fastify'],
    ['code to its tests', 'domain/src/queue/decide.ts', './decide.test.ts'],
  ])('catches %s', (_, from, specifier) => {
    expect(violationsOf({ [from]: `import { x } from '${specifier}';` })).toHaveLength(1);
    expect(violationsOf({ [from]: `export { x } from '${specifier}'; export const y = 1;` })).toHaveLength(1);
    expect(violationsOf({ [from]: `const x = await import('${specifier}');` })).toHaveLength(1);
  });

  it.each([
    ['a use case to its port', useCase, '../ports/event-log.ts'],
    ['a use case to the domain', useCase, '@foyer/domain/queue/decide.ts'],
    ['an adapter to its port', httpAdapter, '../../ports/event-log.ts'],
    ['an adapter to its own library', httpAdapter, '@fastify/helmet'],
    ['an adapter to the decoders', httpAdapter, '@foyer/domain/identity-documents/mrz.ts'],
    ['the writer to SQLite', 'edge-server/src/writer/worker.ts', '../adapters/sqlite/connection.ts'],
    ['compose to an adapter', 'edge-server/src/compose.ts', './adapters/http/server.ts'],
    ['a module to the use cases of another', 'pms-service/src/modules/visits/use-cases.ts', '../billing/use-cases.ts'],
    ['a test to its package', 'edge-server/src/use-cases/call-next.test.ts', '../adapters/sqlite/connection.ts'],
    ['the whole-house tests to an app', 'tests/integration/story.test.ts', '@foyer/edge-server/compose.ts'],
  ])('allows %s', (_, from, specifier) => {
    expect(violationsOf({ [from]: `import { x } from '${specifier}';` })).toEqual([]);
  });

  it('lets main name the type of an adapter, and not build one', () => {
    const path = 'edge-server/src/main.ts';
    expect(violationsOf({ [path]: `import type { S } from './adapters/http/server.ts';` })).toEqual([]);
  });

  it('catches types that are imported in passing', () => {
    expect(violationsOf({ [useCase]: `type T = import('node:fs').Stats;` })).toHaveLength(1);
  });

  it('catches an adapter folder that has no row', () => {
    expect(violationsOf({ 'edge-server/src/adapters/fax/fax.ts': '' })).toEqual([
      'edge-server/src/adapters/fax/fax.ts belongs to no room of the import table',
    ]);
  });

  it('catches modules of the PMS that import each other', () => {
    const path = (name: string) => `pms-service/src/modules/${name}/use-cases.ts`;
    const found = violationsOf({
      [path('visits')]: `import { a } from '../billing/use-cases.ts';`,
      [path('billing')]: `import { b } from '../payments/types.ts';`,
      'pms-service/src/modules/payments/types.ts': '',
      [path('payments')]: `import { c } from '../visits/use-cases.ts';`,
    });
    expect(found).toHaveLength(3);
  });

  it('catches TypeBox on its way into a bundle, and lets types pass', () => {
    const sources = {
      'contracts/src/schema.ts': `import Type from 'typebox'; export const id = Type.String();`,
      'contracts/src/ids.ts': `import { id } from './schema.ts'; export type Id = string; export const ids = [id];`,
    };
    const screen = 'kiosk-ui/src/data/tickets.ts';
    expect(violationsOf({ ...sources, [screen]: `import { ids } from '@foyer/contracts/ids.ts';` })).toEqual([
      `${screen} brings TypeBox into a bundle`,
    ]);
    expect(violationsOf({ ...sources, [screen]: `import type { Id } from '@foyer/contracts/ids.ts';` })).toEqual([]);
  });
});

describe('the file rules', () => {
  const path = 'domain/src/queue/order.ts';

  it.each([
    ['a default export', 'export default 1;'],
    ['an enum', 'export enum State { Open }'],
    ['a barrel', `export * from './decide.ts';`],
    ['a barrel of names', `export { a } from './decide.ts'; export { b } from './evolve.ts';`],
    ['the environment', `export const home = process.env['HOME'];`],
    ['a clock', 'export const at = Date.now();'],
    ['a clock in an object', 'export const at = new Date();'],
    ['randomness', 'export const n = Math.random();'],
  ])('catch %s', (_, text) => {
    expect(violationsOf({ [path]: text })).toHaveLength(1);
  });

  it('catch a file called index', () => {
    expect(violationsOf({ 'domain/src/queue/index.ts': 'export const a = 1;' })).toHaveLength(1);
  });

  it('let main and the configuration read the environment', () => {
    const text = 'export const env = process.env;';
    expect(violationsOf({ 'edge-server/src/main.ts': text })).toEqual([]);
    expect(violationsOf({ 'edge-server/src/config/load.ts': text })).toEqual([]);
    expect(violationsOf({ 'edge-server/src/compose.ts': text })).toHaveLength(1);
  });

  it('let anyone hand the path of programs to a child', () => {
    const text = `export const env = { PATH: process.env['PATH'] };`;
    expect(violationsOf({ 'edge-server/src/compose.ts': text })).toEqual([]);
  });

  it('refuse what cannot be parsed, rather than see nothing in it', () => {
    expect(() => readModule(path, 'const = ;')).toThrow(path);
  });
});
