import type { WorkView } from '@kepu/shared/contracts/work';
import { Button } from 'antd';
import { useCommand } from '../../api/queries';
import { Fact } from '../../ui/Facts';
import { Problem } from '../../ui/Problem';
import { useMay } from '../session/use-session';

/** Contact details, masked; showing them in full is written to the log, and lasts until the page is left. */
export function ContactFacts({ work }: { work: WorkView }) {
  const may = useMay('work.reveal-contact');
  const reveal = useCommand('POST /api/works/:workId/contact', ['GET /api/works/:workId/history', 'GET /api/audit']);
  const { authorMobile, phone, email, address } = reveal.data ?? work.form;
  const button = may && !reveal.data && (
    <Button type="link" size="small" loading={reveal.isPending} onClick={() => reveal.mutate({ params: { workId: work.id } })}>
      显示（留痕）
    </Button>
  );
  return (
    <>
      <Fact label="联系" remark={reveal.data ? '已留痕' : button}>
        {[authorMobile, phone, email].filter(Boolean).join('　') || '没有填写'}
        <Problem error={reveal.error} />
      </Fact>
      <Fact label="联系地址">{address || '没有填写'}</Fact>
    </>
  );
}
