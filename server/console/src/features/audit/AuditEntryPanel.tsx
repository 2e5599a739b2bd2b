import type { AuditEntryView } from '@kepu/shared/contracts/desk';
import { sayFullMoment } from '@kepu/shared/time';
import { Link } from 'react-router';
import { SidePanel } from '../../ui/SidePanel';
import { actorWords } from './audit-words';
import styles from './AuditPage.module.css';

/** One entry in full: before and after side by side, reason, who, on what. */
export function AuditEntryPanel({ entry, onClose }: { entry: AuditEntryView; onClose: () => void }) {
  return (
    <SidePanel label="日志详情" kicker={`#${entry.id}`} title={entry.name} onClose={onClose}>
      {entry.changes.length > 0 ? (
        <table className={styles.changes}>
          <thead>
            <tr>
              <th scope="col">字段</th>
              <th scope="col">之前</th>
              <th scope="col">之后</th>
            </tr>
          </thead>
          <tbody>
            {entry.changes.map((change, index) => (
              <tr key={index}>
                <th scope="row">{change.label}</th>
                <td>{change.before ? <del>{change.before}</del> : <span className={styles.quiet}>无</span>}</td>
                <td>{change.after ? <ins>{change.after}</ins> : <span className={styles.quiet}>无</span>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <p className={styles.quiet}>这个动作没有改动字段。</p>
      )}
      <dl className={styles.facts}>
        <dt>时间</dt>
        <dd>{sayFullMoment(entry.at)}（北京时间）</dd>
        <dt>操作人</dt>
        <dd>{actorWords(entry)}</dd>
        {entry.reason && (
          <>
            <dt>原因</dt>
            <dd>{entry.reason}</dd>
          </>
        )}
        {entry.workId && (
          <>
            <dt>作品</dt>
            <dd>
              <Link to={`/works/${entry.workId}`}>{entry.workTitle ?? '打开作品'}</Link>
              <Link to={`/audit?workId=${entry.workId}`} className={styles.only}>
                只看这部作品
              </Link>
            </dd>
          </>
        )}
        {entry.unitName && (
          <>
            <dt>推荐单位</dt>
            <dd>{entry.unitName}</dd>
          </>
        )}
      </dl>
    </SidePanel>
  );
}
