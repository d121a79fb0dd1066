// Which cable an address means: `tcp://host:port`, the path of a device such as /dev/usb/lp0, or `cups:QUEUE`.

import { cupsLink } from './cups-link.ts';
import { deviceLink } from './device-link.ts';
import type { PrinterLink } from './printer-line.ts';
import { tcpLink } from './tcp-link.ts';

const DEFAULT_PORT = 9100;
const CUPS = 'cups:';

/** Throws a TypeError for what is none of them. */
export function printerLink(address: string): PrinterLink {
  if (address.startsWith('/')) return deviceLink(address);
  if (/^cups:\w/.test(address)) return cupsLink(address.slice(CUPS.length));
  const url = URL.parse(address);
  if (url?.protocol !== 'tcp:' || url.hostname === '') {
    throw new TypeError(`a printer is tcp://host:port, a device path or cups:QUEUE, not ${address}`);
  }
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  return tcpLink(host, url.port === '' ? DEFAULT_PORT : Number(url.port));
}
