import { HOW_WORDS, RULE_BOOK, ruleActs, sayLimits, type RuleAct, type RuleEntry } from '@kepu/shared/inspection/rule-book';
import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { Card } from '../../ui/Card';
import { PageHead } from '../../ui/PageHead';
import { RuleTag } from '../../ui/RuleTag';
import { useCampaign } from '../campaign/current';
import styles from './RulesPage.module.css';

/** Every rule in plain words: where the notice says it, how it is checked, what this call asks. */
export function RulesPage() {
  const { config } = useCampaign();
  const { hash } = useLocation();
  useEffect(() => {
    if (hash !== '') document.getElementById(hash.slice(1))?.scrollIntoView({ block: 'center' });
  }, [hash]);
  return (
    <>
      <PageHead title="规则说明" />
      {RULE_BOOK.map(({ title, rules }) => (
        <Card key={title} title={title} note={`${rules.length} 条`} flush className={styles.card}>
          <ul>
            {rules.map((entry) => (
              <OneRule key={entry.id} entry={entry} limits={sayLimits(entry, config)} acts={ruleActs(entry.id, config)} isWanted={hash === `#${entry.id}`} />
            ))}
          </ul>
        </Card>
      ))}
    </>
  );
}

function OneRule({ entry, limits, acts, isWanted }: { entry: RuleEntry; limits: string[]; acts: RuleAct[]; isWanted: boolean }) {
  return (
    <li id={entry.id} className={`${styles.rule} ${isWanted ? styles.wanted : ''}`}>
      <RuleTag rule={entry.id} />
      <div>
        <b>{entry.name}</b>
        {limits.map((words) => (
          <span key={words} className={styles.limit}>
            {words}
          </span>
        ))}
        <p>{entry.check}</p>
      </div>
      <div className={styles.how}>
        {entry.how.map((how) => HOW_WORDS[how]).join('；')}
        {acts.map(({ label, mode, name, effect }) => (
          <p key={label ?? name}>
            <b className={styles[mode]}>{name}</b>
            {label === null ? effect : `${label}：${effect}`}
          </p>
        ))}
      </div>
      <p className={styles.clause}>{entry.clause}</p>
    </li>
  );
}
