import { Modal } from 'antd';
import { DemoAccounts } from './DemoAccounts';
import { LoginSteps } from './LoginSteps';
import { callName, useSession } from './use-session';

/** Over the page when the session ended: the page and what was typed stay as they are. */
export function LoginAgain() {
  const state = useSession();
  if (state.kind !== 'ended') return null;
  return (
    <Modal open centered closable={false} keyboard={false} footer={null} mask={{ closable: false }} width={500} title="登录已到时限，请再验证一次">
      <p style={{ marginBottom: 16 }}>
        {callName(state.account)}（{state.account.phone}），本页内容都在；验证后，刚才的操作会接着完成。
      </p>
      <LoginSteps />
      <div style={{ marginTop: 16 }}>
        <DemoAccounts />
      </div>
    </Modal>
  );
}
