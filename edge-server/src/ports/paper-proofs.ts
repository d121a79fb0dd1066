// A template of paper, looked at before it counts: with made-up words, and with nothing of a patient.

import type { PaperProofRequest } from '@foyer/contracts/paper-proof.ts';
import type { Paper, PrintOutcome } from './ticket-printer.ts';

export interface PaperPictures {
  /** The paper as the printer would print it, dot for dot, as a PNG. */
  png(paper: Paper): Promise<Uint8Array>;
}

export interface PaperProofs {
  /** A PNG; undefined until the first run has named the clinic. */
  picture(request: PaperProofRequest): Promise<Uint8Array | undefined>;
  print(request: PaperProofRequest): Promise<PrintOutcome | undefined>;
}
