// The statistics as tables: what the pages show and the files hold.

import type { ServiceCounts, Statistics, VisitCounts } from '@foyer/contracts/statistics.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import { t } from '../strings/strings.ts';
import type { Cell } from './csv.ts';

export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

const visits = ({ arrived, served, notSeen, wait }: VisitCounts): Cell[] => [
  arrived,
  served,
  notSeen,
  wait?.median,
  wait?.most,
];
const services = ({ services: count, service }: ServiceCounts): Cell[] => [count, service?.median, service?.most];
const visitColumns = () => [
  t('hours.arrived'),
  t('hours.served'),
  t('statistics.not-seen'),
  t('statistics.wait.median'),
  t('statistics.wait.most'),
];
const serviceColumns = () => [
  t('statistics.services.count'),
  t('statistics.service.median'),
  t('statistics.service.most'),
];

export function daysTable({ days }: Statistics): Table {
  return {
    columns: [t('statistics.day'), ...visitColumns(), t('statistics.no-shows')],
    rows: days.map((day) => [day.date, ...visits(day), day.noShows]),
  };
}

export function hoursTable({ hours }: Statistics): Table {
  return {
    columns: [t('statistics.hour'), ...visitColumns()],
    rows: hours.map((hour) => [hourName(hour.hour), ...visits(hour)]),
  };
}

export function servicesTable({ services: all }: Statistics): Table {
  return {
    columns: [t('statistics.service'), ...visitColumns(), ...serviceColumns()],
    rows: all.map((each) => [
      each.name ? localised(each.name) : t('statistics.service.gone'),
      ...visits(each),
      ...services(each),
    ]),
  };
}

export function classesTable({ classes }: Statistics): Table {
  return {
    columns: [t('statistics.class'), ...visitColumns()],
    rows: classes.map((each) => [t(`class.${each.priorityClass}`), ...visits(each)]),
  };
}

export function peopleTable({ people }: Statistics): Table {
  return {
    columns: [t('statistics.person'), ...serviceColumns()],
    rows: people.map((each) => [
      each.name ?? t(each.id === undefined ? 'statistics.nobody' : 'statistics.person.gone'),
      ...services(each),
    ]),
  };
}

export function hourName(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}
