// Where the page is: `<base>/t/<public id>`. The public id is its credential, the base is where its server's sockets are.

import { publicIdPattern } from '@foyer/contracts/ids.ts';

export interface TicketAddress {
  readonly publicId: string;
  /** The path of Socket.IO beside the page. */
  readonly socketPath: string;
}

/** Undefined where the path is not that of a ticket. */
export function ticketAddress(pathname: string): TicketAddress | undefined {
  const [, base = '', publicId = ''] = /^(.*)\/t\/([^/]+)\/?$/.exec(pathname) ?? [];
  return new RegExp(publicIdPattern).test(publicId) ? { publicId, socketPath: `${base}/socket.io` } : undefined;
}
