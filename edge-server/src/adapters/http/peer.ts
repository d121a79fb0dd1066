// Whether anybody between could read along, and what a request says of who it is from.

import type { IncomingMessage } from 'node:http';
import { TLSSocket } from 'node:tls';

export function isSecure(request: Pick<IncomingMessage, 'socket'>): boolean {
  return request.socket instanceof TLSSocket;
}

/** The token of `Authorization: Bearer`. */
export function bearerOf(header: string | undefined): string | undefined {
  return /^Bearer ([\x21-\x7e]{1,256})$/i.exec(header ?? '')?.[1];
}
