import { Button, Typography } from 'antd';
import { isPassing, wordsOf } from '../api/failure';
import { Icon } from './Icon';
import styles from './states.module.css';

interface Props {
  /** What could not be had or done: 作品列表没有取回来. */
  what: string;
  error: unknown;
  retry?: () => void;
}

/** Says what failed and why; where it was nobody's mistake, that nothing is lost, what to do, and which number to quote. */
export function Failed({ what, error, retry }: Props) {
  const { sentences, requestId } = wordsOf(error);
  const mayPass = isPassing(error);
  return (
    <div className={styles.state} role="alert">
      <span className={styles.bad}>
        <Icon name="octagon" size={20} />
      </span>
      <h2>{what}</h2>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {mayPass && <p>已保存的内容都在服务器上，没有丢。</p>}
      <div className={styles.actions}>
        {mayPass && retry && (
          <Button type="primary" onClick={retry}>
            再试一次
          </Button>
        )}
        {mayPass && requestId && (
          <Typography.Text copyable={{ text: requestId, tooltips: ['复制编号', '已复制'] }} type="secondary">
            报修编号 {requestId}
          </Typography.Text>
        )}
      </div>
    </div>
  );
}
