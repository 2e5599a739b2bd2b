import type { ReactNode } from 'react';
import { Box } from '../platform/elements';

interface StickyBarProps {
  tip?: ReactNode;
  children: ReactNode;
}

/** The thumb zone: what is to do next, and one sentence about it. */
export function StickyBar({ tip, children }: StickyBarProps) {
  return (
    <Box className="k-bar">
      {tip !== undefined && <Box className="k-bar__tip">{tip}</Box>}
      <Box className="k-bar__btns">{children}</Box>
    </Box>
  );
}
