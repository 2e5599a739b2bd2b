import { useState } from 'react';
import type { VerifyReply } from '@kepu/shared/contracts/work';
import { sayFullMoment } from '@kepu/shared/time';
import { Box } from '../../platform/elements';
import { cached } from '../../state/cached';
import { useResource } from '../../state/use-resource';
import { Button } from '../../ui/Button';
import { KeyValues } from '../../ui/KeyValues';
import { Note } from '../../ui/Note';
import { Page } from '../../ui/Page';
import { Skeleton } from '../../ui/Skeleton';
import { TextField } from '../../ui/TextField';
import { api } from '../session/api';
import { Failure } from '../session/Failure';
import { StatusTag } from '../work/StatusTag';

const verifyResource = (code: string) => cached<VerifyReply>(`verify:${code}`, () => api.call('GET /api/verify/:code', { params: { code } }));

/** 推荐表核验: what anyone who scans the code on a printed form may know. */
export function VerifyScreen({ code }: { code: string }) {
  const [asked, setAsked] = useState(code);
  const [typed, setTyped] = useState(code);
  return (
    <Page title="推荐表核验" back="pages/home/index">
      {asked !== '' && <Result key={asked} code={asked} />}
      <Box className="k-mt-4">
        <TextField id="verify-code" label="核验码" value={typed} hint="印在推荐表每一页的页脚" onInput={(text) => setTyped(text.trim().toUpperCase())} />
        <Button kind={asked === '' ? 'main' : 'line'} onTap={() => setAsked(typed)}>核验</Button>
      </Box>
    </Page>
  );
}

function Result({ code }: { code: string }) {
  const { value, failure } = useResource(verifyResource(code));
  if (!value) return failure === null ? <Skeleton /> : <Failure of={failure} />;
  return (
    <>
      {value.isCurrent
        ? <Note tone="pass">这是现行的版本 {value.versionNumber}。</Note>
        : <Note tone="look">这是版本 {value.versionNumber} 的推荐表，当前是版本 {value.currentVersion}，请重新打印。</Note>}
      <Box className="k-card k-mt-3">
        <Box className="k-row k-row--between k-row--top k-mb-2"><Box className="k-head k-grow k-wrap">{value.title}</Box><StatusTag work={value} /></Box>
        <KeyValues rows={[['征集', value.campaignTitle], ['推荐单位', value.unitName], ['版本', `版本 ${value.versionNumber}`], ['核验码', value.code], ['提交时间', sayFullMoment(value.submittedAt)]]} />
      </Box>
      <Box className="k-cap k-mt-3">请与纸上的作品名称、版本和核验码对照，一致才是同一份。</Box>
    </>
  );
}
