/**
 * An edge with a printer beside each kiosk, virtual ones on real sockets, and two that stand in. Time is as it is but for
 * patience, which is short, and for the clock that printing looks at, which can be set forward.
 */
import { EdgeUnderTest, demonstration } from '@foyer/edge-server/testing/an-edge.ts';
import { openReadModel } from '@foyer/edge-server/adapters/sqlite/read-model.ts';
import { usualTiming } from '@foyer/edge-server/adapters/printer/thermal-printer.ts';
import { dataFiles } from '@foyer/edge-server/config/data-files.ts';
import type { LogRow } from '@foyer/contracts/log-row.ts';
import { VirtualPrinter } from '@foyer/demo/virtual-printer/virtual-printer.ts';
import type { Sheet } from './paper-judge.ts';

const patience = {
  ...usualTiming,
  ...{ connectMs: 500, answerMs: 300, writeMs: 300, confirmMs: 1_000, watchMs: 25 },
  ...{ patienceMs: 1_000, retryMs: 30, idleMs: 300, faultyMs: 100, partingMs: 300 },
};
/** Past every job's life. */
const aLifeMs = 91_000;
const pollMs = 15;

export interface Door {
  readonly deviceId: string;
  readonly token: string;
  readonly printer: VirtualPrinter;
  readonly hasBackup: boolean;
}

export class PrinterHouse {
  readonly doors: readonly Door[];
  readonly sheets: Sheet[] = [];
  readonly rows: LogRow[] = [];
  readonly #edge: EdgeUnderTest;
  readonly #backups: readonly VirtualPrinter[];
  readonly #ends = new Map<string, number>();
  #readModel: ReturnType<typeof openReadModel> | undefined;
  #poll: NodeJS.Timeout | undefined;
  #forward = 0;

  private constructor(doors: readonly Door[], backups: readonly VirtualPrinter[]) {
    this.doors = doors;
    this.#backups = backups;
    for (const [index, { printer }] of doors.entries()) this.#keepSheets(`door-${index}`, printer);
    for (const [index, printer] of backups.entries()) this.#keepSheets(`backup-${index}`, printer);
    const addressOf = ({ host, port }: VirtualPrinter): string => `tcp://${host}:${port}`;
    const printers = {
      printers: [
        ...backups.map((printer, index) => ({
          id: `backup-${index}`,
          name: `Backup ${index}`,
          address: addressOf(printer),
        })),
        ...doors.map(({ printer, hasBackup }, index) => ({
          id: `door-${index}`,
          name: `Door ${index}`,
          address: addressOf(printer),
          ...(hasBackup ? { backup: `backup-${index % backups.length}` } : {}),
        })),
      ],
      kiosks: Object.fromEntries(doors.map(({ deviceId }, index) => [deviceId, `door-${index}`])),
    };
    const tokens = doors.map(({ token, deviceId }) => ({ token, role: 'kiosk' as const, deviceId }));
    this.#edge = new EdgeUnderTest(
      { demonstration: { ...demonstration, tokens: [...demonstration.tokens, ...tokens] }, printers },
      { printing: { timing: patience, clock: { wall: () => this.#now(), monotonic: () => performance.now() } } },
    );
  }

  static async open(kiosks: number): Promise<PrinterHouse> {
    const aPrinter = async (): Promise<VirtualPrinter> => {
      const printer = new VirtualPrinter({ port: 0, now: Date.now, paints: false });
      await printer.start();
      return printer;
    };
    const backups = await Promise.all([aPrinter(), aPrinter()]);
    const doors = await Promise.all(
      Array.from({ length: kiosks }, async (_, index) => ({
        deviceId: `01990000-0000-7000-8000-${String(1_000 + index).padStart(12, '0')}`,
        token: `kiosk-of-the-door-${index}-0123456789`,
        printer: await aPrinter(),
        hasBackup: index % 2 === 0,
      })),
    );
    const house = new PrinterHouse(doors, backups);
    await house.#start();
    return house;
  }

  async issue({ token }: Door, serviceId: string): Promise<string> {
    const { ticket } = await this.#edge.result(token, 'issue-ticket', { serviceId });
    return ticket!['id'] ?? '';
  }

  async reprint({ token }: Door, ticketId: string): Promise<void> {
    await this.#edge.result(token, 'reprint-ticket', { ticketId });
  }

  /** Resolves with how many ends these tickets have in all, once there are as many as are wanted or nobody waits longer. */
  async ends(ticketIds: readonly string[], wanted: number, longestMs: number): Promise<number> {
    const until = performance.now() + longestMs;
    const count = (): number => ticketIds.reduce((total, id) => total + (this.#ends.get(id) ?? 0), 0);
    while (count() < wanted && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, pollMs));
    return count();
  }

  /** The type of the last fact of this ticket. */
  lastOf(ticketId: string): string | undefined {
    return this.rows.findLast(({ body }) => body.includes(ticketId))?.type;
  }

  /** What printing takes for now is past every life that began, while `act` lasts. */
  async afterTheirLife<T>(act: () => Promise<T>): Promise<T> {
    this.#forward += 1;
    try {
      return await act();
    } finally {
      this.#forward -= 1;
    }
  }

  printerOf(actor: string): string | undefined {
    const index = this.doors.findIndex(({ deviceId }) => actor === `device:${deviceId}`);
    return index < 0 ? undefined : `door-${index}`;
  }

  async close(): Promise<void> {
    clearInterval(this.#poll);
    this.#read();
    this.#readModel?.close();
    await this.#edge.end();
    await Promise.all([...this.doors.map(({ printer }) => printer.stop()), ...this.#backups.map((one) => one.stop())]);
  }

  async #start(): Promise<void> {
    await this.#edge.start();
    this.#readModel = openReadModel(dataFiles(this.#edge.config.dataDir).database);
    this.#poll = setInterval(() => this.#read(), pollMs);
  }

  #read(): void {
    const { epoch, seq } = this.rows.at(-1) ?? { epoch: 0, seq: 0 };
    for (const row of this.#readModel?.logAfter({ epoch, seq }, 10_000) ?? []) {
      this.rows.push(row);
      if (!endings.has(row.type)) continue;
      const { ticketId = '' } = JSON.parse(row.body) as { readonly ticketId?: string };
      this.#ends.set(ticketId, (this.#ends.get(ticketId) ?? 0) + 1);
    }
  }

  #keepSheets(name: string, printer: VirtualPrinter): void {
    printer.onTicket(({ text, torn }) => {
      const number = /^[A-Z]\d{3,}$/m.exec(text)?.[0];
      if (number !== undefined) this.sheets.push({ number, whole: torn !== true, printer: name });
    });
  }

  #now(): number {
    return Date.now() + (this.#forward > 0 ? aLifeMs : 0);
  }
}

const endings: ReadonlySet<string> = new Set(['v1.DocumentPrinted', 'v1.PrintFailed', 'v1.PrintEndUnknown']);
