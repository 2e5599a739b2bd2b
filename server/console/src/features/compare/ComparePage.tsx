import type { ComparisonReply } from '@kepu/shared/contracts/film';
import { matchesOf, sayComparison, sayEarlier } from '@kepu/shared/inspection/comparison';
import { useEffect, useRef } from 'react';
import { Link, useParams } from 'react-router';
import { Card } from '../../ui/Card';
import { Icon } from '../../ui/Icon';
import { Loaded } from '../../ui/Loaded';
import { PageHead } from '../../ui/PageHead';
import { useShortcuts } from '../../ui/shortcuts';
import { usePlayer } from '../film/use-player';
import { ComparedFilmCard } from './ComparedFilmCard';
import styles from './ComparePage.module.css';
import { MatchList } from './MatchList';
import { StepBar } from './StepBar';
import { useComparison } from './use-comparison';
import { useInStep } from './use-in-step';

/** Two films that are alike, side by side and in step: a person judges whether they are the same work. */
export function ComparePage() {
  const { workId = '', likenessId = '' } = useParams();
  const comparison = useComparison(workId, likenessId);
  return (
    <>
      <PageHead
        title="对照查看"
        sub={comparison.data && `《${comparison.data.mine.title}》与《${comparison.data.other.title}》`}
        back={
          <Link to={`/works/${workId}`}>
            <Icon name="left" size={13} /> 返回作品
          </Link>
        }
      />
      <Loaded query={comparison} what="对照" rows={12}>
        {(reply) => <SideBySide reply={reply} />}
      </Loaded>
    </>
  );
}

function SideBySide({ reply }: { reply: ComparisonReply }) {
  const { mine, other } = reply;
  const left = usePlayer();
  const right = usePlayer();
  const matches = matchesOf(reply);
  const inStep = useInStep(left, other.fileId === null ? null : right, matches);
  const hasBegun = useRef(false);
  useEffect(() => {
    // Once, when the page opens: both films stand at the first place where they are alike.
    const [first] = matches;
    if (hasBegun.current || !first) return;
    hasBegun.current = true;
    left.seek(first.fromMs);
    right.seek(first.otherFromMs);
  });
  useShortcuts({ ' ': inStep.toggle, ',': () => inStep.step(-1), '.': () => inStep.step(1) });
  return (
    <>
      <Card className={styles.said} title={sayComparison(reply)} extra={<StepBar inStep={inStep} mine={left} other={other.fileId === null ? null : right} />}>
        <p className={styles.quiet}>{sayEarlier(reply)}机器只指出相同的地方，是否重复由人判断。本次查看已记入日志。</p>
      </Card>
      <div className={styles.films}>
        <ComparedFilmCard label="这部作品" film={mine} player={left} matches={matches} isFirst={reply.earlier === 'mine'} />
        <ComparedFilmCard label="另一部" film={other} player={right} matches={matches.map((match) => ({ ...match, fromMs: match.otherFromMs, toMs: match.otherFromMs + match.toMs - match.fromMs }))} isFirst={reply.earlier === 'other'} />
      </div>
      <Card flush title="相同的地方" note={matches.length > 0 ? `${matches.length} 处，点一行两部都跳到那里` : undefined}>
        <MatchList matches={matches} inStep={inStep} isMirrored={reply.isMirrored} />
      </Card>
    </>
  );
}
