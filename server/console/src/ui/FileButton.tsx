import { useMutation } from '@tanstack/react-query';
import type { FileView } from '@kepu/shared/contracts/work';
import { sayBytes } from '@kepu/shared/errors';
import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import { call } from '../api/call';
import { wordsOf } from '../api/failure';
import { Icon } from './Icon';
import { openLater } from './open-later';
import styles from './FileButton.module.css';

/** A stored file: a picture opens over the page, anything else in a tab of its own. */
export function FileButton({ file }: { file: FileView }) {
  const { message } = App.useApp();
  const [shownUrl, setShownUrl] = useState<string | null>(null);
  const isPicture = file.mime.startsWith('image/');
  const link = useMutation({ mutationFn: () => call('POST /api/files/:fileId/link', { params: { fileId: file.id } }) });
  const open = async () => {
    const tab = isPicture ? null : openLater();
    try {
      const { url } = await link.mutateAsync();
      if (tab) tab.go(url);
      else setShownUrl(url);
    } catch (error) {
      tab?.cancel();
      void message.error(`文件没有打开：${wordsOf(error).sentences.join('')}`);
    }
  };
  return (
    <>
      <Button type="link" size="small" className={styles.file} loading={link.isPending} onClick={() => void open()} icon={<Icon name={isPicture ? 'eye' : 'external'} size={13} />}>
        <span>{file.name}</span>
        <em>{sayBytes(file.bytes)}</em>
      </Button>
      <Modal open={shownUrl !== null} onCancel={() => setShownUrl(null)} footer={null} width="min(1080px, 92vw)" title={file.name} centered>
        {shownUrl && <img className={styles.picture} src={shownUrl} alt={file.name} />}
      </Modal>
    </>
  );
}
