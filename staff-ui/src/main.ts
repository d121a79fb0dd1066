import '@foyer/ui-kit/tokens.css';
import 'virtual:foyer-fonts.css';
import './theme/staff.css';
import './staff-app.ts';
