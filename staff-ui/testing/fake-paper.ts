// The paper of a fake edge: a picture of each template that is looked at, and what becomes of a test print.

import type { IncomingMessage, ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import type { PaperProofAnswer, PaperProofRequest } from '@foyer/contracts/paper-proof.ts';

/** One grey dot. */
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);

export class FakePaper {
  picture: Buffer = dot;
  answer: PaperProofAnswer = { outcome: 'printed' };
  /** What was looked at, the newest last. */
  readonly looks: PaperProofRequest[] = [];
  readonly printed: PaperProofRequest[] = [];

  clear(): void {
    this.answer = { outcome: 'printed' };
    this.looks.length = 0;
    this.printed.length = 0;
  }

  /** Whether the request was about paper, and is answered. */
  async answers(path: string, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const [, kind] = /^\/api\/v1\/paper\/(pictures|proofs)$/.exec(path) ?? [];
    if (kind === undefined) return false;
    const proof = (await json(request)) as PaperProofRequest;
    if (kind === 'pictures') {
      this.looks.push(proof);
      response.writeHead(200, { 'content-type': 'image/png' }).end(this.picture);
    } else {
      this.printed.push(proof);
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(this.answer));
    }
    return true;
  }
}
