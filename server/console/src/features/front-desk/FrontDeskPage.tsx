import { readHandOverCode } from '@kepu/shared/handover/code';
import { useSearchParams } from 'react-router';
import { useRead } from '../../api/queries';
import { Card } from '../../ui/Card';
import { Loaded } from '../../ui/Loaded';
import { PageHead } from '../../ui/PageHead';
import { Arrived } from './Arrived';
import { CodeEntry } from './CodeEntry';
import { CompareDisc } from './CompareDisc';
import { Outstanding } from './Outstanding';
import styles from './FrontDesk.module.css';

/** 收件登记: whose envelope or disc this is, what has come, what is missing, and whether the disc is what was handed over. */
export function FrontDeskPage() {
  const [params, setParams] = useSearchParams();
  const code = readHandOverCode(params.get('code') ?? '');
  const desk = useRead('GET /api/front-desk/:code', { params: { code: code ?? '' } }, { enabled: code !== null });
  return (
    <>
      <PageHead title="收件登记" sub="扫信封、光盘或推荐表上的二维码" />
      <div className={styles.page}>
        <Card>
          <CodeEntry code={code ?? ''} onCode={(entered) => setParams({ code: entered }, { replace: true })} />
        </Card>
        {code === null ? (
          <Outstanding onCode={(entered) => setParams({ code: entered }, { replace: true })} />
        ) : (
          <Loaded query={desk} what="报送情况">
            {(reply) => (
              <>
                <Arrived desk={reply} />
                <CompareDisc key={reply.package.id} packageId={reply.package.id} />
              </>
            )}
          </Loaded>
        )}
      </div>
    </>
  );
}
