// Spoken calls and screens. A text is said to whoever asked and kept by its hash alone; one that may tell of a person is
// asked for with `keep=no`, and kept nowhere.

import type { FastifyReply } from 'fastify';
import type { ClinicReading } from '../../ports/views.ts';
import type { Voice } from '../../ports/voice.ts';
import type { Handlers } from './declared-routes.ts';
import { sendCoded } from './errors.ts';

export interface VoiceParts {
  readonly voice: Pick<Voice, 'speak'>;
  readonly reading: Pick<ClinicReading, 'callText'>;
}

export function voiceHandlers({ voice, reading }: VoiceParts): Pick<Handlers, 'speak' | 'speakCall'> {
  const say = async (
    reply: FastifyReply,
    text: string | undefined,
    language: string,
    kept = true,
  ): Promise<FastifyReply> => {
    const wav = text === undefined ? undefined : await voice.speak(text, language, kept);
    if (wav === undefined) return sendCoded(reply, 'not-found');
    const caching = kept ? 'private, max-age=86400' : 'no-store';
    return reply.type('audio/wav').header('cache-control', caching).send(Buffer.from(wav));
  };
  return {
    speak: async (request, reply) => {
      const { text, lang, keep } = request.query as {
        readonly text: string;
        readonly lang: string;
        readonly keep?: 'no';
      };
      return say(reply, text, lang, keep !== 'no');
    },
    speakCall: async (request, reply) => {
      const { callId, file } = request.params as { readonly callId: string; readonly file: string };
      const language = file.slice(0, -'.wav'.length);
      return say(reply, reading.callText(callId, language), language);
    },
  };
}
