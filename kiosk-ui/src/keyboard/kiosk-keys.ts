// The keys of a keyboard or a keypad, once it is known that no scanner typed them: arrows go from one thing that can be
// pressed to the next, letters go into the page's field, digits onto its keypad; any other digit begins the spoken guide,
// which takes the keys from then on.

import { language } from '@foyer/ui-kit/language/language.ts';
import { guideKey, type GuideKey } from '../guide/guide-keys.ts';
import { arrowStep } from './arrow-step.ts';
import { findFirst, focused, focusedOf, pageIn, partsOf, pressablesIn } from './screen-parts.ts';

export interface KioskKeysParts {
  readonly frame: () => ParentNode;
  /** While somebody is guided: what the guide does with a key. */
  readonly guide: () => { key(key: GuideKey, at: number): void; focusMoved(): void } | undefined;
  readonly beginGuide: () => void;
}

/** Headphones were plugged into the keypad. */
const PLUGGED_IN = 'F15';

export class KioskKeys {
  readonly #parts: KioskKeysParts;

  constructor(parts: KioskKeysParts) {
    this.#parts = parts;
  }

  down(event: KeyboardEvent): void {
    const { key, timeStamp } = event;
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || [...key].length === 1) return;
    if (key === PLUGGED_IN) return this.#parts.guide() ? undefined : this.#parts.beginGuide();
    const guide = this.#parts.guide();
    if (!guide) return this.#withoutGuide(event);
    const meaning = guideKey(key);
    if (meaning) {
      take(event);
      guide.key(meaning, timeStamp);
    } else if (key === 'Tab') setTimeout(() => guide.focusMoved());
  }

  /** A hand typed this character, or `Enter`, at `at` ms; the browser has not seen it. */
  typed(key: string, at: number): void {
    if (key === 'Enter' || (key === ' ' && focused() instanceof HTMLButtonElement)) press(focused());
    else if (this.#isForKeypad(key)) this.#forKeypad(key, at);
    else if (key >= ' ') this.#typeIntoField(key);
  }

  /** While nobody is guided, what is typed into a field is the field's. */
  #isForKeypad(key: string): boolean {
    if (this.#parts.guide()) return guideKey(key) !== undefined;
    if (/^[*#]$/.test(key)) return true;
    return /^\d$/.test(key) && !this.#field && !(focused() instanceof HTMLInputElement);
  }

  #forKeypad(key: string, at: number): void {
    const guide = this.#parts.guide();
    const meaning = guideKey(key);
    if (guide && meaning) return guide.key(meaning, at);
    const keypad = this.#page && findFirst(partsOf(this.#page), 'kiosk-keypad');
    if (keypad && /^\d$/.test(key)) keypad.dispatchEvent(new CustomEvent('kiosk-digit', { detail: key }));
    else this.#parts.beginGuide();
  }

  #withoutGuide(event: KeyboardEvent): void {
    const inField = focused() instanceof HTMLInputElement;
    const step = arrowStep(event.key, language.dir);
    if (step && !(inField && /Left|Right/.test(event.key))) {
      take(event);
      this.#move(step);
      return;
    }
    const keypad = this.#page && findFirst(partsOf(this.#page), 'kiosk-keypad');
    if (!keypad || inField || focused() instanceof HTMLButtonElement) return;
    if (event.key === 'Enter' && keypad.ready) keypad.dispatchEvent(new CustomEvent('kiosk-next', { detail: '' }));
    if (event.key === 'Backspace') keypad.dispatchEvent(new CustomEvent('kiosk-delete', { detail: '' }));
  }

  #move(step: 1 | -1): void {
    const frame = this.#parts.frame();
    const dialog = frame.querySelector('kiosk-still-there');
    const targets = [
      ...pressablesIn(dialog ? partsOf(dialog) : frame, 'foyer-floor'),
      ...[...frame.querySelectorAll('foyer-floor')].flatMap((floor) => pressablesIn(floor)),
    ];
    const at = focusedOf(targets);
    const next = at === -1 ? (step === 1 ? 0 : targets.length - 1) : (at + step + targets.length) % targets.length;
    targets[next]?.focus();
  }

  /** A letter goes into the page's field wherever the focus is. */
  #typeIntoField(key: string): void {
    if (!(focused() instanceof HTMLInputElement)) this.#field?.focus();
    const input = focused();
    if (!(input instanceof HTMLInputElement) || input.disabled || input.readOnly) return;
    const { selectionStart, selectionEnd, value } = input;
    input.setRangeText(key, selectionStart ?? value.length, selectionEnd ?? value.length, 'end');
    input.dispatchEvent(new InputEvent('input', { data: key, inputType: 'insertText', bubbles: true, composed: true }));
  }

  get #page(): HTMLElement | undefined {
    return pageIn(this.#parts.frame());
  }

  get #field() {
    return this.#page && findFirst(partsOf(this.#page), 'kiosk-field');
  }
}

/** As the browser would have done it. */
function press(element: Element | null): void {
  if (element instanceof HTMLButtonElement) element.click();
  else element?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
}

/** Nobody else acts on it. */
function take(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopPropagation();
}
