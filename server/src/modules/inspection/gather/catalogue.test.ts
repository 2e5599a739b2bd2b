import type { RuleId } from '@kepu/shared/rules/rule-ids';
import { preset2025 } from '@kepu/shared/campaign/preset-2025';
import type { Verdict } from '@kepu/shared/inspection/finding';
import { filmFindings } from '@kepu/shared/inspection/judge';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { CATALOGUE, fileOf, type CatalogueFilm } from '../../../../../tests/films/catalogue.js';
import { confusionTable, tableInReadme, type Outcome } from '../../../../../tests/films/confusion.js';
import { gatherFilmFacts } from './gather-film-facts.js';
import { findMediaTools, type MediaTools } from './tools.js';

// One film keeps about one core busy.
vi.setConfig({ maxConcurrency: 2 });

const ALL: RuleId[] = ['V1', 'V2', 'V3', 'V4', 'V5', 'V9', 'V11'];

/** Checks that only ever point a person at something. */
const HINTS = ['V2.bars', 'V3.detail', 'V9.loudness', 'V11.still'];

/** What each rule has to say about a film; silent rules say nothing. */
function expected({ breaks, unchecked = [], silent = [] }: CatalogueFilm): Record<string, Verdict> {
  const verdict = (rule: RuleId): Verdict => (breaks.includes(rule) ? 'fail' : unchecked.includes(rule) ? 'unchecked' : 'pass');
  return Object.fromEntries(ALL.filter((rule) => !silent.includes(rule)).map((rule) => [rule, verdict(rule)]));
}

/** What each rule and each check that points said of a film whose truth is known. */
function outcomesOf({ breaks, looks = [], missed = [], silent = [] }: CatalogueFilm, said: ReadonlyMap<string, Verdict>): Outcome[] {
  const isSilent = (rule: string) => silent.some((other) => rule === other || (rule.startsWith(`${other}.`) && !said.has(rule)));
  return [...ALL, ...HINTS].map((rule) => {
    const verdict = said.get(rule) ?? 'pass';
    const noticed = verdict === 'fail' || verdict === 'look' ? 'noticed' : verdict === 'unchecked' ? 'unchecked' : 'passes';
    return { rule, isBroken: [...breaks, ...looks, ...missed].includes(rule), said: isSilent(rule) ? 'nothing' : noticed };
  });
}
const outcomes: Outcome[] = [];

describe('what the machine says about real films', () => {
  let tools: MediaTools;
  beforeAll(async () => {
    tools = await findMediaTools();
  });

  it.concurrent.each(CATALOGUE)('$name: breaks $breaks', { timeout: 120_000 }, async (film) => {
    const facts = await gatherFilmFacts(await fileOf(film, tools.ffmpeg.path), { tools, until: 'picture' });
    const findings = filmFindings(facts, preset2025);
    outcomes.push(...outcomesOf(film, new Map(findings.map(({ check, verdict }) => [check, verdict]))));
    const verdicts = Object.fromEntries(findings.filter(({ check }) => ALL.some((rule) => rule === check)).map(({ check, verdict }) => [check, verdict]));
    expect(verdicts, JSON.stringify(facts)).toEqual(expected(film));
    const looks = findings.filter(({ check, verdict }) => HINTS.includes(check) && verdict === 'look').map(({ check }) => check);
    expect(looks, JSON.stringify(facts)).toEqual(film.looks ?? []);
    const measured = Object.fromEntries(findings.map(({ check, measured: value }) => [check, value]));
    expect(measured).toMatchObject({ ...film.measured, ...film.seen });
  });
});

it('says it as often as the README of the tests shows', async () => {
  const table = confusionTable([...ALL, ...HINTS], outcomes);
  expect(await tableInReadme('file', table)).toBe(table);
});
