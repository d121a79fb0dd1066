// A page as it is read to somebody: the question, what else it says, and the ways on, with the one that is lit first.
// Taken from what stands on the screen, so that no page can forget to be heard.

import type { FoyerButton } from '@foyer/ui-kit/elements/foyer-button.ts';
import { language, languageCodes, type LanguageCode } from '@foyer/ui-kit/language/language.ts';
import { headingIn, partsOf, pressablesIn } from '../keyboard/screen-parts.ts';
import { piecesOf } from './spoken-words.ts';

export interface Choice {
  readonly name: string;
  /** What else stands on it. */
  readonly more: readonly string[];
  /** Whether it is on, of what can be on and off. */
  readonly chosen: boolean | undefined;
  /** The language that its words are in. */
  readonly code: LanguageCode;
  readonly element: HTMLElement;
}

export interface PageReading {
  readonly question: string;
  readonly notes: readonly string[];
  readonly choices: readonly Choice[];
}

/** Keys are pressed by keys. */
const TYPED = 'kiosk-keypad, kiosk-keyboard, kiosk-date, kiosk-field';
const PRESSED = 'foyer-door[action], foyer-button, button, a, h1, h2';

export function readPage(page: HTMLElement): PageReading {
  const heading = headingIn(page);
  const [question = '', ...rest] = heading ? [piecesOf(heading).join(' ')] : piecesOf(page);
  const notes = heading ? piecesOf(page, `${PRESSED}, ${TYPED}`) : rest;
  return { question, notes, choices: choicesIn(partsOf(page), TYPED) };
}

/** What can be chosen here: the lit door, the other doors, then the buttons. */
export function choicesIn(root: ParentNode, apart = ''): Choice[] {
  const rank = (element: HTMLElement) =>
    element.matches('[state=lit]') ? 0 : element.localName === 'foyer-door' ? 1 : 2;
  return pressablesIn(root, apart)
    .map(choiceOf)
    .filter(({ name }) => name !== '')
    .toSorted((a, b) => rank(a.element) - rank(b.element));
}

function choiceOf(element: HTMLElement): Choice {
  const label = ('label' in element && String(element.label)) || labelOf(element);
  const [name = '', ...more] = label ? [label] : piecesOf(element);
  const code = languageCodes.find((each) => each === element.lang) ?? language.code;
  return { name: name.replace(/[.。?？؟]$/u, ''), more, chosen: isChosen(element), code, element };
}

function labelOf(element: HTMLElement): string {
  const label = element instanceof HTMLInputElement ? element.labels?.[0] : undefined;
  return element.getAttribute('aria-label') ?? (label ? piecesOf(label).join(' ') : '');
}

function isChosen(element: HTMLElement): boolean | undefined {
  if (element instanceof HTMLInputElement) return /^(checkbox|radio)$/.test(element.type) ? element.checked : undefined;
  if (element.localName === 'foyer-button') {
    const { toggle, on } = element as FoyerButton;
    return toggle ? on : undefined;
  }
  const state = element.getAttribute('aria-pressed') ?? element.getAttribute('aria-checked');
  return state === null ? undefined : state === 'true';
}
