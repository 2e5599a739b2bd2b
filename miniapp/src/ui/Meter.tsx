import { Box } from '../platform/elements';

interface MeterProps {
  value: number;
  limit: number;
  label: string;
}

/** Room beyond the limit mark, as a share of the limit, so that a little too much is still seen. */
const HEADROOM = 1.25;

/** A value against a limit mark. */
export function Meter({ value, limit, label }: MeterProps) {
  const scale = Math.max(limit * HEADROOM, Math.min(value, limit * 2));
  const at = (amount: number) => `${Math.min(100, (amount / scale) * 100).toFixed(1)}%`;
  return (
    <Box className="k-meter" role="img" label={label}>
      <Box className={`k-meter__v ${value > limit ? 'k-meter__v--over' : ''}`} style={{ width: at(value) }} />
      <Box className="k-meter__lim" style={{ left: at(limit) }} />
    </Box>
  );
}
