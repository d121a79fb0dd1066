// Which element draws which screen. All but the first are fetched when they are needed, and ahead of it while the kiosk
// stands still.

import { html, type TemplateResult } from 'lit';
import type { KioskView } from '@foyer/contracts/views.ts';
import type { Busy } from '../session/attendant.ts';
import { isClosed } from '../session/opening.ts';
import type { Screen } from '../session/screens.ts';
import './idle/closed-page.ts';
import './idle/idle-page.ts';

export interface PageContext {
  readonly view: KioskView | undefined;
  readonly busy: Busy | undefined;
  readonly now: number;
  readonly larger: number;
  readonly place: string;
}

type Page = Screen['page'];
const loaders: { readonly [P in Exclude<Page, 'idle'>]: () => Promise<unknown> } = {
  identify: () => import('./identify/identify-page.ts'),
  scan: () => import('./scan/scan-page.ts'),
  'birth-date': () => import('./birth-date/birth-date-page.ts'),
  confirm: () => import('./confirm/confirm-page.ts'),
  services: () => import('./services/services-page.ts'),
  register: () => import('./register/register-page.ts'),
  ticket: () => import('./ticket/ticket-page.ts'),
  refusal: () => import('./refusal/refusal-page.ts'),
  help: () => import('./help/help-page.ts'),
};
const ready = new Set<Page>(['idle']);

export function isReady(page: Page): boolean {
  return ready.has(page);
}

export async function loadPage(page: Page): Promise<void> {
  if (page === 'idle' || ready.has(page)) return;
  await loaders[page]();
  ready.add(page);
}

/** Every page at hand before anybody needs it: help and refusals above all must not wait for a line. */
export async function loadAllPages(): Promise<void> {
  for (const page of Object.keys(loaders) as Page[]) await loadPage(page);
}

export function drawPage(screen: Screen, { view, busy, now, larger, place }: PageContext): TemplateResult {
  switch (screen.page) {
    case 'idle':
      if (view && isClosed(view.clinic)) {
        return html`<closed-page .screen=${screen} .view=${view} .busy=${busy} .now=${now}></closed-page>`;
      }
      return html`<idle-page .screen=${screen} .view=${view} .busy=${busy} .now=${now}></idle-page>`;
    case 'identify':
      return html`<identify-page .screen=${screen} .view=${view} .busy=${busy}></identify-page>`;
    case 'scan':
      return html`<scan-page .screen=${screen} .view=${view} .busy=${busy}></scan-page>`;
    case 'birth-date':
      return html`<birth-date-page .screen=${screen} .view=${view} .busy=${busy}></birth-date-page>`;
    case 'confirm':
      return html`<confirm-page .screen=${screen} .view=${view} .busy=${busy} .larger=${larger}></confirm-page>`;
    case 'services':
      return html`<services-page .screen=${screen} .view=${view} .busy=${busy}></services-page>`;
    case 'register':
      return html`<register-page .screen=${screen} .view=${view} .busy=${busy} .larger=${larger}></register-page>`;
    case 'ticket':
      return html`<ticket-page .screen=${screen} .view=${view} .busy=${busy} .now=${now}></ticket-page>`;
    case 'refusal':
      return html`<refusal-page .screen=${screen} .view=${view} .busy=${busy} .now=${now}></refusal-page>`;
    case 'help':
      return html`<help-page .screen=${screen} .view=${view} .busy=${busy} .now=${now} .place=${place}></help-page>`;
  }
}
