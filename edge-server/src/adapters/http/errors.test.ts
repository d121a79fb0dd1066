import { DatabaseSync } from 'node:sqlite';
import fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { silentLog } from '../../ports/log.ts';
import { answerErrors, answerUnreadable, takeJsonAlone } from './errors.ts';

let app: FastifyInstance;
beforeEach(async () => {
  app = fastify({ frameworkErrors: answerUnreadable, routerOptions: { maxParamLength: 20 } });
  answerErrors(app, silentLog);
  takeJsonAlone(app);
  app.post('/things/:id', async () => ({ ok: true }));
  app.get('/closed', async () => {
    const db = new DatabaseSync(':memory:');
    const statement = db.prepare('SELECT 1');
    db.close();
    return statement.get();
  });
  await app.ready();
});
afterEach(() => app.close());

describe('every answer that is no success', () => {
  it.each([
    ['an address with half an escape', '/things/%zz', '{}', 'application/json', 404, 'not-found'],
    ['an id without an end', `/things/${'x'.repeat(21)}`, '{}', 'application/json', 404, 'not-found'],
    ['half an object', '/things/1', '{', 'application/json', 400, 'not-json'],
    ['a text that looks like one', '/things/1', '{}', 'text/plain', 400, 'not-json'],
  ])('has the one shape: %s', async (_what, url, payload, type, status, code) => {
    const answer = await app.inject({ method: 'POST', url, payload, headers: { 'content-type': type } });
    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toEqual({ ok: false, error: { code, message: expect.stringContaining(' ') as string } });
  });

  it('is that the server stops, where the database was closed behind an open door', async () => {
    const answer = await app.inject({ method: 'GET', url: '/closed' });
    expect(answer.statusCode).toBe(503);
    expect(answer.json()).toMatchObject({ ok: false, error: { code: 'shutting-down' } });
  });
});
