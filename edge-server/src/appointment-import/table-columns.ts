// What the columns of a table hold, by their heads in the four languages of the screens. A head that is not known is
// left to a person.

import type { ColumnChoice } from '@foyer/contracts/appointment-import.ts';
import type { TableField } from '@foyer/contracts/appointment-table.ts';
import { foldWords } from './fold-words.ts';

/** Where each field stands; a field that is not there has none. */
export type TableColumns = { readonly [F in TableField]?: number };

const heads: { readonly [F in TableField]: readonly string[] } = {
  name: [
    ...['name', 'full name', 'patient', 'patient name', 'client'],
    ...['nombre completo', 'nombre y apellidos', 'apellidos y nombre', 'paciente'],
    ...['姓名', '患者', '患者姓名', '病人', '病人姓名'],
    ...['الاسم', 'الاسم الكامل', 'اسم المريض', 'المريض'],
  ],
  given: [
    ...['first name', 'first names', 'given name', 'given names', 'forename', 'forenames', 'given'],
    ...['nombre', 'nombres', 'nombre de pila'],
    ...['名', '名字'],
    ...['الاسم الأول', 'الاسم الشخصي'],
  ],
  family: [
    ...['last name', 'family name', 'family names', 'surname', 'surnames', 'family'],
    ...['apellido', 'apellidos', 'primer apellido'],
    ...['姓', '姓氏'],
    ...['اسم العائلة', 'العائلة', 'الاسم الأخير', 'اللقب', 'الكنية'],
  ],
  'birth-date': [
    ...['birth date', 'date of birth', 'dob', 'birthday', 'born'],
    ...['fecha de nacimiento', 'fecha nacimiento', 'nacimiento', 'fecha nac', 'f nacimiento', 'nacido'],
    ...['出生日期', '出生年月日', '生日'],
    ...['تاريخ الميلاد', 'تاريخ الولادة', 'الميلاد'],
  ],
  phone: [
    ...['phone', 'phone number', 'telephone', 'tel', 'mobile', 'mobile number', 'mobile phone', 'cell', 'cell phone'],
    ...['teléfono', 'teléfono móvil', 'móvil', 'celular', 'tfno'],
    ...['电话', '电话号码', '联系电话', '手机', '手机号', '手机号码'],
    ...['الهاتف', 'هاتف', 'رقم الهاتف', 'الجوال', 'رقم الجوال', 'الموبايل'],
  ],
  service: [
    ...['service', 'appointment type', 'type', 'department', 'visit type'],
    ...['servicio', 'tipo de cita', 'tipo', 'prestación', 'departamento'],
    ...['服务', '服务项目', '项目', '科室', '类型'],
    ...['الخدمة', 'نوع الموعد', 'النوع', 'القسم'],
  ],
  date: [
    ...['date', 'appointment date', 'day', 'visit date'],
    ...['fecha', 'fecha de la cita', 'fecha de cita', 'fecha cita', 'día'],
    ...['日期', '预约日期', '就诊日期'],
    ...['التاريخ', 'تاريخ الموعد', 'اليوم'],
  ],
  time: [
    ...[
      'time',
      'appointment time',
      'start',
      'start time',
      'hour',
      'appointment',
      'date and time',
      'date time',
      'begins',
    ],
    ...['hora', 'hora de la cita', 'hora de cita', 'hora cita', 'hora de inicio', 'inicio', 'cita', 'fecha y hora'],
    ...['时间', '预约时间', '就诊时间', '开始时间'],
    ...['الوقت', 'وقت الموعد', 'الساعة', 'الموعد', 'التاريخ والوقت'],
  ],
  minutes: [
    ...['minutes', 'duration', 'length', 'min', 'duration min'],
    ...['minutos', 'duración', 'duración min'],
    ...['分钟', '时长'],
    ...['المدة', 'الدقائق', 'دقائق'],
  ],
  mode: [
    ...['mode', 'visit mode', 'appointment mode', 'modality', 'how'],
    ...['modalidad', 'modo', 'tipo de consulta'],
    ...['方式', '就诊方式'],
    ...['الطريقة', 'طريقة الزيارة'],
  ],
  practitioner: [
    ...['practitioner', 'provider', 'clinician', 'doctor', 'physician', 'with', 'seen by', 'staff', 'resource'],
    ...['profesional', 'médico', 'médica', 'doctora', 'facultativo', 'con'],
    ...['医生', '医师', '接诊人', '医护人员'],
    ...['الطبيب', 'الطبيبة', 'الممارس', 'مع'],
  ],
};
const fieldOf = new Map(
  (Object.entries(heads) as [TableField, readonly string[]][]).flatMap(([field, known]) =>
    known.map((head) => [foldWords(head), field] as const),
  ),
);

export function columnsOf(row: readonly string[], chosen: readonly ColumnChoice[] | undefined): TableColumns {
  const columns: { [F in TableField]?: number } = {};
  if (chosen !== undefined) {
    for (const { column, field } of chosen) if (column < row.length) columns[field] ??= column;
    return columns;
  }
  for (const [column, head] of row.entries()) {
    const field = fieldOf.get(foldWords(head));
    if (field !== undefined) columns[field] ??= column;
  }
  return wholeNames(columns);
}

/** "Nombre" beside "Apellidos" is the given name, and alone the whole one; "Name" beside "Surname" likewise. */
function wholeNames(columns: TableColumns): TableColumns {
  const { name, given, family, ...rest } = columns;
  if (family === undefined && name === undefined && given !== undefined) return { ...rest, name: given };
  if (family !== undefined && name !== undefined && given === undefined) return { ...rest, family, given: name };
  return columns;
}
