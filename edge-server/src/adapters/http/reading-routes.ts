// What integrators and auditors read.

import type { CallingPreviewRequest } from '@foyer/contracts/calling-rules.ts';
import type { CallingFault } from '@foyer/contracts/calling-rules-faults.ts';
import type { LogPage, RecordViewsPage } from '@foyer/contracts/http-api.ts';
import type { LogRow } from '@foyer/contracts/log-row.ts';
import type { WhatIfRequest } from '@foyer/contracts/what-if.ts';
import type { ReadModel } from '../../ports/read-model.ts';
import type { ClinicReading } from '../../ports/views.ts';
import type { Handlers } from './declared-routes.ts';
import { CodedError } from './errors.ts';

type Whose = Parameters<ClinicReading['reassignmentProposal']>[0];

export interface ReadingParts {
  readonly reading: ClinicReading;
  readonly readModel: Pick<ReadModel, 'logAfter' | 'refusals' | 'recordViews'>;
}

interface RecordViewsQuery {
  readonly after?: string;
  readonly limit?: string;
  readonly patientId?: string;
}

export function readingHandlers({
  reading,
  readModel,
}: ReadingParts): Pick<
  Handlers,
  | 'board'
  | 'ticket'
  | 'why'
  | 'callingRules'
  | 'previewRules'
  | 'whatIf'
  | 'reassignmentProposal'
  | 'log'
  | 'refusals'
  | 'recordViews'
> {
  return {
    board: async () => found(reading.board(), 'not-ready'),
    ticket: async (request) => found(reading.ticket((request.params as { readonly id: string }).id)),
    why: async (request) => found(reading.why((request.params as { readonly id: string }).id)),
    callingRules: async () => found(reading.callingRules(), 'not-ready'),
    previewRules: async (request, reply) => {
      const preview = found(reading.previewRules((request.body as CallingPreviewRequest).rules), 'not-ready');
      return 'faults' in preview ? reply.code(409).send(impossible(preview)) : preview;
    },
    whatIf: async (request, reply) => {
      const compared = found(await reading.whatIf(request.body as WhatIfRequest));
      return 'faults' in compared ? reply.code(409).send(impossible(compared)) : compared;
    },
    reassignmentProposal: async (request) => {
      const { from, until, ...whose } = request.query as Omit<Whose, 'from' | 'until'> & {
        readonly from?: string;
        readonly until?: string;
      };
      const asked = {
        ...whose,
        ...(from === undefined ? {} : { from: Number(from) }),
        ...(until === undefined ? {} : { until: Number(until) }),
      };
      return found(reading.reassignmentProposal(asked), 'not-ready');
    },
    log: async (request) => {
      const { after = '0.0', limit } = request.query as { readonly after?: string; readonly limit?: string };
      const [epoch = 0, seq = 0] = after.split('.').map(Number);
      const rows = readModel.logAfter({ epoch, seq }, countOf(limit));
      const last = rows.at(-1);
      return {
        rows: rows.map(rowAsText),
        next: last === undefined ? `${epoch}.${seq}` : `${last.epoch}.${last.seq}`,
      } satisfies LogPage;
    },
    refusals: async (request) => ({
      refusals: readModel.refusals(countOf((request.query as { readonly limit?: string }).limit)),
    }),
    recordViews: async (request) => {
      const { after = '0', limit, patientId } = request.query as RecordViewsQuery;
      const views = readModel.recordViews(Number(after), countOf(limit), patientId);
      return { views, next: views.at(-1)?.number ?? Number(after) } satisfies RecordViewsPage;
    },
  };
}

function found<T>(thing: T | undefined, otherwise: 'not-found' | 'not-ready' = 'not-found'): T {
  if (thing === undefined) throw new CodedError(otherwise);
  return thing;
}

function impossible({ faults }: { readonly faults: readonly CallingFault[] }) {
  return { ok: false, refusal: { code: 'calling-rules-impossible' as const, faults } };
}

function countOf(limit: string | undefined): number {
  return Math.min(1000, Math.max(1, Number(limit ?? 100)));
}

function rowAsText(row: LogRow): LogPage['rows'][number] {
  const { sealed, prevHash, hash, ...rest } = row;
  return { ...rest, sealed: sealed === null ? null : base64(sealed), prevHash: base64(prevHash), hash: base64(hash) };
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
