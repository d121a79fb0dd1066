// Pictures and videos for displays: brought and removed by who sets a display, fetched by displays, which ask for parts
// of a video where somebody moves in it.

import { Readable } from 'node:stream';
import { mediaTypes, type MediaKind } from '@foyer/contracts/media.ts';
import type { Media } from '../../ports/media.ts';
import { streamOf } from './byte-bodies.ts';
import { askedRange } from './byte-range.ts';
import type { Handlers } from './declared-routes.ts';
import { sendCoded } from './errors.ts';

export interface MediaParts {
  readonly media: Media;
}

type MediaHandlers = Pick<Handlers, 'mediaList' | 'addMedia' | 'mediaFile' | 'removeMedia'>;

export function mediaHandlers({ media }: MediaParts): MediaHandlers {
  return {
    mediaList: async () => media.list(),
    addMedia: async (request, reply) => {
      const added = await media.add(streamOf(request));
      return added.ok ? added : sendCoded(reply, added.code);
    },
    mediaFile: async (request, reply) => {
      const { file } = request.params as { readonly file: string };
      const bytes = media.bytesOf(file);
      if (bytes === undefined) return sendCoded(reply, 'not-found');
      const tag = `"${file}"`;
      const ifRange = request.headers['if-range'];
      const asked = askedRange(ifRange === undefined || ifRange === tag ? request.headers.range : undefined, bytes);
      if (asked === 'none-such') {
        reply.header('content-range', `bytes */${bytes}`);
        return sendCoded(reply, 'range-not-satisfiable');
      }
      const span = asked.all ? { from: 0, to: bytes - 1 } : asked.span;
      const content = media.open(file, span);
      if (content === undefined) return sendCoded(reply, 'not-found');
      if (!asked.all) reply.code(206).header('content-range', `bytes ${span.from}-${span.to}/${bytes}`);
      const kind = file.slice(file.lastIndexOf('.') + 1) as MediaKind;
      // A name is made of what the file holds: it never changes.
      return reply
        .type(mediaTypes[kind])
        .header('cache-control', 'private, max-age=31536000, immutable')
        .header('etag', tag)
        .header('accept-ranges', 'bytes')
        .header('content-length', span.to - span.from + 1)
        .send(Readable.from(content, { objectMode: false }));
    },
    removeMedia: async (request, reply) => {
      const { file } = request.params as { readonly file: string };
      return (await media.remove(file)) ? { ok: true } : sendCoded(reply, 'not-found');
    },
  };
}
