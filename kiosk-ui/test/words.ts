// How the words of a screen stand, measured in the page: shadow roots included, as the eye meets them.

import type { Page } from 'playwright-core';

/** Words that are broken, reach out of what they stand in, or lie under the handle of their door; one line each. */
export async function faultsOfWords(page: Page): Promise<string[]> {
  await page.evaluate(() => document.fonts.ready);
  return page.locator('foyer-kiosk').evaluate((kiosk) => {
    const BOXES = 'button, .door, .value';
    const faults = new Set<string>();
    const covered = kiosk.shadowRoot!.querySelector('kiosk-still-there') !== null;

    const above = (node: Node): Element | null => {
      const { parentElement, parentNode } = node as Node & { assignedSlot?: Element };
      if (node instanceof Element && node.assignedSlot) return node.assignedSlot;
      return parentElement ?? (parentNode instanceof ShadowRoot ? parentNode.host : null);
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

    const look = (text: Text): void => {
      if (closest(text, '.visually-hidden, style') || (covered && closest(text, '.stage, header'))) return;
      // Han needs no spaces, and breaks anywhere.
      const words = [...text.data.matchAll(/\S+/g)].filter(({ 0: word }) => !/\p{Script=Han}/u.test(word));
      const whole = document.createRange();
      whole.selectNodeContents(text);
      if (whole.getClientRects().length === 0) return;
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
        const cut = box && (head < around.top || foot > around.bottom);
        if (out || cut) faults.add(`"${text.data.trim()}" stands out`);
        if (handle && meets(new DOMRect(rect.left, head, rect.width, foot - head), handle))
          faults.add(`"${text.data.trim()}" lies under a handle`);
      }
    };
    const walk = (root: Node): void => {
      for (const child of root.childNodes) {
        if (child instanceof Text && child.data.trim()) look(child);
        if (child instanceof Element && child.shadowRoot) walk(child.shadowRoot);
        walk(child);
      }
    };
    walk(kiosk.shadowRoot!);
    return [...faults];
  });
}

/** The largest letters, in px, of everything that can be touched, by its words. */
export function lettersOfTargets(page: Page): Promise<Record<string, number>> {
  return page.locator('foyer-kiosk').evaluate((kiosk) => {
    const letters: Record<string, number> = {};
    const sizeIn = (root: ParentNode): number =>
      Math.max(
        0,
        ...[...root.querySelectorAll('*')].map((element) => {
          const own = [...element.childNodes].some((node) => node instanceof Text && node.data.trim());
          const within = element.shadowRoot ? sizeIn(element.shadowRoot) : 0;
          return Math.max(own ? Number.parseFloat(getComputedStyle(element).fontSize) : 0, within);
        }),
      );
    const walk = (root: ParentNode): void => {
      for (const element of root.querySelectorAll<HTMLElement>('*')) {
        const target = element.matches('foyer-door[action], foyer-button, button.key, .hg-button:not(.hg-button-next)');
        const words = element.textContent.replace(/\s+/g, ' ').trim();
        const own = [...element.childNodes].some((node) => node instanceof Text && node.data.trim());
        const size = own ? Number.parseFloat(getComputedStyle(element).fontSize) : 0;
        if (target && words && element.getClientRects().length > 0) letters[words] = Math.max(size, sizeIn(element));
        if (element.shadowRoot) walk(element.shadowRoot);
      }
    };
    walk(kiosk.shadowRoot!);
    return letters;
  });
}

/** What can be touched in the stage and cannot be brought into sight, whole and in reach of a finger. */
export function targetsOutOfReach(page: Page): Promise<string[]> {
  return page.locator('foyer-kiosk').evaluate((kiosk) => {
    const stage = kiosk.shadowRoot!.querySelector<HTMLElement>('.stage')!;
    const faults: string[] = [];
    const walk = (root: ParentNode): void => {
      for (const element of root.querySelectorAll<HTMLElement>('*')) {
        if (element.shadowRoot) walk(element.shadowRoot);
        if (!element.matches('foyer-door[action], foyer-button, button.key, .hg-button:not(.hg-button-next)')) continue;
        if (element.getClientRects().length === 0 || element.getRootNode() === kiosk.shadowRoot) continue;
        element.scrollIntoView({ block: 'end', behavior: 'instant' });
        const [box, around] = [element.getBoundingClientRect(), stage.getBoundingClientRect()];
        const low = box.bottom > around.bottom + 1 || box.top < around.top - 1;
        const aside = box.left < -1 || box.right > innerWidth + 1;
        const small = Math.min(box.width, box.height) < 71;
        const words = element.textContent.replace(/\s+/g, ' ').trim();
        if (low || aside || small)
          faults.push(`"${words}" ${low ? 'is not in sight' : aside ? 'stands out' : 'is small'}`);
      }
    };
    walk(stage);
    stage.scrollTo({ top: 0, behavior: 'instant' });
    return faults;
  });
}
