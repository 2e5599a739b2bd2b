import type { SignOffView, WorkView } from '@kepu/shared/contracts/work';
import type { Duty } from '@kepu/shared/campaign/config';
import { scanBy } from '@kepu/shared/rules/windows';
import { sayDeadline } from '@kepu/shared/time';
import { pathWords } from '@kepu/shared/forms/path-words';
import { holdsSlot } from '@kepu/shared/domain/work-status';
import { useRead } from '../../api/queries';
import { FileButton } from '../../ui/FileButton';
import { Icon } from '../../ui/Icon';
import { Moment } from '../../ui/Moment';
import { Tag } from '../../ui/Tag';
import { Tick } from '../../ui/Tick';
import { useCampaign } from '../campaign/current';
import styles from './Dossier.module.css';

/** What the unit attested, sent back or scanned in. */
export function ReviewTab({ work }: { work: WorkView }) {
  const { config } = useCampaign();
  return (
    <>
      {work.returned && <Returned work={work} />}
      {config.duties.map((duty) => (
        <DutyRow key={duty.id} duty={duty} signOff={work.signOffs.find((entry) => entry.dutyId === duty.id)} />
      ))}
      <Scan work={work} />
    </>
  );
}

function DutyRow({ duty, signOff }: { duty: Duty; signOff: SignOffView | undefined }) {
  return (
    <div className={styles.item}>
      <p className={styles.line}>
        <b>{duty.label}</b>
        {signOff ? <Tick>已签</Tick> : <Tag icon="person">单位尚未签</Tag>}
      </p>
      {signOff ? (
        <p>
          {signOff.opinion}
          <span className={styles.by}>
            {signOff.byName}，<Moment at={signOff.at} />
          </span>
        </p>
      ) : (
        <p className={styles.quiet}>{duty.hint}</p>
      )}
    </div>
  );
}

function Scan({ work }: { work: WorkView }) {
  const { config, units } = useCampaign();
  const unit = units.find((candidate) => candidate.id === work.unitId);
  const file = work.scan ? work.files[work.scan.fileId] : undefined;
  return (
    <div className={styles.item}>
      <p className={styles.line}>
        <b>盖章推荐表扫描件</b>
        {work.scan ? (
          <Tick>已上传</Tick>
        ) : (
          <Tag tone={holdsSlot(work.status) ? 'look' : 'quiet'} icon="clock">
            {holdsSlot(work.status) ? '待上传' : '推荐后上传'}
          </Tag>
        )}
      </p>
      {work.scan && (
        <p className={styles.quiet}>
          <Moment at={work.scan.uploadedAt} /> 上传，推荐自此生效
        </p>
      )}
      {file && <FileButton file={file} />}
      {work.scan && <Originals workId={work.id} />}
      {!work.scan && holdsSlot(work.status) && unit && <p className={styles.quiet}>最迟 {sayDeadline(scanBy(config, unit))}；传上之前推荐不生效，名额先占着。</p>}
    </div>
  );
}

/** The photographs the scan was made of, kept as they were sent. */
function Originals({ workId }: { workId: string }) {
  const { data } = useRead('GET /api/works/:workId/scan', { params: { workId } });
  if (!data || data.originals.length === 0) return null;
  return (
    <div>
      <p className={styles.quiet}>拍下的原图 {data.originals.length} 张</p>
      {data.originals.map((file) => (
        <FileButton key={file.id} file={file} />
      ))}
    </div>
  );
}

function Returned({ work: { returned } }: { work: WorkView }) {
  if (!returned) return null;
  return (
    <div className={styles.item}>
      <p className={styles.line}>
        <Icon name="undo" size={13} />
        <b>
          {returned.unitName} {returned.byName} 退回修改
        </b>
        <span className={styles.quiet}>{sayDeadline(returned.resubmitBy)} 前重交</span>
      </p>
      <ol>
        {returned.reasons.map((reason) => (
          <li key={`${reason.path}${reason.note}`}>
            {pathWords(reason)}：{reason.note}
          </li>
        ))}
      </ol>
    </div>
  );
}
