// The muster list as it is when it is printed, in the clinic's first language: staff read it, not a patient.

import { inLanguage, type Language, type LocalisedText } from '@foyer/contracts/languages.ts';
import type { Need } from '@foyer/contracts/ticket-state.ts';
import type { MusterPerson } from '@foyer/contracts/staff-view.ts';
import { timeOfDay } from '@foyer/domain/calendar/opening-hours.ts';
import { plainText } from '@foyer/domain/identity-documents/names.ts';
import { evacuationNow } from '@foyer/domain/queue/evacuation-now.ts';
import type { MusterDocument, MusterLine } from '../ports/ticket-printer.ts';
import type { ClinicState } from '../views/clinic-state.ts';
import { musterPeople } from '../views/muster-view.ts';
import { momentText, script } from './document-language.ts';
import { musterWords, type MusterWords } from './muster-words.ts';

/** Undefined while the building is in use. */
export function musterDocument(state: ClinicState): MusterDocument | undefined {
  const now = evacuationNow(state.queue);
  const people = musterPeople(state);
  if (now === undefined || people === undefined) return undefined;
  const { name, zone, languages, evacuation } = state.configuration;
  const language = languages[0] ?? 'en';
  const words = musterWords[language];
  const say = (text: LocalisedText): string => plainText(inLanguage(text, language));
  const meetingPoint = evacuation?.meetingPoint;
  return {
    ...script(language),
    clinicName: plainText(name),
    title: words.title,
    since: words.since(timeOfDay(now.startedAt, zone)),
    ...(meetingPoint === undefined ? {} : { meetingPoint: words.meetingPoint(say(meetingPoint)) }),
    count: words.count(people.length),
    people: people.map((person) => musterLine(person, words, language, say)),
    printedAt: momentText(state.now, language, zone),
  };
}

function musterLine(
  person: MusterPerson,
  words: MusterWords,
  language: Language,
  say: (text: LocalisedText) => string,
): MusterLine {
  const { number, name, present, needs } = person;
  const place = person.lastSeen === undefined ? '' : say(person.lastSeen);
  const state = words.state[person.state as keyof MusterWords['state']];
  const where = person.outside ? words.outside : [place, state].filter(Boolean).join(words.comma);
  const inWords = needs.map((need) => needText(need, person, words, language));
  return {
    number,
    ...(name === undefined ? {} : { name }),
    lastSeen: where,
    ...(needs.length === 0 ? {} : { needs: inWords.join(words.comma) }),
    ...(present === undefined ? {} : { found: present ? words.found : words.missing }),
  };
}

/** Whoever looks for somebody calls out in a language that they understand. */
function needText(need: Need, { interpreter }: MusterPerson, words: MusterWords, language: Language): string {
  const spoken = need === 'interpreter' ? interpreter?.language : undefined;
  if (spoken === undefined) return words.need[need];
  return words.interpreterFor(new Intl.DisplayNames([language], { type: 'language' }).of(spoken) ?? spoken);
}
