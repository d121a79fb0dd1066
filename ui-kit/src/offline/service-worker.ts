// Brings the page up with the server down. Only a secure context has service workers; elsewhere the page lives without.

/** Registers `sw.js` of the app. `updated` is called once a newer version has taken over: reload when nobody is there. */
export function registerServiceWorker(base: string, updated: () => void): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const hadController = navigator.serviceWorker.controller !== null;
  navigator.serviceWorker.addEventListener('controllerchange', () => hadController && updated());
  navigator.serviceWorker.register(`${base}sw.js`, { scope: base }).catch((cause: unknown) => {
    console.warn('service-worker-not-registered', cause);
  });
}
