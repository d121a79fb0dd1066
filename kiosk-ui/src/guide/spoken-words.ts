// The words of a part of the page as they are heard: what is hidden, drawn or in another tongue is left out, and what
// stands apart is a piece of its own.

/** The pieces of a node, in the order of the page, `apart` from what the selector names; its own tongue may be any. */
export function piecesOf(node: Node, apart = ''): string[] {
  const pieces: string[] = [];
  let piece = '';
  const end = (): void => {
    const words = piece
      .replace(/\s+/g, ' ')
      .replace(/ (?=[.,:;!?])/g, '')
      .trim();
    if (/[\p{L}\p{N}]/u.test(words)) pieces.push(words);
    piece = '';
  };
  const walk = (each: Node): void => {
    if (each instanceof Text) piece += each.data;
    if (!(each instanceof Element)) return each.childNodes.forEach(walk);
    if (isSilent(each) || (each !== node && isForeign(each)) || (apart && each.matches(apart))) return end();
    const standsApart = !/^(inline|contents)$/.test(getComputedStyle(each).display);
    const part = () => (standsApart ? end() : (piece += ' '));
    part();
    childrenOf(each).forEach(walk);
    part();
  };
  walk(node);
  end();
  return pieces;
}

/** A piece as a sentence: it ends, and a number such as A047 is spelled. */
export function sentence(piece: string): string {
  const spelled = piece.replace(/(?<![\p{L}\p{N}])(\p{Lu})(\d{2,4})(?!\p{N})/gu, (_, letter: string, digits: string) =>
    [letter, ...digits].join(' '),
  );
  if (/[.!?:。！？؟]$/u.test(spelled)) return spelled;
  return `${spelled}${/\p{Script=Han}/u.test(spelled) ? '。' : '.'}`;
}

function childrenOf(element: Element): readonly Node[] {
  if (element instanceof HTMLSlotElement) return element.assignedNodes({ flatten: true });
  return [...(element.shadowRoot ?? element).childNodes];
}

function isSilent(element: Element): boolean {
  if (element.matches('[aria-hidden=true], svg, style, script, [role=img], input, select, textarea')) return true;
  return getComputedStyle(element).display !== 'contents' && !element.checkVisibility({ visibilityProperty: true });
}

function isForeign(element: Element): boolean {
  const lang = element.getAttribute('lang');
  return lang !== null && lang !== '' && lang !== document.documentElement.lang;
}
