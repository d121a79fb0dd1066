import { describe, expect, it } from 'vitest';
import { columnsOf } from './table-columns.ts';

describe('the columns of a table', () => {
  it.each([
    ['English', ['First name', 'Surname', 'Date of birth', 'Phone', 'Service', 'Date', 'Time', 'Duration (min)']],
    ['Spanish', ['NOMBRE', 'Apellidos', 'Fecha de nacimiento', 'Teléfono', 'Servicio', 'Fecha', 'Hora', 'Duración']],
    ['Chinese', ['名', '姓', '出生日期', '电话', '服务', '日期', '时间', '时长']],
    ['Arabic', ['الاسم الأول', 'اسم العائلة', 'تاريخ الميلاد', 'رقم الهاتف', 'الخدمة', 'التاريخ', 'الوقت', 'المدة']],
  ])('are known by their heads in %s', (_language, heads) => {
    expect(columnsOf(heads, undefined)).toEqual({
      given: 0,
      family: 1,
      'birth-date': 2,
      phone: 3,
      service: 4,
      date: 5,
      time: 6,
      minutes: 7,
    });
  });

  it('take a given name that stands alone for the whole name', () => {
    expect(columnsOf(['Nombre', 'Hora'], undefined)).toEqual({ name: 0, time: 1 });
    expect(columnsOf(['Name', 'Surname', 'Time'], undefined)).toEqual({ given: 0, family: 1, time: 2 });
  });

  it('leave to a person what is not known, and take the first of two', () => {
    expect(columnsOf(['Ref', 'Patient', 'Time', 'Hour'], undefined)).toEqual({ name: 1, time: 2 });
  });

  it('are what a person said, where one did', () => {
    const chosen = [
      { column: 1, field: 'name' as const },
      { column: 0, field: 'time' as const },
      { column: 9, field: 'phone' as const },
    ];
    expect(columnsOf(['Time', 'Name'], chosen)).toEqual({ name: 1, time: 0 });
  });
});
