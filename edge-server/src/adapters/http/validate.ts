// Requests against the route table's schemas, by TypeBox. A schema is compiled at its first request, so that starting
// costs nothing.

import { refusedField } from '@foyer/contracts/schema-error.ts';
import type { FastifyInstance } from 'fastify';
import type { TSchema } from 'typebox';
import { Compile, type Validator } from 'typebox/compile';
import { CodedError } from './errors.ts';

export function validateWithTypeBox(app: FastifyInstance): void {
  app.setValidatorCompiler<TSchema>(({ schema }) => {
    let validator: Validator | undefined;
    return (value: unknown) => {
      validator ??= Compile(schema);
      if (validator.Check(value)) return { value };
      const [first] = validator.Errors(value);
      return { error: new CodedError('invalid-request', { path: refusedField(first), why: first?.message ?? 'has a wrong shape' }) };
    };
  });
  app.setSerializerCompiler(() => (value) => JSON.stringify(value));
}
