/**
 * What the log says of paper against the paper that there is: every sheet that was wanted has one end, "printed" has its
 * sheet, what was given up has none, what is unknown has one or none, and no number is two people's.
 */
import type { LogRow } from '@foyer/contracts/log-row.ts';

export interface Sheet {
  readonly number: string;
  /** Cut by its own document, and not torn off when a host hung up. */
  readonly whole: boolean;
  readonly printer: string;
}

export type PaperRow = Pick<LogRow, 'type' | 'actor' | 'body'>;

export interface PaperVerdict {
  readonly issued: number;
  readonly printed: number;
  readonly reprinted: number;
  readonly givenUp: number;
  readonly unknown: number;
  readonly lost: number;
  readonly duplicated: number;
  readonly violations: readonly string[];
}

interface Paper {
  readonly number: string;
  readonly actor: string;
  wanted: number;
  printed: number;
  givenUp: number;
  unknown: number;
}

/** `ownPrinter` is that of the actor, whose orders it prints in their order. */
export function judgePaper(
  rows: readonly PaperRow[],
  sheets: readonly Sheet[],
  ownPrinter: (actor: string) => string | undefined,
): PaperVerdict {
  const papers = new Map<string, Paper>();
  const violations: string[] = [];
  let lost = 0;
  for (const { type, actor, body } of rows) {
    const { ticketId, number = '' } = JSON.parse(body) as { readonly ticketId?: string; readonly number?: string };
    if (ticketId === undefined) continue;
    const known = papers.get(ticketId);
    const paper = known ?? { number, actor, wanted: 0, printed: 0, givenUp: 0, unknown: 0 };
    papers.set(ticketId, paper);
    switch (type) {
      case 'v1.TicketIssued':
      case 'v1.ReprintRequested':
        paper.wanted += 1;
        break;
      case 'v1.DocumentPrinted':
        paper.printed += 1;
        break;
      case 'v1.PrintFailed':
        paper.givenUp += 1;
        break;
      case 'v1.PrintEndUnknown':
        paper.unknown += 1;
        break;
      // A number, and nothing of its place.
      case 'v1.WaitEstimated':
        break;
      default:
        lost += 1;
        violations.push(`${paper.number} lost its place by ${type}`);
    }
  }
  const all = [...papers.values()];
  const whole = countsOf(sheets.filter((sheet) => sheet.whole));
  for (const { number, wanted, printed, givenUp, unknown } of all) {
    const ends = printed + givenUp + unknown;
    if (ends !== wanted) violations.push(`${number} was wanted ${wanted} times and has ${ends} ends`);
    const there = whole.get(number) ?? 0;
    if (there < printed) violations.push(`${number} was printed ${printed} times and is on ${there} sheets`);
    if (there > printed + unknown) violations.push(`${number} is on ${there} sheets, of which ${printed} are known`);
  }
  const sum = (count: (paper: Paper) => number): number => all.reduce((total, paper) => total + count(paper), 0);
  return {
    issued: all.length,
    printed: sum(({ printed }) => printed),
    reprinted: sum(({ wanted }) => wanted - 1),
    givenUp: sum(({ givenUp }) => givenUp),
    unknown: sum(({ unknown }) => unknown),
    lost,
    duplicated: all.length - new Set(all.map(({ number }) => number)).size,
    violations: [...violations, ...outOfOrder(all, sheets, ownPrinter)],
  };
}

/** Of clinics that have nothing to do with each other. */
export function verdictOfAll(verdicts: readonly PaperVerdict[]): PaperVerdict {
  const sum = (count: (verdict: PaperVerdict) => number): number =>
    verdicts.reduce((total, verdict) => total + count(verdict), 0);
  return {
    issued: sum(({ issued }) => issued),
    printed: sum(({ printed }) => printed),
    reprinted: sum(({ reprinted }) => reprinted),
    givenUp: sum(({ givenUp }) => givenUp),
    unknown: sum(({ unknown }) => unknown),
    lost: sum(({ lost }) => lost),
    duplicated: sum(({ duplicated }) => duplicated),
    violations: verdicts.flatMap(({ violations }) => violations),
  };
}

function countsOf(sheets: readonly Sheet[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { number } of sheets) counts.set(number, (counts.get(number) ?? 0) + 1);
  return counts;
}

/** What was wanted once is on a printer's roll in the order in which it was wanted there. */
function outOfOrder(
  papers: readonly Paper[],
  sheets: readonly Sheet[],
  ownPrinter: (actor: string) => string | undefined,
): readonly string[] {
  const place = new Map(
    papers.filter(({ wanted }) => wanted === 1).map((paper, index) => [paper.number, { paper, index }]),
  );
  const last = new Map<string, number>();
  return sheets.flatMap(({ number, printer, whole }) => {
    const found = place.get(number);
    if (!whole || found === undefined || ownPrinter(found.paper.actor) !== printer) return [];
    const before = last.get(printer) ?? -1;
    last.set(printer, Math.max(before, found.index));
    return found.index < before ? [`${number} came after one that was wanted later`] : [];
  });
}
