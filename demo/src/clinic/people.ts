// Invented people of many countries; any likeness is chance. Names that are long, short, and not of the Latin alphabet
// are among them on purpose.

import type { Language } from '@foyer/contracts/languages.ts';

export interface InventedName {
  readonly given: string;
  readonly family: string;
  readonly gender: 'female' | 'male';
  readonly language: Language;
}

const of = (language: Language, gender: 'female' | 'male', names: string): readonly InventedName[] =>
  names.split(',').map((name) => {
    const [given = '', family = ''] = name.trim().split('/');
    return { given, family, gender, language };
  });

export const patientNames: readonly InventedName[] = [
  ...of(
    'en',
    'female',
    'Miriam/Okafor, Ada/Holloway, Wilhelmina Oluwaseun/Adeyemi-Featherstone, Niamh/Ó Súilleabháin, Joy/Li, Grace/Whitcombe, Ines/Hart, Beatrix/Lund',
  ),
  ...of(
    'en',
    'male',
    'Tom/Marlow, George/Quill, Owen/Pryce, Samuel/Abara, Noah/Fenwick, Ivo/Strand, Harold/Penhaligon',
  ),
  ...of('es', 'female', 'Lucía/Fernández Prado, Carmen/Ibáñez, Elena/Solís Marín, Rosa/Quiroga, Pilar/Zamora'),
  ...of('es', 'male', 'Mateo/Rivas, Andrés/Peñalver, Julio/Cortés Vega, Tomás/Urrutia'),
  ...of('zh', 'female', 'Mei/Chen, Xiulan/Zhao, Yan/Xu, Lihua/Sun'),
  ...of('zh', 'male', 'Wei/Zhang, Jun/Guo, Hao/Tang'),
  ...of('ar', 'female', 'Amal/Haddad, Layla/Nasser, Salma/Khoury, Noor/Rahman'),
  ...of('ar', 'male', 'Omar/Sayegh, Karim/Mansour, Yusuf/Darwish'),
];

export const staffNames: readonly { readonly name: string; readonly roles: readonly string[] }[] = [
  { name: 'Amira Haddad', roles: ['nurse'] },
  { name: 'Daniel Osei', roles: ['nurse'] },
  { name: 'Sofía Beltrán', roles: ['nurse'] },
  { name: 'Hannah Lim', roles: ['nurse'] },
  { name: 'Petra Novak', roles: ['nurse'] },
  { name: 'James Ferris', roles: ['nurse'] },
  { name: 'Ruth Calloway', roles: ['reception'] },
  { name: 'Marco Teller', roles: ['cashier', 'reception'] },
  { name: 'Ingrid Solberg', roles: ['supervisor', 'cashier'] },
  { name: 'Victor Anand', roles: ['auditor'] },
  { name: 'Elif Demir', roles: ['admin', 'supervisor'] },
];
