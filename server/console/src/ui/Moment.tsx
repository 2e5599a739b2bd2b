import { sayFullMoment, type Instant } from '@kepu/shared/time';
import { useServerNow } from '../api/server-clock';
import { shortTime } from './short-time';

/** A moment in Beijing time: short in the text, in full on hover. */
export function Moment({ at }: { at: Instant }) {
  const now = useServerNow(60_000);
  return (
    <time dateTime={new Date(at).toISOString()} title={`${sayFullMoment(at)}（北京时间）`}>
      {shortTime(at, now)}
    </time>
  );
}
