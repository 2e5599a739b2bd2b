import { addDays, beijingParts, DAY_MS, dayOf, endOfDay, startOfDay, type Instant } from '../time.js';
import type { CampaignConfig } from './config.js';

/** Days between the opening and the recommendation deadline when a call is moved to be open now. */
const OPEN_FOR_DAYS = 60;
const DAYS_LEFT = 18;

/**
 * The same call with its dates moved so that it is open at `now`: it closes in 18 days, the works are
 * those of the calendar year before, and every `2025` of its titles becomes the year of the deadline.
 */
export function openNow(preset: CampaignConfig, now: Instant): CampaignConfig {
  const recommendBy = endOfDay(addDays(dayOf(now), DAYS_LEFT));
  const year = beijingParts(recommendBy - 1).year;
  const inWords = (_key: string, value: unknown) => (typeof value === 'string' ? value.replaceAll(String(preset.year), String(year)) : value);
  const moved = JSON.parse(JSON.stringify(preset), inWords) as CampaignConfig;
  return {
    ...moved,
    year,
    workWindow: { fromDay: `${year - 1}-01-01`, toDay: `${year - 1}-12-31` },
    opensAt: startOfDay(dayOf(recommendBy - OPEN_FOR_DAYS * DAY_MS)),
    recommendBy,
    arriveBy: recommendBy,
    documentNumber: preset.documentNumber,
    organiser: preset.organiser,
    handOver: preset.handOver,
  };
}

/**
 * The call that follows an earlier one: every date later by whole days, the works those of the years between, and the
 * earlier year in every text replaced by the new one. The number of the notice is that of the new notice: it stays open.
 */
export function shiftCall(earlier: CampaignConfig, { year, shiftDays }: { year: number; shiftDays: number }): CampaignConfig {
  const years = year - earlier.year;
  const inWords = (_key: string, value: unknown) => (typeof value === 'string' ? value.replaceAll(String(earlier.year), String(year)) : value);
  const later = <T extends Instant | null>(at: T): T => (at === null ? at : ((at + shiftDays * DAY_MS) as T));
  // The 29th of February is there in leap years only.
  const yearLater = (day: string) => String(Number(day.slice(0, 4)) + years) + (day.slice(4) === '-02-29' && years % 4 !== 0 ? '-02-28' : day.slice(4));
  const moved = JSON.parse(JSON.stringify(earlier), inWords) as CampaignConfig;
  return {
    ...moved,
    year,
    documentNumber: '',
    workWindow: { fromDay: yearLater(earlier.workWindow.fromDay), toDay: yearLater(earlier.workWindow.toDay) },
    opensAt: later(earlier.opensAt),
    recommendBy: later(earlier.recommendBy),
    scanBy: later(earlier.scanBy),
    arriveBy: later(earlier.arriveBy),
    organiser: earlier.organiser,
    handOver: earlier.handOver,
  };
}
