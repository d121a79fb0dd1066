// Which element draws which screen. All but the first are fetched when they are needed, and ahead of it: those of who comes
// without an appointment at once, the others while the kiosk stands still.

import { html, type TemplateResult } from 'lit';
import type { KioskView } from '@foyer/contracts/kiosk-view.ts';
import type { Busy } from '../session/attendant.ts';
import { idleFace, type IdleFace } from '../session/idle-face.ts';
import type { Screen } from '../session/screens.ts';
import type { Told } from '../session/told.ts';
import './idle/idle-page.ts';

export interface PageContext {
  readonly view: KioskView | undefined;
  readonly busy: Busy | undefined;
  readonly now: number;
  readonly larger: number;
  readonly place: string;
  readonly told: Told | undefined;
}

/** `closed` and `storage`: what the first screen is while nobody is admitted. */
type Page = Screen['page'] | IdleFace;
const loaders: { readonly [P in Exclude<Page, 'idle'>]: () => Promise<unknown> } = {
  closed: () => import('./idle/closed-page.ts'),
  storage: () => import('./idle/storage-page.ts'),
  identify: () => import('./identify/identify-page.ts'),
  'something-else': () => import('./something-else/something-else-page.ts'),
  needs: () => import('./needs/needs-page.ts'),
  returning: () => import('./returning/returning-page.ts'),
  scan: () => import('./scan/scan-page.ts'),
  'birth-date': () => import('./birth-date/birth-date-page.ts'),
  confirm: () => import('./confirm/confirm-page.ts'),
  services: () => import('./services/services-page.ts'),
  register: () => import('./register/register-page.ts'),
  question: () => import('./forms/question-page.ts'),
  consent: () => import('./forms/consent-page.ts'),
  signature: () => import('./forms/signature-page.ts'),
  ticket: () => import('./ticket/ticket-page.ts'),
  'wrong-clinic': () => import('./wrong-clinic/wrong-clinic-page.ts'),
  already: () => import('./already/already-page.ts'),
  remote: () => import('./remote/remote-page.ts'),
  refusal: () => import('./refusal/refusal-page.ts'),
  help: () => import('./help/help-page.ts'),
};
const ready = new Set<Page>(['idle']);

export function isReady(page: Page): boolean {
  return ready.has(page);
}

export async function loadPage(page: Page): Promise<void> {
  if (page === 'idle' || ready.has(page)) return;
  await Promise.all([
    loaders[page](),
    ...(pathless.includes(page) ? [] : [import('@foyer/ui-kit/elements/foyer-path.ts')]),
  ]);
  ready.add(page);
}
/** Without the line of steps above them. */
const pathless: readonly Page[] = ['closed', 'storage', 'help'];

/** Help and refusals above all must not wait for a line, nor may what is said of a disk wait for that disk. */
const soon: readonly Page[] = ['help', 'refusal', 'services', 'ticket', 'storage'];
/** Fetched when a service asks something first, and not where none does. */
const ofForms: readonly Page[] = ['question', 'consent', 'signature'];

/** What whoever comes without an appointment sees, before they need it. */
export async function loadFirstPages(): Promise<void> {
  for (const page of soon) await loadPage(page);
}

/** Every other page, as long as nobody needs the line for something else. */
export async function loadOtherPages(goesOn: () => boolean): Promise<void> {
  const pages = (Object.keys(loaders) as Page[]).filter((page) => !ofForms.includes(page) && !ready.has(page));
  for (const page of pages) if (goesOn()) await loadPage(page);
}

export function drawPage(screen: Screen, { view, busy, now, larger, place, told }: PageContext): TemplateResult {
  switch (screen.page) {
    case 'idle':
      return drawFace(screen, { view, busy, now });
    case 'identify':
      return html`<identify-page .screen=${screen} .view=${view} .busy=${busy} .told=${told}></identify-page>`;
    case 'something-else':
      return html`<something-else-page .screen=${screen} .view=${view} .busy=${busy}></something-else-page>`;
    case 'needs':
      return html`<needs-page .screen=${screen} .view=${view} .busy=${busy} .told=${told}></needs-page>`;
    case 'returning':
      return html`<returning-page .screen=${screen} .view=${view} .busy=${busy} .told=${told}></returning-page>`;
    case 'scan':
      return html`<scan-page .screen=${screen} .view=${view} .busy=${busy}></scan-page>`;
    case 'birth-date':
      return html`<birth-date-page .screen=${screen} .view=${view} .busy=${busy} .told=${told}></birth-date-page>`;
    case 'confirm':
      return html`<confirm-page
        .screen=${screen}
        .view=${view}
        .busy=${busy}
        .larger=${larger}
        .told=${told}
      ></confirm-page>`;
    case 'services':
      return html`<services-page .screen=${screen} .view=${view} .busy=${busy} .told=${told}></services-page>`;
    case 'register':
      return html`<register-page .screen=${screen} .view=${view} .busy=${busy} .larger=${larger}></register-page>`;
    case 'question':
      return html`<question-page .screen=${screen} .view=${view} .busy=${busy} .larger=${larger}></question-page>`;
    case 'consent':
      return html`<consent-page .screen=${screen} .view=${view} .busy=${busy}></consent-page>`;
    case 'signature':
      return html`<signature-page .screen=${screen} .view=${view} .busy=${busy}></signature-page>`;
    case 'ticket':
      return html`<ticket-page .screen=${screen} .view=${view} .busy=${busy} .now=${now}></ticket-page>`;
    case 'wrong-clinic':
      return html`<wrong-clinic-page .screen=${screen} .view=${view} .busy=${busy}></wrong-clinic-page>`;
    case 'already':
      return html`<already-page .screen=${screen} .view=${view} .busy=${busy}></already-page>`;
    case 'remote':
      return html`<remote-page .screen=${screen} .view=${view} .busy=${busy}></remote-page>`;
    case 'refusal':
      return html`<refusal-page .screen=${screen} .view=${view} .busy=${busy} .now=${now}></refusal-page>`;
    case 'help':
      return html`<help-page .screen=${screen} .view=${view} .busy=${busy} .now=${now} .place=${place}></help-page>`;
  }
}

function drawFace(screen: Screen, { view, busy, now }: Pick<PageContext, 'view' | 'busy' | 'now'>): TemplateResult {
  switch (idleFace(view)) {
    case 'closed':
      return html`<closed-page .screen=${screen} .view=${view} .busy=${busy} .now=${now}></closed-page>`;
    case 'storage':
      return html`<storage-page .screen=${screen} .view=${view} .busy=${busy}></storage-page>`;
    case 'idle':
      return html`<idle-page .screen=${screen} .view=${view} .busy=${busy} .now=${now}></idle-page>`;
  }
}
