// Parts that every page of a form has: how far one is, and the way to the desk.

import '@foyer/ui-kit/elements/foyer-button.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import { html, type TemplateResult } from 'lit';
import { progressOf, type FormScreen } from '../../session/filling.ts';
import { t } from '../../strings/strings.ts';

export function progressText(screen: FormScreen): string {
  const { current, total } = progressOf(screen);
  return t('forms.progress', { current, total });
}

export function progress(screen: FormScreen): TemplateResult {
  const { current, total } = progressOf(screen);
  const done = `--done: ${Math.round(((current - 1) / total) * 100)}%`;
  return html`<p class="progress">${progressText(screen)}<span class="bar" .style=${done}></span></p>`;
}

/** A number is never withheld for a question. */
export function askAtDesk(leave: () => void): TemplateResult {
  return html`<foyer-button class="wide" icon="person" @click=${leave}>
    ${t('forms.desk')}
    <span class="end">${t('forms.deskWhat')}<foyer-icon name="forward" stroke="2.5"></foyer-icon></span>
  </foyer-button>`;
}

/** Doors of equal weight, two on a storey: no answer is the better one. */
export function inStoreys(doors: readonly TemplateResult[]): TemplateResult {
  const storeys = Array.from({ length: Math.ceil(doors.length / 2) }, (_, index) =>
    doors.slice(index * 2, index * 2 + 2),
  );
  return html`<nav class="storeys">${storeys.map((storey) => html`<div class="doors">${storey}</div>`)}</nav>`;
}
