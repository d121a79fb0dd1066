// Which colours the screens' styles put on which: read out of their sources, so that a pair that nobody thought of is
// tried as well.

export interface UsedColours {
  /** Said in one rule: this text on this ground. */
  readonly pairs: readonly (readonly [text: string, ground: string])[];
  /** Text colours whose ground some other rule says. */
  readonly texts: readonly string[];
  /** Grounds whose text colour some other rule says. */
  readonly grounds: readonly string[];
}

/** `roles`: the names of the tokens; a property of an element's own stands for the token that it falls back to. */
export function usedColours(sources: readonly string[], roles: ReadonlySet<string>): UsedColours {
  const pairs = new Map<string, readonly [string, string]>();
  const texts = new Set<string>();
  const grounds = new Set<string>();
  for (const source of sources) {
    for (const [, rule = ''] of source.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/\{([^{}]*)\}/g)) {
      const text = roleIn(rule, /(?:^|[;\s])color:([^;]*)/, roles);
      const ground = roleIn(rule, /(?:^|[;\s])background(?:-color)?:([^;]*)/, roles);
      if (text && ground) pairs.set(`${text} on ${ground}`, [text, ground]);
      else if (text) texts.add(text);
      else if (ground) grounds.add(ground);
    }
  }
  return { pairs: [...pairs.values()], texts: [...texts], grounds: [...grounds] };
}

/** The first token that the value names; undefined where it is no plain colour of ours (a gradient, `currentColor`). */
function roleIn(rule: string, property: RegExp, roles: ReadonlySet<string>): string | undefined {
  const value = property.exec(rule)?.[1]?.trim() ?? '';
  if (!value.startsWith('var(')) return undefined;
  return [...value.matchAll(/--([\w-]+)/g)].map(([, name]) => name!).find((name) => roles.has(name));
}
