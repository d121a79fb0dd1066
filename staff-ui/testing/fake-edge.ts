// An edge of its own for the tablet's tests: serves the built page with the servers' content security policy, signs
// people in by PIN, and plays a StaffView over a real Socket.IO server; a tablet's token alone sees what TabletView has
// of it. What the tablet sends is kept in `commands`; `answer` decides what it hears, `change` moves the view on as a
// numbered patch.

import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { Server, type Socket } from 'socket.io';
import type { ImportAnswer, ImportRequest } from '@foyer/contracts/appointment-import.ts';
import type { BookedTimes, NextDayList } from '@foyer/contracts/booking.ts';
import type { Command } from '@foyer/contracts/commands.ts';
import type { Explanation } from '@foyer/contracts/explanation.ts';
import type { FormResponses } from '@foyer/contracts/forms.ts';
import type { EnrolmentSeen, StaffTiles } from '@foyer/contracts/http-api.ts';
import { mergePatchBetween } from '@foyer/contracts/sockets.ts';
import type { FoundPatient, PatientRecord, PatientSearchAnswer } from '@foyer/contracts/people-at-the-desk.ts';
import type { ReassignmentProposal } from '@foyer/contracts/reassignment-view.ts';
import type { PatientView, StaffView, TabletView } from '@foyer/contracts/staff-view.ts';
import { serveApp, type StaticServer } from '@foyer/ui-kit/testing/static-server.ts';
import { matches } from '../src/data/find.ts';
import { aStaffView, id, room3 } from './a-staff-view.ts';
import { FakeSetUp } from './fake-set-up.ts';
import { FakeFiles } from './fake-files.ts';
import { FakePaper } from './fake-paper.ts';

export type FakeAnswer = {
  readonly status: number;
  readonly ok: boolean;
  readonly [key: string]: unknown;
};
export const accepted = (result: Record<string, unknown> = {}): FakeAnswer => ({
  ok: true,
  status: 200,
  epoch: 1,
  seq: 1,
  result,
});
export const refused = (code: string, facts: Record<string, unknown> = {}): FakeAnswer => ({
  ok: false,
  status: 409,
  refusal: { code, ...facts },
});

export const deviceToken = 'device-token-of-this-tablet';
export const rightPin = '4711';
/** Of whoever the view is for. */
export const rightBadge = '04127A90';

export class FakeEdge {
  readonly commands: Command[] = [];
  readonly approvals: unknown[] = [];
  /** Requests that open a name or let a device go: method and path, with the credential. */
  readonly requests: string[] = [];
  /** Whom the clinic knows beside those of the view; found where a part of the name begins as typed. */
  people: FoundPatient[] = [];
  /** What was looked for. */
  readonly searches: string[] = [];
  /** Tables that were brought, and what the fake reads in them. */
  readonly imports: ImportRequest[] = [];
  importAnswer: (request: ImportRequest) => ImportAnswer = () => ({
    ok: true,
    columns: [],
    asks: [],
    rows: [],
    good: 0,
  });
  /** What is booked on a day. */
  bookedTimes: (day: string) => BookedTimes = (day) => ({ day, complete: true, times: [] });
  nextDayList: NextDayList = { day: '2026-11-25', people: [] };
  /** Of displays. */
  readonly files = new FakeFiles();
  readonly paper = new FakePaper();
  readonly setUp = new FakeSetUp();
  view: StaffView = aStaffView();
  tiles: StaffTiles = someTiles();
  /** What the fake says to a command; undefined says nothing at all. */
  answer: (command: Command) => FakeAnswer | undefined = () => accepted();
  /** What was said in the forms of any ticket. */
  formResponses: FormResponses = { responses: [], toFill: { consents: [], questionnaires: [] } };
  /** Of any ticket. */
  explanation: Explanation | undefined;
  /** Of whoever leaves. */
  proposal: ReassignmentProposal = { people: [], rooms: [] };
  signInRefusal: string | undefined;
  /** Whose code an administrator typed. */
  seen: EnrolmentSeen = { publicKey: 'B'.repeat(87), language: 'en' };
  approvalRefusal: string | undefined;
  /** As at the edge: who signs in on a tablet ends the session before. Holds for sessions that are opened while it is set. */
  endsEarlierSessions = false;
  #signIns = 0;
  /** No tablet is known any more. */
  forgetsDevices = false;
  /** The server's clock: that of the fixtures, standing still. */
  now: number;
  readonly #sockets: Server;
  readonly #site: StaticServer;
  #seq = 1;
  #admits = true;

  private constructor(site: StaticServer, now: number) {
    this.#site = site;
    this.now = now;
    this.#sockets = new Server(site.server, {
      serveClient: false,
      allowRequest: (_request, done) => done(null, this.#admits),
    });
  }

  static async start(folder: string, now: number): Promise<FakeEdge> {
    const handler: { api?: RequestListener } = {};
    const site = await serveApp(folder, '/staff/', (request, response) => handler.api!(request, response));
    const edge = new FakeEdge(site, now);
    handler.api = (request, response) => void edge.#api(request, response);
    edge.#sockets.of('/staff').use((socket, next) => next(edge.#refusal(socket)));
    edge.#sockets.of('/staff').on('connection', (socket) => edge.#greet(socket));
    return edge;
  }

  get url(): string {
    return `${this.#site.url}/staff/`;
  }

  /** A new life for a new test: nothing sent, everything accepted; pages that are open follow. */
  reset(view: StaffView): void {
    this.commands.length = 0;
    this.approvals.length = 0;
    this.people = [];
    this.searches.length = 0;
    this.imports.length = 0;
    this.requests.length = 0;
    this.setUp.reset();
    this.files.clear();
    this.paper.clear();
    this.answer = () => accepted();
    this.signInRefusal = undefined;
    this.approvalRefusal = undefined;
    this.forgetsDevices = false;
    this.endsEarlierSessions = false;
    this.#admits = true;
    this.tiles = someTiles();
    this.change(view);
  }

  change(view: StaffView): void {
    const [staff, tablet] = [this.view, tabletViewOf(this.view)];
    this.view = view;
    const prevSeq = this.#seq;
    this.#seq += 1;
    const patch = { stream: 'one', prevSeq, seq: this.#seq, serverTime: this.now };
    const tell = (room: string, from: object, to: object) =>
      this.#sockets
        .of('/staff')
        .to(room)
        .emit('patch', { ...patch, changes: mergePatchBetween(from, to) ?? {} });
    tell('staff', staff, view);
    tell('tablet', tablet, tabletViewOf(view));
  }

  /** The network is gone: every line ends, and nobody comes back in. */
  hangUp(): void {
    this.#admits = false;
    for (const socket of this.#sockets.of('/staff').sockets.values()) socket.conn.close();
  }

  /** Lets everybody back in; a waiting page comes by itself. */
  pickUp(): void {
    this.#admits = true;
  }

  async stop(): Promise<void> {
    await this.#sockets.close();
    await this.#site.close().catch(() => undefined);
  }

  #refusal(socket: Socket): Error | undefined {
    const { token, device } = socket.handshake.auth;
    const isStaff =
      typeof token === 'string' && token.startsWith('staff-') && device === deviceToken && this.#isOpen(token);
    if (!this.forgetsDevices && (isStaff || token === deviceToken)) return undefined;
    return Object.assign(new Error('unauthenticated'), { data: { code: 'unauthenticated' } });
  }

  #openSession(staffId: string | undefined): string {
    if (!this.endsEarlierSessions) return `staff-${staffId}`;
    this.#signIns += 1;
    for (const socket of this.#sockets.of('/staff').sockets.values()) {
      if (!this.#isOpen(String(socket.handshake.auth['token']))) socket.disconnect(true);
    }
    return `staff-${staffId}#${this.#signIns}`;
  }

  #isOpen(token: string): boolean {
    return !token.includes('#') || token.endsWith(`#${this.#signIns}`);
  }

  #greet(socket: Socket): void {
    const alone = socket.handshake.auth['token'] === deviceToken;
    void socket.join(alone ? 'tablet' : 'staff');
    const snapshot = () =>
      socket.emit('snapshot', {
        stream: 'one',
        seq: this.#seq,
        serverTime: this.now,
        view: alone ? tabletViewOf(this.view) : this.view,
      });
    snapshot();
    const ticking = setInterval(
      () => socket.emit('tick', { stream: 'one', seq: this.#seq, serverTime: this.now }),
      2_000,
    );
    socket.on('disconnect', () => clearInterval(ticking));
    socket.on('command', (command: Command, acknowledge: (answer: FakeAnswer) => void) => {
      if (!this.commands.some((known) => known.commandId === command.commandId)) this.commands.push(command);
      const answer = this.answer(command);
      if (answer) acknowledge(answer);
    });
    socket.on('catch-up', (_held: unknown, done: (answer: unknown) => void) => {
      snapshot();
      done({ ok: true, sent: 'snapshot' });
    });
  }

  get #everybody(): readonly FoundPatient[] {
    return [...this.people, ...Object.values(this.view.patients).map((patient) => ({ ...patient, earlierIds: [] }))];
  }

  #found(typed: string): PatientSearchAnswer {
    this.searches.push(typed);
    const [date] = /\d{4}-\d\d-\d\d/.exec(typed) ?? [];
    const words = date ? typed.replace(date, '') : typed;
    const patients = this.#everybody.filter(
      ({ displayName, birthDate, phone }) =>
        (!date || birthDate === date) && matches(words, { name: displayName, birthDate, phone }),
    );
    return { patients, more: false };
  }

  #record(patientId: string): PatientRecord | undefined {
    const patient = this.#everybody.find((person) => person.id === patientId);
    return patient && recordOf(patient);
  }

  async #api(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://x');
    const path = url.pathname;
    const say = (status: number, body: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    const error = (status: number, code: string) => say(status, { ok: false, error: { code, message: code } });
    if (path === '/api/v1/enrolments')
      return void say(200, {
        enrolmentId: 'e',
        code: 'K7Q2-M4XP',
        expiresAt: this.now + 300_000,
        pollSecret: 's',
      });
    if (path === '/api/v1/enrolments/e') return void say(200, { state: 'pending' });
    if (path === '/api/v1/staff-tiles') {
      return void (!this.forgetsDevices && request.headers.authorization === `Bearer ${deviceToken}`
        ? say(200, this.tiles)
        : error(401, 'unauthenticated'));
    }
    if (path.endsWith('/unlock') || path.startsWith('/api/v1/devices/')) {
      this.requests.push(`${request.method} ${path} ${request.headers.authorization}`);
      return void say(200, {});
    }
    if (path.startsWith('/api/v1/tickets/') && path.endsWith('/forms')) {
      this.requests.push(`${request.method} ${path} ${request.headers.authorization}`);
      return void say(200, this.formResponses);
    }
    if (path.startsWith('/api/v1/tickets/') && path.endsWith('/why')) {
      return void (this.explanation ? say(200, this.explanation) : error(404, 'not-found'));
    }
    if (path === '/api/v1/reassignment-proposal') return void say(200, this.proposal);
    if (await this.files.answer(path, request, response)) return;
    if (await this.paper.answers(path, request, response)) return;
    const body = JSON.parse((await bodyOf(request)) || '{}') as Record<string, unknown>;
    const setUp = this.setUp.answer(path, body);
    if (setUp) return void say(...setUp);
    if (path === '/api/v1/appointments/import') {
      this.imports.push(body as unknown as ImportRequest);
      return void say(200, this.importAnswer(body as unknown as ImportRequest));
    }
    if (path === '/api/v1/patient-searches') return void say(200, this.#found(String(body['typed'])));
    if (path === '/api/v1/booked-times') return void say(200, this.bookedTimes(url.searchParams.get('day') ?? ''));
    if (path === '/api/v1/list-prints/next') {
      this.requests.push(`${request.method} ${path} ${request.headers.authorization}`);
      return void say(200, this.nextDayList);
    }
    if (path === '/api/v1/list-prints') {
      this.requests.push(`${request.method} ${path} ${request.headers.authorization}`);
      return void say(200, {});
    }
    if (path.startsWith('/api/v1/patients/')) {
      const record = this.#record(path.slice('/api/v1/patients/'.length));
      return void (record ? say(200, record) : error(404, 'not-found'));
    }
    if (path === '/api/v1/sessions') {
      if (this.signInRefusal) return void error(this.signInRefusal === 'pin-locked' ? 403 : 401, this.signInRefusal);
      const byBadge = 'badge' in body;
      if (byBadge && body['badge'] !== rightBadge) return void error(401, 'wrong-badge');
      if (!byBadge && body['pin'] !== rightPin) return void error(401, 'wrong-pin');
      const whose = byBadge ? this.view.me.id : body['staffId'];
      const person = this.tiles.staff.find(({ id: staffId }) => staffId === whose);
      return void say(200, {
        token: this.#openSession(person?.id),
        staffId: person?.id,
        expiresAt: this.now + 3_600_000,
        roles: person?.roles ?? [],
      });
    }
    if (path === '/api/v1/enrolments/look') return void say(200, this.seen);
    if (path === '/api/v1/enrolments/approve') {
      if (this.approvalRefusal) return void say(409, { ok: false, refusal: { code: this.approvalRefusal } });
      this.approvals.push({
        ...body,
        device: request.headers['foyer-device'],
        token: request.headers.authorization,
      });
      return void say(200, { ok: true });
    }
    return void error(404, 'not-found');
  }
}

/** As the edge keeps a name: the last word is the family's. */
function recordOf({ id: patientId, displayName, birthDate, phone, language, needs }: PatientView): PatientRecord {
  const words = displayName.split(' ');
  return {
    id: patientId,
    name: { given: words.slice(0, -1).join(' '), family: words.at(-1)! },
    ...(birthDate && { birthDate }),
    ...(phone && { phone }),
    ...(language && { language }),
    needs: [...needs],
  };
}

function tabletViewOf({ clinic, servicePoints, help, devices, calls, evacuation, storage }: StaffView): TabletView {
  const only = <T>(things: Readonly<Record<string, T>>, wanted: (thing: T) => boolean) =>
    Object.fromEntries(Object.entries(things).filter(([, thing]) => wanted(thing)));
  return {
    clinic,
    servicePoints,
    calls,
    ...(evacuation ? { evacuation } : {}),
    ...(storage ? { storage } : {}),
    help: only(help, ({ state }) => state !== 'acknowledged'),
    devices: only(devices, ({ connected }) => !connected),
  };
}

export function someTiles(): StaffTiles {
  const person = (index: number, name: string, ...roles: StaffTiles['staff'][number]['roles']) => ({
    id: id('staff', index),
    name,
    roles,
  });
  return {
    staff: [
      person(1, 'Amira Haddad', 'nurse'),
      person(2, 'Tomasz Zieliński', 'reception'),
      person(3, 'Christopher Abernathy-Worthington', 'cashier'),
      person(4, 'Chiamaka Okonkwo', 'supervisor'),
      person(5, 'Sofie Lindqvist', 'nurse'),
      person(6, 'Agnieszka Nowak', 'nurse'),
      person(7, 'Kerem Yılmaz', 'nurse'),
      person(8, 'Maria João Ferreira de Almeida', 'nurse'),
      person(9, 'ليلى المنصوري', 'nurse'),
      person(10, 'Wei-Ling Tan', 'admin'),
      person(11, 'Ngozi Chukwu', 'nurse'),
    ],
    servicePoints: [
      { id: room3, name: 'Room 3', staffName: 'Amira Haddad' },
      { id: id('point', 5), name: 'Room 5', staffName: 'Kerem Yılmaz' },
      { id: id('point', 9), name: 'Laboratory 1' },
      { id: id('point', 1), name: 'Desk 1', staffName: 'Tomasz Zieliński' },
    ],
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}
