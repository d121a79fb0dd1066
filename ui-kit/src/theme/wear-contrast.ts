/**
 * Puts the contrast theme on an element (the page's root), without the clinic's accent. The answer takes it off again:
 * theme and accent are then as they were before.
 */
export function wearContrast(root: HTMLElement): () => void {
  const { theme } = root.dataset;
  const accents = ['--accent', '--called', '--on-accent', '--lit-edge'].map(
    (name) => [name, root.style.getPropertyValue(name)] as const,
  );
  root.dataset['theme'] = 'contrast';
  for (const [name] of accents) root.style.removeProperty(name);
  return () => {
    if (theme === undefined) delete root.dataset['theme'];
    else root.dataset['theme'] = theme;
    for (const [name, value] of accents) if (value !== '') root.style.setProperty(name, value);
  };
}
