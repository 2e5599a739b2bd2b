import { useState } from 'react';
import type { InvitationView } from '@kepu/shared/contracts/account';
import { ROLE_NAMES } from '@kepu/shared/domain/roles';
import { sayDeadline } from '@kepu/shared/time';
import { Box } from '../../platform/elements';
import { openTab } from '../../platform/tabs';
import { cached } from '../../state/cached';
import { useResource } from '../../state/use-resource';
import { useTask } from '../../state/use-task';
import { Button } from '../../ui/Button';
import { KeyValues } from '../../ui/KeyValues';
import { Note } from '../../ui/Note';
import { Page } from '../../ui/Page';
import { Skeleton } from '../../ui/Skeleton';
import { api } from '../session/api';
import { Failure } from '../session/Failure';
import { Refused } from '../session/refused';
import { Consent } from './Consent';
import { acceptInvitation } from './log-in';
import './login.css';
import { SmsCode } from './SmsCode';

const invitationResource = (token: string) => cached<InvitationView>(`invitation:${token}`, () => api.call('GET /api/invitations/:token', { params: { token } }));

/** 接受邀请: how a unit's people come in; the invited phone proves itself by a text message. */
export function InviteScreen({ token }: { token: string }) {
  const { value: invitation, failure } = useResource(invitationResource(token));
  return (
    <Page title="接受邀请" back="pages/home/index">
      {!invitation && (failure === null ? <Skeleton /> : <Failure of={failure} />)}
      {invitation && (invitation.needsPassword ? <Note>这份邀请用于管理后台，请在电脑上打开邀请链接。</Note> : <Accept token={token} invitation={invitation} />)}
    </Page>
  );
}

function Accept({ token, invitation }: { token: string; invitation: InvitationView }) {
  const [code, setCode] = useState('');
  const [isConsented, setConsented] = useState(false);
  const [isMissed, setMissed] = useState(false);
  const task = useTask();
  const problem = task.failure instanceof Refused ? (task.failure.reasons.find((reason) => ['WRONG_CODE', 'CODE_EXPIRED', 'CODE_JUST_SENT'].includes(reason.code))?.message ?? null) : null;
  const accept = async () => {
    setMissed(!isConsented);
    if (isConsented && (await task.run(() => acceptInvitation(token, code)))) openTab('pages/inbox/index');
  };
  return (
    <>
      <Box className="k-title">{invitation.unitName ?? ROLE_NAMES[invitation.role]} 邀请你审核、推荐作品</Box>
      <Box className="k-card k-mt-3 k-mb-4">
        <KeyValues rows={[['姓名', invitation.name], ['身份', ROLE_NAMES[invitation.role]], ['手机号', invitation.phone], ['有效期至', sayDeadline(invitation.expiresAt)]]} />
      </Box>
      <Box className="lg-form">
        <SmsCode value={code} problem={problem} task={task} onInput={setCode} onSend={() => api.call('POST /api/invitations/:token/sms-code', { params: { token } })} />
        <Consent isGiven={isConsented} isMissed={isMissed} onChange={setConsented} />
        {problem === null && <Failure of={task.failure} />}
        <Button isBusy={task.isBusy} onTap={() => void accept()}>接受邀请并登录</Button>
      </Box>
    </>
  );
}
