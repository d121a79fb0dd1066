import '@foyer/ui-kit/tokens.css';
import 'virtual:foyer-fonts.css';
import './theme/staff.css';
import { readyForHanSoon } from '@foyer/ui-kit/language/han.ts';
import './staff-app.ts';

readyForHanSoon();
