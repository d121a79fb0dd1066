import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { describe, expect, it } from 'vitest';
import { voiceHandlers } from './voice-routes.ts';

/** What the voice is asked for, and how what it said may be kept. */
async function spoken(query: object): Promise<{ readonly asked: unknown[]; readonly caching: string | undefined }> {
  const asked: unknown[] = [];
  let caching: string | undefined;
  const reply = {
    type: () => reply,
    header: (_name: string, value: string) => {
      caching = value;
      return reply;
    },
    send: () => reply,
  };
  const { speak } = voiceHandlers({
    voice: {
      speak: async (...what) => {
        asked.push(...what);
        return new Uint8Array(1);
      },
    },
    reading: { callText: () => undefined },
  });
  await speak.call({} as FastifyInstance, { query } as FastifyRequest, reply as unknown as FastifyReply);
  return { asked, caching };
}

describe('a text that is spoken', () => {
  it('is kept for a day by who heard it, and at the edge', async () => {
    const heard = await spoken({ text: 'Welcome', lang: 'en' });
    expect(heard).toEqual({ asked: ['Welcome', 'en', true], caching: 'private, max-age=86400' });
  });
  it('is kept nowhere when that is asked', async () => {
    const heard = await spoken({ text: '14 March 1962', lang: 'en', keep: 'no' });
    expect(heard).toEqual({ asked: ['14 March 1962', 'en', false], caching: 'no-store' });
  });
});
