import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { preset2025 } from '@kepu/shared/campaign/preset-2025';
import type { FilmFacts } from '@kepu/shared/inspection/facts';
import { filmFindings } from '@kepu/shared/inspection/judge';
import type { RuleId } from '@kepu/shared/rules/rule-ids';
import { readyForm } from '@kepu/shared/testing/examples';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogued, fileOf } from '../../../../../tests/films/catalogue.js';
import { confusionTable, tableInReadme, type Outcome } from '../../../../../tests/films/confusion.js';
import { DECLARED, FILM_MS } from '../../../../../tests/films/declared.js';
import { gatherFilmFacts } from './gather-film-facts.js';
import { findMediaTools, type MediaTools } from './tools.js';

const RULES: RuleId[] = ['O1', 'O2', 'O3', 'O4', 'O6'];
const form = { ...readyForm(), materials: [], allOriginal: true };
const outcomes: Outcome[] = [];

describe('what a form declares beside a real film', () => {
  let tools: MediaTools;
  let folder: string;
  let original: string;
  const known = new Map<string, FilmFacts>();
  beforeAll(async () => {
    tools = await findMediaTools();
    folder = await mkdtemp(join(tmpdir(), 'kepu-declared-'));
    original = await fileOf(catalogued('compliant'), tools.ffmpeg.path);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** The film with a mark in its file, measured once. */
  async function measured(mark: readonly string[]): Promise<FilmFacts> {
    const key = mark.join(' ');
    const facts = known.get(key) ?? (await gatherFilmFacts(mark.length > 0 ? await marked(mark) : original, { tools, until: 'marks' }));
    known.set(key, facts);
    return facts;
  }

  async function marked(mark: readonly string[]): Promise<string> {
    const path = join(folder, `${known.size}.mp4`);
    await promisify(execFile)(tools.ffmpeg.path, ['-v', 'error', '-i', original, '-map', '0', '-c', 'copy', ...mark, path]);
    return path;
  }

  it.each(DECLARED)('$name', { timeout: 60_000 }, async ({ form: change, mark = [], breaks = [], looks = [] }) => {
    const facts = await measured(mark);
    expect(Math.abs((facts.durationMs ?? 0) - FILM_MS)).toBeLessThan(100);
    const findings = filmFindings(facts, preset2025, { ...form, ...change }).filter(({ rule }) => RULES.includes(rule));
    const rulesWith = (wanted: string) => findings.filter(({ verdict }) => verdict === wanted).map(({ rule }) => rule).sort();
    for (const { rule, verdict } of findings) {
      if (verdict === 'notApplicable') continue;
      outcomes.push({ rule, isBroken: [...breaks, ...looks].includes(rule), said: verdict === 'fail' || verdict === 'look' ? 'noticed' : verdict === 'unchecked' ? 'unchecked' : 'quiet' });
    }
    expect({ fails: rulesWith('fail'), looks: rulesWith('look') }, JSON.stringify(findings)).toEqual({ fails: breaks, looks });
  });

  it('is said as often as the README of the tests shows', async () => {
    const table = confusionTable(RULES, outcomes);
    expect(await tableInReadme('declared', table)).toBe(table);
  });
});
