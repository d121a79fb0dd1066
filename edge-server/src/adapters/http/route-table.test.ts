import fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { silentLog } from '../../ports/log.ts';
import { answerErrors } from './errors.ts';
import { openApiDocument } from './open-api.ts';
import { limitRates } from './rate-limits.ts';
import { routeSchemas } from './route-schemas.ts';
import { declaredRoute, routeEntries, type RouteEntry, type RouteId } from './route-table.ts';

const entries = Object.entries(routeEntries) as [RouteId, RouteEntry][];

describe('the route table', () => {
  it('says of each route whether its requests are checked, and the schemas say the same', () => {
    const checked = entries.filter(([, entry]) => entry.checked === true).map(([id]) => id);
    expect(checked.toSorted()).toEqual(Object.keys(routeSchemas).toSorted());
  });

  it('checks everything that comes in a path, a query or a body but commands, which the door checks', () => {
    for (const [id, { url, method }] of entries) {
      const carries = (url.includes(':') && !url.includes('*')) || (method === 'POST' && id !== 'command');
      expect([id, routeSchemas[id] !== undefined || !carries]).toEqual([id, true]);
    }
  });

  it('opens no route of the programs’ interface to everyone but enrolment and renewal', () => {
    const open = entries.filter(([, { url, who }]) => url.startsWith('/api/') && who === undefined).map(([id]) => id);
    expect(open).toEqual(['beginEnrolment', 'pollEnrolment', 'askRenewal', 'renewCredential', 'redeemEnrolment']);
  });

  it('finds a route by method and pattern, and HEAD where there is GET', () => {
    expect(declaredRoute('HEAD', '/healthz')?.id).toBe('health');
    expect(declaredRoute('POST', '/healthz')).toBeUndefined();
    expect(declaredRoute('GET', undefined)).toBeUndefined();
  });

  it('is described with its schemas', () => {
    expect(openApiDocument()).toMatchObject({
      paths: {
        '/api/v1/tickets/{id}': { get: { parameters: [{ name: 'id', in: 'path', required: true }] } },
        '/api/v1/log': {
          get: { parameters: [{ name: 'after', required: false }, { name: 'limit' }], description: 'For: auditor.' },
        },
        '/api/v1/commands': {
          post: {
            requestBody: { content: { 'application/json': { schema: { anyOf: expect.any(Array) as unknown[] } } } },
          },
        },
      },
    });
  });
});

describe('the rates', () => {
  async function ask(times: number, url: string, addresses: readonly string[]): Promise<readonly number[]> {
    const app = fastify();
    let now = 0;
    answerErrors(app, silentLog);
    limitRates(app, () => now);
    app.post('/api/v1/enrolments', async () => ({}));
    app.get('/healthz', async () => ({}));
    const statuses: number[] = [];
    for (let asked = 0; asked < times; asked += 1) {
      const remoteAddress = addresses[asked % addresses.length] ?? '';
      statuses.push((await app.inject({ url, method: url === '/healthz' ? 'GET' : 'POST', remoteAddress })).statusCode);
    }
    now += 60_000;
    statuses.push(
      (await app.inject({ url, method: url === '/healthz' ? 'GET' : 'POST', remoteAddress: addresses[0] ?? '' }))
        .statusCode,
    );
    await app.close();
    return statuses;
  }
  const refused = (statuses: readonly number[]) => statuses.filter((status) => status === 429).length;

  it('hold everyone to the table, this machine too, until the minute is over', async () => {
    const statuses = await ask(25, '/api/v1/enrolments', ['127.0.0.1']);
    expect(refused(statuses)).toBe(5);
    expect(statuses.at(-1)).toBe(200);
  });

  it('count by address, and a line of IPv6 as one', async () => {
    expect(refused(await ask(40, '/api/v1/enrolments', ['192.168.1.7', '192.168.1.8']))).toBe(0);
    expect(refused(await ask(40, '/api/v1/enrolments', ['2001:db8::1', '2001:db8:0:0:1::2']))).toBe(20);
    expect(refused(await ask(40, '/api/v1/enrolments', ['2001:db8::1', '2001:db8:0:1::1']))).toBe(0);
  });

  it('leave this machine alone otherwise', async () => {
    expect(refused(await ask(1_300, '/healthz', ['::1']))).toBe(0);
    expect(refused(await ask(1_300, '/healthz', ['10.0.0.7']))).toBe(100);
  });
});
