// A long answer as gzip for who takes it. Only of routes whose answer holds no secret beside what the caller chose: the
// length of what was packed together tells something of both.

import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

const compress = promisify(gzip);
/** Below this a packet carries it as it is. */
const leastBytes = 1_024;

/** What to send; the headers that say how are set. */
export async function packed(request: FastifyRequest, reply: FastifyReply, body: unknown): Promise<Buffer> {
  const plain = Buffer.from(JSON.stringify(body));
  reply.type('application/json; charset=utf-8').header('vary', 'accept-encoding');
  if (plain.length < leastBytes || !takesGzip(request.headers['accept-encoding'])) return plain;
  reply.header('content-encoding', 'gzip');
  return compress(plain);
}

/** Source: RFC 9110, section 12.5.3. */
function takesGzip(accepted: string | string[] | undefined): boolean {
  const codings = String(accepted ?? '').split(',');
  return codings.some((coding) => {
    const [name = '', ...parameters] = coding.split(';').map((part) => part.trim().toLowerCase());
    return (name === 'gzip' || name === '*') && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
  });
}
