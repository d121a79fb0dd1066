// The way to open doors: a dot for each step, the one that is now lit, and the door at its end. A step that was seen is a
// way back. Fires `go-to-step`.

import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { Step, steps } from '../../data/first-run/steps.ts';
import { t } from '../../strings/strings.ts';

@customElement('set-up-path')
export class SetUpPath extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        container-type: inline-size;
      }
      ol {
        position: relative;
        display: grid;
        grid-template-columns: repeat(7, minmax(0, 1fr));
      }
      ol::before {
        content: '';
        position: absolute;
        inset-inline: 1rem;
        top: calc(1.375rem - 2px);
        height: 4px;
        background: var(--text);
      }
      li:last-child button {
        align-items: flex-end;
        margin-inline-start: auto;
        text-align: end;
      }
      button {
        position: relative;
        display: flex;
        flex-direction: column;
        align-items: flex-start;
        width: 100%;
        min-height: 2.75rem;
        padding: 0;
        border: 0;
        background: none;
        font-size: 1.0625rem;
        line-height: 1.4;
      }
      button:disabled {
        cursor: default;
      }
      .mark {
        display: flex;
        align-items: flex-end;
        height: 2.75rem;
        padding-bottom: 0.375rem;
      }
      .dot,
      .door {
        position: relative;
        width: 2rem;
        height: 2rem;
        border: 4px solid var(--text);
        border-radius: 50%;
        background: var(--surface);
      }
      .door {
        width: 2.25rem;
        height: 2.75rem;
        margin-bottom: -0.375rem;
        border-radius: 4px 4px 0 0;
      }
      .door::after {
        content: '';
        position: absolute;
        inset-inline-end: 5px;
        top: 45%;
        width: 6px;
        height: 6px;
        border-radius: 50%;
        background: currentColor;
      }
      .seen .dot {
        background: var(--text);
      }
      .missing .dot {
        border-color: var(--alert);
        background: var(--surface);
      }
      .now .dot,
      .now .door {
        border-color: var(--text);
        background: var(--accent);
      }
      .now .name {
        font-weight: 700;
      }
      .lines {
        max-width: 100%;
        padding-inline-end: 8px;
        overflow: hidden;
        color: var(--muted);
        font-size: 0.9375rem;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      li:last-child .lines {
        padding-inline-end: 0;
      }
      @container (max-width: 52rem) {
        li:not(.now) .name,
        .lines {
          position: absolute;
          width: 1px;
          height: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
        .now .name {
          white-space: nowrap;
        }
        li:nth-child(n + 4):not(:last-child) button {
          align-items: center;
        }
      }
    `,
  ];

  @property() current: Step = Step.clinic;
  @property({ attribute: false }) seen: readonly Step[] = [];
  /** Steps that were seen and lack something. */
  @property({ attribute: false }) missing: readonly Step[] = [];
  /** What each step says of itself, short. */
  @property({ attribute: false }) lines: Readonly<Partial<Record<Step, string>>> = {};

  override render() {
    return html`<ol aria-label=${t('first-run.path')}>
      ${steps.map((step) => {
        const place =
          step === this.current
            ? 'now'
            : this.missing.includes(step)
              ? 'missing'
              : this.seen.includes(step)
                ? 'seen'
                : '';
        const line = this.lines[step];
        return html`<li class=${place}>
          <button
            type="button"
            ?disabled=${step === this.current || !this.seen.includes(step)}
            aria-current=${step === this.current ? 'step' : nothing}
            @click=${() => this.dispatchEvent(new CustomEvent<Step>('go-to-step', { detail: step }))}
          >
            <span class="mark"><span class=${step === Step.open ? 'door' : 'dot'}></span></span>
            <span class="name">${t(`first-run.step-${step}`)}</span>
            ${line ? html`<span class="lines">${line}</span>` : nothing}
          </button>
        </li>`;
      })}
    </ol>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'set-up-path': SetUpPath;
  }
  interface HTMLElementEventMap {
    'go-to-step': CustomEvent<Step>;
  }
}
