import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-door.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import type { IconName } from '@foyer/ui-kit/elements/icons.ts';
import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { KioskPage } from '../../components/kiosk-page.ts';
import '../../components/kiosk-words.ts';
import { pageStyles, tightStyles } from '../../components/page-styles.ts';
import { storeyStyles } from '../../components/storey-styles.ts';
import { t } from '../../strings/strings.ts';

interface Way {
  readonly icon: IconName;
  readonly title: string;
  readonly what: string;
  readonly press: () => void;
}

/** Who does not come for an appointment of their own: for a patient, to fetch somebody, with a need, or without papers. */
@customElement('something-else-page')
export class SomethingElsePage extends KioskPage<'something-else'> {
  static override styles = [shared, pageStyles, storeyStyles, tightStyles];

  override spoken(): string {
    return [t('else.question'), ...this.#ways().map(({ title, what }) => `${title}: ${what}`)].join(' ');
  }

  override render() {
    const [first, ...others] = this.#ways().map((way, index) => this.#door(way, index === 0));
    return html`<section class="ask">
        <h1><kiosk-words>${t('else.question')}</kiosk-words></h1>
        <p class="sub">${t('else.promise')}</p>
      </section>
      <nav class="act storeys">
        <div class="doors">${first} ${others[0]}</div>
        <div class="doors">${others.slice(1)}</div>
      </nav>`;
  }

  #ways(): readonly [Way, ...Way[]] {
    return [
      {
        icon: 'people',
        title: t('else.forPatient'),
        what: t('else.forPatientWhat'),
        press: () => this.ask({ act: 'tell', told: { onBehalf: true }, next: { page: 'identify' } }),
      },
      {
        icon: 'person',
        title: t('else.fetch'),
        what: t('desk.number'),
        press: () => this.ask({ act: 'desk-number', onBehalf: true }),
      },
      {
        icon: 'hearing',
        title: t('needs.tell'),
        what: t('needs.tellWhat'),
        press: () => this.go({ page: 'needs' }),
      },
      {
        icon: 'document',
        title: t('identify.none'),
        what: t('desk.number'),
        press: () => this.ask({ act: 'desk-number' }),
      },
    ];
  }

  #door({ icon, title, what, press }: Way, lit: boolean) {
    return html`<foyer-door .state=${lit ? 'lit' : 'hollow'} action fill @click=${press}>
      <foyer-icon .name=${icon} stroke="1.5"></foyer-icon>
      <kiosk-words class="door-title">${title}</kiosk-words>
      <span class="door-what">${what}</span>
    </foyer-door>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'something-else-page': SomethingElsePage;
  }
}
