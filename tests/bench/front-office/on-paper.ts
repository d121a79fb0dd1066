/**
 * The same morning with a printed day list, slips of paper and a program that is typed into afterwards: what whoever
 * stands at the desk does for one arrival, step by step.
 */
import type { Person } from '../kit/known-people.ts';
import { isBooked, type ArrivalKind } from './arrivals.ts';
import { metres, said, together, typedInto, written, type Effort } from './effort.ts';

/** Lines of the day list; half of them are read until somebody is found. */
const listLines = 36;
const greeting = 'Good morning. What is your name, and when were you born?';
const answer = 'My name is Anna Example, the fourth of December nineteen seventy eight';

export function onPaper(kind: ArrivalKind, person: Person, number: string, time: string): Effort {
  const name = `${person.given} ${person.family}`;
  const arrives = together(said(greeting), said(answer));
  const isGivenNumber = together(
    written(number),
    { hand: 1 },
    said(`Your number is ${number}. Please take a seat there, you will be called.`),
  );
  const isCalled = together({ thought: 1, look: 3, metre: 2 * metres.roomToHall }, said(`${name}, please come in.`));
  if (isBooked(kind)) {
    const isFound = together({ thought: 1, look: listLines / 2 }, written(`${time} ${number}`));
    const isTypedIn = together(typedInto(person.family), { touch: 2, thought: 2 }, typedInto(time));
    return together(arrives, isFound, isGivenNumber, isTypedIn, isCalled);
  }
  const isNotOnList =
    kind === 'not-found'
      ? together({ thought: 1, look: listLines }, said('I cannot find you. I shall write you in.'))
      : {};
  const isWrittenIn = written(`${time} ${number} ${name} ${person.birthDate}`);
  const isTypedIn = together(
    typedInto(person.family),
    typedInto(person.given),
    typedInto(person.birthDate),
    typedInto(time),
    ...(kind === 'new'
      ? [said('And your phone number?'), said(person.phone), written(person.phone), typedInto(person.phone)]
      : []),
    { touch: 2, thought: 2 },
  );
  return together(arrives, isNotOnList, isWrittenIn, isGivenNumber, isTypedIn, isCalled);
}
