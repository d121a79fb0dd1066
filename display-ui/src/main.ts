import '@foyer/ui-kit/tokens.css';
import 'virtual:foyer-fonts.css';
import { registerServiceWorker } from '@foyer/ui-kit/offline/service-worker.ts';
import './display-app.ts';

// Nobody is disturbed by a wall that draws itself anew.
registerServiceWorker(import.meta.env.BASE_URL, () => location.reload());
