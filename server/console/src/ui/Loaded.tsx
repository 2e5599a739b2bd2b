import type { UseQueryResult } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { onServerClock, useServerNow } from '../api/server-clock';
import { wordsOf } from '../api/failure';
import { Failed } from './Failed';
import { Icon } from './Icon';
import { shortTime } from './short-time';
import styles from './states.module.css';
import { Waiting } from './Waiting';

interface Props<T> {
  query: UseQueryResult<T>;
  /** What is read: 作品列表. */
  what: string;
  rows?: number;
  children: (data: T) => ReactNode;
}

/** An answer of the API with its other states: outline, failure, and old figures with their time when fresh ones fail. */
export function Loaded<T>({ query, what, rows, children }: Props<T>) {
  const { data, error, isPending, refetch } = query;
  if (isPending) return <Waiting what={`读取${what}`} rows={rows} />;
  if (data === undefined) return <Failed what={`${what}没有取回来`} error={error} retry={() => void refetch()} />;
  return (
    <>
      {error && <OldFigures query={query} />}
      {children(data)}
    </>
  );
}

function OldFigures({ query }: { query: UseQueryResult }) {
  const now = useServerNow(60_000);
  return (
    <div className={styles.old} role="status">
      <Icon name="triangle" />
      <span>
        没有取到新数据：{wordsOf(query.error).sentences[0]}这里是{shortTime(onServerClock(query.dataUpdatedAt), now)} 的内容。
      </span>
      <Button size="small" type="link" onClick={() => void query.refetch()}>
        再试一次
      </Button>
    </div>
  );
}
