import type { RuleId } from '@kepu/shared/rules/rule-ids';
import { preset2025 } from '@kepu/shared/campaign/preset-2025';
import type { Finding, Verdict } from '@kepu/shared/inspection/finding';
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

/** What each rule has to say about a film; of one too broken to be opened most say that they were not asked. */
function expected({ breaks, unchecked = [], silent = [] }: CatalogueFilm): Record<string, Verdict> {
  const verdict = (rule: RuleId): Verdict => (breaks.includes(rule) ? 'fail' : [...unchecked, ...silent].includes(rule) ? 'unchecked' : 'pass');
  return Object.fromEntries(ALL.map((rule) => [rule, verdict(rule)]));
}

/** Checks that are silent unless they point at something, and the check that says whether they were asked. */
const SPOKEN_FOR: Record<string, string> = { 'V3.detail': 'V2.bars', 'V9.loudness': 'V9' };

/** What each rule and each check that points said of a film whose truth is known. */
function outcomesOf({ breaks, looks = [], missed = [] }: CatalogueFilm, findings: readonly Finding[]): Outcome[] {
  return [...ALL, ...HINTS].map((rule) => {
    const isBroken = [...breaks, ...looks, ...missed].includes(rule);
    const own = findings.find(({ check }) => check === rule);
    const { verdict, isMoot } = own ?? findings.find(({ check }) => check === SPOKEN_FOR[rule]) ?? { verdict: 'nothing' as const };
    const isNoticed = own !== undefined && (verdict === 'fail' || verdict === 'look');
    return { rule, isBroken, said: isMoot ? 'left out' : isNoticed ? 'noticed' : verdict === 'unchecked' ? 'unchecked' : 'quiet' };
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
    outcomes.push(...outcomesOf(film, findings));
    const verdicts = Object.fromEntries(findings.filter(({ check }) => ALL.some((rule) => rule === check)).map(({ check, verdict }) => [check, verdict]));
    expect(verdicts, JSON.stringify(facts)).toEqual(expected(film));
    expect(ALL.filter((rule) => findings.some(({ check, isMoot }) => check === rule && isMoot))).toEqual(film.silent ?? []);
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
