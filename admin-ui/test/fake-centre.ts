// A centre of a few lines for the tests of the dashboard: real HTTP on loopback, a cookie session, and days that a test
// may change at any moment.

import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { ClinicDay, ClinicListEntry, ListedConflict } from '@foyer/contracts/centre-api.ts';
import type { CentreState } from '@foyer/contracts/centre-state.ts';
import type { ClinicHealthList } from '@foyer/contracts/clinic-health.ts';
import type { ClinicDevices } from '@foyer/contracts/device-report.ts';
import type { Letter, LetterList } from '@foyer/contracts/dead-letters.ts';
import type { Statistics } from '@foyer/contracts/statistics.ts';
import { FakePatients } from './fake-patients.ts';
import { FakePools } from './fake-pools.ts';
import { serveApp, STRICT_POLICY, type StaticServer } from '@foyer/ui-kit/testing/static-server.ts';

type Body = Readonly<Record<string, unknown>>;

export class FakeCentre {
  readonly requests: string[] = [];
  clinics: readonly ClinicListEntry[] = [];
  days = new Map<string, ClinicDay>();
  statistics: Statistics | undefined;
  devices: ClinicDevices | undefined;
  letters: readonly Letter[] = [];
  conflicts: readonly ListedConflict[] = [];
  /** What was chosen, in order. */
  readonly chosen: unknown[] = [];
  health: ClinicHealthList = { serverTime: 0, clinics: [] };
  state: CentreState = { serverTime: 0 };
  readonly pools = new FakePools();
  readonly patients = new FakePatients();
  signedIn: boolean;
  /** Answers 503 to everything under /api. */
  down = false;
  readonly #folder: string;
  #http!: StaticServer;

  private constructor(folder: string, signedIn: boolean) {
    this.#folder = folder;
    this.signedIn = signedIn;
  }

  static async start(folder: string, { signedIn = true }: { readonly signedIn?: boolean } = {}): Promise<FakeCentre> {
    const centre = new FakeCentre(folder, signedIn);
    centre.#http = await serveApp(
      join(folder, 'assets'),
      '/assets/',
      (request, response) => void centre.#answer(request, response),
    );
    return centre;
  }

  get url(): string {
    return this.#http.url;
  }

  close(): Promise<void> {
    return this.#http.close();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.url);
    if (!url.pathname.startsWith('/api/')) return this.#page(url.pathname, response);
    this.requests.push(`${request.method} ${request.url}`);
    const [status, body] = this.down
      ? [503, fault('not-ready')]
      : this.#api(`${request.method} ${url.pathname}`, url, await readBody(request));
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }

  #api(route: string, url: URL, body: Body): readonly [number, unknown] {
    const me = { id: 'u', email: 'manager@clinic.test', role: 'network-admin', networkName: 'Harbour Network' };
    if (route === 'POST /api/v1/sign-in') {
      if (body['password'] !== 'right') return [401, fault('wrong-password')];
      this.signedIn = true;
      return [200, { ok: true, token: 't', expiresAt: Date.now() + 3_600_000, me }];
    }
    if (!this.signedIn) return [401, fault('unauthenticated')];
    if (route === 'POST /api/v1/sign-out') {
      this.signedIn = false;
      return [200, { ok: true }];
    }
    if (route === 'GET /api/v1/me') return [200, me];
    if (route === 'GET /api/v1/centre-state') return [200, this.state];
    if (url.pathname.includes('/patients/')) return this.patients.answer(route, body);
    if (url.pathname.startsWith('/api/v1/pools')) return this.pools.answer(route, body);
    if (route === 'GET /api/v1/clinic-health') return [200, this.health];
    if (route === 'GET /api/v1/clinics') return [200, { clinics: this.clinics }];
    if (route.endsWith('/detail-conflicts')) return [200, { conflicts: this.conflicts }];
    if (route.endsWith('/choose')) {
      this.chosen.push(body);
      const version = body['version'] as number | null;
      const chosen = version === null ? null : { version, by: 'user:u', at: Date.now() };
      this.conflicts = this.conflicts.map((conflict) => ({ ...conflict, chosen }));
      return [200, { ok: true }];
    }
    const [, clinicId = '', workItemId] = /\/clinics\/([^/]+)(?:\/work-items\/([^/]+))?/.exec(url.pathname) ?? [];
    const day = this.days.get(clinicId);
    if (!day) return [404, fault('not-found')];
    if (url.pathname.endsWith('/restore-codes')) {
      return [200, { code: 'ACDE-FGHJ-KLMN-PQRT', expiresAt: Date.now() + 3_600_000 }];
    }
    if (url.pathname.includes('/dead-letters')) return this.#letters(route, body);
    if (url.pathname.endsWith('/devices')) return [200, this.devices ?? fault('not-ready')];
    if (url.pathname.endsWith('/statistics')) return [200, this.statistics ?? fault('not-ready')];
    if (workItemId) {
      this.days.set(clinicId, { ...day, workItems: day.workItems.filter(({ id }) => id !== workItemId) });
      return [200, { ok: true }];
    }
    return [200, { ...day, date: url.searchParams.get('date') ?? day.date }];
  }

  /** A letter is mended by a body that has a number where a word stood. */
  #letters(route: string, body: Body): readonly [number, unknown] {
    const [, epoch, seq] = /dead-letters\/(\d+)\/(\d+)/.exec(route) ?? [];
    const named = this.letters.find((letter) => letter.epoch === Number(epoch) && letter.seq === Number(seq));
    const without = (gone: readonly { readonly seq: number }[]) =>
      (this.letters = this.letters.filter((letter) => !gone.some(({ seq: one }) => one === letter.seq)));
    if (route.endsWith('/retry')) {
      const asked = body['letters'] as readonly { readonly seq: number }[];
      const left = this.letters.filter(({ reason }) => reason !== 'unknown-version');
      without(asked.filter(({ seq: one }) => !left.some((letter) => letter.seq === one)));
      return [200, { ok: true, applied: asked.length - left.length, left }];
    }
    if (route.endsWith('/set-aside')) {
      without(body['letters'] as readonly { readonly seq: number }[]);
      return [200, { ok: true, setAside: 1 }];
    }
    if (route.endsWith('/mend') && named) {
      if (String(body['body']).includes('seven'))
        return [409, { ok: false, refusal: { code: 'letter-not-mended', reason: 'invalid-request' } }];
      without([named]);
      return [200, { ok: true }];
    }
    if (named) return [200, named];
    const counts = { open: this.letters.length, applied: 3, 'set-aside': 0 };
    return [200, { zone: 'UTC', counts, letters: this.letters } satisfies LetterList];
  }

  async #page(path: string, response: ServerResponse): Promise<void> {
    const [file, type] = path.endsWith('.svg')
      ? [path.slice(1), 'image/svg+xml']
      : ['index.html', 'text/html; charset=utf-8'];
    const bytes = await readFile(join(this.#folder, file));
    response.writeHead(200, { 'content-type': type, 'content-security-policy': STRICT_POLICY }).end(bytes);
  }
}

function fault(code: string): Body {
  return { ok: false, error: { code, message: code } };
}

async function readBody(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return chunks.length === 0 ? {} : (JSON.parse(Buffer.concat(chunks).toString('utf8')) as Body);
}
