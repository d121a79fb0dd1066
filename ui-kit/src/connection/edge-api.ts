// Plain requests of a screen to its server, beside the socket. An expected "no" comes back as a value; a server that
// cannot be reached, or that breaks, is `{ ok: false, error }` too, because a screen always has something to say.

import type { ErrorAnswer, Refusal } from '@foyer/contracts/http-api.ts';

export type ApiAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal }
  | {
      readonly ok: false;
      readonly error: ErrorAnswer['error'] | { readonly code: 'unreachable'; readonly message: string };
    };

export interface RequestOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly body?: unknown;
  /** A file in place of a `body`. */
  readonly file?: Blob;
  /** Sent as `Authorization: Bearer`. */
  readonly token?: string | undefined;
  /** The tablet's own credential beside a staff token. */
  readonly device?: string | undefined;
  readonly timeoutMs?: number;
}

const REQUEST_WITHIN_MS = 8_000;

export async function request<T>(path: string, options: RequestOptions = {}): Promise<ApiAnswer<T>> {
  const { body, file, token, device, timeoutMs = REQUEST_WITHIN_MS } = options;
  const content = file ?? (body === undefined ? undefined : JSON.stringify(body));
  const { method = content === undefined ? 'GET' : 'POST' } = options;
  const headers: Record<string, string> = { accept: 'application/json' };
  if (token) headers['authorization'] = `Bearer ${token}`;
  if (device) headers['foyer-device'] = device;
  if (content !== undefined) headers['content-type'] = file ? 'application/octet-stream' : 'application/json';
  try {
    const response = await fetch(path, {
      method,
      headers,
      signal: AbortSignal.timeout(timeoutMs),
      ...(content === undefined ? {} : { body: content }),
    });
    const answer = (await response.json()) as Record<string, unknown>;
    if (response.ok) return { ok: true, value: answer as T };
    if ('refusal' in answer) return { ok: false, refusal: answer['refusal'] as Refusal };
    return { ok: false, error: answer['error'] as ErrorAnswer['error'] };
  } catch (cause) {
    return { ok: false, error: { code: 'unreachable', message: String(cause) } };
  }
}
