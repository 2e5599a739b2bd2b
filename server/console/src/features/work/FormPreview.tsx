import { paperHtml } from '@kepu/shared/paper/paper-html';
import type { WorkView } from '@kepu/shared/contracts/work';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useRead } from '../../api/queries';
import { Icon } from '../../ui/Icon';
import { Loaded } from '../../ui/Loaded';
import { PaperButton } from '../../ui/PaperButton';
import styles from './FormPreview.module.css';

/** The official form on the screen, word for word as it is printed, with its files. */
export function FormPreviewButton({ work }: { work: WorkView }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)} icon={<Icon name="eye" />}>
        预览推荐表
      </Button>
      {isOpen && <Preview work={work} onClose={() => setOpen(false)} />}
    </>
  );
}

function Preview({ work, onClose }: { work: WorkView; onClose: () => void }) {
  const preview = useRead('GET /api/works/:workId/form-preview', { params: { workId: work.id } });
  const file = { name: 'POST /api/works/:workId/form-link', params: { workId: work.id } } as const;
  return (
    <Modal
      open
      centered
      width="min(900px, 94vw)"
      onCancel={onClose}
      title="推荐表预览"
      footer={
        <div className={styles.files}>
          <PaperButton call={{ ...file, query: { format: 'html' } }}>从浏览器打印</PaperButton>
          <PaperButton call={{ ...file, query: { format: 'docx' } }}>下载 Word</PaperButton>
          <PaperButton call={{ ...file, query: { format: 'pdf' } }} isMain>
            下载 PDF
          </PaperButton>
        </div>
      }
    >
      <Loaded query={preview} what="推荐表" rows={12}>
        {({ layout, qrImage }) => <iframe className={styles.sheet} title="推荐表" sandbox="" srcDoc={paperHtml(layout, qrImage)} />}
      </Loaded>
    </Modal>
  );
}
