import type { ReactNode } from 'react';
import styles from './ClauseQuote.module.css';

interface Props {
  /** Where the notice says it, and the rules made of it. */
  source: ReactNode;
  children: ReactNode;
}

/** Words of the notice, in Song type behind a rule: nobody takes ours for theirs. */
export function ClauseQuote({ source, children }: Props) {
  return (
    <blockquote className={styles.quote}>
      <p>{children}</p>
      <cite>{source}</cite>
    </blockquote>
  );
}
