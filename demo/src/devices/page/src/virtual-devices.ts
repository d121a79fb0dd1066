// The bench: what can be scanned at the left, the scanner in the middle, the printer at the right, the buttons on the
// floor. The lit door is the one thing to do.

import '@foyer/ui-kit/elements/foyer-brand.ts';
import '@foyer/ui-kit/elements/foyer-floor.ts';
import './components/busy-switch.ts';
import './components/cable-pulls.ts';
import './components/call-buttons.ts';
import './components/code-list.ts';
import './components/number-signs.ts';
import './components/printer-tray.ts';
import './components/scanner-door.ts';

import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';

import type { ActionResult, BenchView, ThingsView, TrayTicket } from '../../bench-view.ts';
import type { BatteryChange, ButtonPress } from './components/call-buttons.ts';
import type { Readable } from './components/code-list.ts';
import {
  connectInternet,
  followTray,
  loadBench,
  press,
  pullPlug,
  runBusyMorning,
  scan,
  setBattery,
  switchPrinter,
  type Switches,
} from './data/bench.ts';
import { hasWords, t } from './strings/strings.ts';

/** How soon the page looks again for a kiosk where there is none. */
const lookAgainMs = 2_000;

@customElement('virtual-devices')
export class VirtualDevices extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        grid-template-rows: auto 1fr auto;
        min-height: 100dvh;
        background: var(--surface);
        color: var(--text);
        font-size: 16px;
        line-height: 1.4;
      }
      header {
        display: flex;
        align-items: center;
        gap: 32px;
        min-height: 64px;
        padding: 8px 32px;
      }
      h1 {
        font-size: 24px;
        font-weight: 700;
      }
      header p {
        flex: 1;
        text-align: end;
        min-height: 1.4em;
      }
      .bad {
        color: var(--alert);
        font-weight: 700;
      }
      main {
        display: grid;
        grid-template-columns: minmax(300px, 1fr) minmax(360px, 1.25fr) minmax(340px, 1.1fr);
        gap: 40px;
        min-height: 0;
        padding: 0 32px;
      }
      scanner-door {
        align-self: end;
      }
      code-list,
      printer-tray {
        padding-bottom: 24px;
      }
      foyer-floor {
        position: sticky;
        bottom: 0;
      }
      foyer-floor > div {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 12px 48px;
        padding: 16px 32px 20px;
      }
      /* What stands on the floor would hide what is above it. */
      @media (max-height: 1000px) {
        foyer-floor {
          position: static;
        }
      }
      @media (max-width: 1100px) {
        main {
          grid-template-columns: 1fr 1fr;
        }
        printer-tray {
          grid-column: 1 / -1;
          grid-row: 2;
        }
        foyer-floor {
          position: static;
        }
      }
      @media (max-width: 760px) {
        main {
          grid-template-columns: 1fr;
          gap: 24px;
          padding: 0 20px;
        }
        printer-tray {
          grid-row: auto;
        }
        header,
        foyer-floor > div {
          padding-inline: 20px;
        }
        header {
          flex-wrap: wrap;
          gap: 4px 24px;
        }
      }
    `,
  ];

  @state() private bench: BenchView | undefined;
  @state() private unanswered = false;
  @state() private chosen: Readable | undefined;
  @state() private tickets: readonly TrayTicket[] = [];
  @state() private switches: Switches | undefined;
  @state() private connected: boolean | undefined;
  @state() private busy = false;
  @state() private things: ThingsView = { connected: [], batteries: {}, signs: {} };
  @state() private result: { readonly words: string; readonly ok: boolean } | undefined;

  #leaveTray: (() => void) | undefined;
  #again: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#leaveTray = followTray({
      tray: ({ tickets, switches }) => {
        this.tickets = tickets;
        this.switches = switches;
      },
      ticket: (ticket) => {
        this.tickets = [...this.tickets, ticket];
      },
      switches: (switches) => {
        this.switches = switches;
      },
      internet: ({ connected }) => {
        this.connected = connected;
      },
      busyMorning: ({ running }) => {
        this.busy = running;
      },
      things: (things) => {
        this.things = things;
      },
      live: (live) => {
        this.unanswered = !live;
        if (live) void this.#load();
      },
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leaveTray?.();
    clearTimeout(this.#again);
  }

  override render() {
    const { bench } = this;
    return html`<header>
        <foyer-brand name=${bench?.clinicName ?? ''}></foyer-brand>
        <h1>${t('bench.title')}</h1>
        ${
          bench?.busyMorning
            ? html`<busy-switch ?running=${this.busy} @busy-switched=${this.#switchBusy}></busy-switch>`
            : nothing
        }
        <p role="status" class=${this.#statusClass()}>${this.#status()}</p>
      </header>
      <main>
        <code-list .bench=${bench} .chosen=${this.chosen} @code-chosen=${this.#choose}></code-list>
        <scanner-door .code=${this.chosen} .kiosks=${bench?.kiosks ?? []} @code-scanned=${this.#scan}></scanner-door>
        <printer-tray
          .tickets=${this.tickets}
          .switches=${this.switches}
          @printer-switched=${this.#switchPrinter}
        ></printer-tray>
      </main>
      <foyer-floor ?broken=${this.unanswered}>
        <div>
          <call-buttons
            .buttons=${bench?.buttons ?? []}
            .batteries=${this.things.batteries}
            @button-pressed=${this.#press}
            @battery-changed=${this.#charge}
          ></call-buttons>
          <number-signs .signs=${bench?.signs ?? []} .faces=${this.things.signs}></number-signs>
          <cable-pulls
            .connected=${bench?.internet === true ? this.connected : undefined}
            ?plug=${bench?.plug === true}
            @internet-switched=${this.#switchInternet}
            @plug-pulled=${this.#pullPlug}
          ></cable-pulls>
        </div>
      </foyer-floor>`;
  }

  async #load(): Promise<void> {
    try {
      this.bench = await loadBench();
    } catch {
      this.unanswered = true;
      return;
    }
    clearTimeout(this.#again);
    if (this.isConnected && this.bench.kiosks.length === 0) {
      this.#again = setTimeout(() => void this.#load(), lookAgainMs);
    }
  }

  #status(): string {
    if (this.unanswered) return t('bench.silent');
    if (this.bench === undefined) return t('bench.loading');
    return this.result?.words ?? '';
  }

  #statusClass(): string {
    return this.unanswered || this.result?.ok === false ? 'bad' : '';
  }

  readonly #choose = (event: CustomEvent<Readable>): void => {
    this.chosen = event.detail;
    this.result = undefined;
  };

  readonly #scan = async ({
    detail,
  }: CustomEvent<{
    readonly kiosk: BenchView['kiosks'][number];
    readonly code: Readable;
  }>): Promise<void> => {
    const { kiosk, code } = detail;
    const { format, text, times } = code;
    const answer = await scan(kiosk.deviceId, { format, text, ...(times === undefined ? {} : { times }) });
    this.#say(answer, t('result.read', { kiosk: kiosk.name }));
  };

  readonly #press = async ({ detail }: CustomEvent<ButtonPress>): Promise<void> => {
    const { button, press: kind } = detail;
    const words = kind === 'single' ? 'result.pressed' : (`result.pressed-${kind}` as const);
    this.#say(await press(button.deviceId, kind), t(words, { button: button.name }));
  };

  readonly #charge = async ({ detail }: CustomEvent<BatteryChange>): Promise<void> => {
    const answer = await setBattery(detail.button.deviceId, detail.percent);
    if (!answer.ok) this.#say(answer, '');
  };

  readonly #switchPrinter = async ({ detail }: CustomEvent<Partial<Switches>>): Promise<void> => {
    const answer = await switchPrinter(detail);
    if (!answer.ok) this.#say(answer, '');
  };

  readonly #switchInternet = async ({ detail: connected }: CustomEvent<boolean>): Promise<void> => {
    this.#say(await connectInternet(connected), t(connected ? 'result.connected' : 'result.cut'));
  };

  readonly #switchBusy = async ({ detail: running }: CustomEvent<boolean>): Promise<void> => {
    this.#say(await runBusyMorning(running), t(running ? 'result.busy' : 'result.calm'));
  };

  readonly #pullPlug = async (): Promise<void> => {
    this.#say(await pullPlug(), t('result.killed'));
  };

  #say(answer: ActionResult, done: string): void {
    if (answer.ok) {
      this.result = { words: done, ok: true };
      return;
    }
    const key = `result.${answer.error.code}`;
    this.result = {
      words: hasWords(key) ? t(key) : t('result.other', { code: answer.error.code }),
      ok: false,
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'virtual-devices': VirtualDevices;
  }
}
