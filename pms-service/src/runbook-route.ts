// The runbook's pages, for whoever is told of one by the dashboard: as they are written, in plain text.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runbookPages, type RunbookPage } from '@foyer/contracts/runbook.ts';
import { oneOf, strictObject } from '@foyer/contracts/schema.ts';
import type { Route } from './modules/route.ts';

const folder = join(import.meta.dirname, '../../docs/runbook');
const pages = Object.keys(runbookPages) as RunbookPage[];

export const runbookRoute: Route = {
  method: 'GET',
  path: '/runbook/:page',
  access: 'anyone',
  summary: 'A page of the runbook: what an alarm means, and what to do',
  params: strictObject({ page: oneOf(pages) }),
  async handle({ params }) {
    const body = await readFile(join(folder, `${params['page'] ?? ''}.md`), 'utf8');
    return { status: 200, body, contentType: 'text/plain; charset=utf-8' };
  },
};
