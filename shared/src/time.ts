/** An instant: milliseconds since 1970-01-01T00:00:00Z. Everywhere in the product, also in JSON. */
export type Instant = number;

/** A calendar day in Beijing: `2025-12-10`. */
export type Day = string;

const HOUR = 3_600_000;
export const MINUTE = 60_000;
export const DAY_MS = 24 * HOUR;

/** Mainland China has had one zone without daylight saving since 1991: the offset is a constant. */
const BEIJING_OFFSET = 8 * HOUR;

interface BeijingParts {
  year: number;
  month: number;
  date: number;
  hour: number;
  minute: number;
  second: number;
}

export function beijingParts(at: Instant): BeijingParts {
  const shifted = new Date(at + BEIJING_OFFSET);
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    date: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    second: shifted.getUTCSeconds(),
  };
}

const two = (n: number) => String(n).padStart(2, '0');

export function dayOf(at: Instant): Day {
  const p = beijingParts(at);
  return `${p.year}-${two(p.month)}-${two(p.date)}`;
}

/** True for a day that exists: `2025-02-30` is not one. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/u.test(text) && dayOf(startOfDay(text)) === text;
}

export function startOfDay(day: Day): Instant {
  const [year = NaN, month = NaN, date = NaN] = day.split('-').map(Number);
  return Date.UTC(year, month - 1, date) - BEIJING_OFFSET;
}

/** 24:00 of a day: the first instant that no longer belongs to it. */
export function endOfDay(day: Day): Instant {
  return startOfDay(day) + DAY_MS;
}

/** `beijing('2025-12-10', '24:00')`: an instant written the way a notice writes it. */
export function beijing(day: Day, time = '00:00'): Instant {
  const [hour = NaN, minute = NaN] = time.split(':').map(Number);
  return startOfDay(day) + hour * HOUR + minute * MINUTE;
}

export function addDays(day: Day, days: number): Day {
  return dayOf(startOfDay(day) + days * DAY_MS);
}

/** `2025年12月10日` */
export function sayDay(day: Day): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** `11月22日` */
export function sayMonthDay(at: Instant): string {
  const p = beijingParts(at);
  return `${p.month}月${p.date}日`;
}

/** `14:32` */
export function sayClock(at: Instant): string {
  const p = beijingParts(at);
  return `${two(p.hour)}:${two(p.minute)}`;
}

/** `11月22日 14:32` */
export function sayMoment(at: Instant): string {
  return `${sayMonthDay(at)} ${sayClock(at)}`;
}

/** `2025年11月22日 14:41:08` */
export function sayFullMoment(at: Instant): string {
  const p = beijingParts(at);
  return `${p.year}年${p.month}月${p.date}日 ${sayClock(at)}:${two(p.second)}`;
}

/** A closing time the way people read it: midnight is the 24:00 of the day before, `12月10日 24:00`. */
export function sayDeadline(at: Instant): string {
  const p = beijingParts(at);
  return p.hour === 0 && p.minute === 0 ? `${sayMonthDay(at - 1)} 24:00` : sayMoment(at);
}

/** What is left until an instant in the two largest units: `8天13小时`, `2小时5分`, `4分`, `不到1分钟`, `已截止`. */
export function sayTimeLeft(now: Instant, until: Instant): string {
  const left = until - now;
  if (left <= 0) return '已截止';
  const days = Math.floor(left / DAY_MS);
  const hours = Math.floor((left % DAY_MS) / HOUR);
  const minutes = Math.floor((left % HOUR) / MINUTE);
  if (days > 0) return hours > 0 ? `${days}天${hours}小时` : `${days}天`;
  if (hours > 0) return minutes > 0 ? `${hours}小时${minutes}分` : `${hours}小时`;
  return minutes > 0 ? `${minutes}分` : '不到1分钟';
}

/** Position in a film: `4:12`, with tenths `2:10.2`. */
export function sayTimecode(ms: number, tenths = false): string {
  const total = tenths ? Math.round(ms / 100) / 10 : Math.floor(ms / 1000);
  const minutes = Math.floor(total / 60);
  const seconds = total - minutes * 60;
  return `${minutes}:${tenths ? seconds.toFixed(1).padStart(4, '0') : two(seconds)}`;
}

/** Length of a film in words: `4分12秒`, `58秒`. Halves of a second are rounded. */
export function sayLength(ms: number): string {
  const total = Math.round(ms / 1000);
  const minutes = Math.floor(total / 60);
  return minutes > 0 ? `${minutes}分${two(total % 60)}秒` : `${total}秒`;
}

/** Reads `2:10.2`, `0:42`, `130.2` or `1:02:03` as milliseconds; null if it is not a time code. */
export function parseTimecode(text: string): number | null {
  const plain = text.normalize('NFKC').trim().replace(/[分m]/gu, ':').replace(/[秒s]$/u, '');
  if (!/^(?:\d{1,3}:){0,2}\d{1,5}(?:\.\d{1,3})?$/u.test(plain)) return null;
  const parts = plain.split(':').map(Number);
  if (parts.slice(1).some((part) => part >= 60)) return null;
  return Math.round(parts.reduce((sum, part) => sum * 60 + part, 0) * 1000);
}
