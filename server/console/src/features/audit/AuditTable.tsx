import type { AuditEntryView } from '@kepu/shared/contracts/desk';
import { Table, type TableProps } from 'antd';
import { Moment } from '../../ui/Moment';
import { actorWords } from './audit-words';
import styles from './AuditPage.module.css';

interface Props {
  entries: AuditEntryView[];
  openId: number | null;
  onOpen: (id: number) => void;
}

export function AuditTable({ entries, openId, onOpen }: Props) {
  const columns: TableProps<AuditEntryView>['columns'] = [
    { title: '编号', dataIndex: 'id', width: 76, className: styles.number },
    { title: '时间', key: 'at', width: 118, render: (_, entry) => <Moment at={entry.at} /> },
    { title: '谁', key: 'who', width: 210, render: (_, entry) => actorWords(entry) },
    {
      title: '做了什么',
      key: 'what',
      render: (_, entry) => (
        <button type="button" className={styles.what} onClick={() => onOpen(entry.id)}>
          {entry.name}
        </button>
      ),
    },
    { title: '对象', key: 'object', render: (_, entry) => entry.workTitle ?? entry.unitName ?? '本次征集' },
  ];
  return (
    <Table
      className={styles.table}
      rowKey="id"
      size="small"
      columns={columns}
      dataSource={entries}
      pagination={false}
      onRow={(entry) => ({ 'aria-current': entry.id === openId ? 'true' : undefined, onClick: () => onOpen(entry.id) })}
    />
  );
}
