// "How is today going?": the people as a path, the takings, the hours as a chart with its numbers, what needs a decision,
// and the rooms as doors on the floor. Every figure is as fresh as the clinic's line, which is said beside the date.

import type { ClinicDay } from '@foyer/contracts/centre-api.ts';
import { FoyerElement } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import { formatTime } from '@foyer/ui-kit/language/format.ts';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../components/conflict-list.ts';
import '../../components/day-path.ts';
import '../../components/day-picker.ts';
import '../../components/day-takings.ts';
import '../../components/decision-list.ts';
import '../../components/hours-chart.ts';
import '../../components/hours-table.ts';
import '../../components/line-freshness.ts';
import '../../components/room-doors.ts';
import '../../components/wait-grades.ts';
import { clockHours, fillHours } from '../../data/day-hours.ts';
import { dayInWords } from '../../data/day-words.ts';
import { codeOf, resolveWorkItem } from '../../data/centre.ts';
import { t } from '../../strings/strings.ts';
import { todayPageStyles } from './today-page-styles.ts';

@customElement('today-page')
export class TodayPage extends FoyerElement {
  static override styles = todayPageStyles;

  @property({ attribute: false }) day: ClinicDay | undefined;
  /** The code of the centre's last answer, where it was none. */
  @property() fault: string | undefined;
  /** When the centre answered last, by this machine's clock. */
  @property({ type: Number }) answeredAt: number | undefined;

  @state() private resolving: ReadonlySet<string> = new Set();
  /** The code of why the last resolution was not taken. */
  @state() private unresolved: string | undefined;

  override render() {
    const { day } = this;
    if (!day) return this.#without();
    return html`${this.#head(day)}
      <main>
        ${this.fault ? this.#late() : nothing}
        ${
          day.edge.state === 'never' && day.arrived === 0
            ? html`<section class="never">
                <h2>${t('never.title')}</h2>
                <p>${t('never.what')}</p>
              </section>`
            : nothing
        }
        <section class="figures" aria-label=${this.#question(day)}>
          <day-path .day=${day}></day-path>
          <day-takings .takings=${day.takings}></day-takings>
        </section>
        <div class="columns">
          ${this.#hours(day)}
          <section class="decisions">
            <h2>${t('decisions.title')}</h2>
            <decision-list
              .items=${day.workItems}
              .evacuationSince=${day.evacuationSince}
              .now=${day.serverTime}
              .resolving=${this.resolving}
              .fault=${this.unresolved}
              zone=${day.clinic.zone}
              @work-seen-to=${({ detail }: CustomEvent<string>) => this.#resolve(day.clinic.id, detail)}
            ></decision-list>
            <conflict-list
              clinicId=${day.clinic.id}
              open=${day.conflicts?.open ?? 0}
              settled=${day.conflicts?.settled ?? 0}
              zone=${day.clinic.zone}
            ></conflict-list>
          </section>
        </div>
        <wait-grades .estimates=${day.estimates}></wait-grades>
      </main>
      <section class="rooms">
        <h2>${t('rooms.title')}</h2>
        ${
          day.rooms.length === 0
            ? html`<p class="none">${t('rooms.none')}</p>
                <div class="line"></div>`
            : html`<room-doors .rooms=${day.rooms} .now=${day.serverTime} .gaps=${day.gaps}></room-doors>`
        }
        <div class="ground"></div>
      </section>`;
  }

  #without() {
    const words =
      this.fault === undefined
        ? t('today.loading')
        : this.fault === 'not-found'
          ? t('today.missing')
          : t('today.failed');
    return html`<header><h1>${t('today.question')}</h1></header>
      <main><p class="none" role="status">${words}</p></main>`;
  }

  #head(day: ClinicDay) {
    const { clinic, date, serverTime, edge } = day;
    const isToday = date === clinic.businessDay;
    return html`<header>
      <div class="title">
        <h1>${this.#question(day)}</h1>
        <p class="muted">${dayInWords(date)}${isToday ? html`, ${formatTime(serverTime, clinic.zone)}` : nothing}</p>
        <line-freshness .edge=${edge} .clockAheadMs=${serverTime - (this.answeredAt ?? Date.now())}></line-freshness>
        ${day.liveAsOf === undefined ? nothing : html`<p class="muted">${t('line.live')}, ${formatTime(day.liveAsOf, clinic.zone)}</p>`}
        ${day.deadLetters > 0 ? html`<p class="muted">${t('line.letters', { count: day.deadLetters })}</p>` : nothing}
      </div>
      <day-picker date=${date} today=${clinic.businessDay}></day-picker>
    </header>`;
  }

  #question({ date, clinic }: ClinicDay): string {
    if (date === clinic.businessDay) return t('today.question');
    return date < clinic.businessDay ? t('today.question.past') : t('today.question.future');
  }

  #late() {
    const words =
      this.answeredAt === undefined
        ? t('today.failed')
        : t('today.stale', { time: formatTime(this.answeredAt, this.day?.clinic.zone) });
    return html`<p class="late" role="alert"><foyer-icon name="offline"></foyer-icon>${words}</p>`;
  }

  #hours(day: ClinicDay) {
    const hours = fillHours(day.hours, day.clinic.businessDayStartsAt);
    const now = day.date === day.clinic.businessDay ? clockHours(day.serverTime, day.clinic.zone) : undefined;
    return html`<section class="hours">
      <div class="head">
        <h2>${t('hours.title')}</h2>
        ${
          hours.length > 0
            ? html`<p class="key">
                <i class="ring"></i>${t('hours.arrived')} <i class="full"></i>${t('hours.served')}
              </p>`
            : nothing
        }
      </div>
      ${
        hours.length === 0
          ? html`<p class="none">${t('hours.none')}</p>`
          : html`<hours-chart .hours=${hours} .now=${now}></hours-chart> <hours-table .hours=${hours}></hours-table>`
      }
    </section>`;
  }

  async #resolve(clinicId: string, workItemId: string): Promise<void> {
    this.resolving = new Set([...this.resolving, workItemId]);
    const code = codeOf(await resolveWorkItem(clinicId, workItemId));
    // What is not there any more was settled by somebody else.
    this.unresolved = code === 'not-found' ? undefined : code;
    this.dispatchEvent(new CustomEvent('day-changed', { bubbles: true, composed: true }));
    this.resolving = new Set([...this.resolving].filter((id) => id !== workItemId));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'today-page': TodayPage;
  }
  interface HTMLElementEventMap {
    'day-changed': CustomEvent<void>;
  }
}
