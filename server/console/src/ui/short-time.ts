import { addDays, dayOf, sayClock, type Instant } from '@kepu/shared/time';

/** A moment as short as it can be said on a day: `今天 09:58`, `昨天 17:40`, `11-30 08:12`, `2024-11-30`. */
export function shortTime(at: Instant, now: Instant): string {
  const day = dayOf(at);
  const today = dayOf(now);
  if (day === today) return `今天 ${sayClock(at)}`;
  if (day === addDays(today, -1)) return `昨天 ${sayClock(at)}`;
  return day.slice(0, 4) === today.slice(0, 4) ? `${day.slice(5)} ${sayClock(at)}` : day;
}

/** `2025-12-02 10:24:08`, in Beijing. */
export function plainTime(at: Instant): string {
  return `${dayOf(at)} ${sayClock(at)}:${String(Math.floor(at / 1000) % 60).padStart(2, '0')}`;
}
