import type { PackageView } from '@kepu/shared/contracts/handover';
import { BOUNCE_BYTES } from '@kepu/shared/handover/mail-ways';
import { App, Button, Input, Modal } from 'antd';
import { useId, useRef, useState } from 'react';
import { useCommand } from '../../api/queries';
import { Problem } from '../../ui/Problem';
import { useReturnFocus } from '../../ui/use-return-focus';
import { TOUCHES } from './package-words';
import styles from './HandOver.module.css';

/** 收到退信？: a returned mail, as a file or as its source, says which mail came back and why. */
export function BounceDialog({ view, onClose }: { view: PackageView; onClose: () => void }) {
  useReturnFocus();
  const id = useId();
  const { message } = App.useApp();
  const [source, setSource] = useState('');
  const picker = useRef<HTMLInputElement>(null);
  const give = useCommand('POST /api/packages/:packageId/bounces', TOUCHES);
  const done = () => {
    void message.success('已登记，见邮件一栏');
    onClose();
  };
  const go = (raw: string) => give.mutate({ params: { packageId: view.id }, body: { raw } }, { onSuccess: done });
  const take = (input: HTMLInputElement) => {
    const [file] = input.files ?? [];
    void file?.slice(0, BOUNCE_BYTES).text().then(go);
    // The same file may be chosen again after a refusal.
    input.value = '';
  };
  return (
    <Modal open centered width={560} onCancel={onClose} title="收到退信？" footer={<div className={styles.foot}><Button type="primary" disabled={source.trim() === ''} loading={give.isPending} onClick={() => go(source)}>登记粘贴的原文</Button><Button onClick={onClose}>返回</Button></div>}>
      <div className={styles.dialog}>
        <p>在邮箱里打开退信，选“导出”（得到 .eml 文件）或“查看邮件原文”。系统标出是哪一封、为什么，并告诉发信的人。</p>
        <input ref={picker} type="file" hidden accept=".eml,message/rfc822" aria-label="退信文件" onChange={(event) => take(event.currentTarget)} />
        <div><Button loading={give.isPending} onClick={() => picker.current?.click()}>选退信文件（.eml）</Button></div>
        <div>
          <label htmlFor={`${id}source`}>或者粘贴邮件原文</label>
          <Input.TextArea id={`${id}source`} rows={6} value={source} onChange={(event) => setSource(event.target.value)} />
        </div>
        <Problem error={give.error} />
      </div>
    </Modal>
  );
}
