// What a service, a room, a consent or a question begins with: as much as is ready-made, and a place for the rest.

import type { ClinicDocument } from '@foyer/contracts/clinic-document.ts';
import type { QuestionnaireItem } from '@foyer/contracts/forms.ts';
import { uuidV7 } from '@foyer/contracts/ids.ts';
import { freeLetter, nextRoom, waitingArea } from '../first-run/ready-made.ts';

export type Service = ClinicDocument['services'][number];
export type Room = ClinicDocument['servicePoints'][number];
export type Consent = ClinicDocument['consents'][number];
export type Questionnaire = ClinicDocument['questionnaires'][number];

const usualMinutes = 20;

export function newId(now: number): string {
  return uuidV7(now, crypto.getRandomValues(new Uint8Array(10)));
}

export function newService({ services, paperPrefix }: ClinicDocument, id: string): Service {
  const taken = paperPrefix === null ? services : [...services, { prefix: paperPrefix }];
  return {
    id,
    name: { en: '' },
    prefix: freeLetter(taken) ?? '',
    waitingArea: services[0]?.waitingArea ?? { ...waitingArea },
    walkIn: true,
    targetMinutes: usualMinutes,
  };
}

export function newRoom({ servicePoints, services }: ClinicDocument, id: string): Room {
  return { id, name: { ...nextRoom(servicePoints) }, serviceIds: services.slice(0, 1).map((service) => service.id) };
}

export function newConsent({ services }: ClinicDocument, id: string): Consent {
  return {
    id,
    version: 1,
    serviceIds: services.slice(0, 1).map((service) => service.id),
    title: { en: '' },
    text: { en: '' },
    signature: 'glass',
  };
}

export function newQuestionnaire({ services }: ClinicDocument, id: string): Questionnaire {
  return {
    id,
    version: 1,
    serviceIds: services.slice(0, 1).map((service) => service.id),
    title: { en: '' },
    items: [newQuestion([])],
  };
}

export function newQuestion(items: readonly QuestionnaireItem[]): QuestionnaireItem {
  return {
    linkId: freeKey(
      'q',
      items.map(({ linkId }) => linkId),
    ),
    text: { en: '' },
    type: 'boolean',
  };
}

export function newOption(options: readonly { readonly value: string }[]): { value: string; text: { en: string } } {
  return {
    value: freeKey(
      'a',
      options.map(({ value }) => value),
    ),
    text: { en: '' },
  };
}

/** "q3", the first that is not taken. */
export function freeKey(letter: string, taken: readonly string[]): string {
  let number = 1;
  while (taken.includes(`${letter}${number}`)) number += 1;
  return `${letter}${number}`;
}
