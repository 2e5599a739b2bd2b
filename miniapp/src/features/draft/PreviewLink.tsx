import { goTo } from '../../platform/navigation';
import { Button } from '../../ui/Button';

interface PreviewLinkProps {
  workId: string;
  children?: string;
}

/** Leads to the official form of a work as it is printed: a draft carries a watermark, a version its code. */
export function PreviewLink({ workId, children = '预览推荐表' }: PreviewLinkProps) {
  return <Button kind="text" isSmall icon="doc" onTap={() => goTo('pages/paper/form/index', { work: workId })}>{children}</Button>;
}
