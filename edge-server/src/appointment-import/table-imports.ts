// A table of appointments: read, held against what is known here, shown with everything that is wrong in it, and taken
// over by one command, all its good rows or none. What is known here is asked for in slices, so that a kiosk never waits
// for a table.

import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ImportAnswer, ImportedRow, ImportRequest } from '@foyer/contracts/appointment-import.ts';
import { mostImportedRows } from '@foyer/contracts/appointment-table.ts';
import type { ClinicConfiguration } from '@foyer/contracts/configuration.ts';

import type { EpochMs } from '@foyer/contracts/time.ts';
import { businessDayAt, localMoment } from '@foyer/domain/calendar/business-day.ts';
import { codedAnswer } from '../door/answers.ts';
import type { Credential } from '../ports/access.ts';
import type { AppointmentImports, ImportOutcome } from '../ports/appointment-imports.ts';
import type { CommandDoor } from '../ports/command-door.ts';
import type { ReadModel } from '../ports/read-model.ts';
import type { ReadTable, TableReader } from '../ports/table-reader.ts';
import { KnownPeople, peopleOf, type KnownReading, type KnownRow } from './known-people.ts';
import { planTable, type TablePlan } from './table-plan.ts';
import { readRow, type RowWorld } from './table-row.ts';

export interface TableImportsParts {
  readonly readModel: KnownReading & Pick<ReadModel, 'configuration' | 'feedNumber' | 'staff'>;
  readonly tables: TableReader;
  readonly door: CommandDoor;
  readonly now: () => EpochMs;
}

type Rows = Extract<ReadTable, { ok: true }>['rows'];
const rowsAtOnce = 100;

export class TableImports implements AppointmentImports {
  readonly #parts: TableImportsParts;
  /** The one taken over last, so that a request whose answer was lost gets it again. */
  #last: { readonly request: string; readonly answer: ImportAnswer } | undefined;

  constructor(parts: TableImportsParts) {
    this.#parts = parts;
  }

  async take(request: ImportRequest, credential: Credential): Promise<ImportOutcome> {
    const { readModel, tables } = this.#parts;
    const clinic = readModel.configuration();
    if (clinic === undefined) return codedAnswer('not-ready');
    const asked = createHash('sha256')
      .update(JSON.stringify([request, credential]))
      .digest('base64');
    if (this.#last?.request === asked) return this.#last.answer;
    if (readModel.feedNumber() > 0) return codedAnswer('centre-owns-schedule');
    const bytes = request.base64 === undefined ? (request.text ?? '') : Buffer.from(request.base64, 'base64');
    // The heads are a row too.
    const table = await tables.read(bytes, mostImportedRows + 1);
    if (!table.ok) return { status: 409, ok: false, refusal: { code: table.code, most: mostImportedRows } };
    const [heads, ...rows] = table.rows;
    if (heads === undefined || rows.length === 0) return codedAnswer('table-unreadable');
    const plan = planTable(
      heads.cells,
      rows.map(({ cells }) => cells),
      request,
      clinic,
    );
    const known = await this.#rowsOf(rows, plan, clinic);
    const good = plan.asks.length > 0 ? [] : known.filter(({ faults }) => faults.length === 0);
    const answer = answerOf(heads.cells, plan, known, good.length);
    if (!request.commit || good.length === 0) return answer;
    const { commandId, reason } = request;
    const command = { commandId, type: 'import-appointments', people: peopleOf(good), ...(reason && { reason }) };
    const submitted = await this.#parts.door.submit(command, credential);
    if (!submitted.ok) return submitted;
    const taken = { ...answer, added: good.length };
    this.#last = { request: asked, answer: taken };
    return taken;
  }

  async #rowsOf(rows: Rows, plan: TablePlan, clinic: ClinicConfiguration): Promise<readonly KnownRow[]> {
    const { readModel, now } = this.#parts;
    const people = new KnownPeople(readModel);
    const moments = new Map<string, EpochMs>();
    const world: RowWorld = {
      plan,
      today: businessDayAt(now(), clinic.zone, clinic.businessDayStartsAt),
      staff: readModel.staff().filter(({ active }) => active),
      // Working out a zone takes longer than all the rest of a row.
      momentOf(date, time) {
        const key = `${date} ${time}`;
        const moment = moments.get(key) ?? localMoment(date, time, clinic.zone);
        moments.set(key, moment);
        return moment;
      },
    };
    const known: KnownRow[] = [];
    for (const { line, cells } of rows) {
      known.push(people.recognise(readRow(line, cells, world)));
      if (known.length % rowsAtOnce === 0) await nextTurn();
    }
    return known;
  }
}

function answerOf(heads: readonly string[], plan: TablePlan, rows: readonly KnownRow[], good: number): ImportAnswer {
  const fields = Object.entries(plan.columns);
  return {
    ok: true,
    columns: heads.map((head, column) => {
      const field = fields.find(([, at]) => at === column)?.[0] as ImportAnswer['columns'][number]['field'];
      return { head, ...(field === undefined ? {} : { field }) };
    }),
    asks: plan.asks,
    ...(plan.dateOrder === undefined ? {} : { dateOrder: plan.dateOrder }),
    rows: rows.map(shownRow),
    good,
  };
}

function shownRow({ line, patient, serviceId, practitioner, at, patientId, faults }: KnownRow): ImportedRow {
  const { name, birthDate, phone } = patient;
  return {
    line,
    name: [name?.given, name?.family].filter(Boolean).join(' '),
    ...(birthDate === undefined ? {} : { birthDate }),
    ...(phone === undefined ? {} : { phone }),
    ...(serviceId === undefined ? {} : { serviceId }),
    ...(practitioner === undefined ? {} : { practitioner }),
    ...(at === undefined ? {} : { at }),
    ...(patientId === undefined ? {} : { patientId }),
    faults,
  };
}
