// "How did these days go?": how long people waited and were with staff and what became of them, as pictures, and as
// tables that can be saved. What is looked at is in the address.

import type { ClinicListEntry } from '@foyer/contracts/centre-api.ts';
import type { Statistics } from '@foyer/contracts/statistics.ts';
import { FoyerElement } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { formatNumber } from '@foyer/ui-kit/language/format.ts';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../../components/figures-table.ts';
import '../../components/nested-bars.ts';
import type { NestedBar } from '../../components/nested-bars.ts';
import '../../components/statistics-choice.ts';
import type { Looked } from '../../data/address.ts';
import { dayAndMonth, dayInShort } from '../../data/day-words.ts';
import { lastDays } from '../../data/statistics-period.ts';
import {
  classesTable,
  daysTable,
  hourName,
  hoursTable,
  peopleTable,
  servicesTable,
  type Table,
} from '../../data/statistics-tables.ts';
import { StatisticsWatch } from '../../data/statistics-watch.ts';
import { t } from '../../strings/strings.ts';
import { statisticsPageStyles } from './statistics-page-styles.ts';

const USUAL_DAYS = 7;

@customElement('statistics-page')
export class StatisticsPage extends FoyerElement {
  static override styles = statisticsPageStyles;

  @property({ attribute: false }) clinic!: ClinicListEntry;
  @property({ attribute: false }) looked: Looked = {};

  readonly #watch = new StatisticsWatch(this);

  override willUpdate(): void {
    this.#watch.look(this.clinic.id, { ...this.looked, ...this.#period });
  }

  override render() {
    const { statistics, fault, isFetching } = this.#watch;
    return html`<header>
        <h1>${t('statistics.question')}</h1>
        <p class="muted">${dayInShort(this.#period.from)} – ${dayInShort(this.#period.until)}</p>
      </header>
      <statistics-choice
        .period=${this.#period}
        today=${this.clinic.businessDay}
        .looked=${this.looked}
        .services=${this.#watch.services}
        .people=${this.#watch.people}
      ></statistics-choice>
      <main aria-busy=${isFetching ? 'true' : 'false'}>
        ${
          fault
            ? html`<p class="fault" role="alert">
                ${t(fault === 'not-found' ? 'today.missing' : fault === 'invalid-request' ? 'statistics.too-long' : 'statistics.failed')}
                <foyer-button icon="again" @click=${() => this.#watch.again()}>${t('statistics.again')}</foyer-button>
              </p>`
            : nothing
        }
        ${statistics ? this.#all(statistics) : fault ? nothing : html`<p class="none" role="status">${t('today.loading')}</p>`}
      </main>`;
  }

  #all(statistics: Statistics) {
    if (statistics.total.arrived === 0 && statistics.days.every(({ noShows }) => noShows === 0)) {
      return html`<p class="none">${t('statistics.none')}</p>`;
    }
    const { days, hours } = statistics;
    return html`${this.#figures(statistics)}
      <div class="pictures">
        ${this.#picture(
          t('statistics.waits.days'),
          days.map(({ date, wait }) => ({ name: dayAndMonth(date), whole: wait?.most, part: wait?.median })),
          t('statistics.key.most'),
          t('statistics.key.median'),
          this.#waitSentence(statistics),
        )}
        ${this.#picture(
          t('statistics.waits.hours'),
          hours.map(({ hour, wait }) => ({ name: hourName(hour), whole: wait?.most, part: wait?.median })),
          t('statistics.key.most'),
          t('statistics.key.median'),
          this.#waitSentence(statistics),
        )}
        ${this.#picture(
          t('statistics.people.days'),
          days.map(({ date, arrived, served }) => ({ name: dayAndMonth(date), whole: arrived, part: served })),
          t('hours.arrived'),
          t('hours.served'),
          this.#peopleSentence(statistics),
        )}
        ${this.#picture(
          t('statistics.people.hours'),
          hours.map(({ hour, arrived, served }) => ({ name: hourName(hour), whole: arrived, part: served })),
          t('hours.arrived'),
          t('hours.served'),
          this.#peopleSentence(statistics),
        )}
      </div>
      <div class="tables">
        ${this.#table(t('statistics.by.service'), 'services', servicesTable(statistics))}
        ${this.#table(t('statistics.by.person'), 'people', peopleTable(statistics))}
        ${this.#table(t('statistics.by.class'), 'classes', classesTable(statistics))}
        ${this.#table(t('statistics.by.hour'), 'hours', hoursTable(statistics))}
        ${this.#table(t('statistics.by.day'), 'days', daysTable(statistics))}
      </div>`;
  }

  #figures({ total, days }: Statistics) {
    const noShows = days.reduce((sum, day) => sum + day.noShows, 0);
    return html`<dl>
      ${this.#figure(t('hours.arrived'), formatNumber(total.arrived))}
      ${this.#figure(t('hours.served'), formatNumber(total.served))}
      ${this.#figure(t('statistics.not-seen'), formatNumber(total.notSeen))}
      ${this.#figure(t('statistics.no-shows'), formatNumber(noShows))}
      ${this.#figure(t('statistics.wait'), minutes(total.wait?.median), t('statistics.wait.note', { most: minutes(total.wait?.most) }))}
      ${this.#figure(t('statistics.with-staff'), minutes(total.service?.median), t('statistics.wait.note', { most: minutes(total.service?.most) }))}
    </dl>`;
  }

  #figure(name: string, value: string, note = '') {
    return html`<div>
      <dt>${name}</dt>
      <dd class="value">${value}</dd>
      ${note ? html`<dd class="muted">${note}</dd>` : nothing}
    </div>`;
  }

  #picture(title: string, bars: readonly NestedBar[], whole: string, part: string, sentence: string) {
    return html`<section>
      <div class="head">
        <h2>${title}</h2>
        <p class="key"><i></i>${whole} <i class="full"></i>${part}</p>
      </div>
      <nested-bars .bars=${bars} sentence=${`${title}. ${sentence}`}></nested-bars>
    </section>`;
  }

  #table(heading: string, name: string, { columns, rows }: Table) {
    if (rows.length === 0) return nothing;
    const { from, until } = this.#period;
    return html`<figures-table
      heading=${heading}
      file=${`${this.clinic.code}-${name}-${from}-${until}`}
      .columns=${columns}
      .rows=${rows}
    ></figures-table>`;
  }

  #waitSentence({ total: { wait } }: Statistics): string {
    return t('statistics.waits.sentence', { median: minutes(wait?.median), most: minutes(wait?.most) });
  }

  #peopleSentence({ total: { arrived, served } }: Statistics): string {
    return t('statistics.people.sentence', { arrived, served });
  }

  get #period() {
    const { from, until } = this.looked;
    return from && until ? { from, until } : lastDays(USUAL_DAYS, this.clinic.businessDay);
  }
}

function minutes(count: number | undefined): string {
  return count === undefined ? '–' : t('minutes', { count });
}

declare global {
  interface HTMLElementTagNameMap {
    'statistics-page': StatisticsPage;
  }
}
