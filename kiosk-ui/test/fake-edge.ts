// An edge for the kiosk's tests: the real page under the real content security policy, a real Socket.IO namespace, and a
// clinic whose answers the test decides. It numbers its view as API.md says.

import type { Command } from '@foyer/contracts/commands.ts';
import type { FormsToFill } from '@foyer/contracts/forms.ts';
import type { CommandAnswer, IdentificationAnswer, IdentificationRequest } from '@foyer/contracts/http-api.ts';
import { mergePatchBetween } from '@foyer/contracts/sockets.ts';
import type { KioskView } from '@foyer/contracts/kiosk-view.ts';
import { serveApp } from '@foyer/ui-kit/testing/static-server.ts';
import { Server } from 'socket.io';

export const CODE = 'one-time-code-of-the-link';
const TOKEN = 'kiosk-token';

export interface ScriptedClinic {
  view: KioskView;
  identify(by: IdentificationRequest): IdentificationAnswer | { readonly status: number; readonly body: object };
  command(command: Command): CommandAnswer & { status: number };
  /** What is asked before a service that has `forms` in the view. */
  forms: FormsToFill;
  /** Milliseconds that the clinic's clock is ahead of the machine's. */
  clockAheadMs: number;
}

export interface FakeEdge {
  readonly url: string;
  readonly clinic: ScriptedClinic;
  readonly commands: Command[];
  readonly identifications: IdentificationRequest[];
  /** Changes the view and sends the patch. */
  change(change: (view: KioskView) => KioskView): void;
  scan(text: string, format?: 'qr' | 'mrz'): void;
  /** The line goes down (no words, no answers) and comes back. */
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

export async function startFakeEdge(dist: string, clinic: ScriptedClinic): Promise<FakeEdge> {
  const commands: Command[] = [];
  const identifications: IdentificationRequest[] = [];
  const stream = 'stream-1';
  let seq = 1;
  let scans = 0;
  let isCut = false;
  const serverTime = () => Date.now() + clinic.clockAheadMs;

  const app = await serveApp(dist, '/kiosk/', (request, response) => {
    if (request.url?.startsWith('/socket.io')) return;
    if (isCut) return void request.socket.destroy();
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      const body = (text ? JSON.parse(text) : {}) as Record<string, unknown>;
      const path = request.method === 'DELETE' ? `${request.url}/end` : (request.url ?? '');
      const { status, answer } = route(path, body);
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    });
  });

  function route(path: string, body: Record<string, unknown>): { status: number; answer: object } {
    if (path === '/api/v1/enrolments/redeem' && body['code'] === CODE) {
      return { status: 200, answer: { token: TOKEN, deviceId: 'd1', role: 'kiosk', name: 'Kiosk 1, entrance' } };
    }
    if (path === '/api/v1/enrolments') {
      return {
        status: 200,
        answer: { enrolmentId: 'e1', code: 'ABCD-2345', expiresAt: serverTime() + 300_000, pollSecret: 's' },
      };
    }
    if (path === '/api/v1/enrolments/e1') return { status: 200, answer: { state: 'pending' } };
    if (path === '/api/v1/identifications') {
      const by = body as IdentificationRequest;
      identifications.push(by);
      const answer = clinic.identify(by);
      return 'status' in answer ? { status: answer.status, answer: answer.body } : { status: 200, answer };
    }
    if (path === '/api/v1/identifications/end') return { status: 200, answer: {} };
    if (path.startsWith('/api/v1/forms?')) return { status: 200, answer: clinic.forms };
    return { status: 404, answer: { ok: false, error: { code: 'not-found', message: '' } } };
  }

  const io = new Server(app.server, { serveClient: false });
  const kiosks = io.of('/kiosk');
  kiosks.use((socket, next) => {
    if (socket.handshake.auth['token'] === TOKEN) next();
    else next(Object.assign(new Error('unauthenticated'), { data: { code: 'unauthenticated' } }));
  });
  kiosks.on('connection', (socket) => {
    const snapshot = () => socket.emit('snapshot', { stream, seq, serverTime: serverTime(), view: clinic.view });
    snapshot();
    socket.on('catch-up', (_held, done: (answer: object) => void) => {
      if (isCut) return;
      snapshot();
      done({ ok: true, sent: 'snapshot' });
    });
    socket.on('command', (command: Command, answer: (answer: object) => void) => {
      if (isCut) return;
      commands.push(command);
      answer(clinic.command(command));
    });
  });
  const ticking = setInterval(() => !isCut && kiosks.emit('tick', { stream, seq, serverTime: serverTime() }), 1_000);

  function change(make: (view: KioskView) => KioskView): void {
    const before = clinic.view;
    clinic.view = make(before);
    const changes = mergePatchBetween(before, clinic.view);
    if (!changes) return;
    seq += 1;
    kiosks.emit('patch', { stream, prevSeq: seq - 1, seq, serverTime: serverTime(), changes });
  }

  return {
    url: app.url,
    clinic,
    commands,
    identifications,
    change,
    scan(text, format = 'qr') {
      scans += 1;
      change((view) => ({ ...view, scan: { id: `scan-${scans}`, format, text } }));
    },
    cut() {
      isCut = true;
      io.disconnectSockets(true);
    },
    mend() {
      isCut = false;
    },
    async close() {
      clearInterval(ticking);
      await io.close();
      await app.close();
    },
  };
}
