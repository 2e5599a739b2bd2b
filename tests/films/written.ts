import type { RuleId } from '@kepu/shared/rules/rule-ids';
import type { TimeRange } from '@kepu/shared/forms/work-form';
import { OPENING, SCENE } from './captions.js';
import { defaultFfmpeg } from './ffmpeg.js';
import { kept } from './film-cache.js';
import { makeFilm } from './make-film.js';
import { but, compliant, type Captions } from './recipe.js';

/** A film that differs from the compliant one in what is written on it, and what a machine that reads it has to point at. */
export interface WrittenFilm {
  name: string;
  captions: Partial<Captions>;
  looks: RuleId[];
  /** What a finding says was not found, by rule. */
  missing?: Partial<Record<RuleId, string>>;
  /** Scenes that the form declares as public footage, each for itself; the first is 0, from 4 to 7 seconds. */
  quotes?: number[];
}

const { subtitles, credits } = compliant.picture.captions;
const withoutCredit = (index: number) => ({ credits: credits.filter((_, i) => i !== index) });

export const WRITTEN: readonly WrittenFilm[] = [
  { name: 'compliant', captions: {}, looks: [] },
  { name: 'another title', captions: { title: '沙漠里的一滴水' }, looks: ['V6', 'V10'] },
  { name: 'one character of the title differs', captions: { title: '风从草原去' }, looks: ['V6'] },
  { name: 'no title', captions: { title: '' }, looks: ['V6', 'V10'] },
  { name: 'no credits', captions: { credits: [] }, looks: ['V7', 'V10'] },
  { name: 'no creators', captions: withoutCredit(0), looks: ['V7'], missing: { V7: '主创人员' } },
  { name: 'no producing unit', captions: withoutCredit(1), looks: ['V7'], missing: { V7: '制作单位' } },
  { name: 'no copyright holder', captions: withoutCredit(2), looks: ['V7'], missing: { V7: '版权单位' } },
  { name: 'no recording date', captions: withoutCredit(3), looks: ['V7'], missing: { V7: '录制时间' } },
  { name: 'no subtitles', captions: { subtitles: subtitles.map(() => '') }, looks: ['V8'] },
  { name: 'subtitles on a quarter of the scenes', captions: { subtitles: subtitles.map((text, i) => (i === 0 ? text : '')) }, looks: ['V8'] },
  { name: 'subtitles on the first half only', captions: { subtitles: Array.from({ length: 40 }, (_, i) => (i < 20 ? (subtitles[i % subtitles.length] ?? '') : '')) }, looks: ['V8'] },
  { name: 'small credits', captions: { credits: credits.map((text) => `{\\fs30}${text}`) }, looks: [] },
  { name: 'traditional subtitles', captions: { subtitles: ['草原上的風，一年吹三千個小時。', '葉片轉一圈，大約要五秒鐘。', '齒輪箱讓發電機轉得更快。', '一度電就這樣出發了。'] }, looks: ['V8'] },
  { name: 'public footage with its caption', captions: { corner: ['资料：某电视台'] }, looks: [], quotes: [0] },
  { name: 'public footage without a caption', captions: {}, looks: ['O5'], quotes: [0] },
  { name: 'public footage at two places, both captioned', captions: { corner: ['资料：某电视台', '', '', '资料画面'] }, looks: [], quotes: [0, 3] },
  { name: 'public footage at two places, the second bare', captions: { corner: ['资料：某电视台'] }, looks: ['O5'], quotes: [0, 3] },
  { name: 'public footage with its source alone', captions: { corner: ['来源：某电视台'] }, looks: ['O5'], quotes: [0] },
  { name: 'a caption where nothing is declared, none where it is', captions: { corner: ['资料：某电视台'] }, looks: ['O5'], quotes: [1] },
  { name: 'public footage at eight places, all captioned', captions: { subtitles: Array.from({ length: 40 }, (_, i) => subtitles[i % subtitles.length] ?? ''), corner: Array.from({ length: 16 }, () => '资料：某台') }, looks: [], quotes: [0, 2, 4, 6, 8, 10, 12, 14] },
];

/** Where a scene is in the film. */
export function rangeOfScene(scene: number): TimeRange {
  const from = OPENING + scene * SCENE;
  return { fromMs: from * 1000, toMs: (from + SCENE) * 1000 };
}

/** The film of an entry, from the cache or made now. Few frames are enough: nothing but the words counts. */
export function writtenFilm({ captions }: WrittenFilm, tool = defaultFfmpeg): Promise<string> {
  const recipe = but({ picture: { framesPerSecond: 10, captions: { ...compliant.picture.captions, ...captions } } });
  return kept('film', recipe, (path) => makeFilm(recipe, path, tool));
}
