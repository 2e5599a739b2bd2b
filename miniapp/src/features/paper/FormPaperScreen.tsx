import { useState } from 'react';
import type { FormPreview } from '@kepu/shared/contracts/paper';
import { openDocument, type DocumentKind } from '../../platform/document';
import { Box, Txt } from '../../platform/elements';
import { cached } from '../../state/cached';
import { useResource } from '../../state/use-resource';
import { useTask } from '../../state/use-task';
import { Button } from '../../ui/Button';
import { Page } from '../../ui/Page';
import { Skeleton } from '../../ui/Skeleton';
import { StickyBar } from '../../ui/StickyBar';
import { SignedIn } from '../login/Gate';
import { api } from '../session/api';
import { Failure } from '../session/Failure';
import { PaperSheet, ZOOMS } from './PaperSheet';

const previewResource = (workId: string) => cached<FormPreview>(`form-preview:${workId}`, () => api.call('GET /api/works/:workId/form-preview', { params: { workId } }));

/** 推荐表: the form of a work as it is printed, to be read on the phone and taken away as a file. */
export function FormPaperScreen({ workId }: { workId: string }) {
  return <SignedIn title="推荐表">{() => <FormPaper workId={workId} />}</SignedIn>;
}

function FormPaper({ workId }: { workId: string }) {
  const { value, failure } = useResource(previewResource(workId));
  const [zoom, setZoom] = useState(0);
  return (
    <Page title="推荐表" back="pages/home/index" isBare fixed={<Files workId={workId} />}>
      <Box className="pp-tools">
        <Txt className="k-cap">{value?.layout.watermark ?? '与打印的推荐表一字不差'}</Txt>
        <Box className="pp-tools__zoom">
          <Button kind="line" isSmall icon="minus" isBusy={zoom === 0} onTap={() => setZoom(zoom - 1)}>缩小</Button>
          <Button kind="line" isSmall icon="plus" isBusy={zoom === ZOOMS.length - 1} onTap={() => setZoom(zoom + 1)}>放大</Button>
        </Box>
      </Box>
      {value === null && (failure === null ? <Skeleton /> : <Failure of={failure} />)}
      {value && <Box className="pp-desk"><PaperSheet preview={value} zoom={zoom + 1} /></Box>}
    </Page>
  );
}

function Files({ workId }: { workId: string }) {
  const task = useTask();
  const take = (format: DocumentKind & ('pdf' | 'docx')) => () =>
    void task.run(() => openDocument(async () => (await api.call('POST /api/works/:workId/form-link', { params: { workId }, query: { format } })).url, format));
  return (
    <StickyBar tip={task.failure === null ? undefined : <Failure of={task.failure} />}>
      <Button kind="line" icon="doc" isBusy={task.isBusy} onTap={take('docx')}>下载 Word</Button>
      <Button isWide icon="printer" isBusy={task.isBusy} onTap={take('pdf')}>打开 PDF</Button>
    </StickyBar>
  );
}
