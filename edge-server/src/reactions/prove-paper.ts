// A template on a tablet's screen or on paper before it counts, with made-up words. Nothing is decided and nothing
// recorded: it is no number of anybody's.

import type { PaperProofRequest } from '@foyer/contracts/paper-proof.ts';
import type { Ids } from '../ports/ids.ts';
import type { LogoPictures } from '../ports/logo-pictures.ts';
import type { PaperPictures, PaperProofs } from '../ports/paper-proofs.ts';
import { printJobLifeMs, type Paper, type PrintOutcome, type TicketPrinter } from '../ports/ticket-printer.ts';
import type { ClinicState } from '../views/clinic-state.ts';
import { paperLook } from './paper-look.ts';
import { sampleReceipt, sampleTicket } from './sample-paper.ts';
import { sampleMusterList, samplePaperNumbers, sampleTillReport } from './sample-staff-paper.ts';

export interface ProvePaperParts {
  readonly state: () => ClinicState | undefined;
  readonly logos: LogoPictures;
  readonly pictures: PaperPictures;
  readonly printer: Pick<TicketPrinter, 'print'>;
  readonly ids: Pick<Ids, 'newId'>;
  readonly now: () => number;
}

export class ProvePaper implements PaperProofs {
  readonly #parts: ProvePaperParts;

  constructor(parts: ProvePaperParts) {
    this.#parts = parts;
  }

  async picture(request: PaperProofRequest): Promise<Uint8Array | undefined> {
    const paper = await this.#paper(request);
    return paper === undefined ? undefined : this.#parts.pictures.png(paper);
  }

  async print(request: PaperProofRequest): Promise<PrintOutcome | undefined> {
    const { ids, now, printer } = this.#parts;
    const paper = await this.#paper(request);
    if (paper === undefined) return undefined;
    return printer.print({ jobId: ids.newId(now()), notAfter: now() + printJobLifeMs, ...paper });
  }

  async #paper(request: PaperProofRequest): Promise<Paper | undefined> {
    const { state, logos } = this.#parts;
    const clinic = state();
    if (clinic === undefined) return undefined;
    const { kind, language } = request;
    switch (kind) {
      case 'ticket':
        return { kind, document: sampleTicket(clinic, language), ...(await paperLook(request.template, logos)) };
      case 'receipt':
        return { kind, document: sampleReceipt(clinic, language), ...(await paperLook(request.template, logos)) };
      case 'muster-list':
        return { kind, document: sampleMusterList(clinic, language), ...(await paperLook(request.template, logos)) };
      case 'till-report':
        return { kind, document: sampleTillReport(clinic, language), ...(await paperLook(request.template, logos)) };
      case 'paper-numbers':
        return { kind, document: samplePaperNumbers(clinic, language), ...(await paperLook(request.template, logos)) };
    }
  }
}
