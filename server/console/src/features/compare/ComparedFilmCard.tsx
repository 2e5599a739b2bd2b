import type { ComparedFilm } from '@kepu/shared/contracts/film';
import { sayWhose, type Match } from '@kepu/shared/inspection/comparison';
import { sayFullMoment, sayTimecode } from '@kepu/shared/time';
import { Typography } from 'antd';
import { Link } from 'react-router';
import { Card } from '../../ui/Card';
import { Empty } from '../../ui/Empty';
import { Fact, Facts } from '../../ui/Facts';
import { StatusTag } from '../../ui/StatusTag';
import { Tag } from '../../ui/Tag';
import { FilmScreen } from '../film/FilmScreen';
import type { Player } from '../film/use-player';
import styles from './ComparePage.module.css';

interface Props {
  label: string;
  film: ComparedFilm;
  player: Player;
  /** With `fromMs` and `toMs` of this film. */
  matches: readonly Match[];
  isFirst: boolean;
}

/** One of two films with whose it is and since when it is there. */
export function ComparedFilmCard({ label, film, player, matches, isFirst }: Props) {
  const { title, fileId, workId, durationMs } = film;
  return (
    <Card flush title={label} extra={isFirst && <Tag tone="brand" icon="clock">{workId === null ? '年份更早' : '先上传'}</Tag>}>
      {fileId === null ? (
        <Empty title="没有影片可放">往年作品只保存了指纹，没有保存影片。请按下面的时刻在原片里核对。</Empty>
      ) : (
        <>
          <FilmScreen fileId={fileId} title={title} player={player} isEager />
          <Line player={player} durationMs={durationMs ?? 0} matches={matches} label={label} />
        </>
      )}
      <div className={styles.facts}>
        <Facts>
          <Fact label="作品">{workId === null ? `《${title}》` : <Link to={`/works/${workId}`}>《{title}》</Link>}</Fact>
          <Fact label="推荐单位">{sayWhose(film)}</Fact>
          {film.status !== null && (
            <Fact label="状态">
              <StatusTag status={film.status} inEffect={film.inEffect} />
            </Fact>
          )}
          <Fact label="上传">{film.uploadedAt === null ? '往年作品，未在本系统上传' : `${sayFullMoment(film.uploadedAt)} · ${film.uploadedBy ?? ''}`}</Fact>
          <Fact label="SHA-256">
            <Typography.Text copyable={{ text: film.sha256, tooltips: ['复制整段指纹', '已复制'] }} className={styles.hash}>
              {film.sha256.slice(0, 12)}…{film.sha256.slice(-4)}
            </Typography.Text>
          </Fact>
        </Facts>
      </div>
    </Card>
  );
}

interface LineProps extends Pick<Props, 'player' | 'matches' | 'label'> {
  durationMs: number;
}

/** Where in the film one is, with the matching parts marked. */
function Line({ player, durationMs, matches, label }: LineProps) {
  const percent = (ms: number) => `${durationMs > 0 ? Math.min(100, (ms / durationMs) * 100) : 0}%`;
  return (
    <div className={styles.line}>
      <div className={styles.track}>
        {matches.map(({ key, kind, fromMs, toMs }) => (
          <i key={key} className={kind === 'sound' ? styles.sound : undefined} style={{ left: percent(fromMs), width: percent(toMs - fromMs) }} />
        ))}
        <input type="range" min={0} max={durationMs} step={1000} value={Math.min(player.atMs, durationMs)} aria-label={`${label}的播放位置`} aria-valuetext={sayTimecode(player.atMs)} onChange={({ target }) => player.seek(Number(target.value))} />
      </div>
      <span>
        {sayTimecode(player.atMs)} / {sayTimecode(durationMs)}
      </span>
    </div>
  );
}
