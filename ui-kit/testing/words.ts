// How the words of a page stand, measured in it: shadow roots included, as the eye meets them.

import type { Page } from 'playwright-core';

export interface Looked {
  /** The element whose words are looked at. */
  readonly host: string;
  /** What in it is not looked at: what something else covers. */
  readonly except?: string;
}

/** Words that are broken, reach out of what they stand in, lie under the handle of their door or on other words, or are
 *  paler than 7:1 on what is behind them; one line each. */
export async function faultsOfWords(page: Page, { host, except }: Looked): Promise<string[]> {
  await page.evaluate(() => document.fonts.ready);
  return page.locator(host).evaluate(wordsIn, except);
}

/** The same, in the page: of an element, without what `except` selects. Stands alone, as the page has nothing but it. */
export function wordsIn(element: Element, except?: string): string[] {
  const unseen = ['.visually-hidden', 'style', ...(except ? [except] : [])].join(', ');
  const BOXES = 'button, .door, .value';
  const faults = new Set<string>();

  /** Nothing moves while it is looked at: what is asked of an element again is known. */
  const once = <T>(ask: (element: Element) => T): ((element: Element) => T) => {
    const known = new Map<Element, T>();
    return (asked) => {
      if (!known.has(asked)) known.set(asked, ask(asked));
      return known.get(asked)!;
    };
  };
  const above = (node: Node): Element | null => {
    if ((node instanceof Element || node instanceof Text) && node.assignedSlot) return node.assignedSlot;
    return node.parentElement ?? (node.parentNode instanceof ShadowRoot ? node.parentNode.host : null);
  };
  const closest = (selector: string): ((text: Text) => Element | null) => {
    const from = once((start): Element | null => {
      if (start.matches(selector)) return start;
      const next = above(start);
      return next && from(next);
    });
    return (text) => from(above(text)!);
  };
  const hidden = closest(unseen);
  const boxAround = closest(BOXES);
  const unheard = closest('[aria-hidden=true]');
  const drawn = closest('[aria-hidden=true], svg');
  const handleOf = (door: Element): DOMRect | undefined => {
    const { display, top, right, width, borderTopWidth } = getComputedStyle(door, '::after');
    if (display === 'none' || !door.matches('.door')) return undefined;
    const box = door.getBoundingClientRect();
    const size = Number.parseFloat(width) + 2 * Number.parseFloat(borderTopWidth);
    const x = box.right - Number.parseFloat(right) - size;
    return new DOMRect(x, box.top + Number.parseFloat(top) - size / 2, size, size);
  };
  const meets = (one: DOMRect, other: DOMRect) =>
    one.left < other.right - 2 && one.right > other.left + 2 && one.top < other.bottom && one.bottom > other.top;
  const clips = once((start): readonly DOMRect[] => {
    const own = getComputedStyle(start).overflowY === 'visible' ? [] : [start.getBoundingClientRect()];
    const next = above(start);
    return next ? [...own, ...clips(next)] : own;
  });
  /** What shows of it, where something around it scrolls or clips. */
  const inSight = (rect: DOMRect, text: Text): DOMRect => {
    let [left, top, right, bottom] = [rect.left, rect.top, rect.right, rect.bottom];
    for (const clip of clips(above(text)!)) {
      [left, top] = [Math.max(left, clip.left), Math.max(top, clip.top)];
      [right, bottom] = [Math.min(right, clip.right), Math.min(bottom, clip.bottom)];
    }
    return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
  };
  const lines: { readonly text: Text; readonly rect: DOMRect }[] = [];

  const channelsOf = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = (colour: string): number => {
    const [r, g, b] = channelsOf(colour).map((channel) => {
      const share = channel / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = once((start): string => {
    const { backgroundColor } = getComputedStyle(start);
    const [, , , alpha = 1] = channelsOf(backgroundColor);
    if (alpha === 1) return backgroundColor;
    const next = above(start);
    return next ? behind(next) : getComputedStyle(document.body).backgroundColor;
  });
  const isPale = once((around) => {
    const [dark, light] = [luminance(getComputedStyle(around).color), luminance(behind(around))].toSorted(
      (a, b) => a - b,
    );
    return (light! + 0.05) / (dark! + 0.05) < 7;
  });

  const look = (text: Text): void => {
    if (hidden(text)) return;
    const whole = document.createRange();
    whole.selectNodeContents(text);
    const rects = [...whole.getClientRects()];
    if (rects.length === 0) return;
    if (!drawn(text) && isPale(above(text)!)) faults.add(`"${text.data.trim()}" is pale`);
    const isBroken = (places: readonly DOMRect[]) => new Set(places.map(({ top }) => Math.round(top))).size > 1;
    // Han needs no spaces, and breaks anywhere. In a text of one line nothing is broken.
    const words = isBroken(rects) ? [...text.data.matchAll(/\S+/g)] : [];
    for (const { 0: word, index } of words.filter(({ 0: word }) => !/\p{Script=Han}/u.test(word))) {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      if (isBroken([...range.getClientRects()])) faults.add(`"${word}" is broken`);
    }
    const box = boxAround(text);
    const around = box?.getBoundingClientRect() ?? new DOMRect(0, -1e6, innerWidth, 2e6);
    const handle = box ? handleOf(box) : undefined;
    for (const rect of rects) {
      const out =
        rect.left < around.left - 1 || rect.right > around.right + 1 || rect.left < -1 || rect.right > innerWidth + 1;
      // A line box is higher than its letters: what counts is where they stand.
      const [head, foot] = [rect.top + rect.height * 0.25, rect.bottom - rect.height * 0.25];
      const letters = new DOMRect(rect.left, head, rect.width, foot - head);
      if (!unheard(text)) lines.push({ text, rect: inSight(letters, text) });
      const cut = box && (head < around.top || foot > around.bottom);
      if (out || cut) faults.add(`"${text.data.trim()}" stands out`);
      if (handle && meets(letters, handle)) faults.add(`"${text.data.trim()}" lies under a handle`);
    }
  };
  const walk = (root: Node): void => {
    for (const child of root.childNodes) {
      if (child instanceof Text && child.data.trim()) look(child);
      if (child instanceof Element && child.shadowRoot) walk(child.shadowRoot);
      walk(child);
    }
  };
  walk(element.shadowRoot!);
  lines.forEach(({ text, rect }, index) => {
    for (const other of lines.slice(index + 1)) {
      if (other.text !== text && rect.height > 2 && other.rect.height > 2 && meets(rect, other.rect))
        faults.add(`"${text.data.trim()}" lies on "${other.text.data.trim()}"`);
    }
  });
  return [...faults];
}
