import type { WorkFilmView } from '@kepu/shared/contracts/film';
import type { WorkView } from '@kepu/shared/contracts/work';
import { isFilmFrozen } from '@kepu/shared/domain/work-status';
import { sayBytes } from '@kepu/shared/errors';
import { sayFullMoment, sayLength } from '@kepu/shared/time';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useRead } from '../../api/queries';
import { Card } from '../../ui/Card';
import { Loaded } from '../../ui/Loaded';
import { RuleTag } from '../../ui/RuleTag';
import { Tag } from '../../ui/Tag';
import { VerdictMark } from '../../ui/VerdictMark';
import { useCampaign } from '../campaign/current';
import { FilmScreen } from '../film/FilmScreen';
import { usePlayer } from '../film/use-player';
import { CompareLinks } from './CompareLinks';
import styles from './FilmsCard.module.css';
import { needsSomebody, sortedFindings } from './work-words';

/** Every film the work has had: replaced ones stay, each with its own findings. */
export function FilmsCard({ work }: { work: WorkView }) {
  const films = useRead('GET /api/works/:workId/films', { params: { workId: work.id } });
  const [open, setOpen] = useState<WorkFilmView | null>(null);
  return (
    <Card title="成片版本" note={isFilmFrozen(work.status) ? '已冻结，不能更换' : '作者还可以更换'} flush>
      <Loaded query={films} what="成片版本" rows={3}>
        {(list) => (list.length === 0 ? <p className={styles.quiet}>还没有随推荐表提交过的成片。</p> : (
          <ul className={styles.list}>
            {list.map((film) => (
              <OneFilm key={film.fileId} film={film} onOpen={() => setOpen(film)} />
            ))}
          </ul>
        ))}
      </Loaded>
      <p className={styles.quiet}>更换成片不删旧片：原片、指纹、上传人和时间、当时的检测结论都保留。</p>
      {open && <OldFilm work={work} film={open} onClose={() => setOpen(null)} />}
    </Card>
  );
}

function OneFilm({ film, onOpen }: { film: WorkFilmView; onOpen: () => void }) {
  const { config } = useCampaign();
  const open = sortedFindings(film.findings, config).filter(needsSomebody).length;
  return (
    <li>
      <div className={styles.head}>
        <b>{film.name}</b>
        {film.isCurrent && <Tag tone="brand">现用</Tag>}
        {film.versions.length > 0 ? <Tag tone="plain">随第 {film.versions.join('、')} 版提交</Tag> : <Tag>没有提交过</Tag>}
      </div>
      <p className={styles.meta}>{[sayBytes(film.bytes), film.durationMs === null ? null : sayLength(film.durationMs), sayFullMoment(film.uploadedAt), film.uploadedBy, film.device].filter((part) => part !== null).join(' · ')}</p>
      {film.isPlayable ? (
        <Button type="link" size="small" onClick={onOpen}>
          看这一版成片和 {film.findings.length} 条结论{open > 0 ? `（要看的 ${open}）` : ''}
        </Button>
      ) : (
        <p className={styles.meta}>没有随推荐表提交，只有作者可以看。</p>
      )}
    </li>
  );
}

function OldFilm({ work, film, onClose }: { work: WorkView; film: WorkFilmView; onClose: () => void }) {
  const { config } = useCampaign();
  const player = usePlayer();
  const findings = sortedFindings(film.findings, config);
  return (
    <Modal open title={`${film.name}${film.isCurrent ? '（现用）' : '（已更换）'}`} width={880} footer={null} onCancel={onClose} destroyOnHidden>
      <FilmScreen fileId={film.fileId} title={work.form.title} player={player} />
      {findings.length === 0 && <p className={styles.none}>{film.inspection === 'done' ? '这一版没有检测结论。' : '这一版的自动检测没有完成。'}</p>}
      <ul className={styles.findings}>
        {findings.map((finding) => (
          <li key={finding.check}>
            <RuleTag rule={finding.rule} />
            <VerdictMark verdict={finding.shown} />
            <div>
              <b>{finding.subject}</b> {finding.measured ?? ''} {finding.required && `要求 ${finding.required}`}
              {finding.advice && <p>{finding.advice}</p>}
              <CompareLinks workId={work.id} finding={finding} />
            </div>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
