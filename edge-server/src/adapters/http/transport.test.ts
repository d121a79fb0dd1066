import fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { silentLog } from '../../ports/log.ts';
import { type Handlers, refuseUndeclared, registerRoutes } from './declared-routes.ts';
import { answerErrors } from './errors.ts';
import { routeTable, type RouteId } from './route-table.ts';
import { ruleTransport } from './transport-rule.ts';
import { noCompilers } from './request-check.ts';

let app: FastifyInstance;
beforeEach(async () => {
  app = fastify({ schemaController: noCompilers });
  refuseUndeclared(app);
  answerErrors(app, silentLog);
  ruleTransport(app, { tlsPort: () => 8443, names: () => ['192.168.1.5', 'clinic.local', 'fd00::5'] });
  const ids = Object.keys(routeTable) as RouteId[];
  registerRoutes(app, Object.fromEntries(ids.map((id) => [id, async () => ({ here: id })])) as unknown as Handlers);
  await app.ready();
});
afterEach(() => app.close());

const from = (
  remoteAddress: string,
  url: string,
  { method = 'GET', host = 'clinic.local:8080' }: { method?: 'GET' | 'POST'; host?: string } = {},
) => app.inject({ remoteAddress, url, method, headers: { host } });
const publicId = 'AAAAAAAAAAAAAAAAAAAAAA';

describe('plain HTTP', () => {
  it.each(['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'])(
    'serves this machine in full, at %s',
    async (address) => {
      expect((await from(address, '/kiosk/')).json()).toEqual({ here: 'kioskPage' });
      expect((await from(address, '/healthz')).statusCode).toBe(200);
    },
  );

  it.each([`/t/${publicId}`, '/t/assets/ticket-abc.js', '/authority', '/foyer-authority.crt', '/foyer-authority.pem'])(
    'serves %s to every phone',
    async (url) => {
      expect((await from('192.168.1.77', url)).statusCode).toBe(200);
    },
  );

  it.each([
    ['/kiosk/', 'https://clinic.local:8443/kiosk/'],
    ['/staff/?left', 'https://clinic.local:8443/staff/?left'],
    ['/healthz', 'https://clinic.local:8443/healthz'],
  ])('sends a browser that asks for %s to HTTPS', async (url, location) => {
    const answered = await from('192.168.1.77', url);
    expect([answered.statusCode, answered.headers.location]).toEqual([307, location]);
  });

  it('never sends anybody to a name that is not the clinic’s', async () => {
    const { headers } = await from('192.168.1.77', '/kiosk/', { host: 'evil.example' });
    expect(headers.location).toBe('https://192.168.1.5:8443/kiosk/');
    expect((await from('fe80::1', '/kiosk/', { host: '[fd00::5]:8080' })).headers.location).toBe(
      'https://192.168.1.5:8443/kiosk/',
    );
  });

  it('refuses what may carry a credential, and links of the demonstration', async () => {
    for (const [url, method] of [
      ['/api/v1/board', 'GET'],
      ['/api/v1/commands', 'POST'],
    ] as const) {
      const answered = await from('192.168.1.77', url, { method });
      expect(answered.statusCode).toBe(403);
      expect(answered.json()).toMatchObject({ ok: false, error: { code: 'https-needed' } });
    }
    expect((await from('192.168.1.77', '/api/v1/enrolments/redeem', { method: 'POST' })).json()).toMatchObject({
      error: { code: 'loopback-only' },
    });
  });
});

describe('a route that the table does not declare', () => {
  it('does not start', () => {
    const other = fastify();
    refuseUndeclared(other);
    expect(() => other.get('/backdoor', async () => 'x')).toThrow('GET /backdoor is declared');
    expect(() => other.put('/healthz', async () => 'x')).toThrow('PUT /healthz is declared');
  });
});
