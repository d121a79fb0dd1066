/** Light, dark or high contrast, as the machine is set, also when that changes. */
export function followTheme(root: HTMLElement): void {
  const contrast = matchMedia('(prefers-contrast: more)');
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const dress = () => {
    root.dataset['theme'] = contrast.matches ? 'contrast' : dark.matches ? 'dark' : 'light';
  };
  for (const query of [contrast, dark]) query.addEventListener('change', dress);
  dress();
}
