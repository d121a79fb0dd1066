// How a table is going to be read: what stands where, in which order its dates are, and what has to be asked first.

import type { ImportRequest } from '@foyer/contracts/appointment-import.ts';
import type { DateOrder, ImportQuestion, TableField } from '@foyer/contracts/appointment-table.ts';
import type { ClinicConfiguration, ServiceConfiguration } from '@foyer/contracts/configuration.ts';
import { foldWords } from './fold-words.ts';
import { columnsOf, type TableColumns } from './table-columns.ts';
import { orderOf } from './table-dates.ts';
import { partedMoment } from './table-times.ts';

export interface TablePlan {
  readonly columns: TableColumns;
  readonly dateOrder: DateOrder | undefined;
  readonly asks: readonly ImportQuestion[];
  /** Of rows that name none. */
  readonly serviceId: string | undefined;
  /** By every name and the letter that a service may be written as, folded. */
  readonly services: ReadonlyMap<string, string>;
}
type Cells = readonly string[];

export function planTable(
  heads: Cells,
  rows: readonly Cells[],
  request: Pick<ImportRequest, 'columns' | 'dateOrder' | 'serviceId'>,
  { services }: Pick<ClinicConfiguration, 'services'>,
): TablePlan {
  const columns = columnsOf(heads, request.columns);
  const told = request.dateOrder ?? orderOf(datesIn(rows, columns));
  const [only] = services.length === 1 ? services : [];
  const chosen = services.find(({ id }) => id === request.serviceId) ?? only;
  const hasName = columns.name !== undefined || columns.given !== undefined || columns.family !== undefined;
  return {
    columns,
    dateOrder: told === 'unknown' ? undefined : told,
    asks: [
      ...(hasName && columns.time !== undefined ? [] : ['columns' as const]),
      ...(told === 'unknown' ? ['date-order' as const] : []),
      ...(columns.service === undefined && chosen === undefined ? ['service' as const] : []),
    ],
    serviceId: chosen?.id,
    services: new Map(services.flatMap((service) => waysToWrite(service).map((text) => [text, service.id]))),
  };
}

export function cellOf(cells: Cells, { columns }: Pick<TablePlan, 'columns'>, field: TableField): string {
  return cells[columns[field] ?? -1] ?? '';
}

function datesIn(rows: readonly Cells[], columns: TableColumns): readonly string[] {
  return rows.flatMap((cells) => {
    const at = (field: TableField): string => cellOf(cells, { columns }, field);
    return [at('birth-date'), at('date'), partedMoment(at('time')).date ?? ''].filter((text) => text !== '');
  });
}

function waysToWrite({ name, prefix }: ServiceConfiguration): readonly string[] {
  return [...Object.values(name), prefix].map(foldWords);
}
