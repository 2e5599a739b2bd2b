import type { ReactNode } from 'react';
import { Box } from '../platform/elements';

interface EmptyProps {
  title: string;
  text?: string;
  children?: ReactNode;
}

/** Nothing here yet, and what to do about it. The drawing is a screen over the ruler. */
export function Empty({ title, text, children }: EmptyProps) {
  return (
    <Box className="k-card k-empty">
      <Box className="k-empty__pic" isOrnament />
      <Box className="k-head">{title}</Box>
      {text !== undefined && <Box className="k-sub k-mt-1 k-mb-4 k-pre">{text}</Box>}
      {children}
    </Box>
  );
}
