// Recorded clips of calls: made and removed by who sets a display, fetched by displays. A clip that was recorded again is
// heard at the next call: browsers ask each time whether theirs is the one.

import { createHash } from 'node:crypto';
import type { Language } from '@foyer/contracts/languages.ts';
import type { Clips } from '../../ports/clips.ts';
import { bytesOf } from './byte-bodies.ts';
import type { Handlers } from './declared-routes.ts';
import { sendCoded } from './errors.ts';

export interface ClipParts {
  readonly clips: Clips;
}

type ClipHandlers = Pick<Handlers, 'recordedClips' | 'clip' | 'recordClip' | 'removeClip'>;
interface Named {
  readonly language: Language;
  readonly phrase: string;
}

export function clipHandlers({ clips }: ClipParts): ClipHandlers {
  return {
    recordedClips: async (request) => ({ recorded: clips.recorded((request.params as Named).language) }),
    clip: async (request, reply) => {
      const { language, phrase } = request.params as Named;
      const clip = await clips.clip(language, phrase);
      if (clip === undefined) return sendCoded(reply, 'not-found');
      const tag = `"${createHash('sha256').update(clip.bytes).digest('base64url').slice(0, 22)}"`;
      reply.header('cache-control', 'private, no-cache').header('etag', tag);
      if (request.headers['if-none-match'] === tag) return reply.code(304).send();
      return reply.type(clip.type).send(Buffer.from(clip.bytes));
    },
    recordClip: async (request, reply) => {
      const { language, phrase } = request.params as Named;
      const saved = clips.save(language, phrase, bytesOf(request.body));
      return saved.ok ? saved : sendCoded(reply, saved.code);
    },
    removeClip: async (request, reply) => {
      const { language, phrase } = request.params as Named;
      return clips.remove(language, phrase) ? { ok: true } : sendCoded(reply, 'not-found');
    },
  };
}
