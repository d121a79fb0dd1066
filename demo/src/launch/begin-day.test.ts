import fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { uuidV7Time } from '@foyer/contracts/ids.ts';
import { beginDay } from './begin-day.ts';

const now = 1_795_336_320_000;
let edge: FastifyInstance;
let url: string;
let asked: Record<string, string>[];

beforeEach(async () => {
  asked = [];
  edge = fastify();
  edge.get('/api/v1/board', () => {
    asked.push({ type: 'board' });
    return {
      servicePoints: [
        { id: 'room-1', name: 'Room 1', state: 'closed' },
        { id: 'room-2', name: 'Room 2', state: 'open' },
        { id: 'room-3', name: 'Room 3', state: 'paused' },
        { id: 'gone', name: 'Room 4', state: 'closed' },
      ],
    };
  });
  edge.post('/api/v1/commands', (request, reply) => {
    const command = request.body as Record<string, string>;
    asked.push(command);
    const refused = command['servicePointId'] === 'gone' || request.headers.authorization !== 'Bearer the-supervisor';
    return reply.code(refused ? 409 : 200).send({});
  });
  url = await edge.listen({ host: '127.0.0.1', port: 0 });
});
afterEach(() => edge.close());

it('ends the day before, opens what that closed, and names what stays closed', async () => {
  expect(await beginDay({ url, supervisorToken: 'the-supervisor', now: () => now })).toEqual(['Room 4']);
  expect(asked).toMatchObject([
    { type: 'confirm-clock' },
    { type: 'confirm-clock' },
    { type: 'board' },
    { type: 'open-service-point', servicePointId: 'room-1' },
    { type: 'open-service-point', servicePointId: 'gone' },
  ]);
  const ids = asked.flatMap(({ commandId }) => commandId ?? []);
  expect(ids.map(uuidV7Time)).toEqual([now, now, now, now]);
  expect(new Set(ids).size).toBe(4);
});
