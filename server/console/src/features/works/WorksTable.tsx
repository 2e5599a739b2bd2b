import type { WorkListItem } from '@kepu/shared/contracts/work';
import { sayLength, sayTimecode } from '@kepu/shared/time';
import { Table, type TableProps } from 'antd';
import { useEffect, useRef, type MouseEvent } from 'react';
import { useHref } from 'react-router';
import { Moment } from '../../ui/Moment';
import { StatusTag } from '../../ui/StatusTag';
import { Tag } from '../../ui/Tag';
import { VerdictMark } from '../../ui/VerdictMark';
import { useUnitName } from '../campaign/current';
import styles from './WorksTable.module.css';

interface Props {
  works: WorkListItem[];
  chosenId: string | null;
  onOpen: (id: string) => void;
  /** The preview stands beside the list: what matters least makes room. */
  isNarrow: boolean;
}

/** One page of works; a click previews, a click with Ctrl opens the work's page in a new tab. */
export function WorksTable({ works, chosenId, onOpen, isNarrow }: Props) {
  const unitName = useUnitName();
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    frame.current?.querySelector('tr[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [chosenId]);
  const columns: TableProps<WorkListItem>['columns'] = [
    { title: '作品', key: 'title', render: (_, work) => <Title work={work} /> },
    { title: '推荐单位 / 制作单位', key: 'unit', width: isNarrow ? 170 : 230, render: (_, work) => <TwoLines first={work.unitId ? unitName(work.unitId) : '还没交给单位'} second={work.organisation ?? work.firstAuthor ?? ''} /> },
    { title: '状态', key: 'status', width: isNarrow ? 150 : 200, render: (_, work) => <Status work={work} /> },
    { title: '时长', key: 'length', width: 64, align: 'right', render: (_, work) => <Length ms={work.durationMs} /> },
    { title: '检测', key: 'findings', width: 96, render: (_, work) => <Findings work={work} /> },
    { title: '更新', key: 'updated', width: 108, render: (_, work) => <Moment at={work.updatedAt} /> },
  ];
  return (
    <div ref={frame}>
      <Table
        className={styles.table}
        rowKey="id"
        size="small"
        columns={columns}
        dataSource={works}
        pagination={false}
        onRow={(work) => ({
          'aria-current': work.id === chosenId ? 'true' : undefined,
          onClick: (event: MouseEvent<HTMLElement>) => {
            if (!isForNewTab(event)) onOpen(work.id);
          },
        })}
      />
    </div>
  );
}

const isForNewTab = (event: MouseEvent) => event.ctrlKey || event.metaKey || event.shiftKey;

/** A real link, so that Ctrl-click, middle click and copying its address work as everywhere. */
function Title({ work }: { work: WorkListItem }) {
  const href = useHref(`/works/${work.id}`);
  const number = [work.receipt ?? '未提交过', work.versionNumber ? `第 ${work.versionNumber} 版` : null].filter(Boolean).join(' · ');
  return (
    <>
      <a
        className={styles.title}
        href={href}
        onClick={(event) => {
          if (!isForNewTab(event)) event.preventDefault();
        }}
      >
        {work.title || '未命名作品'}
      </a>
      <p className={styles.second}>{number}</p>
    </>
  );
}

function TwoLines({ first, second }: { first: string; second: string }) {
  return (
    <>
      <p className={styles.first} title={first}>
        {first}
      </p>
      <p className={styles.second} title={second}>
        {second}
      </p>
    </>
  );
}

function Status({ work }: { work: WorkListItem }) {
  return (
    <span className={styles.tags}>
      <StatusTag status={work.status} inEffect={work.inEffect} />
      {work.fromListedArea && (
        <Tag tone="area" title="作者来自革命老区、边远贫困地区，可用专用名额">
          三区
        </Tag>
      )}
    </span>
  );
}

function Length({ ms }: { ms: number | null }) {
  if (ms === null) return <span className={styles.quiet}>—</span>;
  return <span title={sayLength(ms)}>{sayTimecode(ms)}</span>;
}

const WAITING: Record<Exclude<WorkListItem['filmState'], 'inspected'>, string> = {
  none: '未传片',
  uploading: '上传中',
  inspecting: '检测中',
  unavailable: '没有完成',
};

function Findings({ work }: { work: WorkListItem }) {
  if (work.filmState !== 'inspected') return <span className={styles.quiet}>{WAITING[work.filmState]}</span>;
  if (work.failing + work.looking === 0) return <span className={styles.quiet}>无提示</span>;
  return (
    <span className={styles.marks}>
      {work.failing > 0 && <VerdictMark verdict="fail" count={work.failing} />}
      {work.looking > 0 && <VerdictMark verdict="look" count={work.looking} />}
    </span>
  );
}
