import type { HintPolicy } from '../../campaign/config.js';
import type { TimeRange } from '../../forms/work-form.js';
import { sayLength, sayTimecode } from '../../time.js';
import type { FilmFacts } from '../facts.js';
import type { Evidence } from '../finding.js';
import { failedStage, type FilmRule } from '../rule.js';

interface Stretch extends TimeRange {
  what: string;
}

const AT_AN_END_MS = 1_000;
const REQUIRED = '中间没有长时间黑屏、画面不动或没有声音';

/** Long stretches in which nothing is seen, moves or is heard: an export that went wrong, or padding to reach the length. */
export const v11Still: FilmRule = {
  id: 'V11',
  part: 'still',
  subject: '黑屏、静止与静音',
  clause: '附件1 一（三）2',
  judge(facts, { film, hints }) {
    const stretches = stretchesOf(facts, film.silenceDb, hints);
    const [first] = stretches;
    if (!first) {
      const failed = failedStage(facts, 'picture') ?? failedStage(facts, 'sound');
      if (failed) return { ...failed, required: REQUIRED };
      return facts.picture ? { verdict: 'nothing', measured: '没有发现长时间黑屏、静止或静音', required: REQUIRED } : null;
    }
    return {
      verdict: 'look',
      measured: stretches.map(say).join('；'),
      required: REQUIRED,
      advice: `${sayTimecode(first.fromMs)} 起${first.what} ${sayLength(first.toMs - first.fromMs)}${stretches.length > 1 ? `，共 ${stretches.length} 处` : ''}。若不是有意的，请检查时间线后重新导出。${sayUnseen(facts)}`,
      atMs: stretches.map(({ fromMs }) => fromMs),
      evidence: stretches.map(({ fromMs, toMs, what }): Evidence => ({ kind: 'range', fromMs, toMs, note: what })),
    };
  },
};

/** Where a film begins and ends, titles and credits may stand twice as long. */
function stretchesOf({ picture, audio, durationMs }: FilmFacts, silenceDb: number, hints: HintPolicy): Stretch[] {
  const isSilentFilm = !audio || audio.peakDb === null || audio.peakDb <= silenceDb;
  const long = (ranges: readonly TimeRange[], longestMs: number, what: string): Stretch[] =>
    ranges.filter((range) => range.toMs - range.fromMs >= (isAtAnEnd(range, durationMs) ? 2 * longestMs : longestMs)).map(({ fromMs, toMs }) => ({ fromMs, toMs, what }));
  return [
    ...long(picture?.black ?? [], hints.blackMs, '黑屏'),
    ...long(picture?.frozen ?? [], hints.frozenMs, '画面不动'),
    // A track that is silent throughout has failed V9 already.
    ...long(isSilentFilm ? [] : (audio.silent ?? []), hints.silentMs, '没有声音'),
  ].sort((a, b) => a.fromMs - b.fromMs);
}

function isAtAnEnd({ fromMs, toMs }: TimeRange, durationMs: number | null): boolean {
  return fromMs <= AT_AN_END_MS || (durationMs !== null && durationMs - toMs <= AT_AN_END_MS);
}

/** What was found does not hide what was not looked at. */
function sayUnseen(facts: FilmFacts): string {
  if (failedStage(facts, 'picture')) return '画面没能检测，只听了声音。';
  return failedStage(facts, 'sound') ? '声音没能检测，只看了画面。' : '';
}

const say = ({ fromMs, toMs, what }: Stretch): string => `${sayTimecode(fromMs)}–${sayTimecode(toMs)} ${what} ${sayLength(toMs - fromMs)}`;
