// How a phone is made to notice a call while the page is open: the title of the page, and, where the phone can shake and
// was allowed to by a touch, a shake. Nothing is promised that this phone cannot do.

const CALLED: readonly number[] = [500, 200, 500, 200, 900];

export function canShake(): boolean {
  return 'vibrate' in navigator;
}

/** Call from a touch: browsers allow no shake before one. True when this phone shook. */
export function tryShake(): boolean {
  return canShake() && navigator.vibrate(120);
}

export function shakeForCall(): void {
  if (canShake()) navigator.vibrate([...CALLED]);
}
