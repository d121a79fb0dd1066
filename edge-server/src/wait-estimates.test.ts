// How long somebody waits, from the kiosk's number to every screen that says it.

import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { io, type Socket } from 'socket.io-client';
import { applyMergePatch, type Patch, type Snapshot } from '@foyer/contracts/sockets.ts';
import type { Ticket } from '@foyer/contracts/board-view.ts';
import type { KioskView } from '@foyer/contracts/kiosk-view.ts';
import type { StaffView } from '@foyer/contracts/staff-view.ts';
import type { TicketView } from '@foyer/contracts/ticket-view.ts';
import { laboratory } from './testing/a-clinic.ts';
import { EdgeUnderTest, tokens } from './testing/an-edge.ts';

const edge = new EdgeUnderTest();
const sockets: Socket[] = [];
beforeAll(() => edge.start());
afterAll(async () => {
  for (const socket of sockets) socket.disconnect();
  await edge.end();
});

/** Answers the view as it is at any moment. */
function follow<V>(namespace: string, token: string): () => V | undefined {
  const socket = io(`${edge.running.url}${namespace}`, { auth: { token }, transports: ['websocket'], forceNew: true });
  sockets.push(socket);
  let view: V | undefined;
  socket.on('snapshot', (message: Snapshot<V>) => (view = message.view));
  socket.on('patch', (message: Patch) => (view = applyMergePatch(view, message.changes) as V));
  return () => view;
}

it('a number that is taken is told how long it waits, everywhere in the same words', async () => {
  const kiosk = follow<KioskView>('/kiosk', tokens.kiosk);
  const tablet = follow<StaffView>('/staff', tokens.supervisor);
  for (let before = 0; before < 3; before += 1) {
    await edge.result(tokens.kiosk, 'issue-ticket', { serviceId: laboratory });
  }
  const { ticket } = await edge.result(tokens.kiosk, 'issue-ticket', { serviceId: laboratory });
  const { id, publicId } = ticket as unknown as Ticket;
  const phone = follow<TicketView>('/ticket', publicId);
  await vi.waitFor(
    () => {
      const wait = kiosk()?.issued?.[id]?.wait;
      expect(wait).toMatchObject({ planned: true, fromMinutes: expect.any(Number) });
      expect(phone()?.wait).toEqual(wait);
      expect(tablet()?.tickets[id]?.wait).toEqual(wait);
    },
    { timeout: 20_000 },
  );
  expect(kiosk()?.services[laboratory]?.wait).toMatchObject({ planned: true });
});
