// One question after a gap, "Still with you?", and its four answers, one touch each.

import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import type { IconName } from '@foyer/ui-kit/elements/icons.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { answerOf, stillHere, type InDoubt, type StillHere } from '../data/in-doubt.ts';
import { t } from '../strings/strings.ts';
import type { Frame } from './staff-page.ts';
import { staffStyles } from './staff-styles.ts';

const icons: { readonly [A in StillHere]: IconName } = {
  yes: 'person',
  finished: 'tick',
  left: 'not-here',
  queue: 'people',
};

@customElement('still-here')
export class StillHereAnswers extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      :host {
        display: block;
        container-type: inline-size;
      }
      div {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(10rem, 100%), 1fr));
        gap: 12px;
      }
      foyer-button {
        display: grid;
        --button-height: max(60px, 3.75rem);
        --button-padding: 4px 12px;
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  @property({ attribute: false }) asked!: InDoubt;

  override render() {
    const { number } = this.asked.ticket;
    return html`<div role="group" aria-label=${t('in-doubt.answers', { number })}>
      ${stillHere.map((answer) => {
        const body = answerOf(answer, this.asked, t('in-doubt.why-left'));
        const pending = this.frame.session.isPending(body.type, this.asked.ticket.id);
        return html`<foyer-button
          class=${answer}
          icon=${icons[answer]}
          kind=${answer === 'yes' ? 'strong' : 'plain'}
          ?pending=${pending}
          ?disabled=${pending}
          @click=${() => void this.frame.session.act(body)}
          >${t(`in-doubt.${answer}`)}</foyer-button
        >`;
      })}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'still-here': StillHereAnswers;
  }
}
