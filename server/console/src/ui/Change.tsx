import { Fragment } from 'react';
import { textDiff } from './text-diff';

interface Props {
  before: string | null;
  after: string | null;
}

/** One value before and after, as one text with what went and what came. */
export function Change({ before, after }: Props) {
  if (!before && !after) return <span>无</span>;
  return (
    <span style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>
      {textDiff(before ?? '', after ?? '').map((part, index) => (
        <Fragment key={index}>
          {part.kind === 'same' && part.text}
          {part.kind === 'removed' && <del>{part.text}</del>}
          {part.kind === 'added' && <ins>{part.text}</ins>}
        </Fragment>
      ))}
    </span>
  );
}
