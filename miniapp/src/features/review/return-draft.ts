import type { ReturnReason } from '@kepu/shared/contracts/work';
import { beijing, addDays, dayOf, type Day, type Instant } from '@kepu/shared/time';

/** A return being written while the film is watched. */
export interface ReturnDraft {
  /** Reasons that were put on the list. */
  reasons: ReturnReason[];
  /** Where the reason that is being written belongs: a field of the form, `here`, or a second as `at:12000`. */
  place: string;
  /** The reason that is being written. */
  note: string;
  by: { choice: ByChoice; day: Day };
}

export type ByChoice = '3' | '5' | '7' | 'day';

export const NEW_RETURN: ReturnDraft = { reasons: [], place: 'here', note: '', by: { choice: '5', day: '' } };

/** Stands for the second the player is at. */
export const HERE = 'here';

const AT = 'at:';

export const placeAt = (ms: number) => `${AT}${Math.round(ms)}`;

/** The second a place stands for; null where it is a field of the form. */
export function secondOf(place: string, playingMs: number): number | null {
  if (place === HERE) return Math.round(playingMs);
  return place.startsWith(AT) ? Number(place.slice(AT.length)) : null;
}

/** What somebody begins to write about is the second they see, however far the film plays on meanwhile. */
export function written(draft: ReturnDraft, note: string, playingMs: number): ReturnDraft {
  const isBegun = draft.note.trim() === '' && note.trim() !== '';
  if (isBegun && draft.place === HERE) return { ...draft, note, place: placeAt(playingMs) };
  return note.trim() === '' && draft.place.startsWith(AT) ? { ...draft, note, place: HERE } : { ...draft, note };
}

/** The reason that is being written, as it would be sent; null while there is nothing. */
export function openReason({ place, note }: ReturnDraft, playingMs: number): ReturnReason | null {
  const text = note.trim();
  if (text === '') return null;
  const atMs = secondOf(place, playingMs);
  return { path: atMs === null ? place : 'film', atMs, note: text };
}

/** Every reason that goes with the return: what was written counts whether or not it was put on the list. */
export function allReasons(draft: ReturnDraft, playingMs: number): ReturnReason[] {
  const open = openReason(draft, playingMs);
  return open ? [...draft.reasons, open] : draft.reasons;
}

/** Puts the reason that is being written on the list, and begins a new one at the same kind of place. */
export function listed(draft: ReturnDraft, playingMs: number): ReturnDraft {
  return { ...draft, reasons: allReasons(draft, playingMs), note: '', place: draft.place.startsWith(AT) ? HERE : draft.place };
}

export const CLOSING_HOUR = '18:00';

/** An evening some days from now, never later than the unit may still recommend. */
export function resubmitInDays(now: Instant, days: number, latest: Instant): Instant {
  return Math.min(beijing(addDays(dayOf(now), days), CLOSING_HOUR), latest);
}

export function resubmitOnDay(day: Day, latest: Instant): Instant {
  return Math.min(beijing(day, CLOSING_HOUR), latest);
}

const USUAL_DAYS = 5;

/** Until when the work may come back; a day chosen on an earlier day that has passed by now is chosen no longer. */
export function resubmitBy({ choice, day }: ReturnDraft['by'], now: Instant, latest: Instant): Instant {
  if (choice !== 'day') return resubmitInDays(now, Number(choice), latest);
  return day === '' || day < dayOf(now) ? resubmitInDays(now, USUAL_DAYS, latest) : resubmitOnDay(day, latest);
}

/** What units write most often, each at the place it is about. */
export const COMMON_REASONS: readonly ReturnReason[] = [
  { path: 'title', atMs: null, note: '作品名称与片头名称不一致，请改成一字不差。' },
  { path: 'creators', atMs: null, note: '主创人员的单位、职务不完整，请补全。' },
  { path: 'broadcasts', atMs: null, note: '播放证明看不清平台和日期，请重新上传。' },
  { path: 'reach', atMs: null, note: '传播效果请写明平台、数字和统计截止日期。' },
  { path: 'materials', atMs: null, note: '授权证明看不清公章或期限，请重新拍照上传。' },
  { path: 'film', atMs: null, note: '片尾没有写全主创人员、制作单位、版权单位和录制时间，请补上。' },
  { path: 'film', atMs: null, note: '字幕有错别字或繁体字，请改正后重新上传。' },
];
