// A template of paper before it counts: as a picture, or printed.

import type { PaperProofRequest } from '@foyer/contracts/paper-proof.ts';
import type { PaperProofs } from '../../ports/paper-proofs.ts';
import type { Handlers } from './declared-routes.ts';
import { CodedError } from './errors.ts';

export interface PaperParts {
  readonly paperProofs: PaperProofs;
}

export function paperHandlers({ paperProofs }: PaperParts): Pick<Handlers, 'paperPicture' | 'printPaperProof'> {
  return {
    paperPicture: async (request, reply) => {
      const png = await paperProofs.picture(request.body as PaperProofRequest);
      if (png === undefined) throw new CodedError('not-ready');
      return reply.type('image/png').header('cache-control', 'no-store').send(Buffer.from(png));
    },
    printPaperProof: async (request) => {
      const outcome = await paperProofs.print(request.body as PaperProofRequest);
      if (outcome === undefined) throw new CodedError('not-ready');
      return outcome;
    },
  };
}
