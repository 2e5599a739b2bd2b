import type { ReactNode } from 'react';
import { Box, Txt } from '../platform/elements';

interface KeyValuesProps {
  rows: readonly (readonly [key: string, value: ReactNode])[];
}

/** Facts in two columns; values are never cut. */
export function KeyValues({ rows }: KeyValuesProps) {
  return (
    <>
      {rows.map(([key, value]) => (
        <Box key={key} className="k-kv">
          <Txt className="k-kv__k">{key}</Txt>
          <Box className="k-grow k-num k-wrap">{value}</Box>
        </Box>
      ))}
    </>
  );
}
