import { describe, expect, it } from 'vitest';
import { matchesOf, mineOf, sayComparison, theirsOf } from './comparison.js';
import { likenessFinding, notYetCompared, soundFinding, type SimilarFilm } from './other-works.js';

const stretch = { fromMs: 12_000, toMs: 65_000, otherFromMs: 2_000 };
const film = (change: Partial<SimilarFilm> = {}): SimilarFilm => ({
  likenessId: 'l', isIdentical: false, isMirrored: false, stretches: [stretch], sounds: [], other: { title: '草原的风', unitName: '包头市科技局', year: null, isOutside: false }, ...change,
});

describe('O8: films that are alike', () => {
  it.each<[string, Partial<SimilarFilm>, string]>([
    ['by their pictures', {}, '与《草原的风》（包头市科技局）有 53秒 画面相似'],
    ['mirrored', { isMirrored: true }, '与《草原的风》（包头市科技局）有 53秒 画面相似（左右翻转）'],
    ['by pictures and sound', { sounds: [stretch] }, '与《草原的风》（包头市科技局）有 53秒 画面相似，声音也相同'],
    ['to the last byte', { isIdentical: true }, '与《草原的风》（包头市科技局）是同一个影片文件（SHA-256 相同）'],
    ['of an earlier call', { other: { title: '草原的风', unitName: '包头市科技局', year: 2024, isOutside: false } }, '与《草原的风》（包头市科技局，2024 年）有 53秒 画面相似'],
    ['of a year before this system', { other: { title: '草原的风', unitName: '包头市科技局', year: 2019, isOutside: true } }, '与往年作品《草原的风》（包头市科技局，2019 年）有 53秒 画面相似'],
    ['that the reader may not know', { other: null }, '与另一部已提交的作品有 53秒 画面相似'],
  ])('%s', (_how, change, measured) => {
    expect(likenessFinding([film(change)], null)).toMatchObject({ verdict: 'look', measured });
  });

  it.each([
    ['nothing found is not a pass', likenessFinding([], null), { check: 'O8.likeness', verdict: 'nothing', evidence: [] }],
    ['what waits to be compared says so', notYetCompared(), { check: 'O8.likeness', verdict: 'unchecked' }],
    ['what could not be compared says why', likenessFinding([], '检测超时'), { verdict: 'unchecked' }],
    ['a work the reader may not know has places and no name', likenessFinding([film({ other: null })], null), { atMs: [12_000], evidence: [{ kind: 'range', fromMs: 12_000, toMs: 65_000, note: '与另一部作品相似' }] }],
    ['a work that may be known has both seconds', likenessFinding([film()], null), { evidence: [{ note: '《草原的风》（包头市科技局） 0:02 起' }] }],
  ])('%s', (_name, finding, expected) => expect(finding).toMatchObject(expected));

  it('leads to the comparison only where the other film may be known', () => {
    expect(likenessFinding([film()], null).comparisons).toEqual([{ likenessId: 'l', label: '《草原的风》（包头市科技局）' }]);
    expect(likenessFinding([film({ other: null })], null).comparisons).toBeUndefined();
  });

  it('says what is identical even where pictures could not be compared', () => {
    expect(likenessFinding([film({ isIdentical: true, stretches: [] })], '画面里可比对的特征太少').verdict).toBe('look');
    expect(likenessFinding([], '画面里可比对的特征太少').verdict).toBe('unchecked');
  });

  it('by sound alone is a hint about music, never an accusation', () => {
    const similar = [film({ stretches: [], sounds: [stretch] })];
    expect(likenessFinding(similar, null).verdict).toBe('nothing');
    const finding = soundFinding(similar);
    expect(finding?.measured).toContain('可能用了同一段音乐');
    expect(finding?.advice).toContain('不能据此认定重复');
    expect(soundFinding([film({ sounds: [stretch] })])).toBeNull();
  });
});

describe('two films side by side', () => {
  it('name the same place in both', () => {
    const [match] = matchesOf({ stretches: [stretch], sounds: [] });
    expect([mineOf(match!), theirsOf(match!)]).toEqual(['0:12–1:05', '0:02–0:55']);
  });

  it.each([
    [{ isIdentical: true, isMirrored: false, share: 1, stretches: [], sounds: [] }, '两部是同一个文件：SHA-256 完全相同。'],
    [{ isIdentical: false, isMirrored: true, share: 0.874, stretches: [stretch], sounds: [stretch] }, '较短一部有 87.4% 的画面在另一部里，共 53秒，另一部左右翻转，声音也相同。'],
    [{ isIdentical: false, isMirrored: false, share: 0, stretches: [], sounds: [stretch] }, '只有声音相同（53秒），可能用了同一段音乐，不能据此认定重复。'],
  ])('say in one sentence what was found', (reply, said) => {
    expect(sayComparison(reply)).toBe(said);
  });
});
