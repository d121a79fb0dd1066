// Which part of a file a request asks for. One range is answered; of several, and of what is no range of bytes, all of
// it is. Source: RFC 9110, 14.1 and 14.2.

import type { ByteSpan } from '../../ports/media.ts';

export type Asked = { readonly all: true } | { readonly all: false; readonly span: ByteSpan } | 'none-such';

/** `bytes`: how many the file has. `none-such`: it begins behind the end, and is answered 416. */
export function askedRange(header: string | undefined, bytes: number): Asked {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '') ?? [];
  if (first === '' && last === '') return { all: true };
  if (first === '') return fromTheEnd(Number(last), bytes);
  const from = Number(first);
  const to = last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1);
  if (last !== '' && Number(last) < from) return { all: true };
  return from >= bytes ? 'none-such' : { all: false, span: { from, to } };
}

function fromTheEnd(count: number, bytes: number): Asked {
  return count === 0 ? 'none-such' : { all: false, span: { from: Math.max(0, bytes - count), to: bytes - 1 } };
}
