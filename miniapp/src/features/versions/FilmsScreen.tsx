import { useMemo, useState } from 'react';
import type { CampaignConfig } from '@kepu/shared/campaign/config';
import type { WorkFilmView } from '@kepu/shared/contracts/film';
import { sayBytes } from '@kepu/shared/errors';
import { sayLength, sayMoment } from '@kepu/shared/time';
import { Box } from '../../platform/elements';
import { goTo } from '../../platform/navigation';
import { cached } from '../../state/cached';
import { useResource } from '../../state/use-resource';
import { Button } from '../../ui/Button';
import { Empty } from '../../ui/Empty';
import { createFilmControl } from '../../ui/film-control';
import { Note } from '../../ui/Note';
import { OfflineStrip } from '../../ui/OfflineStrip';
import { Page } from '../../ui/Page';
import { Skeleton } from '../../ui/Skeleton';
import { Tag } from '../../ui/Tag';
import { useCampaign } from '../campaign/campaign';
import { FilmPlayer } from '../film/FilmPlayer';
import { useFilmLink } from '../film/use-film-link';
import { Findings } from '../inspection/Findings';
import { groupFindings } from '../inspection/group-findings';
import { SignedIn } from '../login/Gate';
import { api } from '../session/api';
import { Failure } from '../session/Failure';

const filmsResource = (workId: string) => cached<WorkFilmView[]>(`films:${workId}`, () => api.call('GET /api/works/:workId/films', { params: { workId } }));

/** 成片版本: every film a work has had, each with what was found in it; for its creator and its unit. */
export function FilmsScreen({ workId }: { workId: string }) {
  return <SignedIn title="成片版本">{() => <Films workId={workId} />}</SignedIn>;
}

function Films({ workId }: { workId: string }) {
  const { value: films, failure, at } = useResource(filmsResource(workId));
  const { value: campaign } = useCampaign();
  const [openId, setOpenId] = useState<string | null>(null);
  return (
    <Page title="成片版本" back="pages/home/index" top={failure !== null && at !== null && <OfflineStrip at={at} />}>
      {(films === null || campaign === null) && (failure === null ? <Skeleton /> : <Failure of={failure} />)}
      {films?.length === 0 && <Empty title="还没有成片" text="传完一个成片，这里就有一条记录。" />}
      {campaign && films?.map((film) => (
        <OneFilm key={film.fileId} workId={workId} film={film} config={campaign.config} isOpen={film.fileId === openId} onOpen={() => setOpenId(film.fileId === openId ? null : film.fileId)} />
      ))}
      {films && films.length > 0 && <Note>更换成片不删旧片：原片、指纹、上传人和时间、当时的检测结论都保留。提交后不能更换；退回或撤回后可以。</Note>}
    </Page>
  );
}

interface OneFilmProps {
  workId: string;
  film: WorkFilmView;
  config: CampaignConfig;
  isOpen: boolean;
  onOpen: () => void;
}

function OneFilm({ workId, film, config, isOpen, onOpen }: OneFilmProps) {
  const { failing, looking } = groupFindings(film.findings, config);
  const about = [sayBytes(film.bytes), film.durationMs === null ? null : sayLength(film.durationMs)].filter(Boolean).join(' · ');
  const sent = [sayMoment(film.uploadedAt), film.uploadedBy, film.device].filter(Boolean).join(' · ');
  const counts = [failing.length > 0 ? `不通过 ${failing.length}` : null, looking.length > 0 ? `请看 ${looking.length}` : null].filter(Boolean).join('，');
  return (
    <Box className="k-card k-mb-3">
      <Box className="k-strong k-wrap">{film.name}</Box>
      <Box className="k-row k-mt-1">
        {film.isCurrent && <Tag tone="pass" icon="check">现用</Tag>}
        <Box className={film.isCurrent ? 'k-ml-2' : ''}><Tag tone="plain">{film.versions.length > 0 ? `随第 ${film.versions.join('、')} 版提交` : '没有提交过'}</Tag></Box>
      </Box>
      <Box className="k-sub k-num k-mt-1">{about}</Box>
      <Box className="k-sub k-num k-wrap">{sent}</Box>
      {film.isPlayable
        ? <Box className="k-mt-3"><Button kind="line" onTap={onOpen}>{isOpen ? '收起' : `看成片和 ${film.findings.length} 条结论${counts === '' ? '' : `（${counts}）`}`}</Button></Box>
        : <Box className="k-sub k-mt-3">没有随推荐表提交，只有作者可以看。</Box>}
      {isOpen && <OldFilm workId={workId} film={film} config={config} />}
    </Box>
  );
}

function OldFilm({ workId, film, config }: Pick<OneFilmProps, 'workId' | 'film' | 'config'>) {
  const link = useFilmLink(film.fileId);
  const control = useMemo(() => createFilmControl(film.durationMs), [film.durationMs]);
  return (
    <Box className="k-mt-3">
      <FilmPlayer link={link} title={film.name} control={control} pins={film.findings.flatMap(({ atMs }) => atMs)} />
      {film.findings.length === 0 && <Box className="k-sub k-mt-3">{film.inspection === 'done' ? '这一版没有检测结论。' : '这一版的自动检测没有完成。'}</Box>}
      <Findings findings={film.findings} config={config} pictures={link.pictures} onJump={control.seekTo} passingShown={0} onCompare={(likeness) => goTo('pages/unit/compare/index', { work: workId, likeness })} />
    </Box>
  );
}
