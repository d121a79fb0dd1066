// Somebody leaves, is late or changes rooms, or a room is shut. Who leaves: everybody affected in one list with where
// they could go, beside it what that does to the day, and one door that applies it as one step. The list follows the
// clinic, and what was chosen is kept.

import { html, nothing, type PropertyValues } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { StaffId } from '@foyer/contracts/ids.ts';
import type { ReassignmentProposal } from '@foyer/contracts/reassignment-view.ts';
import type { StaffView } from '@foyer/contracts/staff-view.ts';
import type { CommandBody } from '@foyer/ui-kit/connection/commands.ts';
import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-floor.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import '../../components/line-card.ts';
import '../../components/notice-strip.ts';
import '../../components/said-line.ts';
import '../../components/staff-header.ts';
import { StaffPage } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { twoSidesStyles } from '../../components/two-sides-styles.ts';
import '../../components/unconfirmed-card.ts';
import {
  choicesFor,
  lostChoices,
  roomsToShut,
  stepsOf,
  whoWorks,
  type Choice,
  type Choices,
  type WhoseWork,
  type Working,
} from '../../data/leaving.ts';
import { refusedIn } from '../../data/refusals.ts';
import { isolated } from '../../strings/isolated.ts';
import { t } from '../../strings/strings.ts';
import { LeavesAct, type Asked } from './leaves-ask.ts';
import './leaves-effect.ts';
import './leaves-late.ts';
import './leaves-list.ts';
import './leaves-swap.ts';
import './leaves-today.ts';
import { leavesPageStyles } from './leaves-page-styles.ts';

@customElement('leaves-page')
export class LeavesPage extends StaffPage {
  static override styles = [shared, staffStyles, twoSidesStyles, leavesPageStyles];

  @state() private asked: Asked = { act: LeavesAct.leaves };
  @state() private proposal: ReassignmentProposal | undefined;
  @state() private chosen: Choices = new Map();
  /** Of whom a refusal said that something has changed. */
  @state() private changed: ReadonlySet<string> = new Set();
  @state() private names: ReadonlyMap<StaffId, string> = new Map();
  #shownOf: StaffView | undefined;
  #isLooking = false;

  override firstUpdated(): void {
    void this.#nameStaff();
  }

  override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.#isLate(this.#shownOf)) void this.#look();
  }

  override render() {
    const { frame, session } = this;
    const side = this.#side();
    const isAlone = side === nothing && Object.keys(this.view.reassignments ?? {}).length === 0;
    return html`<staff-header .frame=${frame}></staff-header>
      <main
        class=${isAlone ? 'alone' : nothing}
        @staff-act=${(event: CustomEvent<CommandBody>) => void session.act(event.detail)}
      >
        <section aria-label=${t('page.leaves')} tabindex="0">
          <line-card .frame=${frame}></line-card>
          ${session.hasLine ? html`<notice-strip .frame=${frame}></notice-strip>` : nothing}
          <said-line .said=${session.said} @read=${() => session.read()}></said-line>
          <unconfirmed-card .frame=${frame}></unconfirmed-card>
          <h1>${this.#heading()}</h1>
          <leaves-ask
            .frame=${frame}
            .asked=${this.asked}
            .people=${this.#people}
            .rooms=${roomsToShut(this.view)}
            @asked=${({ detail }: CustomEvent<Asked>) => this.#ask(detail)}
          ></leaves-ask>
          ${this.#body()}
        </section>
        <section class="side" aria-label=${t('leaves.effect')} tabindex="0">
          ${side}
          <leaves-today .frame=${frame}></leaves-today>
        </section>
      </main>
      <foyer-floor ?broken=${!session.hasLine}></foyer-floor>`;
  }

  #heading(): string {
    const { act, staffId, servicePointId } = this.asked;
    const known = this.#name();
    if (known === undefined) return t('leaves.title');
    const name = isolated(known);
    if (act === LeavesAct.late) return t('leaves.is-late', { name });
    if (act === LeavesAct.swaps) return t('leaves.swaps-rooms', { name });
    const count = this.proposal?.people.length ?? 0;
    if (staffId !== undefined) return t('leaves.somebody-leaves', { name, count });
    return servicePointId === undefined ? t('leaves.title') : t('leaves.room-shut', { name, count });
  }

  #name(): string | undefined {
    const { staffId, servicePointId } = this.asked;
    if (staffId !== undefined) return this.#people.find((working) => working.staffId === staffId)?.name;
    const room = this.view.servicePoints[servicePointId ?? ''];
    return room && localised(room.name);
  }

  #body() {
    const { frame, asked, proposal } = this;
    if (!this.#whose) return nothing;
    switch (asked.act) {
      case LeavesAct.late:
        return html`<leaves-late .frame=${frame} .whose=${this.#whose}></leaves-late>`;
      case LeavesAct.swaps:
        return html`<leaves-swap .frame=${frame} servicePointId=${this.#room ?? ''}></leaves-swap>`;
      case LeavesAct.leaves:
        return proposal
          ? html`${this.changed.size > 0 ? html`<p class="alert" role="status">${t('leaves.changed')}</p>` : nothing}
              <leaves-list
                .frame=${frame}
                .people=${proposal.people}
                .choices=${choicesFor(proposal, this.chosen)}
                .changed=${this.changed}
                @chosen=${({ detail: [id, choice] }: CustomEvent<readonly [string, Choice]>) => (this.chosen = new Map(this.chosen).set(id, choice))}
              ></leaves-list>`
          : nothing;
    }
  }

  #side() {
    const { asked, proposal } = this;
    if (asked.act !== LeavesAct.leaves || !this.#whose || !proposal) return nothing;
    return html`<leaves-effect
      .frame=${this.frame}
      .proposal=${proposal}
      .choices=${choicesFor(proposal, this.chosen)}
      @apply=${() => void this.#apply(proposal)}
    ></leaves-effect>`;
  }

  get #people(): readonly Working[] {
    return whoWorks(this.view, this.names);
  }

  /** Whom it is of; undefined until somebody said. */
  get #whose(): WhoseWork | undefined {
    const { staffId, servicePointId, from, until } = this.asked;
    if (staffId === undefined && servicePointId === undefined) return undefined;
    return { staffId, servicePointId, from, until };
  }

  /** Where they work. */
  get #room(): string | undefined {
    const { staffId, servicePointId } = this.asked;
    return servicePointId ?? this.#people.find((working) => working.staffId === staffId)?.servicePointId;
  }

  #ask(asked: Asked): void {
    const isOther = asked.staffId !== this.asked.staffId || asked.servicePointId !== this.asked.servicePointId;
    if (isOther) {
      this.chosen = new Map();
      this.proposal = undefined;
      this.changed = new Set();
    }
    this.asked = asked;
    this.#shownOf = undefined;
  }

  /** Whether something that the list is made of is another than when it was made. */
  #isLate(then: StaffView | undefined): boolean {
    const now = this.view;
    if (!this.#whose || this.asked.act !== LeavesAct.leaves || !this.session.hasLine) return false;
    return (
      then?.tickets !== now.tickets ||
      then.servicePoints !== now.servicePoints ||
      then.appointments !== now.appointments
    );
  }

  async #look(): Promise<void> {
    const whose = this.#whose;
    if (this.#isLooking || !whose) return;
    this.#isLooking = true;
    this.#shownOf = this.view;
    const { asked } = this;
    const answer = await this.frame.api.reassignmentProposal(whose, this.session.token);
    this.#isLooking = false;
    if (asked !== this.asked) return this.requestUpdate();
    if (!answer.ok) return;
    const lost = lostChoices(answer.value, this.chosen);
    if (lost.length > 0) this.changed = new Set([...this.changed, ...lost]);
    this.chosen = new Map([...this.chosen].filter(([id]) => !lost.includes(id)));
    this.proposal = answer.value;
  }

  async #apply(proposal: ReassignmentProposal): Promise<void> {
    const whose = this.#whose;
    if (!whose) return;
    const { from, until, staffId, servicePointId } = whose;
    const sent = await this.session.act({
      type: 'apply-reassignment',
      ...(staffId === undefined ? {} : { staffId }),
      ...(servicePointId === undefined ? {} : { servicePointId }),
      ...(from === undefined ? {} : { from }),
      ...(until === undefined ? {} : { until }),
      steps: stepsOf(proposal, choicesFor(proposal, this.chosen)),
    });
    const refused = refusedIn(sent);
    if (refused === undefined) return this.#ask({ act: LeavesAct.leaves });
    const changed = refused.facts['changed'];
    this.changed = new Set(Array.isArray(changed) ? changed.map(String) : []);
    this.#shownOf = undefined;
    this.requestUpdate();
  }

  async #nameStaff(): Promise<void> {
    const answer = await this.frame.api.staffTiles();
    if (answer.ok) this.names = new Map(answer.value.staff.map(({ id, name }) => [id, name]));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'leaves-page': LeavesPage;
  }
}
