// What would change, in words: one line for each thing.

import { formatMoney } from '@foyer/ui-kit/language/format.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import type { Difference } from '../data/set-up/differences.ts';
import { t } from './strings.ts';

/** Fields of services, rooms and forms that have words of their own. */
const fields = [
  'name',
  'title',
  'prefix',
  'waitingArea',
  'directions',
  'walkIn',
  'dayLimit',
  'bookedAtOnce',
  'targetMinutes',
  'serviceIds',
  'direction',
  'floor',
  'cleaning',
  'text',
  'signature',
  'items',
  'steps',
  'startsWith',
] as const;

export interface DifferenceNames {
  readonly currency: string;
  /** Of a display. */
  readonly deviceName: (id: string) => string;
}

export function differenceText(difference: Difference, { currency, deviceName }: DifferenceNames): string {
  switch (difference.kind) {
    case 'part':
      return t(`set-up.differs-${difference.part}`);
    case 'added':
    case 'removed':
      return t(`set-up.differs-${difference.kind}`, {
        thing: t(`set-up.thing-${difference.thing}`),
        name: localised(difference.name),
      });
    case 'changed':
      return t('set-up.differs-changed', {
        thing: t(`set-up.thing-${difference.thing}`),
        name: localised(difference.name),
        fields: listOf(difference.fields.map(fieldText)),
      });
    case 'order':
      return t(`set-up.order-of-${difference.thing}`);
    case 'price': {
      const [from, to] = [difference.fromMinor, difference.toMinor].map((amount) =>
        amount === null ? t('first-run.price-none') : formatMoney(amount, currency),
      );
      return t('set-up.differs-price', { name: localised(difference.name), from: from ?? '', to: to ?? '' });
    }
    case 'rules':
      return t('set-up.differs-rules');
    case 'display':
      return t('set-up.differs-display', { name: deviceName(difference.deviceId) });
  }
}

function fieldText(field: string): string {
  const known = fields.find((one) => one === field);
  return known ? t(`set-up.field-${known}`) : field;
}

function listOf(words: readonly string[]): string {
  return new Intl.ListFormat(document.documentElement.lang).format(words);
}
