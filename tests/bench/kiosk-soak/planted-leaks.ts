/** Faults such as a screen may have, planted into the page of the kiosk: the search has to find what each keeps. */
import type { Page } from 'playwright-core';

export const plantedLeaks = [
  'what a page asked for is kept by a closure',
  'a page that was taken down is kept',
  'what was typed is kept in parts',
  'what was sent stands in the storage',
  'what was sent stands in the history',
] as const;
export type PlantedLeak = (typeof plantedLeaks)[number];

/** Until the page is loaded anew; what it has stored is cleared by `clearLeaks`. */
export async function plantLeak(page: Page, leak: PlantedLeak): Promise<void> {
  await page.evaluate(plant, leak);
}

export async function clearLeaks(page: Page): Promise<void> {
  await page.evaluate(() => {
    localStorage.removeItem('planted');
    history.replaceState(null, '');
  });
}

/** Runs in the page: it stands alone. */
function plant(leak: PlantedLeak): void {
  const kiosk = document.querySelector('foyer-kiosk')!.shadowRoot!;
  const kept: unknown[] = [];
  let typed = '';
  // Held as a screen would hold it: by what listens.
  const onAct = (keep: (text: string, act: object) => void): void =>
    kiosk.addEventListener('kiosk-act', (event) => {
      const { detail } = event as CustomEvent<object>;
      keep(JSON.stringify(detail), detail);
      Object.assign(onAct, { kept });
    });
  switch (leak) {
    case 'what a page asked for is kept by a closure':
      return onAct((_, act) => kept.push(act));
    case 'a page that was taken down is kept':
      new MutationObserver((changes) => {
        for (const { removedNodes } of changes) kept.push(...removedNodes);
      }).observe(kiosk.querySelector('.stage')!, { childList: true });
      return;
    case 'what was typed is kept in parts':
      // From a long beginning on, what is added is not copied.
      typed = 'typed so far: '.repeat(4);
      addEventListener(
        'keydown',
        ({ key }) => {
          typed += key;
          kept.push(typed);
        },
        { capture: true },
      );
      kiosk.addEventListener('click', (event) => {
        const [target] = event.composedPath();
        typed += (target as HTMLElement).textContent;
      });
      return;
    case 'what was sent stands in the storage':
      return onAct((text) => localStorage.setItem('planted', `${localStorage.getItem('planted') ?? ''} ${text}`));
    case 'what was sent stands in the history':
      return onAct((_, act) => history.replaceState([...((history.state as unknown[] | null) ?? []), act], ''));
  }
}
