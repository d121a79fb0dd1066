import '@foyer/ui-kit/tokens.css';
import 'virtual:foyer-fonts.css';
import './virtual-devices.ts';
