import type { WorkForm } from '../../forms/work-form.js';
import { normaliseName } from '../../text.js';
import type { TextFrame } from '../facts.js';

export const CREDITS = ['creators', 'unit', 'rights', 'date'] as const;
export type CreditId = (typeof CREDITS)[number];

export const CREDIT_NAMES: Record<CreditId, string> = { creators: '主创人员', unit: '制作单位', rights: '版权单位', date: '录制时间' };

/** One of the four things the closing has to name: where it stands; `atMs` null: not found. */
export interface Credit {
  id: CreditId;
  atMs: number | null;
  text: string;
  /** Names of the form that were not read, although others of the same kind were. */
  missing: string[];
}

type Wanted = Pick<WorkForm, 'creators' | 'producingUnits'>;

const UNIT = /制作单位|摄制单位|出品单位|承制单位|制作机构|出品方|制作方|联合(?:制作|摄制|出品)|(?:制作|摄制|出品|承制)[:：]/u;
const RIGHTS = /版权|著作权|©|Copyright/iu;
/** What a notice of rights says beside the name of who holds them. */
const NOTICE = /版权(?:单位|所有者|所有人|所有|方|归属|声明)?|著作权(?:单位|所有人|人)?|©|\(c\)|copyright|all rights reserved|[翻盗]版必究|[侵违]\S?必究|未经\S*|[^\p{L}]|年|归/giu;
const DATE_LABEL = /(?:录制|拍摄|制作|摄制|完成)(?:时间|日期|于)/u;
const MONTH = /月|[.\-/]\s*\d{1,2}/u;
const DATE = /(?:19|20)\d{2}\s*(?:年|[.\-/]\s*\d{1,2})|[一二三四五六七八九〇零○]{4}年/u;

/** Looks for the four credits among what was read in the closing. */
export function readCredits(frames: readonly TextFrame[], form: Wanted): Credit[] {
  const creators = byNames('creators', frames, form.creators.map(({ name }) => name));
  const unit = byNames('unit', withoutRights(frames), form.producingUnits.map(({ name }) => name));
  return [
    creators,
    unit.atMs === null ? { ...byLine('unit', frames, (line) => UNIT.test(line)), missing: unit.missing } : unit,
    byLine('rights', frames, (line) => RIGHTS.test(line) && namesSomebody(line)),
    byLine('date', frames, (line) => DATE.test(line) && (DATE_LABEL.test(line) || isDateAlone(line)) && !RIGHTS.test(line)),
  ];
}

/** All four are there, and nobody the form names was left unread. */
export function areComplete(credits: readonly Credit[]): boolean {
  return credits.every(({ atMs, missing }) => atMs !== null && missing.length === 0);
}

/** `版权所有 翻版必究` names nobody. */
const namesSomebody = (line: string): boolean => line.replace(NOTICE, '').length >= 2;

/** `2024年8月` on a line of its own; a year alone, or a copyright notice's, is none. */
const isDateAlone = (line: string): boolean => MONTH.test(line) && line.replace(/[\d年月日.\-/\s一二三四五六七八九十〇零○]/gu, '') === '';

/** The holder of the rights is mostly the same unit: its name in that line is no producing unit's credit. */
function withoutRights(frames: readonly TextFrame[]): TextFrame[] {
  return frames.map(({ atMs, lines }) => ({ atMs, lines: lines.filter((line) => UNIT.test(line) || !RIGHTS.test(line)) }));
}

function byNames(id: CreditId, frames: readonly TextFrame[], names: readonly string[]): Credit {
  const wanted = names.filter((name) => normaliseName(name) !== '');
  const places = wanted.map((name) => ({ name, place: placeOf(frames, normaliseName(name)) }));
  const found = places.flatMap(({ place }) => (place ? [place] : []));
  const [first] = found;
  if (!first) return { id, atMs: null, text: '', missing: wanted };
  return { id, atMs: first.atMs, text: [...new Set(found.map(({ text }) => text))].join(' '), missing: places.filter(({ place }) => !place).map(({ name }) => name) };
}

/** The line with a name, or the lines over which it was broken. */
function placeOf(frames: readonly TextFrame[], name: string): { atMs: number; text: string } | null {
  for (const { atMs, lines } of frames) {
    const line = lines.find((text) => normaliseName(text).includes(name));
    if (line !== undefined) return { atMs, text: line };
    if (normaliseName(lines.join('')).includes(name)) return { atMs, text: lines.join(' ') };
  }
  return null;
}

function byLine(id: CreditId, frames: readonly TextFrame[], fits: (line: string) => boolean): Credit {
  for (const { atMs, lines } of frames) {
    const text = lines.find(fits);
    if (text !== undefined) return { id, atMs, text, missing: [] };
  }
  return { id, atMs: null, text: '', missing: [] };
}
