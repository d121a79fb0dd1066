// Where it is written what to do about an alarm: a page of the runbook, beside what is going on.

import { runbookPage } from '@foyer/contracts/runbook.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../strings/strings.ts';

/** Nothing where no page is about it. The page is in English, and its name stays whole in a line from right to left. */
export function runbookLink(told: string): TemplateResult | typeof nothing {
  const page = runbookPage(told);
  if (page === undefined) return nothing;
  return html`<a href="/runbook/${page}" target="_blank" rel="noopener" hreflang="en"
    >${t('clinics.page', { page: `\u2068${page}\u2069` })}</a
  >`;
}
