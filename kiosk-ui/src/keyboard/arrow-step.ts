/** Where an arrow key leads among what can be pressed: 1 to the next, -1 to the one before, as the page is read. */
export function arrowStep(key: string, dir: 'ltr' | 'rtl'): 1 | -1 | undefined {
  switch (key) {
    case 'ArrowDown':
      return 1;
    case 'ArrowUp':
      return -1;
    case 'ArrowRight':
      return dir === 'ltr' ? 1 : -1;
    case 'ArrowLeft':
      return dir === 'ltr' ? -1 : 1;
    default:
      return undefined;
  }
}
