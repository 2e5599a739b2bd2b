import { Alert } from 'antd';
import { isPassing, wordsOf } from '../api/failure';

/** What went wrong, read out at once; nothing while all is well. A number to quote where it was nobody's mistake. */
export function Problem({ error }: { error: unknown }) {
  if (!error) return null;
  const { sentences, requestId } = wordsOf(error);
  const number = isPassing(error) && requestId ? `（报修编号 ${requestId}）` : '';
  return <Alert type="error" showIcon role="alert" title={sentences.join('') + number} />;
}
