import type { JudgingState } from '@kepu/shared/contracts/work';
import { Button } from 'antd';
import { useCommand } from '../../api/queries';
import { Problem } from '../../ui/Problem';
import { useMay } from '../session/use-session';
import styles from './JudgingNote.module.css';
import type { FilmSource } from './use-film-source';

const SAID: Record<JudgingState, string> = {
  unasked: '评审画质 1080p：推荐后自动制作',
  waiting: '评审画质 1080p：正在制作，做好后可在“画质”里选，不用等在这里',
  ready: '评审画质 1080p：已做好，可在“画质”里选',
  original: '评审画质：原片本身就是各种浏览器都能流畅播放的 1080p，直接看原片',
  none: '评审画质：这台服务器没有做成，请看原片',
};

/** Where the copy for judging stands; who may have it made can do so before the recommendation. */
export function JudgingNote({ fileId, source }: { fileId: string; source: FilmSource }) {
  const may = useMay('film.order-judging');
  const order = useCommand('POST /api/files/:fileId/judging', ['GET /api/works/:workId/history']);
  const state = source.pictures?.judging.state;
  if (!state) return null;
  const canOrder = may && (state === 'unasked' || state === 'none');
  return (
    <p className={styles.note} role="status">
      {SAID[state]}
      {canOrder && (
        <Button size="small" type="link" loading={order.isPending} onClick={() => order.mutate({ params: { fileId } }, { onSuccess: source.look })}>
          {state === 'none' ? '再做一次' : '现在就做'}
        </Button>
      )}
      <Problem error={order.error} />
    </p>
  );
}
