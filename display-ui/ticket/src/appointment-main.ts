import '@foyer/ui-kit/tokens.css';
import 'virtual:foyer-fonts.css';
import { firstSpoken, language } from '@foyer/ui-kit/language/language.ts';
import './appointment/appointment-app.ts';

if (matchMedia('(prefers-color-scheme: dark)').matches) document.documentElement.dataset['theme'] = 'dark';
language.use(firstSpoken(navigator.languages)).catch((cause: unknown) => console.warn('language-not-loaded', cause));
