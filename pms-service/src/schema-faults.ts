// What a schema has against a file that a person wrote: a line for each fault, with its place as a JSON pointer.

import type { TSchema } from 'typebox';
import { Value } from 'typebox/value';

/** Empty when the value fits. */
export function schemaFaults(schema: TSchema, value: unknown, at = ''): readonly string[] {
  return Value.Errors(schema, value).flatMap(({ keyword, instancePath, params, message }) => {
    const path = `${at}${instancePath}`;
    const { requiredProperties = [], additionalProperties = [] } = params as {
      readonly requiredProperties?: readonly string[];
      readonly additionalProperties?: readonly string[];
    };
    if (keyword === 'required') return requiredProperties.map((field) => `${path}/${field}: is missing`);
    if (keyword === 'additionalProperties') return additionalProperties.map((field) => `${path}/${field}: is no field`);
    // Said once more of the surplus field itself.
    if (keyword === 'boolean') return [];
    return [`${path || '/'}: ${message}`];
  });
}
