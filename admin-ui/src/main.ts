import '@foyer/ui-kit/tokens.css';
import 'virtual:foyer-fonts.css';
import { readyForHanSoon } from '@foyer/ui-kit/language/han.ts';
import { language } from '@foyer/ui-kit/language/language.ts';
import './admin-app.ts';
import { keptLanguage } from './data/kept-language.ts';
import { followTheme } from './theme.ts';

followTheme(document.documentElement);
language.use(keptLanguage()).catch((cause: unknown) => console.warn('language-not-loaded', cause));
readyForHanSoon();
