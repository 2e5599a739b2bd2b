import type { ComparedFilm, ComparisonReply, MatchingStretch } from '../contracts/film.js';
import { sayPercent } from '../errors.js';
import { sayLength, sayTimecode } from '../time.js';

/** One place to look at in two films side by side. */
export interface Match extends MatchingStretch {
  key: string;
  kind: 'picture' | 'sound';
}

/** Where two films are alike, pictures first, each in order of time. */
export function matchesOf({ stretches, sounds }: Pick<ComparisonReply, 'stretches' | 'sounds'>): Match[] {
  const of = (kind: Match['kind'], list: readonly MatchingStretch[]) => list.map((stretch) => ({ ...stretch, kind, key: `${kind}-${stretch.fromMs}-${stretch.otherFromMs}` }));
  return [...of('picture', stretches), ...of('sound', sounds)];
}

/** `0:12–1:05` */
export const sayStretch = (fromMs: number, toMs: number): string => `${sayTimecode(fromMs)}–${sayTimecode(toMs)}`;

export const mineOf = ({ fromMs, toMs }: MatchingStretch): string => sayStretch(fromMs, toMs);
export const theirsOf = ({ fromMs, toMs, otherFromMs }: MatchingStretch): string => sayStretch(otherFromMs, otherFromMs + toMs - fromMs);

/** What the machine found, in one sentence; it never says who copied whom. */
export function sayComparison({ isIdentical, isMirrored, share, stretches, sounds }: Pick<ComparisonReply, 'isIdentical' | 'isMirrored' | 'share' | 'stretches' | 'sounds'>): string {
  if (isIdentical) return '两部是同一个文件：SHA-256 完全相同。';
  if (stretches.length === 0) return `只有声音相同（${sayLength(lengthOf(sounds))}），可能用了同一段音乐，不能据此认定重复。`;
  const mirrored = isMirrored ? '，另一部左右翻转' : '';
  const heard = sounds.length > 0 ? '，声音也相同' : '';
  return `较短一部有 ${sayPercent(share)} 的画面在另一部里，共 ${sayLength(lengthOf(stretches))}${mirrored}${heard}。`;
}

/** Which was there first, as far as this system knows. */
export function sayEarlier({ earlier, other }: Pick<ComparisonReply, 'earlier' | 'other'>): string {
  if (earlier === null) return '先后没有记录。';
  if (other.workId === null) return `另一部是 ${other.year} 年的往年作品。`;
  return earlier === 'mine' ? '这部作品的成片先上传。' : '另一部的成片先上传。';
}

/** `包头市科技局 · 2024 年` */
export const sayWhose = ({ unitName, year }: Pick<ComparedFilm, 'unitName' | 'year'>): string => [unitName, `${year} 年`].filter(Boolean).join(' · ');

const lengthOf = (stretches: readonly MatchingStretch[]) => stretches.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
