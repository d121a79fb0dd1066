// What can be touched on a screen of the kiosk, measured in the page: each function stands alone there.

/** The largest letters, in px, of everything that can be touched, by its words. */
export function lettersOfTargets(kiosk: Element): Record<string, number> {
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
}

/** What can be touched in the stage and cannot be brought into sight, whole and in reach of a finger. */
export function targetsOutOfReach(kiosk: Element): string[] {
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
}
