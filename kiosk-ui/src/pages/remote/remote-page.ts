import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-door.ts';
import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { AppointmentMode } from '@foyer/contracts/appointment-mode.ts';
import { KioskPage } from '../../components/kiosk-page.ts';
import '../../components/kiosk-words.ts';
import { arrivalStyles } from '../../components/arrival-styles.ts';
import { pageStyles, tightStyles } from '../../components/page-styles.ts';
import { t } from '../../strings/strings.ts';

/** The visit is by video or by phone, and its patient stands here: home, or a number with somebody who helps. */
@customElement('remote-page')
export class RemotePage extends KioskPage<'remote'> {
  static override styles = [shared, pageStyles, arrivalStyles, tightStyles];

  override spoken(): string {
    return [this.#title(), t('remote.what'), `${t('remote.number')}: ${t('remote.numberWhat')}`, t('remote.home')].join(
      ' ',
    );
  }

  override render() {
    return html`<section class="ask">
        <h1 role="status"><kiosk-words>${this.#title()}</kiosk-words></h1>
        <p class="sub">${t('remote.what')}</p>
      </section>
      <nav class="act doors">
        <foyer-door action state="lit" @click=${() => this.#takeNumber()}>
          <kiosk-words class="big">${t('remote.number')}</kiosk-words>
          <span class="door-what" slot="foot">${t('remote.numberWhat')}</span>
        </foyer-door>
        <foyer-door action state="hollow" @click=${() => this.ask({ act: 'finish' })}>
          <kiosk-words class="door-title">${t('remote.home')}</kiosk-words>
          <span class="door-what" slot="foot">${t('remote.homeWhat')}</span>
        </foyer-door>
      </nav>`;
  }

  #title(): string {
    const { time, mode } = this.screen.appointment;
    return t(mode === AppointmentMode.phone ? 'remote.phone' : 'remote.video', { time });
  }

  /** Of the desk; where that has none, of the visit itself. */
  #takeNumber(): void {
    const { identificationId, appointment } = this.screen;
    if (this.view?.deskServiceId !== undefined) return this.ask({ act: 'desk-number' });
    this.ask({ act: 'check-in', identificationId, appointment });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'remote-page': RemotePage;
  }
}
