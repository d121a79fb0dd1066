// Which field of a request a schema refused, for the answer's `path`.

/** What of a validator's error is needed; JSON Schema's names. */
export interface SchemaError {
  /** JSON pointer. */
  readonly instancePath: string;
  readonly params: object;
}

/** The field that is wrong, as a JSON pointer: of a missing or a surplus field, its own and not its parent's. */
export function refusedField(error: SchemaError | undefined): string {
  if (error === undefined) return '/';
  const { requiredProperties, additionalProperties } = error.params as {
    readonly requiredProperties?: readonly string[];
    readonly additionalProperties?: readonly string[];
  };
  const field = requiredProperties?.[0] ?? additionalProperties?.[0];
  return field === undefined ? error.instancePath || '/' : `${error.instancePath}/${field}`;
}
