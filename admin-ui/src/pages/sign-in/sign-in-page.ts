// The way in: an e-mail address, a password, and the door. Fires `signed-in` with who came in.

import type { CentreUser } from '@foyer/contracts/centre-api.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-brand.ts';
import '@foyer/ui-kit/elements/foyer-door.ts';
import '@foyer/ui-kit/elements/foyer-floor.ts';
import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../../components/language-choice.ts';
import { codeOf, signIn } from '../../data/centre.ts';
import { t } from '../../strings/strings.ts';

const TOLD = ['wrong-password', 'account-locked', 'rate-limited', 'standby-lost', 'unreachable'] as const;

@customElement('sign-in-page')
export class SignInPage extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        grid-template-rows: auto 1fr auto;
        min-height: 100vh;
      }
      foyer-brand {
        padding: 28px 32px;
        font-size: 1.125rem;
        font-weight: 700;
      }
      form {
        display: grid;
        grid-template: 'title title' auto 'fields door' auto / minmax(0, 360px) 200px;
        justify-content: center;
        align-content: end;
        column-gap: 48px;
        padding-inline: 20px;
      }
      h1 {
        grid-area: title;
        padding-bottom: 32px;
        font-size: 2rem;
        line-height: 1.2;
        letter-spacing: -0.01em;
      }
      h1:lang(ar) {
        letter-spacing: 0;
      }
      .fields {
        grid-area: fields;
        display: grid;
        gap: 16px;
        align-content: start;
        padding-bottom: 32px;
      }
      label {
        display: grid;
        gap: 8px;
      }
      input {
        min-height: 56px;
        padding: 0 14px;
        border: 2px solid var(--line);
        border-radius: var(--r1);
        background: var(--raised);
        color: inherit;
        font: inherit;
        font-size: 1.125rem;
        direction: ltr;
      }
      input:focus-visible {
        outline-offset: 0;
      }
      input:dir(rtl) {
        text-align: right;
      }
      foyer-door {
        grid-area: door;
        min-height: 264px;
        --handle-y: 50%;
        --door-padding: 24px;
        --handle: 24px;
        font-size: 2rem;
        font-weight: 700;
      }
      .fault {
        padding: 10px 14px;
        border: 2px solid var(--alert);
        border-radius: var(--r1);
        background: var(--raised);
        line-height: 1.45;
      }
      foyer-floor {
        --floor-line: 4px;
      }
      .below {
        display: flex;
        justify-content: center;
        min-height: 160px;
        padding: 20px;
      }
      @media (max-width: 639px) {
        form {
          grid-template: 'title' auto 'fields' auto 'door' auto / minmax(0, 1fr);
        }
        foyer-door {
          min-height: 140px;
        }
        .below {
          min-height: 96px;
        }
      }
    `,
  ];

  @state() private busy = false;
  @state() private fault: string | undefined;

  override render() {
    return html`<foyer-brand name="Foyer"></foyer-brand>
      <form @submit=${this.#submitted}>
        <h1>${t('sign-in.title')}</h1>
        <div class="fields">
          <label>
            ${t('sign-in.email')}
            <input type="email" name="email" autocomplete="username" maxlength="254" required />
          </label>
          <label>
            ${t('sign-in.password')}
            <input type="password" name="password" autocomplete="current-password" maxlength="200" required />
          </label>
          ${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing}
          <button class="visually-hidden" tabindex="-1" aria-hidden="true"></button>
        </div>
        <foyer-door action state=${this.busy ? 'hollow' : 'lit'} ?disabled=${this.busy} @click=${this.#pressed}
          >${t('sign-in.go')}</foyer-door
        >
      </form>
      <foyer-floor
        ><div class="below"><language-choice></language-choice></div
      ></foyer-floor>`;
  }

  override firstUpdated(): void {
    this.renderRoot.querySelector('input')?.focus();
  }

  #pressed(): void {
    this.renderRoot.querySelector('form')?.requestSubmit();
  }

  async #submitted(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy) return;
    const { elements } = event.target as HTMLFormElement;
    const typed = (name: string) => (elements.namedItem(name) as HTMLInputElement).value;
    this.busy = true;
    this.fault = undefined;
    const answer = await signIn(typed('email').trim(), typed('password'));
    this.busy = false;
    if (answer.ok) {
      this.dispatchEvent(
        new CustomEvent<CentreUser>('signed-in', { detail: answer.value.me, bubbles: true, composed: true }),
      );
      return;
    }
    const told = TOLD.find((code) => code === codeOf(answer));
    this.fault = told ? t(`sign-in.${told}`) : t('sign-in.failed');
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLInputElement>('[name=password]')?.select();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sign-in-page': SignInPage;
  }
  interface HTMLElementEventMap {
    'signed-in': CustomEvent<CentreUser>;
  }
}
