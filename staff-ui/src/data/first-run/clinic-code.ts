/** Words that half of all clinics begin with. */
const common = new Set(['THE', 'DR', 'CLINIC', 'CLINICA', 'CENTRO', 'CENTRE', 'CENTER', 'MEDICAL', 'MEDICO', 'SALUD']);

/** A short code for receipts, from a clinic's name: "Clínica Río Ebro" is RIO. */
export function codeFrom(name: string): string {
  const words = name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toUpperCase()
    .split(/[^A-Z0-9]+/)
    .filter((word) => word.length >= 2);
  const [code = 'CLINIC'] = [...words.filter((word) => !common.has(word)), ...words];
  return code.slice(0, 8);
}
