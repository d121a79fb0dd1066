// Reads a row's body back as the fact that its type promises. Servers alone import it: it compiles schemas.

import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { SealedContent, eventBodies, type EventBody, type EventType } from './events.ts';

type Check = (value: unknown) => boolean;
const checks = new Map<TSchema, Check>();

export type ReadBody =
  | { readonly ok: true; readonly type: EventType; readonly body: EventBody<EventType> }
  | { readonly ok: false; readonly code: 'unknown-version' | 'not-json' | 'invalid-request' };

/** The body of a row of this type; `unknown-version` when this program is older than the row. */
export function readEventBody(type: string, text: string): ReadBody {
  if (!Object.hasOwn(eventBodies, type)) return { ok: false, code: 'unknown-version' };
  const body = parse(text);
  if (body === undefined) return { ok: false, code: 'not-json' };
  const known = type as EventType;
  if (!matches(eventBodies[known], body)) return { ok: false, code: 'invalid-request' };
  return { ok: true, type: known, body: body as EventBody<EventType> };
}

/** What a seal held; undefined when it is not what a seal may hold. */
export function readSealedContent(text: string): SealedContent | undefined {
  const content = parse(text);
  return matches(SealedContent, content) ? (content as SealedContent) : undefined;
}

function matches(schema: TSchema, value: unknown): boolean {
  let check = checks.get(schema);
  if (check === undefined) {
    const compiled = Compile(schema);
    check = (candidate) => compiled.Check(candidate);
    checks.set(schema, check);
  }
  return check(value);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
