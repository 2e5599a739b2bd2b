import { useState } from 'react';
import type { CampaignConfig } from '@kepu/shared/campaign/config';
import type { FilmPictureLinks } from '@kepu/shared/contracts/work';
import { firstMoment } from '@kepu/shared/inspection/evidence';
import type { Finding } from '@kepu/shared/inspection/finding';
import { saySetAside } from '@kepu/shared/inspection/say-set-aside';
import { Box, Tap, Txt } from '../../platform/elements';
import { goTo } from '../../platform/navigation';
import { Button } from '../../ui/Button';
import { Group } from '../../ui/Group';
import { Icon } from '../../ui/Icon';
import { Item } from '../../ui/Item';
import { Mark, Verdict } from '../../ui/Verdict';
import { Exhibits } from './Exhibits';
import { groupFindings, type FindingGroups } from './group-findings';
import './inspection.css';

interface FindingsProps {
  findings: readonly Finding[];
  config: CampaignConfig;
  /** Takes the player to a second; without one, seconds are only named. */
  onJump?: (ms: number) => void;
  /** Pictures of the film, for the evidence. */
  pictures?: FilmPictureLinks | null;
  /** How many of those that pass are spelled out before the rest is folded away. */
  passingShown?: number;
  /** For those who may set a finding aside (人工复核); a creator never. */
  review?: FindingReview;
  /** Opens another film a finding speaks of beside this one. */
  onCompare?: (likenessId: string) => void;
}

export interface FindingReview {
  /** What there is to do about a finding: set it aside, take that back, or nothing. */
  offerOf: (finding: Finding) => 'set-aside' | 'take-back' | null;
  onReview: (finding: Finding) => void;
}

/** All verdicts of one film: measured, required, what to do, and the sentence of the notice. */
export function Findings({ findings, config, onJump, pictures = null, passingShown = 5, review, onCompare }: FindingsProps) {
  const groups = groupFindings(findings, config);
  return (
    <>
      {groups.failing.length > 0 && (
        <>
          <Group title="不通过" aside={review ? '没有复核就不能推荐' : '改好才能提交'} isFirst />
          <Box className="k-card k-card--flush in-fail">
            {groups.failing.map((finding) => <OneFinding key={finding.check} kind="fail" finding={finding} onJump={onJump} pictures={pictures} review={review} onCompare={onCompare} />)}
          </Box>
          {!review && <Box className="k-sub k-mt-2">确实符合要求、是机器测错了的，可以请科技厅人工复核：{config.organiser.phone}。</Box>}
        </>
      )}
      {groups.looking.length > 0 && (
        <>
          <Group title="请看一眼" aside={review ? '机器拿不准，请看画面判断' : '机器拿不准，不影响提交，审核人也会看到'} isFirst={groups.failing.length === 0} />
          <Box className="k-card k-card--flush">
            {groups.looking.map((finding) => <OneFinding key={finding.check} kind={finding.verdict === 'unchecked' ? 'none' : 'look'} finding={finding} onJump={onJump} pictures={pictures} review={review} onCompare={onCompare} />)}
          </Box>
        </>
      )}
      <Moot findings={groups.moot} />
      <Reviewed findings={groups.reviewed} review={review} pictures={pictures} onJump={onJump} />
      <Passing groups={groups} count={passingShown} pictures={pictures} onJump={onJump} />
      {groups.notFound.length > 0 && (
        <>
          <Group title="没有发现" aside="不代表没有，供参考" />
          <Box className="k-card k-card--flush">
            {groups.notFound.map((finding) => <Verdict key={finding.check} kind="nothing" title={`${finding.subject}：${finding.measured ?? '没有发现'}`} advice={finding.advice} clause={`规则 ${finding.rule} · ${finding.clause}`} />)}
          </Box>
        </>
      )}
      {groups.notAsked.length > 0 && <Box className="k-sub k-mt-3">本次或这部作品不要求：{subjectsOf(groups.notAsked)}。</Box>}
    </>
  );
}

interface OneFindingProps {
  kind: 'fail' | 'look' | 'none';
  finding: Finding;
  onJump?: (ms: number) => void;
  pictures: FilmPictureLinks | null;
  review: FindingReview | undefined;
  onCompare: ((likenessId: string) => void) | undefined;
}

function OneFinding({ kind, finding, onJump, pictures, review, onCompare }: OneFindingProps) {
  const { rule, subject, clause, measured, required, advice, comparisons = [] } = finding;
  return (
    <Verdict
      kind={kind}
      title={kind === 'none' ? `${subject}：没有检测` : `${subject}：${measured ?? '请人工确认'}`}
      value={required === null ? undefined : `要求 ${required}`}
      advice={advice}
    >
      <Exhibits finding={finding} pictures={pictures} onJump={onJump} />
      {review?.offerOf(finding) === 'set-aside' && <Box className="k-mt-2"><Button kind="line" isSmall icon="user" onTap={() => review.onReview(finding)}>人工复核</Button></Box>}
      {onCompare && comparisons.map(({ likenessId, label }) => (
        <Tap key={likenessId} className="in-compare" role="link" onTap={() => onCompare(likenessId)}>对照查看：{label}<Icon name="right" isSmall /></Tap>
      ))}
      <Tap className="k-clause in-clause" role="link" label={`看规则 ${rule}`} onTap={() => goTo('pages/rules/index', { rule })}>规则 {rule} · {clause}<Icon name="right" isSmall /></Tap>
    </Verdict>
  );
}

const subjectsOf = (findings: readonly Finding[]) => [...new Set(findings.map(({ subject }) => subject))].join('、');

/** What was not checked and waits for something else, told once for all of them. */
function Moot({ findings }: { findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  const reasons = [...new Set(findings.map(({ advice }) => advice))];
  return (
    <>
      <Group title="没有检测" aside="不算通过，也不算不符合" />
      <Box className="k-card k-card--flush">
        {reasons.map((advice) => <Verdict key={advice} kind="none" title={subjectsOf(findings.filter((finding) => finding.advice === advice))} advice={advice} />)}
      </Box>
    </>
  );
}

/** What people set aside, each with who did it and why. */
function Reviewed({ findings, review, pictures, onJump }: Pick<OneFindingProps, 'review' | 'pictures' | 'onJump'> & { findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <>
      <Group title="人工复核" aside="有人看过，不再算作问题" />
      <Box className="k-card k-card--flush">
        {findings.map((finding) => finding.setAside && (
          <Verdict key={finding.check} kind="reviewed" title={`${finding.subject}：${finding.measured ?? '没有检测'}`} value={finding.required === null ? undefined : `要求 ${finding.required}`} clause={`规则 ${finding.rule} · ${finding.clause}`}>
            <Exhibits finding={finding} pictures={pictures} onJump={onJump} />
            <Box className="k-mt-1 k-wrap">人工复核：{finding.setAside.reason}</Box>
            <Box className="k-cap k-num">{saySetAside(finding.setAside)}</Box>
            {review?.offerOf(finding) === 'take-back' && <Box className="k-mt-2"><Button kind="line" isSmall icon="undo" onTap={() => review.onReview(finding)}>撤销复核</Button></Box>}
          </Verdict>
        ))}
      </Box>
    </>
  );
}

interface PassingProps extends Pick<FindingsProps, 'onJump'> {
  groups: FindingGroups;
  count: number;
  pictures: FilmPictureLinks | null;
}

function Passing({ groups: { failing, looking, passing }, count, pictures, onJump }: PassingProps) {
  const [isOpen, setOpen] = useState(false);
  if (passing.length === 0) return null;
  const shown = isOpen ? passing : passing.slice(0, count);
  return (
    <>
      <Group title="通过" aside={`${passing.length} 项`} isFirst={failing.length + looking.length === 0} />
      <Box className="k-card k-card--flush">
        {shown.map((finding) => <OnePassing key={finding.check} finding={finding} pictures={pictures} onJump={onJump} />)}
        {passing.length > shown.length && <Item title={<Box className="k-row"><Mark kind="pass" /><Txt className="k-sub">{shown.length === 0 ? '' : '其余 '}{passing.length - shown.length} 项通过</Txt></Box>} onTap={() => setOpen(true)} />}
      </Box>
    </>
  );
}

/** One that passes is a line; what the machine went by opens under it, where there is something to see. */
function OnePassing({ finding, pictures, onJump }: Omit<OneFindingProps, 'kind' | 'review' | 'onCompare'>) {
  const [isOpen, setOpen] = useState(false);
  const { subject, measured, advice } = finding;
  const hasEvidence = firstMoment(finding) !== null;
  return (
    <Verdict kind="pass" title={subject} value={measured} advice={advice}>
      {hasEvidence && !isOpen && <Box><Tap className="k-link k-sub in-evidence" label={`看依据：${subject}`} onTap={() => setOpen(true)}>看依据</Tap></Box>}
      {isOpen && <Exhibits finding={finding} pictures={pictures} onJump={onJump} />}
    </Verdict>
  );
}

/** The three numbers at the top of a film's verdicts; a nought is grey, not green. */
export function FindingSummary({ findings, config }: { findings: readonly Finding[]; config: CampaignConfig }) {
  const { failing, looking, passing } = groupFindings(findings, config);
  const cells = [['f', failing.length, '不通过'], ['l', looking.length, '请看一眼'], ['p', passing.length, '通过']] as const;
  return (
    <Box className="in-sum" role="list">
      {cells.map(([tone, count, word]) => (
        <Box key={word} className={`in-c in-c--${count === 0 ? '0' : tone}`} role="listitem" label={`${word} ${count} 项`}>
          <Txt className="in-c__n k-num">{count}</Txt>
          {word}
        </Box>
      ))}
    </Box>
  );
}
