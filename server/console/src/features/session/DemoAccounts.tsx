import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { call, session } from '../../api/call';
import { useRead } from '../../api/queries';
import { Problem } from '../../ui/Problem';
import styles from './LoginPage.module.css';

/** The demonstration only: one tap logs in as a member of staff or an administrator. */
export function DemoAccounts() {
  const campaign = useRead('GET /api/campaign', {});
  const demo = useRead('GET /api/demo', {}, { enabled: campaign.data?.isDemonstration === true });
  const login = useMutation({
    mutationFn: (key: string) => call('POST /api/demo/login', { body: { key } }),
    onSuccess: (reply) => session.open(reply),
  });
  const accounts = demo.data?.accounts.filter(({ role }) => role === 'staff' || role === 'admin') ?? [];
  if (accounts.length === 0) return null;
  return (
    <section className={styles.demo} aria-label="演示账号">
      <p>演示环境，点一下直接进入：</p>
      <div className={styles.demoList}>
        {accounts.map(({ key, name, subtitle }) => (
          <Button key={key} block className={styles.demoButton} loading={login.isPending && login.variables === key} onClick={() => login.mutate(key)}>
            <b>{name}</b>
            <span>{subtitle}</span>
          </Button>
        ))}
      </div>
      <Problem error={login.error} />
    </section>
  );
}
