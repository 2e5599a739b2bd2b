import type { InvitationView } from '@kepu/shared/contracts/account';
import { ROLE_NAMES } from '@kepu/shared/domain/roles';
import { sayDeadline } from '@kepu/shared/time';
import { useEffect } from 'react';
import { Link, useParams } from 'react-router';
import { hasReason } from '../../api/failure';
import { useRead } from '../../api/queries';
import { Empty } from '../../ui/Empty';
import { Failed } from '../../ui/Failed';
import { Waiting } from '../../ui/Waiting';
import { LoginArt } from '../session/LoginArt';
import page from '../session/LoginPage.module.css';
import { AcceptForm } from './AcceptForm';
import styles from './InvitePage.module.css';

/** What an invitation's link opens: who is invited to what, and everything needed to come in. */
export function InvitePage() {
  const { token = '' } = useParams();
  const invitation = useRead('GET /api/invitations/:token', { params: { token } });
  useEffect(() => {
    document.title = '接受邀请 · 科普微视频征集推荐';
  }, []);
  return (
    <div className={page.page}>
      <LoginArt />
      <main className={page.form}>
        <div className={page.formInner}>
          {invitation.isPending && <Waiting what="查看邀请" />}
          {invitation.error && <Unusable error={invitation.error} retry={() => void invitation.refetch()} />}
          {invitation.data && <Invited token={token} invitation={invitation.data} />}
        </div>
      </main>
    </div>
  );
}

function Unusable({ error, retry }: { error: unknown; retry: () => void }) {
  if (!hasReason(error, 'INVITATION_INVALID')) return <Failed what="没有查到这份邀请" error={error} retry={retry} />;
  return (
    <Empty icon="mail" title="邀请已失效" actions={<Link to="/login">去登录</Link>}>
      邀请只能用一次，七天内有效。如果您已经接受过，请直接登录；否则请联系邀请您的人重新发送。
    </Empty>
  );
}

function Invited({ token, invitation }: { token: string; invitation: InvitationView }) {
  if (!invitation.needsPassword) {
    return (
      <Empty icon="users" title={`${invitation.name}，这份邀请请用手机打开`}>
        {invitation.unitName}邀请您担任{ROLE_NAMES[invitation.role]}经办人，收作品和推荐都在手机上办理。
      </Empty>
    );
  }
  return (
    <>
      <div>
        <h2 className={styles.title}>{invitation.name}，欢迎加入</h2>
        <p className={page.lead}>
          您被邀请担任{ROLE_NAMES[invitation.role]}，手机 {invitation.phone}。{sayDeadline(invitation.expiresAt)} 前有效。
        </p>
      </div>
      <AcceptForm token={token} />
    </>
  );
}
