import { Txt } from '../platform/elements';

interface CounterProps {
  count: number;
  limit: number;
}

/** The counter warns when a tenth of the room is left. */
const NEAR = 0.9;

export function Counter({ count, limit }: CounterProps) {
  const tone = count > limit ? 'k-counter--over' : count >= limit * NEAR ? 'k-counter--near' : '';
  return <Txt className={`k-counter ${tone}`}>{`${count} / ${limit} 字`}</Txt>;
}
