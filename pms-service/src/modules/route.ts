// How a module says what it serves: data, with a handler that knows nothing of the web server. The table of all routes
// is put together in one place, and what is not in it is not served.

import type { CentreRole } from '@foyer/contracts/centre-api.ts';
import { invariant } from '@foyer/contracts/app-error.ts';
import { errorCodes, type ErrorCode } from '@foyer/contracts/error-codes.ts';
import type { Refusal } from '@foyer/contracts/http-api.ts';
import type { ClinicId } from '@foyer/contracts/ids.ts';
import type { User } from './identity/types.ts';

/** Who may use a route: anyone, anyone on this machine, an edge with its token, or a user of one of these roles. */
export type Access = 'anyone' | 'loopback' | 'edge' | readonly CentreRole[];

export type Caller =
  | { readonly kind: 'anyone' }
  | { readonly kind: 'edge'; readonly clinicId: ClinicId }
  | { readonly kind: 'user'; readonly user: User; readonly token: string };

export interface RouteRequest {
  readonly caller: Caller;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  /** Valid by the route's schema. */
  readonly body: unknown;
  /** In lower case. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Aborted when the caller went away or the server stops. */
  readonly signal: AbortSignal;
}

export interface RouteAnswer {
  readonly status: number;
  readonly body: unknown;
  /** Of a text; JSON where absent. */
  readonly contentType?: string;
  /** Of an answer that says to come again. */
  readonly retryAfterSeconds?: number;
  /** Sets the session cookie to this token until then; null takes it away. */
  readonly session?: { readonly token: string; readonly expiresAt: number } | null;
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** With `:name` for a part that varies. */
  readonly path: string;
  readonly access: Access;
  /** One sentence for the OpenAPI document. */
  readonly summary: string;
  /** Schemas of TypeBox. */
  readonly params?: object;
  readonly query?: object;
  readonly body?: object;
  readonly bodyLimitBytes?: number;
  /** Requests a minute from one address; the server's own limit where absent. */
  readonly perMinute?: number;
  /** As many over all copies of the service together: what is guessed at. Costs a write. */
  readonly countedTogether?: true;
  /** A long answer goes as gzip to who takes it. */
  readonly compressed?: true;
  /**
   * Asked before a byte of the body is read: lets the request in, after a while perhaps, or answers it. What it returns is
   * called once the answer is gone.
   */
  readonly admit?: (request: Omit<RouteRequest, 'body' | 'params' | 'query'>) => Promise<Admitted>;
  handle(request: RouteRequest): Promise<RouteAnswer>;
}

export type Admitted =
  | { readonly ok: true; readonly release: () => void }
  | { readonly ok: false; readonly answer: RouteAnswer };

export function answer(body: unknown, status = 200): RouteAnswer {
  return { status, body };
}

/** The same for what does not exist and for what is another tenant's. */
export function notFound(): RouteAnswer {
  return failed('not-found');
}

export function failed(code: ErrorCode): RouteAnswer {
  const { status, meaning } = errorCodes[code];
  return { status, body: { ok: false, error: { code, message: meaning } } };
}

/** An expected no. */
export function refused(refusal: Refusal): RouteAnswer {
  return { status: 409, body: { ok: false, refusal } };
}

/** Of a route whose access is a list of roles. */
export function userOf(caller: Caller): User {
  invariant(caller.kind === 'user', 'the server lets only users pass here');
  return caller.user;
}

/** Of a route whose access is `edge`. */
export function clinicOf(caller: Caller): ClinicId {
  invariant(caller.kind === 'edge', 'the server lets only edges pass here');
  return caller.clinicId;
}
