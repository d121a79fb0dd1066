// The parts of a screen as somebody meets them who does not point at it: its heading, what can be pressed, what is
// typed into, in the order of the page and through every shadow root. Any page has them without work of its own.

const PRESSABLE =
  'foyer-door[action], foyer-button, button, a[href], input, select, textarea, [role=button], [role=checkbox]';

/** What fits, at any depth; nothing inside what was found, nor inside `apart`. */
export function findAll<E extends HTMLElement>(root: ParentNode, selector: string, apart = ''): E[] {
  return [...root.children].flatMap((child) => {
    if (apart && child.matches(apart)) return [];
    if (child.matches(selector)) return [child as E];
    return [
      ...(child.shadowRoot ? findAll<E>(child.shadowRoot, selector, apart) : []),
      ...findAll<E>(child, selector, apart),
    ];
  });
}

export function findFirst<Tag extends keyof HTMLElementTagNameMap>(
  root: ParentNode,
  tag: Tag,
): HTMLElementTagNameMap[Tag] | undefined {
  return findAll<HTMLElementTagNameMap[Tag] & HTMLElement>(root, tag)[0];
}

/** The page that holds the floor: the question whether somebody is still there before the screen it lies over. */
export function pageIn(frame: ParentNode): HTMLElement | undefined {
  return (
    frame.querySelector<HTMLElement>('kiosk-still-there') ??
    frame.querySelector<HTMLElement>('.stage > :not(kiosk-more, .busy)') ??
    undefined
  );
}

export function headingIn(page: HTMLElement): HTMLElement | undefined {
  return findAll(partsOf(page), 'h1, h2')[0];
}

/** Everything that can be pressed now, from the first to the last. */
export function pressablesIn(root: ParentNode, apart = ''): HTMLElement[] {
  return findAll(root, PRESSABLE, apart).filter(
    (element) => !element.matches('[disabled], :disabled, [tabindex="-1"]') && element.checkVisibility(),
  );
}

export function partsOf(element: HTMLElement): ParentNode {
  return element.shadowRoot ?? element;
}

/** What has the focus, at any depth. */
export function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** Which of these has the focus, itself or something in it. */
export function focusedOf(elements: readonly HTMLElement[]): number {
  const roots = new Set<Node>();
  for (
    let node: Node | null = focused();
    node;
    node = node.parentNode ?? (node instanceof ShadowRoot ? node.host : null)
  )
    roots.add(node);
  return elements.findIndex((element) => roots.has(element));
}
