import { describe, expect, it } from 'vitest';
import type { CampaignConfig, HintPolicy } from '../campaign/config.js';
import { preset2025 } from '../campaign/preset-2025.js';
import { readyFacts } from '../testing/examples.js';
import type { AudioFacts, FilmFacts, PictureFacts } from './facts.js';
import type { Finding } from './finding.js';
import { blockingRules, filmFindings } from './judge.js';

const CHECKS = ['V2.bars', 'V3.detail', 'V9.loudness', 'V11.still'];
const full = { left: 0, top: 0, right: 1, bottom: 1 };
const plain: PictureFacts = { lit: full, blurredSidesAtMs: [], black: [], frozen: [], detailHeight: null, sampleAtMs: 60_000 };
const picture = (change: Partial<PictureFacts>): Partial<FilmFacts> => ({ picture: { ...plain, ...change } });
const sound = (change: Partial<AudioFacts>): Partial<FilmFacts> => ({ picture: plain, audio: { codec: 'aac', durationMs: 252_000, peakDb: -3, loudnessLufs: -19.8, silent: [], ...change } });
const judge = (change: Partial<FilmFacts>, config = preset2025): Finding[] => filmFindings({ ...readyFacts(), ...change }, config).filter(({ check }) => CHECKS.includes(check));
const seconds = (from: number, to: number) => [{ fromMs: from * 1000, toMs: to * 1000 }];

describe('pictures and sound: what the machine points at', () => {
  it.each<[string, Partial<FilmFacts>, string | null]>([
    ['V2 bars above and below', picture({ lit: { ...full, top: 0.128, bottom: 0.872 } }), 'V2.bars 上下像有黑边，画面约 1920×804'],
    ['V2 bars on both sides', picture({ lit: { ...full, left: 0.125, right: 0.875 } }), 'V2.bars 左右像有黑边，画面约 1440×1080'],
    ['V2 bars all around', picture({ lit: { left: 0.1, top: 0.1, right: 0.9, bottom: 0.9 } }), 'V2.bars 四周像有黑边，画面约 1536×864'],
    ['V2 a bar of one percent', picture({ lit: { ...full, bottom: 0.99 } }), null],
    ['V2 nothing ever lit', picture({ lit: null }), null],
    ['V2 blurred sides', picture({ blurredSidesAtMs: [2000, 4000, 6000, 8000] }), 'V2.bars 左右像是模糊填充'],
    ['V3 the detail of 540 lines', picture({ detailHeight: 540 }), 'V3.detail 细节约相当于 540P'],
    ['V11 black for 12 seconds', picture({ black: seconds(52, 64) }), 'V11.still 0:52–1:04 黑屏 12秒'],
    ['V11 black for 4 seconds', picture({ black: seconds(52, 56) }), null],
    ['V11 black for 8 seconds at the very end', picture({ black: seconds(244, 252) }), null],
    ['V11 black for 30 seconds at the very end', picture({ black: seconds(222, 252) }), 'V11.still 3:42–4:12 黑屏 30秒'],
    ['V11 frozen for 20 seconds', picture({ frozen: seconds(52, 72) }), 'V11.still 0:52–1:12 画面不动 20秒'],
    ['V11 closing titles that stand for 15 seconds', picture({ frozen: seconds(237, 252) }), null],
    ['V11 silent for 20 seconds', sound({ silent: seconds(60, 80) }), 'V11.still 1:00–1:20 没有声音 20秒'],
    ['V11 silent and black at once', { ...sound({ silent: seconds(60, 80) }), ...picture({ black: seconds(62, 70) }) }, 'V11.still 1:00–1:20 没有声音 20秒；1:02–1:10 黑屏 8秒'],
    ['V11 a track that is silent throughout has failed V9', sound({ peakDb: -120, loudnessLufs: -70, silent: seconds(0, 252) }), null],
    ['V9 hardly to be heard', sound({ loudnessLufs: -41.6 }), 'V9.loudness -41.6 LUFS，声音很小'],
    ['V9 far too loud', sound({ loudnessLufs: -5 }), 'V9.loudness -5.0 LUFS，声音很大'],
    ['V9 as loud as broadcasts are', sound({ loudnessLufs: -24 }), null],
  ])('%s', (_name, change, said) => {
    const looks = judge(change).filter(({ verdict }) => verdict === 'look');
    expect(looks.map(({ check, measured }) => `${check} ${measured}`)).toEqual(said === null ? [] : [said]);
    for (const { required, advice } of looks) expect([required, advice]).not.toContain(null);
  });

  it('shows where: pictures for bars, ranges for stretches', () => {
    const [bars] = judge(picture({ lit: { ...full, left: 0.125, right: 0.875 } }));
    expect(bars?.evidence).toEqual([{ kind: 'frame', atMs: 60_000, note: '画面约 1440×1080' }]);
    const still = judge(picture({ black: seconds(52, 64), frozen: seconds(100, 130) })).at(-1);
    expect(still?.evidence).toEqual([{ kind: 'range', fromMs: 52_000, toMs: 64_000, note: '黑屏' }, { kind: 'range', fromMs: 100_000, toMs: 130_000, note: '画面不动' }]);
    expect(still?.atMs).toEqual([52_000, 100_000]);
  });

  it('never blocks, and finding nothing is no pass', () => {
    const worst = judge({ ...sound({ loudnessLufs: -60, silent: seconds(60, 200) }), ...picture({ lit: { left: 0.4, top: 0.4, right: 0.6, bottom: 0.6 }, black: seconds(5, 200), detailHeight: 360 }) });
    expect(worst.map(({ check, verdict }) => `${check} ${verdict}`)).toEqual(CHECKS.map((check) => `${check} look`));
    expect(blockingRules(worst, preset2025)).toEqual([]);
    expect(judge(picture({})).map(({ check, verdict }) => `${check} ${verdict}`)).toEqual(['V2.bars nothing', 'V11.still nothing']);
  });

  it.each<[string, Partial<FilmFacts>, Partial<HintPolicy>, string[]]>([
    ['a bar', picture({ lit: { ...full, bottom: 0.95 } }), { barsShare: 0.06 }, []],
    ['a quiet film', sound({ loudnessLufs: -30 }), { quietLufs: -28 }, ['V9.loudness']],
    ['a loud film', sound({ loudnessLufs: -10 }), { loudLufs: -12 }, ['V9.loudness']],
    ['a black stretch', picture({ black: seconds(52, 64) }), { blackMs: 13_000 }, []],
    ['a frozen stretch', picture({ frozen: seconds(52, 72) }), { frozenMs: 21_000 }, []],
    ['silence', sound({ silent: seconds(52, 60) }), { silentMs: 6_000 }, ['V11.still']],
  ])('points at %s from where on this call wants it', (_name, change, hints, checks) => {
    const found = judge(change, { ...preset2025, hints: { ...preset2025.hints, ...hints } });
    expect(found.filter(({ verdict }) => verdict === 'look').map(({ check }) => check)).toEqual(checks);
    expect(judge(change).some(({ verdict }) => verdict === 'look')).toBe(checks.length === 0);
  });

  it('leaves out one check of a rule and keeps the others', () => {
    const config: CampaignConfig = { ...preset2025, ruleModes: { 'V2.bars': 'off' } };
    expect(filmFindings({ ...readyFacts(), ...picture({}) }, config).filter(({ rule }) => rule === 'V2').map(({ check }) => check)).toEqual(['V2']);
  });

  it('V11 finds nothing still only where both were looked at; what was found does not hide what was not', () => {
    const unheard: Partial<FilmFacts> = { toolFailures: [{ stage: 'sound', reason: '检测超时' }] };
    const told = (change: Partial<FilmFacts>) => judge(change).find(({ check }) => check === 'V11.still');
    expect(told({ ...picture({}), ...unheard })?.verdict).toBe('unchecked');
    expect(told({ ...picture({ black: seconds(52, 64) }), ...unheard })).toMatchObject({ verdict: 'look', advice: expect.stringContaining('声音没能检测') as string });
  });

  it('says what could not be checked, and nothing before it was tried', () => {
    const failed = judge({ toolFailures: [{ stage: 'picture', reason: '检测超时' }] });
    expect(failed.map(({ check, verdict }) => `${check} ${verdict}`)).toEqual(['V2.bars unchecked', 'V11.still unchecked']);
    expect(judge({})).toEqual([]);
  });
});
