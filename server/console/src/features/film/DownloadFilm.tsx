import { Button } from 'antd';
import { useCommand } from '../../api/queries';
import { Problem } from '../../ui/Problem';
import { useMay } from '../session/use-session';

/** Saves the film as it was sent. The address lives for hours, so the browser can go on with a download that broke off. */
export function DownloadFilm({ fileId }: { fileId: string }) {
  const may = useMay('work.download');
  const download = useCommand('POST /api/files/:fileId/download', ['GET /api/works/:workId/history']);
  if (!may) return null;
  const save = () => download.mutate({ params: { fileId } }, { onSuccess: ({ url }) => window.location.assign(url) });
  return (
    <>
      <Button size="small" type="link" loading={download.isPending} onClick={save}>
        下载原片
      </Button>
      <Problem error={download.error} />
    </>
  );
}
