import { writeFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { preset2025 } from '@kepu/shared/campaign/preset-2025';
import { emptyForm, type WorkForm } from '@kepu/shared/forms/work-form';
import type { FilmFacts } from '@kepu/shared/inspection/facts';
import { filmFindings } from '@kepu/shared/inspection/judge';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { rangeOfScene, WRITTEN, writtenFilm } from '../../../../../../tests/films/written.js';
import { confusionTable, tableInReadme, type Outcome } from '../../../../../../tests/films/confusion.js';
import type { FilmSource } from '../film-source.js';
import { findMediaTools, type MediaTools } from '../tools.js';
import { readText } from './read-text.js';
import { OCR_PROCESS, type OcrProcess } from './recogniser.js';
import { traditionalIn } from './traditional.js';

let tools: MediaTools;
let folder: string;
beforeAll(async () => {
  tools = await findMediaTools();
  folder = await mkdtemp(join(tmpdir(), 'kepu-text-test-'));
  vi.stubEnv('TMPDIR', folder);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

const person = (name: string) => ({ id: name, name, organisation: '', post: '' });
/** What the compliant film's form says. */
const form: WorkForm = {
  ...emptyForm(), title: '风从草原来', creators: [person('张某某'), person('李某某')], producingUnits: [{ id: 'u', name: '某某融媒体中心', creditCode: '' }],
};
const bare: FilmFacts = {
  bytes: 110_000_000, container: { format: 'mp4', isMp4: true, majorBrand: 'isom' }, durationMs: 130_000,
  video: { width: 1920, height: 1080, displayWidth: 1920, displayHeight: 1080, codec: 'h264', durationMs: 130_000 },
};
const material = { id: 'm', kindId: 'public-footage', note: '', licenceWay: '', licenceTerritory: '', licenceTerm: '', proofIds: [] };
const sourceOf = (path: string): FilmSource => ({ path, tools, deadline: performance.now() + 120_000 });

const RULES = ['V6', 'V7', 'V8', 'V10', 'O5'];
const outcomes: Outcome[] = [];

describe('what is written on real films', () => {
  it.each(WRITTEN)('$name', { timeout: 150_000 }, async (film) => {
    const facts = structuredClone(bare);
    const ranges = film.quotes?.map(rangeOfScene) ?? [];
    await readText(sourceOf(await writtenFilm(film, tools.ffmpeg.path)), facts, { streamIndex: 0, form, quoted: [{ materialId: 'm', ranges }] });
    const findings = filmFindings(facts, preset2025, { ...form, materials: ranges.length > 0 ? [{ ...material, ranges }] : [] }).filter(({ rule }) => RULES.includes(rule));
    const looks = findings.filter(({ verdict }) => verdict === 'look').map(({ rule }) => rule);
    for (const { rule, verdict } of findings) {
      if (verdict === 'notApplicable') continue;
      outcomes.push({ rule, isBroken: film.looks.some((other) => other === rule), said: verdict === 'unchecked' ? 'unchecked' : verdict === 'look' || verdict === 'fail' ? 'noticed' : 'quiet' });
    }
    expect(looks, JSON.stringify(facts.text)).toEqual(film.looks);
    expect(findings.filter(({ verdict }) => verdict === 'fail' || verdict === 'unchecked')).toEqual([]);
    for (const [rule, missing] of Object.entries(film.missing ?? {})) {
      expect(findings.find((finding) => finding.rule === rule)?.evidence.filter(({ kind }) => kind === 'missing')).toEqual([{ kind: 'missing', note: missing }]);
    }
    expect((await readdir(folder)).filter((name) => name.startsWith('kepu-'))).toEqual([]);
  });
});

it('is found as often as the README of the tests shows', async () => {
  const table = confusionTable(RULES, outcomes);
  expect(await tableInReadme('written', table)).toBe(table);
});

describe('a recogniser that fails is never the film\'s fault', () => {
  const withScript = async (name: string, script: string, change: Partial<OcrProcess> = {}) => {
    const path = join(folder, `${name}.mjs`);
    await writeFile(path, script);
    const facts = structuredClone(bare);
    const began = performance.now();
    const film = await writtenFilm(WRITTEN[0]!, tools.ffmpeg.path);
    const failed = await readText(sourceOf(film), facts, { streamIndex: 0, form, quoted: [], process: { ...OCR_PROCESS, script: path, ...change } }).then(() => 'nothing', String);
    return { failed, text: facts.text, tookMs: performance.now() - began };
  };
  const ready = "process.on('disconnect', () => process.exit()); process.send({ ready: true });";

  it.each<[string, string, Partial<OcrProcess>, string]>([
    ['cannot be loaded', "import 'no-such-package';", {}, '文字识别程序异常退出'],
    ['reads the known word wrongly', "process.send({ error: 'the recogniser reads 科普视频 as nonsense' });", {}, '文字识别程序不能用'],
    ['never begins', 'setInterval(() => undefined, 1000);', { startMs: 300 }, '文字识别程序没有启动'],
    ['hangs over a picture', `${ready} process.on('message', () => { for (;;); });`, { pictureMs: 300 }, '文字识别超时'],
    ['dies over a picture', `${ready} process.on('message', () => process.kill(process.pid, 'SIGSEGV'));`, {}, '文字识别程序异常退出'],
  ])('%s', async (name, script, change, reason) => {
    const { failed, text, tookMs } = await withScript(name, script, change);
    expect([failed, text]).toEqual([`Error: ${reason}`, undefined]);
    expect(tookMs).toBeLessThan(20_000);
  });
});

it.each([
  ['发电机转得更快', ''], ['發電機轉得更快', '發電機轉'], ['乾坤、乾隆、什麽、瞭望、著名、藉口', ''], ['ABC 123 ©', ''],
])('tells traditional characters from those that are right in both scripts: %s', (text, characters) => expect(traditionalIn(text).join('')).toBe(characters));
