import type { InstantKind } from '@kepu/shared/campaign/setting';
import { beijing, beijingParts, dayOf, sayClock, type Day, type Instant } from '@kepu/shared/time';

export interface InstantParts {
  day: Day;
  time: string;
}

/** Day and time of an instant: an opening at midnight is 00:00 of its day, a closing at midnight 24:00 of the day before. */
export function partsOf(at: Instant, kind: InstantKind): InstantParts {
  const { hour, minute } = beijingParts(at);
  const isMidnight = hour === 0 && minute === 0;
  return kind === 'closing' && isMidnight ? { day: dayOf(at - 1), time: '24:00' } : { day: dayOf(at), time: sayClock(at) };
}

/** Reads `9:30`, `09：30`, `24:00`; null if it is no time of day. */
export function readTime(text: string): string | null {
  const match = /^(\d{1,2}):(\d{2})$/u.exec(text.normalize('NFKC').trim());
  if (!match) return null;
  const [hour, minute] = [Number(match[1]), Number(match[2])];
  if (minute > 59 || hour > 24 || (hour === 24 && minute > 0)) return null;
  return `${String(hour).padStart(2, '0')}:${match[2]}`;
}

export function instantOf({ day, time }: InstantParts): Instant {
  return beijing(day, time);
}
