import styles from './RuleTag.module.css';

/** Number of a rule in the catalogue: V5. */
export function RuleTag({ rule }: { rule: string }) {
  return <span className={styles.rule}>{rule}</span>;
}
