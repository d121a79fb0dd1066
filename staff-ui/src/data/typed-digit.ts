/** The key of the pad that a keyboard's key stands for; undefined for every other. */
export function digitOf(event: KeyboardEvent): string | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  if (event.key === 'Backspace') return 'delete';
  return /^\d$/.test(event.key) ? event.key : undefined;
}
