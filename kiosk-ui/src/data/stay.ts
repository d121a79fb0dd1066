// Keeps whoever tries things at a kiosk on its page: no menu, no file dropped on it, no print or search of the browser,
// no zoom but the kiosk's own, and Back stays. The appliance's policy for the browser does the rest (`firmware-config`).

/** Of the browser's own, pressed with Control or Command. Those of a text field (A, C, V, X, Z) stay. */
const browserKeys = new Set(['d', 'e', 'f', 'g', 'h', 'j', 'k', 'l', 'n', 'o', 'p', 's', 't', 'u', '+', '-', '=', '0']);
const functionKeys = new Set(['F1', 'F3', 'F6', 'F7', 'F11', 'F12']);

export function stayOnThisPage(page: EventTarget, history: Pick<History, 'pushState'>): void {
  const refuse = (event: Event): void => event.preventDefault();
  for (const type of ['contextmenu', 'dragover', 'drop']) page.addEventListener(type, refuse);
  page.addEventListener('keydown', (event) => {
    if (isOfTheBrowser(event as KeyboardEvent)) event.preventDefault();
  });
  page.addEventListener('wheel', (event) => (event as WheelEvent).ctrlKey && event.preventDefault(), {
    passive: false,
  });
  const stay = (): void => history.pushState(null, '');
  page.addEventListener('popstate', stay);
  stay();
}

function isOfTheBrowser({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (functionKeys.has(key)) return true;
  if (altKey && (key === 'ArrowLeft' || key === 'ArrowRight' || key === 'Home')) return true;
  return (ctrlKey || metaKey) && browserKeys.has(key.toLowerCase());
}
