import type { FilmPictureLinks, WorkView } from '@kepu/shared/contracts/work';
import { STAGES } from '@kepu/shared/inspection/facts';
import { unmeasured } from '@kepu/shared/inspection/judge';
import { saySetAside } from '@kepu/shared/inspection/say-set-aside';
import { mayOverride, overrideWithdrawalReasons } from '@kepu/shared/rules/override';
import { sayTimecode } from '@kepu/shared/time';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useCommand } from '../../api/queries';
import { Card } from '../../ui/Card';
import { ClauseQuote } from '../../ui/ClauseQuote';
import { Problem } from '../../ui/Problem';
import { RuleTag } from '../../ui/RuleTag';
import { VerdictMark } from '../../ui/VerdictMark';
import { useFilmSource } from '../film/use-film-source';
import { useClauseWords } from '../campaign/use-notice';
import { useCampaign } from '../campaign/current';
import { useMay } from '../session/use-session';
import { CompareLinks } from './CompareLinks';
import { Exhibits } from './Exhibits';
import styles from './FindingsCard.module.css';
import { OverrideDialog } from './OverrideDialog';
import { needsSomebody, sayRest, type ShownFinding } from './work-words';

interface Props {
  work: WorkView;
  findings: readonly ShownFinding[];
  chosen: string | null;
  onChoose: (finding: ShownFinding) => void;
  onSeek: (ms: number) => void;
}

/** What the machine measured: value, requirement, clause, what to do. A click goes to the second. */
export function FindingsCard({ work, findings, chosen, onChoose, onSeek }: Props) {
  const { pictures } = useFilmSource(work.film?.fileId ?? null);
  const open = findings.filter(needsSomebody);
  const [all, setAll] = useState<boolean | null>(null);
  const [reviewed, setReviewed] = useState<string | null>(null);
  const { config } = useCampaign();
  const mayReview = useMay('work.override');
  const underReview = findings.find(({ check }) => check === reviewed);
  const offerOf = (finding: ShownFinding) => mayReview && (finding.setAside ? overrideWithdrawalReasons({ side: 'staff', status: work.status, by: finding.setAside.side }).length === 0 : mayOverride('staff', work.status, finding, config));
  if (!work.film) return null;
  const isAll = all ?? open.length === 0;
  const shown = isAll || open.some((finding) => finding.check === chosen) || chosen === null ? (isAll ? findings : open) : findings;
  const choice = (
    <Segmented
      size="small"
      value={isAll}
      onChange={setAll}
      options={[
        { value: false, label: `要看的 ${open.length}` },
        { value: true, label: `全部 ${findings.length}` },
      ]}
    />
  );
  return (
    <Card title="检测结论" note="机器测得，人来判断" extra={findings.length > 0 && choice} flush>
      <State work={work} />
      <ul className={styles.list}>
        {shown.map((finding) => (
          <FindingRow key={finding.check} workId={work.id} finding={finding} isChosen={finding.check === chosen} onChoose={() => onChoose(finding)} onSeek={onSeek} pictures={pictures} onReview={offerOf(finding) ? () => setReviewed(finding.check) : null} />
        ))}
      </ul>
      {underReview && <OverrideDialog work={work} finding={underReview} onClose={() => setReviewed(null)} />}
      {!isAll && open.length === 0 && <p className={styles.none}>没有要看的：{sayRest(findings)}。</p>}
    </Card>
  );
}

interface RowProps {
  workId: string;
  finding: ShownFinding;
  isChosen: boolean;
  onChoose: () => void;
  onSeek: (ms: number) => void;
  pictures: FilmPictureLinks | null;
  /** Opens 人工复核; null: there is nothing to do about it here. */
  onReview: (() => void) | null;
}

function FindingRow({ workId, finding, isChosen, onChoose, onSeek, pictures, onReview }: RowProps) {
  const words = useClauseWords()(finding.clause);
  const { rule, subject, measured, required, advice, clause, atMs, setAside } = finding;
  return (
    <li className={isChosen ? styles.chosen : undefined}>
      <button type="button" className={styles.row} onClick={onChoose} aria-expanded={isChosen}>
        <RuleTag rule={rule} />
        <VerdictMark verdict={finding.shown} />
        <span className={styles.what}>
          <b>{subject}</b>
          {measured && <span>{measured}</span>}
          {required && <em>要求 {required}</em>}
          {setAside ? <p>人工复核：{setAside.reason}（{saySetAside(setAside)}）</p> : advice && <p>{advice}</p>}
        </span>
        <span className={styles.at}>{atMs.length > 0 ? atMs.slice(0, 3).map((ms) => sayTimecode(ms)).join('、') : ''}</span>
      </button>
      {isChosen && (
        <div className={styles.clause}>
          <Exhibits finding={finding} pictures={pictures} onSeek={onSeek} />
          <CompareLinks workId={workId} finding={finding} />
          <ClauseQuote source={`${clause} · 规则 ${rule}`}>{words ?? `见通知 ${clause}`}</ClauseQuote>
          <div className={styles.foot}>
            {onReview && (
              <Button size="small" onClick={onReview}>
                {setAside ? '撤销复核' : '人工复核'}
              </Button>
            )}
            <Link to={`/rules#${rule}`}>这条规则怎么检查</Link>
          </div>
        </div>
      )}
    </li>
  );
}

/** While there is nothing to show yet, or the machine could not do its work. */
function State({ work }: { work: WorkView }) {
  const may = useMay('inspection.retry');
  const retry = useCommand('POST /api/works/:workId/inspection', ['GET /api/works/:workId', 'GET /api/works']);
  if (!work.film) return null;
  const { state, findings, stagesDone, toolsNote } = work.film.inspection;
  const unchecked = unmeasured(findings).length;
  if (state === 'queued' || state === 'running') return <p className={styles.none}>正在自动检测，已看完 {stagesDone.length} / {STAGES.length} 步，结论出来会自动显示。</p>;
  if (state === 'done' && unchecked === 0) return toolsNote === null ? null : <p className={styles.none}>{toolsNote}</p>;
  return (
    <div className={styles.none}>
      <p>{state === 'failed' ? '自动检测没有完成，不是影片的问题，也不算不符合。' : `有 ${unchecked} 项没能检测，不算不符合，也不算通过。`}{toolsNote}</p>
      {may && (
        <Button size="small" loading={retry.isPending} onClick={() => retry.mutate({ params: { workId: work.id } })}>
          重新检测
        </Button>
      )}
      <Problem error={retry.error} />
    </div>
  );
}
