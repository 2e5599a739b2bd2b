import type { PackageLinkReply, PackageMailView, PackageView } from '@kepu/shared/contracts/handover';
import { sayBytes } from '@kepu/shared/errors';
import { sayHandOverCode } from '@kepu/shared/handover/code';
import { MAIL_WAY_NAMES } from '@kepu/shared/handover/mail-ways';
import { sayDeadline } from '@kepu/shared/time';
import { Alert, Button, Progress, Typography } from 'antd';
import { useState } from 'react';
import { useCommand } from '../../api/queries';
import { Fact, Facts } from '../../ui/Facts';
import { Moment } from '../../ui/Moment';
import { openLater } from '../../ui/open-later';
import { Problem } from '../../ui/Problem';
import { Tag } from '../../ui/Tag';
import { useMay } from '../session/use-session';
import { BounceDialog } from './BounceDialog';
import { mailWord, TOUCHES } from './package-words';
import styles from './HandOver.module.css';

/** One package in full: how it stands, its works, where it was sent, and how to fetch it. */
export function PackageDetails({ view }: { view: PackageView }) {
  return (
    <>
      {view.problem && <Alert className={styles.gap} type="error" showIcon role="alert" title={view.problem} />}
      {view.state === 'preparing' && <Progress className={styles.gap} percent={Math.floor((view.progress.doneBytes / Math.max(1, view.progress.totalBytes)) * 100)} />}
      <Facts>
        {view.number !== null && <Fact label="报送码">{sayHandOverCode(view.code)}</Fact>}
        <Fact label="冻结" remark={view.createdByName}><Moment at={view.createdAt} /></Fact>
        {view.zipBytes !== null && <Fact label="材料包" remark={`${view.fileCount} 个文件`}>{sayBytes(view.zipBytes)}</Fact>}
        {view.verifiedAt !== null && <Fact label="逐字节核对"><Moment at={view.verifiedAt} /></Fact>}
        {view.manifestSha256 && (
          <Fact label="清单指纹"><Typography.Text className={styles.hash} copyable={{ text: view.manifestSha256, tooltips: ['复制整段指纹', '已复制'] }}>{view.manifestSha256.slice(0, 8)}…{view.manifestSha256.slice(-4)}</Typography.Text></Fact>
        )}
      </Facts>
      <ol className={styles.works}>
        {view.works.map(({ workId, slot, title, versionNumber, isRecommended, recheck }) => (
          <li key={workId} value={slot}>
            {title} <span className={styles.quiet}>第 {versionNumber} 版</span> {!isRecommended && <Tag tone="bad">已不再推荐</Tag>} {recheck && <Tag tone={recheck.isGood ? 'ok' : 'look'} icon={recheck.isGood ? 'ticked' : 'triangle'}>{recheck.sentence}</Tag>}
          </li>
        ))}
      </ol>
      {view.mails.map((mail) => <MailLine key={mail.id} mail={mail} />)}
      <Actions view={view} />
    </>
  );
}

function MailLine({ mail }: { mail: PackageMailView }) {
  const { tone, word } = mailWord(mail);
  return (
    <div className={styles.mail}>
      <p><Tag tone={tone} icon="mail">{word}</Tag> {mail.to}</p>
      <p className={styles.quiet}><Moment at={mail.at} />　{mail.byName}　用{MAIL_WAY_NAMES[mail.via]}</p>
      {mail.outcome && <p>{mail.outcome}。</p>}
      {mail.answer && tone === 'bad' && <p className={styles.quiet}>服务器的原话：{mail.answer}</p>}
    </div>
  );
}

function Actions({ view }: { view: PackageView }) {
  const link = useCommand('POST /api/packages/:packageId/link');
  const verify = useCommand('POST /api/packages/:packageId/verification', TOUCHES);
  const retry = useCommand('POST /api/packages/:packageId/retry', TOUCHES);
  const cancel = useCommand('DELETE /api/packages/:packageId', TOUCHES);
  const [made, setMade] = useState<PackageLinkReply | null>(null);
  const [hasBounce, setHasBounce] = useState(false);
  const mayFetch = useMay('package.download');
  const mayTend = useMay('package.tend');
  const mayMail = useMay('package.mail');
  const params = { packageId: view.id };
  const open = async () => {
    const tab = openLater();
    await link.mutateAsync({ params }).then((reply) => {
      setMade(reply);
      tab.go(new URL(reply.url).pathname);
    }, tab.cancel);
  };
  return (
    <>
      <div className={styles.actions}>
        {mayFetch && view.state === 'ready' && <Button type="primary" loading={link.isPending} onClick={() => void open()}>打开下载页</Button>}
        {mayTend && (view.state === 'ready' || view.state === 'damaged') && <Button loading={verify.isPending} onClick={() => verify.mutate({ params })}>重新逐字节核对</Button>}
        {mayTend && view.state === 'failed' && <Button type="primary" loading={retry.isPending} onClick={() => retry.mutate({ params })}>重试</Button>}
        {mayTend && (view.state === 'failed' || view.state === 'preparing') && <Button loading={cancel.isPending} onClick={() => cancel.mutate({ params })}>取消</Button>}
        {mayMail && view.mails.some(({ state }) => state === 'sent') && <Button onClick={() => setHasBounce(true)}>收到退信？</Button>}
      </div>
      {hasBounce && <BounceDialog view={view} onClose={() => setHasBounce(false)} />}
      {made && <p className={styles.quiet}>下载地址 {made.url}，{sayDeadline(made.expiresAt)} 前有效，拿到的人都能下载。</p>}
      {verify.isSuccess && view.verifiedAt !== null && <p className={styles.quiet} role="status">已开始核对，文件有变会标出来。</p>}
      <Problem error={link.error ?? verify.error ?? retry.error ?? cancel.error} />
    </>
  );
}
