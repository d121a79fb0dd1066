// Pictures and videos for displays: brought and removed by who sets a display, fetched by displays.

import { Readable } from 'node:stream';
import { mediaTypes, type MediaKind } from '@foyer/contracts/media.ts';
import type { Media } from '../../ports/media.ts';
import { bytesOf } from './byte-bodies.ts';
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
      const added = await media.add(bytesOf(request.body));
      return added.ok ? added : sendCoded(reply, added.code);
    },
    mediaFile: async (request, reply) => {
      const { file } = request.params as { readonly file: string };
      const content = media.open(file);
      if (content === undefined) return sendCoded(reply, 'not-found');
      const kind = file.slice(file.lastIndexOf('.') + 1) as MediaKind;
      // A name is made of what the file holds: it never changes.
      return reply
        .type(mediaTypes[kind])
        .header('cache-control', 'private, max-age=31536000, immutable')
        .send(Readable.from(content));
    },
    removeMedia: async (request, reply) => {
      const { file } = request.params as { readonly file: string };
      return (await media.remove(file)) ? { ok: true } : sendCoded(reply, 'not-found');
    },
  };
}
