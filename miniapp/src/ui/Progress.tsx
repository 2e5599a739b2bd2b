import { Box } from '../platform/elements';
import { Ruler } from './Ruler';

interface ProgressProps {
  /** 0 to 1. */
  value: number;
  isHeld?: boolean;
  label: string;
}

/** A bar over the ruler; held is amber and the words beside it say why. */
export function Progress({ value, isHeld, label }: ProgressProps) {
  return (
    <Box role="progressbar" label={label} percent={Math.round(value * 100)}>
      <Box className="k-prog">
        <Box className={`k-prog__v ${isHeld ? 'k-prog__v--held' : ''}`} style={{ width: percent(value) }} />
      </Box>
      <Box className="k-mt-1"><Ruler ticks={48} longEvery={12} /></Box>
    </Box>
  );
}

const percent = (value: number) => `${Math.min(100, Math.max(0, value * 100)).toFixed(1)}%`;
