// Whoever is told of something finds the page that says what to do, and no page is about nothing.

import { describe, expect, it } from 'vitest';
import { clinicNeeds } from '@foyer/contracts/clinic-health.ts';
import { deviceProblems } from '@foyer/contracts/device-health.ts';
import { errorCodes, type ErrorCode } from '@foyer/contracts/error-codes.ts';
import { otherAlarms, runbookPage, runbookPages } from '@foyer/contracts/runbook.ts';
import { problemOfStorage } from '@foyer/contracts/storage.ts';
import { readText, readTree } from './repository.ts';

const folder = 'docs/runbook';
const { files } = readTree();
const pages = files.flatMap((path) => /^docs\/runbook\/([a-z-]+)\.md$/.exec(path)?.[1] ?? []);
const parts = ['What it means', 'What patients notice', 'What to do', 'It is over when'];

const without = (told: readonly string[]) => told.filter((each) => runbookPage(each) === undefined);

describe('the runbook', () => {
  it('has a page for each alarm of a device, of the disk, of a clinic, and of anything else', () => {
    expect(without(deviceProblems)).toEqual([]);
    expect(without(Object.values(problemOfStorage))).toEqual([]);
    expect(without(clinicNeeds)).toEqual([]);
    expect(without(otherAlarms)).toEqual([]);
  });

  it('has a page for each code with which a server does not serve', () => {
    const stops = (Object.keys(errorCodes) as ErrorCode[]).filter((code) => errorCodes[code].status >= 500);
    expect(stops.length).toBeGreaterThan(20);
    expect(without(stops)).toEqual([]);
  });

  it('has a page for each kind of work item', () => {
    const raised = /raiseWorkItem(?:Once)?\([^;]*?\bkind: '([a-z-]+)'|'v1\.WorkItemRaised'[^;]*?\bkind: '([a-z-]+)'/gs;
    const kinds = files
      .filter((path) => /^(domain|edge-server|pms-service)\/src\/.*(?<!\.test)\.ts$/.test(path))
      .flatMap((path) => [...readText(path).matchAll(raised)].map(([, one, other]) => one ?? other ?? ''));
    expect(kinds.length).toBeGreaterThan(7);
    expect(without(kinds)).toEqual([]);
  });

  it('has no page that nothing leads to, and none is missing', () => {
    expect(pages).toEqual(Object.keys(runbookPages).toSorted());
  });

  it('is about one thing once', () => {
    const all = Object.values(runbookPages).flat();
    expect(new Set(all).size).toBe(all.length);
  });

  it.each(Object.entries(runbookPages))(
    'says on %s what it is about, what to do, and when it is over',
    (page, about) => {
      const text = readText(`${folder}/${page}.md`);
      expect(about.filter((told) => !text.includes(`\`${told}\``))).toEqual([]);
      expect([...text.matchAll(/^## (.*)$/gm)].map(([, part]) => part)).toEqual(parts);
      expect(text).toMatch(/^1\. /m);
      const linked = [...text.matchAll(/\]\(([a-z-]+)\.md\)/g)].map(([, other]) => other!);
      expect(linked.filter((other) => !(other in runbookPages))).toEqual([]);
    },
  );

  it('lists every page', () => {
    const listed = [...readText(`${folder}/README.md`).matchAll(/\(([a-z-]+)\.md\)/g)].map(([, page]) => page);
    expect(listed).toHaveLength(pages.length);
    expect(new Set(listed)).toEqual(new Set(pages));
  });
});
