import { useEffect, useMemo } from 'react';
import type { ComparedFilm, ComparisonReply } from '@kepu/shared/contracts/film';
import { matchesOf, mineOf, sayComparison, sayEarlier, sayWhose, theirsOf } from '@kepu/shared/inspection/comparison';
import type { InStep } from '@kepu/shared/inspection/in-step';
import { sayLength, sayMoment } from '@kepu/shared/time';
import { Box, Tap } from '../../platform/elements';
import { Button } from '../../ui/Button';
import { Empty } from '../../ui/Empty';
import { createFilmControl, type FilmControl } from '../../ui/film-control';
import { Group } from '../../ui/Group';
import { KeyValues } from '../../ui/KeyValues';
import { Note } from '../../ui/Note';
import { Page } from '../../ui/Page';
import { Skeleton } from '../../ui/Skeleton';
import { StickyBar } from '../../ui/StickyBar';
import { Tag } from '../../ui/Tag';
import { FilmPlayer } from '../film/FilmPlayer';
import { useFilmLink } from '../film/use-film-link';
import { Gate } from '../login/Gate';
import { Failure } from '../session/Failure';
import { StatusTag } from '../work/StatusTag';
import './compare.css';
import { useComparison } from './use-comparison';
import { useInStep } from './use-in-step';

interface CompareScreenProps {
  workId: string;
  likenessId: string;
}

/** 对照查看: two films handed to the same unit, one below the other and in step. */
export function CompareScreen(props: CompareScreenProps) {
  return <Gate role="recommender" title="对照查看">{() => <Loaded {...props} />}</Gate>;
}

function Loaded({ workId, likenessId }: CompareScreenProps) {
  const { reply, failure, again } = useComparison(workId, likenessId);
  if (reply) return <Compared reply={reply} />;
  return (
    <Page title="对照查看" back="pages/inbox/index">
      {failure === null ? <Skeleton /> : <><Failure of={failure} /><Box className="k-mt-3"><Button kind="line" onTap={again}>再试一次</Button></Box></>}
    </Page>
  );
}

function Compared({ reply }: { reply: ComparisonReply }) {
  const { mine, other } = reply;
  const [a, b] = useMemo(() => [createFilmControl(mine.durationMs), createFilmControl(other.durationMs)] as const, [mine.durationMs, other.durationMs]);
  const matches = useMemo(() => matchesOf(reply), [reply]);
  const inStep = useInStep(a, b, matches);
  const [begin] = matches;
  useEffect(() => {
    // Both films stand at the first place where they are alike.
    if (!begin) return;
    a.seekTo(begin.fromMs);
    b.seekTo(begin.otherFromMs);
  }, [a, b, begin]);
  return (
    <Page title="对照查看" back="pages/inbox/index" isBare fixed={<Bar inStep={inStep} isBoth={other.fileId !== null} />}>
      <Box className="cp-b">
        <OneFilm label="这部作品" film={mine} control={a} pins={matches.map(({ fromMs }) => fromMs)} isFirst={reply.earlier === 'mine'} />
        <OneFilm label="另一部" film={other} control={b} pins={matches.map(({ otherFromMs }) => otherFromMs)} isFirst={reply.earlier === 'other'} />
        <Box className="cp-in">
          <Note tone="look">{sayComparison(reply)}{sayEarlier(reply)}是否重复由人判断，本次查看已记入日志。</Note>
          <Group title="相同的地方" aside={`${matches.length} 处`} />
          {matches.length === 0 ? <Empty title="从头到尾都相同" /> : <Matches inStep={inStep} reply={reply} />}
          <Facts label="这部作品" film={mine} />
          <Facts label="另一部" film={other} />
        </Box>
      </Box>
    </Page>
  );
}

function Matches({ inStep, reply }: { inStep: InStep; reply: ComparisonReply }) {
  return (
    <Box className="k-card k-card--flush" role="list">
      {matchesOf(reply).map((match) => {
        const isChosen = match.key === inStep.chosen?.key;
        const kind = match.kind === 'picture' ? '画面' : '声音';
        const words = `这部 ${mineOf(match)}，另一部 ${theirsOf(match)}`;
        return (
          <Tap key={match.key} className={`cp-m ${isChosen ? 'cp-m--on' : ''}`} label={`${isChosen ? '已选中，' : ''}两部都跳到：${kind}，${words}`} onTap={() => inStep.choose(match)}>
            <Tag tone={match.kind === 'picture' ? 'look' : 'plain'}>{kind}</Tag>
            <Box className="k-grow k-num">
              <Box>这部 {mineOf(match)}</Box>
              <Box>另一部 {theirsOf(match)}</Box>
            </Box>
            <Box className="k-cap k-num">{sayLength(match.toMs - match.fromMs)}{match.kind === 'picture' && reply.isMirrored ? ' 翻转' : ''}</Box>
          </Tap>
        );
      })}
    </Box>
  );
}

interface OneFilmProps {
  label: string;
  film: ComparedFilm;
  control: FilmControl;
  pins: readonly number[];
  isFirst: boolean;
}

function OneFilm({ label, film, control, pins, isFirst }: OneFilmProps) {
  const link = useFilmLink(film.fileId);
  return (
    <Box>
      <Box className="cp-h">
        <Box className="k-grow k-wrap">{label}：《{film.title}》</Box>
        {isFirst && <Tag tone="wait" icon="clock">{film.workId === null ? '年份更早' : '先上传'}</Tag>}
      </Box>
      {film.fileId === null ? <Box className="cp-in"><Note tone="look">往年作品只保存了指纹，没有影片可放。请按时刻在原片里核对。</Note></Box> : <FilmPlayer link={link} title={film.title} control={control} pins={pins} />}
    </Box>
  );
}

function Facts({ label, film }: { label: string; film: ComparedFilm }) {
  const rows: [string, string][] = [
    ['作品', `《${film.title}》`],
    ['单位', sayWhose(film)],
    ['上传', film.uploadedAt === null ? '往年作品，未在本系统上传' : [sayMoment(film.uploadedAt), film.uploadedBy].filter(Boolean).join(' · ')],
    ['SHA-256', film.sha256],
  ];
  return (
    <>
      <Group title={label} />
      <Box className="k-card">
        {film.status !== null && <Box className="k-mb-3"><StatusTag work={{ status: film.status, inEffect: film.inEffect }} /></Box>}
        <KeyValues rows={rows} />
      </Box>
    </>
  );
}

function Bar({ inStep, isBoth }: { inStep: InStep; isBoth: boolean }) {
  return (
    <StickyBar>
      <Button kind="line" label="上一处相同的地方" onTap={() => inStep.step(-1)}>上一处</Button>
      <Button kind="line" label="下一处相同的地方" onTap={() => inStep.step(1)}>下一处</Button>
      <Button isWide icon={inStep.isPlaying ? 'pause' : 'play'} onTap={inStep.toggle}>{inStep.isPlaying ? '暂停' : isBoth ? '同步播放' : '播放'}</Button>
    </StickyBar>
  );
}
