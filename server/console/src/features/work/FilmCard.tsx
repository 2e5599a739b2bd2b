import type { WorkView } from '@kepu/shared/contracts/work';
import { sayBytes, sayPercent } from '@kepu/shared/errors';
import { countedRanges, nonOriginal } from '@kepu/shared/rules/materials';
import { sayTimecode } from '@kepu/shared/time';
import { Typography } from 'antd';
import { useState } from 'react';
import { Card } from '../../ui/Card';
import { Empty } from '../../ui/Empty';
import { PlayerStrip, type StripMark } from '../../ui/PlayerStrip';
import { useCampaign } from '../campaign/current';
import { FilmScreen } from '../film/FilmScreen';
import { PlayerBar } from '../film/PlayerBar';
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
  const [isOriginal, setOriginal] = useState(false);
  const source = useFilmSource(film?.fileId ?? null);
  if (!film) {
    return (
      <Card>
        <Empty title={work.filmState === 'uploading' ? '成片正在上传' : '还没有成片'}>传完后服务器计算 SHA-256，并自动检测，结论会出现在这里。</Empty>
      </Card>
    );
  }

  const hasPreview = Boolean(source.pictures?.preview.url);
  const size = film.width && film.height ? `原片 ${film.width}×${film.height}` : '原片';
  const swap = () => {
    player.hold();
    setOriginal(!isOriginal);
  };
  return (
    <Card flush className={styles.card}>
      <FilmScreen key={film.fileId} fileId={film.fileId} title={form.title} player={player} isEager isOriginal={isOriginal} />
      <PlayerBar player={player} durationMs={film.durationMs ?? 0} quality={hasPreview && !isOriginal ? '预览' : size} onSwap={hasPreview ? swap : null} onStep={onStep} />
      {film.durationMs !== null && <Strip work={work} durationMs={film.durationMs} player={player} findings={findings} />}
      <footer className={styles.file}>
        <span className={styles.name}>{film.name}</span>
        <span>{sayBytes(film.bytes)}</span>
        <Typography.Text className={styles.hash} copyable={{ text: film.sha256, tooltips: ['复制整段指纹', '已复制'] }} title={film.sha256}>
          SHA-256 {film.sha256.slice(0, 8)}…{film.sha256.slice(-4)}
        </Typography.Text>
      </footer>
    </Card>
  );
}

interface StripProps extends Omit<Props, 'onStep'> {
  durationMs: number;
}

function Strip({ work, durationMs, player, findings }: StripProps) {
  const { config } = useCampaign();
  const { materials } = work.form;
  const marks = findings.flatMap((finding) =>
    finding.atMs.map((atMs): StripMark => ({ key: `${finding.check}-${atMs}`, atMs, verdict: finding.shown, label: `${finding.rule} ${finding.subject}` })),
  );
  const { usedMs, share, limit } = nonOriginal(materials, durationMs, config);
  const note = materials.length === 0 ? '没有申报引用素材' : `合计 ${sayTimecode(usedMs, true)}，占 ${sayPercent(share ?? 0)}${limit === null ? '' : `（上限 ${sayPercent(limit)}）`}，重叠只计一次`;
  return <PlayerStrip durationMs={durationMs} atMs={player.atMs} marks={marks} ranges={countedRanges(materials, config)} rangesNote={note} onSeek={player.seek} />;
}
