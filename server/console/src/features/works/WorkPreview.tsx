import type { WorkView } from '@kepu/shared/contracts/work';
import { Button } from 'antd';
import { useHref, useNavigate } from 'react-router';
import { useRead } from '../../api/queries';
import { Loaded } from '../../ui/Loaded';
import { RuleTag } from '../../ui/RuleTag';
import { SidePanel } from '../../ui/SidePanel';
import { StatusTag } from '../../ui/StatusTag';
import { Tag } from '../../ui/Tag';
import { VerdictMark } from '../../ui/VerdictMark';
import { useCampaign, useUnitName } from '../campaign/current';
import { FilmScreen } from '../film/FilmScreen';
import { usePlayer } from '../film/use-player';
import { areaName, needsSomebody, sayRest, numberLine, shareLine, sortedFindings } from '../work/work-words';
import styles from './WorkPreview.module.css';

interface Props {
  workId: string;
  onClose: () => void;
}

/** A work beside the list: enough to decide whether to open it. */
export function WorkPreview({ workId, onClose }: Props) {
  const work = useRead('GET /api/works/:workId', { params: { workId } });
  const unitName = useUnitName();
  const navigate = useNavigate();
  const href = useHref(`/works/${workId}`);
  return (
    <SidePanel
      label="作品预览"
      kicker={work.data && numberLine(work.data, unitName(work.data.unitId ?? work.data.form.unitId))}
      title={work.data?.form.title || '未命名作品'}
      onClose={onClose}
      footer={
        <>
          <Button
            type="primary"
            href={href}
            onClick={(event) => {
              if (event.ctrlKey || event.metaKey) return;
              event.preventDefault();
              void navigate(`/works/${workId}`);
            }}
          >
            打开作品页
          </Button>
          <span className={styles.keys}>
            <kbd>J</kbd> <kbd>K</kbd> 换一部
          </span>
        </>
      }
    >
      <Loaded query={work} what="作品">
        {(view) => <Summary work={view} />}
      </Loaded>
    </SidePanel>
  );
}

function Summary({ work }: { work: WorkView }) {
  const { config, units } = useCampaign();
  const player = usePlayer();
  const { form, film } = work;
  const area = areaName(form, units.find((unit) => unit.id === form.unitId));
  return (
    <>
      {film ? <FilmScreen key={film.fileId} fileId={film.fileId} title={form.title} player={player} /> : <p className={styles.none}>还没有上传成片</p>}
      <p className={styles.tags}>
        <StatusTag status={work.status} inEffect={work.scan !== null} />
        {area && <Tag tone="area">三区作品 · {area}</Tag>}
      </p>
      <dl className={styles.facts}>
        <dt>主创人员</dt>
        <dd>{form.creators.map((creator, index) => (index === 0 ? `${creator.name}（第一作者）` : creator.name)).join('、') || '没有填写'}</dd>
        <dt>制作单位</dt>
        <dd>{form.producingUnits.map((unit) => unit.name).join('、') || '个人作品'}</dd>
        <dt>播出</dt>
        <dd>{form.broadcasts.map((record) => [record.day, record.platform].filter(Boolean).join(' ')).join('；') || '没有填写'}</dd>
        <dt>非原创</dt>
        <dd>{shareLine(form, film?.durationMs ?? null, config)}</dd>
        <dt>单位审核</dt>
        <dd>
          {config.duties.length} 项已签 {work.signOffs.length} 项
        </dd>
      </dl>
      <Findings work={work} />
    </>
  );
}

function Findings({ work }: { work: WorkView }) {
  const { config } = useCampaign();
  if (!work.film) return null;
  if (work.film.inspection.state !== 'done') return <p className={styles.none}>{work.film.inspection.state === 'failed' ? '自动检测没有完成' : '正在自动检测'}</p>;
  const findings = sortedFindings(work.film.inspection.findings, config);
  const open = findings.filter(needsSomebody);
  return (
    <section>
      <h3 className={styles.heading}>检测结论</h3>
      <ul className={styles.findings}>
        {open.map((finding) => (
          <li key={finding.check}>
            <RuleTag rule={finding.rule} />
            <VerdictMark verdict={finding.shown} />
            <span>
              {finding.subject}：{finding.measured ?? finding.advice}
            </span>
          </li>
        ))}
        {findings.length > open.length && (
          <li>
            <VerdictMark verdict={findings.some(({ shown }) => shown === 'pass') ? 'pass' : 'nothing'} />
            <span>{open.length > 0 ? '其余：' : ''}{sayRest(findings)}</span>
          </li>
        )}
      </ul>
    </section>
  );
}
