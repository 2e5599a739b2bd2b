import type { FilmPictureLinks, WorkView } from '@kepu/shared/contracts/work';
import { sayBytes, sayPercent } from '@kepu/shared/errors';
import { countedRanges, nonOriginal } from '@kepu/shared/rules/materials';
import { sayTimecode } from '@kepu/shared/time';
import { Typography } from 'antd';
import { useState } from 'react';
import { Card } from '../../ui/Card';
import { Empty } from '../../ui/Empty';
import { PlayerStrip, type StripMark } from '../../ui/PlayerStrip';
import { useCampaign } from '../campaign/current';
import { DownloadFilm } from '../film/DownloadFilm';
import { FilmScreen } from '../film/FilmScreen';
import { JudgingNote } from '../film/JudgingNote';
import { PlayerBar } from '../film/PlayerBar';
import { qualityChoices, type Quality } from '../film/quality';
import { useFilmSource } from '../film/use-film-source';
import type { Player } from '../film/use-player';
import styles from './FilmCard.module.css';
import type { ShownFinding } from './work-words';

interface Props {
  work: WorkView;
  player: Player;
  findings: readonly ShownFinding[];
  onStep: (by: 1 | -1) => void;
}

/** The film with its strip: findings pinned to their second, quoted parts hatched. */
export function FilmCard({ work, player, findings, onStep }: Props) {
  const { film, form } = work;
  const [wanted, setWanted] = useState<Quality | null>(null);
  const source = useFilmSource(film?.fileId ?? null);
  if (!film) {
    return (
      <Card>
        <Empty title={work.filmState === 'uploading' ? '成片正在上传' : '还没有成片'}>传完后服务器计算 SHA-256，并自动检测，结论会出现在这里。</Empty>
      </Card>
    );
  }
  const choices = qualityChoices(source, film);
  // What is being played is not exchanged for a copy that is made in the meantime.
  if (wanted === null && source.url !== null) setWanted(choices[0]?.value ?? 'original');
  const quality = wanted ?? 'preview';
  const change = (next: Quality) => {
    player.hold();
    setWanted(next);
  };
  return (
    <Card flush className={styles.card}>
      <FilmScreen key={film.fileId} fileId={film.fileId} title={form.title} player={player} isEager quality={quality} />
      <PlayerBar player={player} durationMs={film.durationMs ?? 0} quality={quality} choices={choices} onQuality={change} onStep={onStep} />
      {film.durationMs !== null && <Strip work={work} durationMs={film.durationMs} pictures={source.pictures} player={player} findings={findings} />}
      <footer className={styles.file}>
        <JudgingNote fileId={film.fileId} source={source} />
        <span className={styles.name}>{film.name}</span>
        <span>{sayBytes(film.bytes)}</span>
        <DownloadFilm fileId={film.fileId} />
        <Typography.Text className={styles.hash} copyable={{ text: film.sha256, tooltips: ['复制整段指纹', '已复制'] }} title={film.sha256}>
          SHA-256 {film.sha256.slice(0, 8)}…{film.sha256.slice(-4)}
        </Typography.Text>
      </footer>
    </Card>
  );
}

interface StripProps extends Omit<Props, 'onStep'> {
  durationMs: number;
  pictures: FilmPictureLinks | null;
}

function Strip({ work, durationMs, pictures, player, findings }: StripProps) {
  const { config } = useCampaign();
  const { materials } = work.form;
  const marks = findings.flatMap((finding) =>
    finding.atMs.map((atMs): StripMark => ({ key: `${finding.check}-${atMs}`, atMs, verdict: finding.shown, label: `${finding.rule} ${finding.subject}` })),
  );
  const { usedMs, share, limit } = nonOriginal(materials, durationMs, config);
  const note = materials.length === 0 ? '没有申报引用素材' : `合计 ${sayTimecode(usedMs, true)}，占 ${sayPercent(share ?? 0)}${limit === null ? '' : `（上限 ${sayPercent(limit)}）`}，重叠只计一次`;
  return <PlayerStrip durationMs={durationMs} atMs={player.atMs} pictures={pictures} marks={marks} ranges={countedRanges(materials, config)} rangesNote={note} onSeek={player.seek} />;
}
