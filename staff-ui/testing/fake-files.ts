// The files of a fake edge's displays: media that were brought, and clips that were recorded.

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { MediaList } from '@foyer/contracts/media.ts';
import { now } from './a-staff-view.ts';

export class FakeFiles {
  readonly media = new Map<string, Buffer>();
  readonly clips = new Map<string, Buffer>();

  clear(): void {
    this.media.clear();
    this.clips.clear();
  }

  /** Whether the request was for a file, and is answered. */
  async answer(path: string, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const [, kind, name = ''] = /^\/api\/v1\/(media|clips)\/?(.*)$/.exec(path) ?? [];
    if (kind === undefined) return false;
    const files = kind === 'media' ? this.media : this.clips;
    const say = (body: unknown) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (request.method === 'POST') {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part as Buffer);
      const file = kind === 'media' ? `${String(files.size).padStart(32, '0')}.png` : name;
      files.set(file, Buffer.concat(parts));
      say({ ok: true, file });
    } else if (request.method === 'DELETE') {
      files.delete(name);
      say({ ok: true });
    } else if (kind === 'media' && name === '') {
      const list: MediaList = {
        files: [...files].map(([file, { length: bytes }]) => ({ file, bytes, addedAt: now })),
        bytesLeft: 400 * 1024 * 1024,
      };
      say(list);
    } else if (kind === 'clips' && !name.includes('/')) {
      const recorded = [...files.keys()].filter((clip) => clip.startsWith(`${name}/`));
      say({ recorded: recorded.map((clip) => clip.slice(name.length + 1)) });
    } else {
      const file = files.get(name);
      const type = kind === 'media' ? 'image/png' : 'audio/webm';
      response.writeHead(file ? 200 : 404, { 'content-type': type }).end(file);
    }
    return true;
  }
}
