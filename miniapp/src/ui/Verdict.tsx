import type { ReactNode } from 'react';
import { Box } from '../platform/elements';
import { Icon, type BoldIconName } from './Icon';

/** none: not checked · nothing: looked for and not found. */
export type MarkKind = 'pass' | 'fail' | 'look' | 'none' | 'nothing' | 'reviewed';

const MARKS: Record<MarkKind, { icon: BoldIconName; word: string }> = {
  pass: { icon: 'check', word: '通过' },
  fail: { icon: 'cross', word: '不通过' },
  look: { icon: 'eye', word: '请看一眼' },
  none: { icon: 'minus', word: '没有检测' },
  nothing: { icon: 'minus', word: '没有发现' },
  reviewed: { icon: 'user', word: '人工复核' },
};

/** Shape first: a circle passes, a solid square fails, a leaf asks to look. */
export function Mark({ kind }: { kind: MarkKind }) {
  const { icon, word } = MARKS[kind];
  return (
    <Box className={`k-mark k-mark--${kind}`} role="img" label={word}>
      <Icon name={icon} isBold />
    </Box>
  );
}

interface VerdictProps {
  kind: MarkKind;
  title: ReactNode;
  /** What was measured, beside the title of one that passes and under it otherwise. */
  value?: ReactNode;
  advice?: string | null;
  clause?: string;
  children?: ReactNode;
}

/** One verdict: numbers first, sentence second, clause last. */
export function Verdict({ kind, title, value, advice, clause, children }: VerdictProps) {
  if (kind === 'pass') {
    return (
      <Box className="k-verdict">
        <Box className="k-row">
          <Mark kind={kind} />
          <Box className="k-grow">{title}</Box>
          <Box className="k-sub k-num k-right">{value}</Box>
        </Box>
        {advice && <Box className="k-verdict__do">{advice}</Box>}
        {children}
      </Box>
    );
  }
  return (
    <Box className="k-verdict">
      <Box className="k-verdict__main">
        <Mark kind={kind} />
        <Box className="k-grow">
          <Box className="k-strong">{title}</Box>
          {value !== undefined && <Box className="k-verdict__val k-num">{value}</Box>}
          {advice && <Box className="k-verdict__do">{advice}</Box>}
          {children}
          {clause !== undefined && <Box className="k-clause k-mt-2">{clause}</Box>}
        </Box>
      </Box>
    </Box>
  );
}
