import { describe, expect, it } from 'vitest';
import { preset2025 } from '../campaign/preset-2025.js';
import { readyFacts } from '../testing/examples.js';
import { precheck, sniffContainer } from '../upload/precheck.js';
import type { RuleId } from '../rules/rule-ids.js';
import type { FilmFacts, VideoFacts } from './facts.js';
import { blockingRules, FILM_RULES, filmFindings, shownVerdict } from './judge.js';

const judge = (change: Partial<FilmFacts>, config = preset2025) => filmFindings({ ...readyFacts(), ...change }, config);
const failed = (change: Partial<FilmFacts>) => judge(change).filter((f) => f.verdict === 'fail').map((f) => f.rule);
const picture = (change: Partial<VideoFacts>): Partial<FilmFacts> => ({ video: { ...readyFacts().video!, ...change } });
const shown = (displayWidth: number, displayHeight: number) => picture({ displayWidth, displayHeight });
const sound = (change: object): Partial<FilmFacts> => ({ audio: { ...readyFacts().audio!, ...change } });

describe('Annex 1, 一（三）: the machine measures', () => {
  it('finds nothing wrong with a film that keeps every rule', () => {
    expect(judge({}).map((f) => `${f.rule} ${f.verdict}`)).toEqual(['V1 pass', 'V2 pass', 'V3 pass', 'V4 pass', 'V5 pass', 'V9 pass', 'V11 pass']);
  });

  it.each<[string, Partial<FilmFacts>, string[]]>([
    ['V1 a QuickTime film', { container: { format: 'quicktime', isMp4: false, majorBrand: 'qt  ' } }, ['V1']],
    ['V2 4:3', shown(1920, 1440), ['V2']],
    ['V2 upright, which is too narrow as well', shown(1080, 1920), ['V2', 'V3']],
    ['V2 three quarters of a percent off', shown(1920, 1088), ['V2']],
    ['V2 a quarter of a percent off', shown(1920, 1084), []],
    ['V3 720P', shown(1280, 720), ['V3']],
    ['V3 one line short', shown(1920, 1079), ['V3']],
    ['V3 4K', shown(3840, 2160), []],
    ['V4 1:59.4', { durationMs: 119_400 }, ['V4']],
    ['V4 1:59.5 within the tolerance', { durationMs: 119_500 }, []],
    ['V4 5:00.5 within the tolerance', { durationMs: 300_500 }, []],
    ['V4 5:00.6', { durationMs: 300_501 }, ['V4']],
    ['V5 one byte short', { bytes: 99_999_999 }, ['V5']],
    ['V5 exactly 100 million', { bytes: 100_000_000 }, []],
    ['V5 exactly 300 × 2^20', { bytes: 314_572_800 }, []],
    ['V5 one byte over', { bytes: 314_572_801 }, ['V5']],
    ['V9 no audio track', { audio: null }, ['V9']],
    ['V9 a silent track', sound({ peakDb: -91, loudnessLufs: -70 }), ['V9']],
    ['V11 a file cut short', { damage: [{ atMs: 221_000, kind: 'truncated', note: '' }] }, ['V11']],
  ])('%s', (_name, change, rules) => expect(failed(change)).toEqual(rules));

  it('says measured, required, and what to do', () => {
    const [v3] = judge(shown(1280, 720)).filter((f) => f.rule === 'V3');
    expect(v3).toMatchObject({ measured: '1280×720', required: '1080P 以上', clause: '附件1 一（三）2' });
    expect(v3?.advice).toContain('原片');
    const [v11] = judge({ damage: [{ atMs: 221_000, kind: 'decode-error', note: '' }] }).filter((f) => f.rule === 'V11');
    expect(v11).toMatchObject({ measured: '3:41 处损坏', atMs: [221_000] });
  });

  it.each<[string, Partial<FilmFacts>, RuleId, string]>([
    ['too small for the shortest length', { bytes: 20_000_000 }, 'V5', '2分钟的片子要到 100 兆，码率约需 7 Mbps'],
    ['too large for the longest length', { bytes: 400_000_000 }, 'V5', '5分钟的片子码率 7 Mbps 以内就不会超'],
    ['sound that is there, of which the language is for a person', {}, 'V9', '由推荐单位审核人听'],
  ])('tells a creator about %s', (_name, change, rule, words) => expect(judge(change).find((f) => f.rule === rule)?.advice).toContain(words));

  it('V9 waits for the sound while it is decoded, and is unchecked where nothing was measured at the end', () => {
    const audio = { codec: 'aac', durationMs: 252_000, peakDb: null, loudnessLufs: null };
    expect(judge({ audio, damage: undefined }).some((f) => f.rule === 'V9')).toBe(false);
    expect(judge({ audio }).find((f) => f.rule === 'V9')?.verdict).toBe('unchecked');
  });

  it('never blames the film for a tool that failed', () => {
    const findings = judge({ toolFailures: [{ stage: 'decoding', reason: '超时' }], damage: [] });
    expect(findings.find((f) => f.rule === 'V11')?.verdict).toBe('unchecked');
    expect(blockingRules(findings, preset2025)).toEqual([]);
  });

  it('leaves no rule out when our own tool could not open the film', () => {
    const nothing: Partial<FilmFacts> = { durationMs: null, video: null, audio: undefined, damage: undefined, toolFailures: [{ stage: 'container', reason: '检测超时' }] };
    const readable = ['V1', 'V5'];
    expect(judge(nothing).map((f) => `${f.check} ${f.verdict}`)).toEqual(FILM_RULES.map(({ id, part }) => `${part === undefined ? id : `${id}.${part}`} ${readable.includes(id) ? 'pass' : 'unchecked'}`));
  });

  it('obeys the call: bounds that are not set, rules that only warn or are off', () => {
    const hubei = { ...preset2025, film: { ...preset2025.film, minMs: null, minWidth: null, minHeight: null }, ruleModes: { V9: 'off' as const, V2: 'warn' as const } };
    const findings = judge({ ...shown(1280, 960), durationMs: 30_000, audio: null }, hubei);
    expect(findings.map((f) => `${f.rule} ${shownVerdict(f, hubei)}`)).toEqual(['V1 pass', 'V2 look', 'V3 notApplicable', 'V4 pass', 'V5 pass', 'V11 pass']);
    expect(blockingRules(findings, hubei)).toEqual([]);
  });
});

describe('the check before the first byte is sent', () => {
  const head = (text: string) => Uint8Array.from(text, (c) => c.charCodeAt(0));
  const mp4 = head('\0\0\0\x20ftypisom\0\0\x02\0');
  const film = { bytes: 189_300_000, durationMs: 252_000, width: 1920, height: 1080, head: mp4 };

  it('judges what the phone can read and leaves out what it cannot', () => {
    expect(precheck(film, preset2025).map((f) => `${f.rule} ${f.verdict}`)).toEqual(['V1 pass', 'V2 pass', 'V3 pass', 'V4 pass', 'V5 pass']);
    expect(precheck({ ...film, durationMs: null, width: null, height: null, head: null }, preset2025).map((f) => f.rule)).toEqual(['V5']);
  });

  it('only asks for a look where this call only warns', () => {
    const warning = { ...preset2025, ruleModes: { V3: 'warn' as const } };
    expect(precheck({ ...film, width: 1280, height: 720 }, warning).find(({ rule }) => rule === 'V3')?.verdict).toBe('look');
  });

  it.each([
    ['\0\0\0\x20ftypisom', 'mp4'], ['\0\0\0\x20ftypmp42', 'mp4'], ['\0\0\0\x14ftypqt  ', 'quicktime'], ['\0\0\0\x08wide\0\0\0\0', 'quicktime'],
    ['\x1a\x45\xdf\xa3\0\0\0\0\0\0\0\0', 'matroska'], ['#EXTM3U\n#EXT-X', 'playlist'], ['ffconcat version 1.0', 'playlist'], ['<svg xmlns="x">', 'text'],
    ['RIFF\0\0\0\0AVI ', 'avi'], ['\x89PNG\r\n\x1a\n\0\0\0\0', 'image'], ['hello world!', 'unknown'], ['', 'unknown'],
  ])('%j is %s', (bytes, format) => expect(sniffContainer(head(bytes)).format).toBe(format));
});
