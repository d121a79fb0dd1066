// What people typed, as PostgreSQL can hold it: neither its text nor its jsonb takes NUL or half a character. The row
// keeps what was sealed, byte for byte; only what is read out of it is cleaned, so that no name becomes a dead letter.

/** The same value with every such text made whole, in whatever depth it stands. */
export function storable<Value>(value: Value): Value {
  return cleaned(value) as Value;
}

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', '').toWellFormed();
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cleaned(inner)]));
}
