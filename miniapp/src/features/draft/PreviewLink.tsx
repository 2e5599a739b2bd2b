import { openDocument } from '../../platform/document';
import { Box } from '../../platform/elements';
import { useTask } from '../../state/use-task';
import { Button } from '../../ui/Button';
import { api } from '../session/api';
import { Failure } from '../session/Failure';

interface PreviewLinkProps {
  workId: string;
  children?: string;
}

/** Opens the official form of a work as PDF: a draft carries a watermark, a version its code. */
export function PreviewLink({ workId, children = '预览推荐表' }: PreviewLinkProps) {
  const task = useTask();
  const show = () => openDocument(async () => (await api.call('POST /api/works/:workId/form-link', { params: { workId } })).url, 'pdf');
  return (
    <Box>
      <Button kind="text" isSmall icon="doc" isBusy={task.isBusy} onTap={() => void task.run(show)}>{children}</Button>
      <Failure of={task.failure} />
    </Box>
  );
}
