import '@foyer/ui-kit/tokens.css';
import 'virtual:foyer-fonts.css';
import './theme/staff.css';
import './pages/first-run/first-run-app.ts';
