import { PRIVACY } from '@kepu/shared/domain/privacy';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import styles from './InvitePage.module.css';

/** The privacy notice, opened over the page it is agreed to on. */
export function PrivacyLink() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button type="link" className={styles.inline} onClick={() => setOpen(true)}>
        《{PRIVACY.title}》
      </Button>
      <Modal open={isOpen} title={PRIVACY.title} footer={<Button onClick={() => setOpen(false)}>看完了</Button>} onCancel={() => setOpen(false)}>
        <div className={styles.privacy}>
          {PRIVACY.paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          <p className={styles.quiet}>版本 {PRIVACY.version}</p>
        </div>
      </Modal>
    </>
  );
}
