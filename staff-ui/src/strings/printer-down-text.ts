import type { FaultyPrinter } from '../data/printers.ts';
import { t } from './strings.ts';

/** Which printer needs somebody, and for what; of one that nobody named, that it does not print. */
export function printerDownText(printer: FaultyPrinter | undefined): string {
  if (printer === undefined) return t('notice.printer-down');
  return t(`printers.${printer.state}`, { name: printer.name || t('printers.only') });
}
