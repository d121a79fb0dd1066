import '@foyer/ui-kit/tokens.css';
import 'virtual:foyer-fonts.css';
import { registerServiceWorker } from '@foyer/ui-kit/offline/service-worker.ts';
import { stayOnThisPage } from './data/stay.ts';
import './foyer-kiosk.ts';

stayOnThisPage(globalThis, history);
registerServiceWorker(import.meta.env.BASE_URL, () => document.querySelector('foyer-kiosk')?.renewWhenIdle());
