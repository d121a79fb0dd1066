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
  const without = ['.visually-hidden', 'style', ...(except ? [except] : [])].join(', ');
  return page.locator(host).evaluate((element, unseen) => {
    const BOXES = 'button, .door, .value';
    const faults = new Set<string>();

    const above = (node: Node): Element | null => {
      if ((node instanceof Element || node instanceof Text) && node.assignedSlot) return node.assignedSlot;
      return node.parentElement ?? (node.parentNode instanceof ShadowRoot ? node.parentNode.host : null);
    };
    const closest = (node: Node, selector: string): Element | null => {
      for (let each: Node | null = node; each; each = above(each)) {
        if (each instanceof Element && each.matches(selector)) return each;
      }
      return null;
    };
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
    /** What shows of it, where something around it scrolls or clips. */
    const inSight = (rect: DOMRect, node: Node): DOMRect => {
      let [left, top, right, bottom] = [rect.left, rect.top, rect.right, rect.bottom];
      for (let each = above(node); each; each = above(each)) {
        if (getComputedStyle(each).overflowY === 'visible') continue;
        const clip = each.getBoundingClientRect();
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
    const behind = (node: Node): string => {
      for (let each = above(node); each; each = above(each)) {
        const { backgroundColor } = getComputedStyle(each);
        const [, , , alpha = 1] = channelsOf(backgroundColor);
        if (alpha === 1) return backgroundColor;
      }
      return getComputedStyle(document.body).backgroundColor;
    };
    const isPale = (text: Text): boolean => {
      const around = above(text)!;
      if (closest(text, '[aria-hidden=true], svg')) return false;
      const [dark, light] = [luminance(getComputedStyle(around).color), luminance(behind(text))].toSorted(
        (a, b) => a - b,
      );
      return (light! + 0.05) / (dark! + 0.05) < 7;
    };

    const look = (text: Text): void => {
      if (closest(text, unseen)) return;
      // Han needs no spaces, and breaks anywhere.
      const words = [...text.data.matchAll(/\S+/g)].filter(({ 0: word }) => !/\p{Script=Han}/u.test(word));
      const whole = document.createRange();
      whole.selectNodeContents(text);
      if (whole.getClientRects().length === 0) return;
      if (isPale(text)) faults.add(`"${text.data.trim()}" is pale`);
      for (const { 0: word, index } of words) {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1)
          faults.add(`"${word}" is broken`);
      }
      const box = closest(text, BOXES);
      const around = box?.getBoundingClientRect() ?? new DOMRect(0, -1e6, innerWidth, 2e6);
      const handle = box ? handleOf(box) : undefined;
      for (const rect of whole.getClientRects()) {
        const out =
          rect.left < around.left - 1 || rect.right > around.right + 1 || rect.left < -1 || rect.right > innerWidth + 1;
        // A line box is higher than its letters: what counts is where they stand.
        const [head, foot] = [rect.top + rect.height * 0.25, rect.bottom - rect.height * 0.25];
        const letters = new DOMRect(rect.left, head, rect.width, foot - head);
        if (!closest(text, '[aria-hidden=true]')) lines.push({ text, rect: inSight(letters, text) });
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
  }, without);
}
