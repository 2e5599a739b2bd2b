import { useEffect } from 'react';
import { Navigate, useLocation } from 'react-router';
import { DemoAccounts } from './DemoAccounts';
import { LoginArt } from './LoginArt';
import styles from './LoginPage.module.css';
import { LoginSteps } from './LoginSteps';
import { useSession } from './use-session';

/** Where a person wanted to go before they were asked to log in. */
export interface LoginState {
  from?: string;
}

export function LoginPage() {
  const state = useSession();
  const location = useLocation();
  useEffect(() => {
    document.title = '登录 · 科普微视频征集推荐';
  }, []);
  if (state.kind === 'in') {
    const { from } = (location.state ?? {}) as LoginState; // the router does not type what a link carries
    return <Navigate to={from ?? '/'} replace />;
  }
  return (
    <div className={styles.page}>
      <LoginArt />
      <main className={styles.form}>
        <div className={styles.formInner}>
          <LoginSteps />
          <p className={styles.notice}>连续输错 5 次将暂停 15 分钟。每次登录都有记录。</p>
          <DemoAccounts />
        </div>
        <p className={styles.keys}>Enter 继续 · Esc 返回上一步 · 验证码可整段粘贴</p>
      </main>
    </div>
  );
}
