// An edge that serves no clinic yet, for the tests of the first run's page: it knows one code, and keeps what it is asked
// to become.

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FirstRunAnswer, FirstRunRequest, FirstRunStatus } from '@foyer/contracts/clinic-set-up.ts';
import { serveApp, type StaticServer } from '@foyer/ui-kit/testing/static-server.ts';
import { deviceToken } from './fake-edge.ts';

export const consoleCode = 'the-code-on-the-console';

export class FakeEmptyEdge {
  readonly asked: FirstRunRequest[] = [];
  status: FirstRunStatus = { fromCentre: false, screensWaiting: 2, printer: 'ready' };
  /** The code that is good now. */
  code = consoleCode;
  /** What it says instead of becoming a clinic. */
  refusal: { readonly code: string } | undefined;
  /** Nobody answers. */
  isAway = false;
  readonly #site: StaticServer;

  private constructor(site: StaticServer) {
    this.#site = site;
  }

  static async start(folder: string): Promise<FakeEmptyEdge> {
    const handler: { edge?: FakeEmptyEdge } = {};
    const site = await serveApp(folder, '/staff/', (request, response) => void handler.edge!.#api(request, response));
    handler.edge = new FakeEmptyEdge(site);
    return handler.edge;
  }

  get url(): string {
    return `${this.#site.url}/staff/first-run.html`;
  }

  reset(): void {
    this.asked.length = 0;
    this.status = { fromCentre: false, screensWaiting: 2, printer: 'ready' };
    this.code = consoleCode;
    this.refusal = undefined;
    this.isAway = false;
  }

  async stop(): Promise<void> {
    await this.#site.close().catch(() => undefined);
  }

  async #api(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '/', 'http://x').pathname;
    const say = (status: number, body: unknown) =>
      void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    const error = (status: number, code: string) => say(status, { ok: false, error: { code, message: code } });
    if (this.isAway) return void request.socket.destroy();
    const body = JSON.parse((await bodyOf(request)) || '{}') as object;
    const enrolled = {
      state: 'approved',
      token: deviceToken,
      deviceId: 'd',
      role: 'staff-tablet',
      name: 'Tablet 1',
    } as const;
    switch (`${request.method} ${path}`) {
      case 'POST /api/v1/enrolments':
        return say(200, { enrolmentId: 'e', code: 'K7Q2-M4XP', expiresAt: 0, pollSecret: 's' });
      case 'GET /api/v1/enrolments/e':
        return say(200, enrolled);
      case 'GET /api/v1/staff-tiles':
        return say(200, { staff: [], servicePoints: [] });
      default:
    }
    if (request.headers.authorization !== `Bearer ${this.code}`) return error(401, 'unauthenticated');
    if (path === '/api/v1/enrolments/approve') return say(200, { deviceId: 'd' });
    if (path !== '/api/v1/first-run') return error(404, 'not-found');
    if (request.method === 'GET') return say(200, this.status);
    this.asked.push(body as FirstRunRequest);
    if (this.refusal) return say(409, { ok: false, refusal: this.refusal });
    return say(200, {
      ok: true,
      clinicId: 'c',
      staff: [],
      servicePoints: [],
      tablet: enrolled,
    } satisfies FirstRunAnswer);
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}
