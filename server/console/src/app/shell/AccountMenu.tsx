import { useMutation } from '@tanstack/react-query';
import { ROLE_NAMES } from '@kepu/shared/domain/roles';
import { App, Dropdown, type MenuProps } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { call, session } from '../../api/call';
import { wordsOf } from '../../api/failure';
import { callName, useAccount, useMay } from '../../features/session/use-session';
import { Icon } from '../../ui/Icon';
import styles from './TopBar.module.css';

const InviteDialog = lazy(async () => ({ default: (await import('../../features/invitation/InviteDialog')).InviteDialog }));

/** Who is logged in, the two ways out, and, for administrators, inviting a colleague. */
export function AccountMenu() {
  const account = useAccount();
  const { modal, message } = App.useApp();
  const mayInvite = useMay('account.invite');
  const [isInviting, setInviting] = useState(false);
  const leave = useMutation({
    mutationFn: (everywhere: boolean) => (everywhere ? call('DELETE /api/auth/sessions', {}) : call('DELETE /api/auth/session', {}, { keepalive: true })),
    onSuccess: () => session.close(),
    onError: (error) => message.error(`没有退出：${wordsOf(error).sentences.join('')}`),
  });
  const ask = () => {
    void modal.confirm({
      title: '退出全部设备？',
      content: '您在所有电脑和手机上的登录都会立即失效，下次使用要重新登录。',
      okText: '退出全部设备',
      cancelText: '先不退出',
      autoFocusButton: 'cancel',
      onOk: () => leave.mutate(true),
    });
  };
  const roles = [...new Set(account.roles.map(({ role }) => ROLE_NAMES[role]))].join('、');
  const items: MenuProps['items'] = [
    { key: 'who', type: 'group', label: `${account.phone} · ${roles}` },
    { type: 'divider' },
    ...(mayInvite ? [{ key: 'invite', label: '邀请工作人员…', onClick: () => setInviting(true) }] : []),
    { key: 'out', label: '退出登录', onClick: () => leave.mutate(false) },
    { key: 'everywhere', label: '退出全部设备…', onClick: ask },
  ];
  return (
    <>
      <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
        <button type="button" className={styles.account}>
          <i aria-hidden="true">{callName(account).slice(0, 1)}</i>
          <span>{callName(account)}</span>
          <Icon name="chevron" size={13} />
        </button>
      </Dropdown>
      <Suspense fallback={null}>{isInviting && <InviteDialog onClose={() => setInviting(false)} />}</Suspense>
    </>
  );
}
