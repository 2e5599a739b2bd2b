import { readHandOverCode } from '@kepu/shared/handover/code';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useRead } from '../../api/queries';
import { Card } from '../../ui/Card';
import { Loaded } from '../../ui/Loaded';
import { PageHead } from '../../ui/PageHead';
import { Arrived } from './Arrived';
import { CodeEntry } from './CodeEntry';
import { CompareDisc } from './CompareDisc';
import { FreshEntries } from './FreshEntries';
import { Outstanding } from './Outstanding';
import styles from './FrontDesk.module.css';
import { useReceiving } from './use-receiving';

/** 收件登记: whose envelope or disc this is, what has come, what is missing, and whether the disc is what was handed over. */
export function FrontDeskPage() {
  const [params, setParams] = useSearchParams();
  const code = readHandOverCode(params.get('code') ?? '');
  const desk = useRead('GET /api/front-desk/:code', { params: { code: code ?? '' } }, { enabled: code !== null });
  const [visit, setVisit] = useState({ number: 0, isAgain: false });
  const [turn, setTurn] = useState(0);
  const receiving = useReceiving(() => setTurn((last) => last + 1));
  // Each scan begins anew: a number or a note of the last envelope is none of this one.
  const open = (entered: string) => {
    setVisit(({ number }) => ({ number: number + 1, isAgain: entered === code }));
    setTurn((last) => last + 1);
    if (entered === code) void desk.refetch();
    else setParams({ code: entered }, { replace: true });
  };
  return (
    <>
      <PageHead title="收件登记" sub="扫信封、光盘或推荐表上的二维码" />
      <div className={styles.page}>
        <Card>
          <CodeEntry code={code ?? ''} onCode={open} turn={turn} />
          {visit.isAgain && <p key={visit.number} role="status" className={styles.again}>又扫了同一个码，还是这一份。只有按“收到…”才登记，扫码本身不登记。</p>}
        </Card>
        <FreshEntries receiving={receiving} />
        {code === null ? (
          <Outstanding onCode={open} />
        ) : (
          <Loaded query={desk} what="报送情况">
            {(reply) => (
              <>
                <Arrived key={`${code} ${visit.number}`} desk={reply} receiving={receiving} />
                <CompareDisc key={reply.package.id} packageId={reply.package.id} />
              </>
            )}
          </Loaded>
        )}
      </div>
    </>
  );
}
