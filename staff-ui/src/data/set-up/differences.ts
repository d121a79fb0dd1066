// What differs between two sets-up, thing by thing, as a person would tell it: a preview before it is applied. Every part
// is told of, so that nothing is changed unseen.

import type { ClinicDocument } from '@foyer/contracts/clinic-document.ts';
import type { LocalisedText } from '@foyer/contracts/languages.ts';
import { saysTheSame } from '@foyer/contracts/says-the-same.ts';
import type { ClinicFile } from './clinic-file.ts';

/** The lists of things with ids. */
export const thingKinds = ['service', 'room', 'consent', 'questionnaire', 'journey'] as const;
export type ThingKind = (typeof thingKinds)[number];

export type Difference =
  | { readonly kind: 'part'; readonly part: SinglePart }
  | { readonly kind: 'added' | 'removed'; readonly thing: ThingKind; readonly name: LocalisedText }
  | {
      readonly kind: 'changed';
      readonly thing: ThingKind;
      readonly name: LocalisedText;
      readonly fields: readonly string[];
    }
  | { readonly kind: 'order'; readonly thing: ThingKind }
  | {
      readonly kind: 'price';
      readonly name: LocalisedText;
      /** Null: not charged. */
      readonly fromMinor: number | null;
      readonly toMinor: number | null;
    }
  | { readonly kind: 'rules' }
  | { readonly kind: 'display'; readonly deviceId: string };

export const singleParts = [
  'name',
  'languages',
  'accent',
  'deskServiceId',
  'openingHours',
  'closedDates',
  'meetingPoint',
  'staffNamesInPublic',
  'paperPrefix',
  'skippedOrdinals',
  'cardFormats',
  'notAnswered',
  'stranded',
  'paper',
  'printers',
  'scanners',
] as const satisfies readonly (keyof ClinicDocument)[];
export type SinglePart = (typeof singleParts)[number];

export function differences(was: ClinicFile, is: ClinicFile): readonly Difference[] {
  const [before, after] = [was.clinic, is.clinic];
  return [
    ...singleParts
      .filter((part) => !saysTheSame(before[part], after[part]))
      .map((part) => ({ kind: 'part' as const, part })),
    ...ofThings('service', before.services, after.services, ({ name }) => name),
    ...ofThings('room', before.servicePoints, after.servicePoints, ({ name }) => name),
    ...ofThings('consent', before.consents, after.consents, ({ title }) => title),
    ...ofThings('questionnaire', before.questionnaires, after.questionnaires, ({ title }) => title),
    ...ofThings('journey', before.journeys, after.journeys, ({ name }) => name),
    ...ofPrices(before, after),
    ...(saysTheSame(was.callingRules, is.callingRules) ? [] : [{ kind: 'rules' as const }]),
    ...Object.keys(is.displays)
      .filter((id) => !saysTheSame(is.displays[id], was.displays[id] ?? null))
      .map((deviceId) => ({ kind: 'display' as const, deviceId })),
  ];
}

function ofThings<T extends { readonly id: string }>(
  thing: ThingKind,
  before: readonly T[],
  after: readonly T[],
  nameOf: (one: T) => LocalisedText,
): readonly Difference[] {
  const [was, is] = [new Map(before.map((one) => [one.id, one])), new Map(after.map((one) => [one.id, one]))];
  const stayed = before.filter(({ id }) => is.has(id)).map(({ id }) => id);
  const stays = after.filter(({ id }) => was.has(id)).map(({ id }) => id);
  return [
    ...after.flatMap((one): readonly Difference[] => {
      const earlier = was.get(one.id);
      if (earlier === undefined) return [{ kind: 'added', thing, name: nameOf(one) }];
      const fields = fieldsOf(earlier, one);
      return fields.length === 0 ? [] : [{ kind: 'changed', thing, name: nameOf(earlier), fields }];
    }),
    ...before.filter(({ id }) => !is.has(id)).map((one) => ({ kind: 'removed' as const, thing, name: nameOf(one) })),
    ...(saysTheSame(stayed, stays) ? [] : [{ kind: 'order' as const, thing }]),
  ];
}

/** The version of a form follows from the rest of it. */
function fieldsOf(before: object, after: object): readonly string[] {
  const [was, is] = [before, after] as readonly Readonly<Record<string, unknown>>[];
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...fields].filter((field) => field !== 'version' && !saysTheSame(was?.[field] ?? null, is?.[field] ?? null));
}

function ofPrices(before: ClinicDocument, after: ClinicDocument): readonly Difference[] {
  const priceIn = ({ prices }: ClinicDocument, id: string) =>
    prices.find(({ serviceId }) => serviceId === id)?.amountMinor ?? null;
  return after.services.flatMap(({ id, name }): readonly Difference[] => {
    const [fromMinor, toMinor] = [priceIn(before, id), priceIn(after, id)];
    return fromMinor === toMinor ? [] : [{ kind: 'price', name, fromMinor, toMinor }];
  });
}
