// Every answer that is not a success or a refusal has one shape, whatever broke: `{ ok: false, error: { code, ... } }`.

import { AppError } from '@foyer/contracts/app-error.ts';
import { type ErrorCode, errorCodes } from '@foyer/contracts/error-codes.ts';
import type { ErrorAnswer } from '@foyer/contracts/http-api.ts';
import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import type { Log } from '../../ports/log.ts';

/** Sends a code's answer: an error, or, for a code of 409, a refusal. */
export async function sendCoded(reply: FastifyReply, code: ErrorCode, path?: string): Promise<FastifyReply> {
  const { status, meaning } = errorCodes[code];
  const body = status === 409 ? { ok: false, refusal: { code } } : errorBody(code, meaning, path);
  if (status === 429) reply.header('retry-after', '10');
  return reply.code(status).send(body);
}

/** Thrown in a hook to answer with a code. */
export class CodedError extends Error {
  readonly code: ErrorCode;
  readonly path: string | undefined;
  readonly why: string | undefined;
  constructor(code: ErrorCode, detail: { readonly path?: string; readonly why?: string } = {}) {
    super(code);
    this.code = code;
    this.path = detail.path;
    this.why = detail.why;
  }
}

export function answerErrors(app: FastifyInstance, log: Log): void {
  app.setNotFoundHandler((_request, reply) => sendCoded(reply, 'not-found'));
  app.setErrorHandler((error: FastifyError | CodedError | AppError, request, reply) => {
    if (error instanceof CodedError) {
      const { code, path, why } = error;
      const { status, meaning } = errorCodes[code];
      if (status === 429) reply.header('retry-after', '10');
      return reply
        .code(status)
        .send(errorBody(code, why === undefined ? meaning : `${meaning} ${path ?? ''} ${why}.`, path));
    }
    const code = error instanceof AppError ? error.code : codeOf(error);
    if (code === 'internal') log.error('request-failed', { route: request.routeOptions.url ?? '' }, error);
    return sendCoded(reply, code);
  });
}

/** What is of another kind is told that it is not JSON; Fastify would hand a plain text on as it came. */
export function takeJsonAlone(app: FastifyInstance): void {
  app.removeContentTypeParser('text/plain');
}

/** For an address that the router cannot read: it answers before any route or hook. */
export function answerUnreadable(_error: unknown, _request: unknown, reply: FastifyReply): void {
  void sendCoded(reply, 'not-found');
}

function errorBody(code: ErrorCode, message: string, path: string | undefined): ErrorAnswer {
  return { ok: false, error: { code, message, ...(path === undefined ? {} : { path }) } };
}

const frameworkCodes: { readonly [code: string]: ErrorCode } = {
  FST_ERR_CTP_INVALID_JSON_BODY: 'not-json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'not-json',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'not-json',
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'invalid-request',
  // A request that was under way when the database was closed behind it.
  ERR_INVALID_STATE: 'shutting-down',
};

function codeOf(error: FastifyError): ErrorCode {
  const known = frameworkCodes[error.code];
  if (known !== undefined) return known;
  if (error.statusCode === 429) return 'rate-limited';
  if (error.statusCode === 404) return 'not-found';
  if (error.statusCode === 413) return 'body-too-large';
  return error.statusCode !== undefined && error.statusCode < 500 ? 'invalid-request' : 'internal';
}
