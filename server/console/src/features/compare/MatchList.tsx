import { mineOf, theirsOf, type Match } from '@kepu/shared/inspection/comparison';
import type { InStep } from '@kepu/shared/inspection/in-step';
import { sayLength } from '@kepu/shared/time';
import { Empty } from '../../ui/Empty';
import { Tag } from '../../ui/Tag';
import styles from './ComparePage.module.css';

interface Props {
  matches: readonly Match[];
  inStep: InStep;
  isMirrored: boolean;
}

/** Every place where the two are alike; a press takes both films there. */
export function MatchList({ matches, inStep, isMirrored }: Props) {
  if (matches.length === 0) return <Empty title="没有可以跳转的位置">两部是同一个文件，从头到尾都相同。</Empty>;
  return (
    <ol className={styles.matches}>
      {matches.map((match) => {
        const { key, kind, fromMs, toMs } = match;
        const isChosen = key === inStep.chosen?.key;
        return (
          <li key={key}>
            <button type="button" className={isChosen ? styles.chosen : undefined} aria-current={isChosen} onClick={() => inStep.choose(match)}>
              <Tag tone={kind === 'picture' ? 'look' : 'quiet'}>{kind === 'picture' ? '画面' : '声音'}</Tag>
              <span>这部 {mineOf(match)}</span>
              <span aria-hidden="true">↔</span>
              <span>另一部 {theirsOf(match)}</span>
              <span className={styles.length}>
                {sayLength(toMs - fromMs)}
                {kind === 'picture' && isMirrored ? ' · 左右翻转' : ''}
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
