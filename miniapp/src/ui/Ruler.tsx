import { Box } from '../platform/elements';

interface RulerProps {
  ticks: number;
  /** Every n-th tick is a long one. */
  longEvery: number;
}

/** The one ornament, and it measures something: time is always drawn on it. */
export function Ruler({ ticks, longEvery }: RulerProps) {
  return (
    <Box className="k-ruler" isOrnament>
      {Array.from({ length: ticks + 1 }, (_, index) => (
        <Box key={index} className={`k-ruler__t ${index % longEvery === 0 ? 'k-ruler__t--l' : ''}`} />
      ))}
    </Box>
  );
}
