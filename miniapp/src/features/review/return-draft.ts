import type { ReturnReason } from '@kepu/shared/contracts/work';
import { beijing, addDays, dayOf, type Day, type Instant } from '@kepu/shared/time';
import { personal } from '../../state/personal';
import { createStore } from '../../state/store';

/** Reasons being gathered while the film is watched: they stay while the sheet is closed and opened again. */
export const returnDrafts = createStore<ReadonlyMap<string, readonly ReturnReason[]>>(new Map());

export function gather(workId: string, reasons: readonly ReturnReason[]): void {
  returnDrafts.set((all) => new Map(all).set(workId, reasons));
}

export const CLOSING_HOUR = '18:00';

/** An evening some days from now, never later than the unit may still recommend. */
export function resubmitInDays(now: Instant, days: number, latest: Instant): Instant {
  return Math.min(beijing(addDays(dayOf(now), days), CLOSING_HOUR), latest);
}

export function resubmitOnDay(day: Day, latest: Instant): Instant {
  return Math.min(beijing(day, CLOSING_HOUR), latest);
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

personal.whenPersonChanges(() => returnDrafts.set(new Map()));
