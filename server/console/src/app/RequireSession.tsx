import { QueryClientProvider, useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { call, session } from '../api/call';
import { newQueryClient } from '../api/queries';
import type { LoginState } from '../features/session/LoginPage';
import { useSession, worksHere } from '../features/session/use-session';
import { Empty } from '../ui/Empty';

/** Lets in whoever is logged in and works for the department; others are asked to log in first. */
export function RequireSession() {
  const state = useSession();
  const location = useLocation();
  if (state.kind === 'starting') return null;
  if (state.kind === 'out') return <Navigate to="/login" replace state={{ from: location.pathname + location.search } satisfies LoginState} />;
  return worksHere(state.account) ? <OwnPages key={state.account.id} /> : <NotHere />;
}

/** What one person has read is never shown to the next one: each has a memory of their own. */
function OwnPages() {
  const [client] = useState(newQueryClient);
  return (
    <QueryClientProvider client={client}>
      <Outlet />
    </QueryClientProvider>
  );
}

function NotHere() {
  const leave = useMutation({ mutationFn: () => call('DELETE /api/auth/session', {}), onSettled: () => session.close() });
  return (
    <Empty
      icon="lock"
      title="这个账号没有管理端的权限"
      actions={
        <Button type="primary" loading={leave.isPending} onClick={() => leave.mutate()}>
          退出，换个账号
        </Button>
      }
    >
      管理端供科技厅工作人员使用。作者和推荐单位请在手机上办理；需要开通权限，请联系系统管理员发送邀请。
    </Empty>
  );
}
