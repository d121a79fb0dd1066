// The file in the bar code of a North American licence or identity card: a header, a directory that says where each
// part begins and how long it is, and the parts, whose elements are a name of three letters and a value. The directory
// is believed and nothing is searched for, as the libraries for it do: a name inside a value is never taken for an
// element. Readers translate line ends, and the directory counts them as they were printed: one character each.
// Source: AAMVA DL/ID Card Design Standard, annex D (versions 2 to 10), and AAMVA DL/ID-2000 (version 1).

import { unread, type Reading } from './reading.ts';

export interface LicenceFile {
  /** Of the standard. */
  readonly version: number;
  /** Issuer identification number, six digits. */
  readonly issuer: string;
  readonly elements: ReadonlyMap<string, string>;
}
interface Entry {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
}

const newestVersion = 10;
/** `@`, line feed, record separator, carriage return: as printed, whatever is left of them. */
const opening = '@\n\x1e\r';
const header = /^@\p{Cc}{0,6}(ANSI |AAMVA)(\d{6})(\d{2})/u;
const designatorLength = 10;
const mostEntries = 20;
/** Of the holder: licence, identity card, enhanced licence. */
const holderParts: readonly string[] = ['DL', 'ID', 'EN'];

export function isLicenceFile(text: string): boolean {
  return header.test(text);
}

export function readLicenceFile(text: string): Reading<LicenceFile> {
  const [matched, fileType = '', issuer = '', versionDigits = ''] = header.exec(text) ?? [];
  if (matched === undefined) return unread('document-unreadable');
  const version = Number(versionDigits);
  if (version < 1 || version > newestVersion) return unread('document-field', 'version');
  const afterHeader = text.slice(matched.length);
  // Version 1 has no version of the jurisdiction.
  const countAt = version === 1 ? 0 : 2;
  const entries = entriesOf(afterHeader.slice(countAt + 2), Number(afterHeader.slice(countAt, countAt + 2)));
  const entry = entries?.find(({ type }) => holderParts.includes(type));
  if (entry === undefined) return unread('document-offsets', 'entries');
  const part = partAt(opening + fileType + issuer + versionDigits + asPrinted(afterHeader), entry, version);
  const elements = part === undefined ? undefined : elementsOf(part);
  if (elements === undefined) return unread('document-offsets', entry.type);
  return { ok: true, document: { version, issuer, elements } };
}

/** Without the carriage returns of a reader that puts one before every line feed. */
function asPrinted(text: string): string {
  return /[^\r]\n/.test(text) ? text : text.replaceAll('\r\n', '\n');
}

function entriesOf(directory: string, count: number): readonly Entry[] | undefined {
  if (!(count >= 1 && count <= mostEntries)) return undefined;
  const entries: Entry[] = [];
  for (let at = 0; at < count; at += 1) {
    const entry = directory.slice(at * designatorLength, (at + 1) * designatorLength);
    const [, type, offset, length] = /^([A-Z]{2})(\d{4})(\d{4})$/.exec(entry) ?? [];
    if (type === undefined) return undefined;
    entries.push({ type, offset: Number(offset), length: Number(length) });
  }
  return entries;
}

/** Undefined where it does not begin or end in the file as the directory says. Its last line end may be lost. */
function partAt(file: string, { type, offset, length }: Entry, version: number): string | undefined {
  const end = offset + length;
  if (end > file.length + 1) return undefined;
  const part = file.slice(offset, end);
  if (part.startsWith(type)) return part.slice(type.length);
  // In version 1 some begin with an element at once.
  return version === 1 && /^D[A-Z]{2}/.test(part) ? part : undefined;
}

/** Undefined where a line is no element, or one says two things. A carriage return ends the part. */
function elementsOf(part: string): ReadonlyMap<string, string> | undefined {
  const elements = new Map<string, string>();
  const own = part.includes('\n') ? (part.split('\r', 1)[0] ?? '') : part;
  for (const line of own.split(/[\n\r]/)) {
    if (line === '') continue;
    const [name, value] = [line.slice(0, 3), line.slice(3).trim()];
    if (!/^[DZ][A-Z]{2}$/.test(name) || /\p{Cc}/u.test(line)) return undefined;
    if ((elements.get(name) ?? value) !== value) return undefined;
    elements.set(name, value);
  }
  return elements;
}
