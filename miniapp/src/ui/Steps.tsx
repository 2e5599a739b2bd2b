import type { ReactNode } from 'react';
import { Box } from '../platform/elements';
import { Icon, type BoldIconName } from './Icon';

export interface Step {
  key: string;
  state: 'done' | 'now' | 'next' | 'bad';
  /** An icon, or a number where the order matters. */
  mark: BoldIconName | number;
  title: ReactNode;
  text?: ReactNode;
}

interface StepsProps {
  steps: readonly Step[];
}

/** What happened, or what comes, one under the other on a rail. */
export function Steps({ steps }: StepsProps) {
  return (
    <Box className="k-steps" role="list">
      {steps.map(({ key, state, mark, title, text }) => (
        <Box key={key} className={`k-step k-step--${state}`} role="listitem">
          <Box className="k-step__rail">
            <Box className="k-step__dot">{typeof mark === 'number' ? mark : <Icon name={mark} isBold />}</Box>
            <Box className="k-step__line" />
          </Box>
          <Box className="k-grow">
            <Box className="k-strong">{title}</Box>
            {text !== undefined && <Box className="k-sub k-num">{text}</Box>}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
