import { useState } from 'react';
import { Icon } from '../../ui/Icon';
import { Problem } from '../../ui/Problem';
import { CodeStep } from './CodeStep';
import styles from './LoginPage.module.css';
import { PasswordStep, type Challenge } from './PasswordStep';

/** Both steps of the log-in, with where one is. Used on the log-in page and where a session ended. */
export function LoginSteps() {
  const [challenge, setChallenge] = useState<Challenge | null>(null);
  const [phone, setPhone] = useState('');
  const [error, setError] = useState<unknown>(null);
  const forward = (next: Challenge) => {
    setError(null);
    setPhone(next.phone);
    setChallenge(next);
  };
  const back = (why: unknown) => {
    setError(why);
    setChallenge(null);
  };
  return (
    <div className={styles.steps}>
      <ol className={styles.rail} aria-label="登录步骤">
        <li aria-current={challenge ? undefined : 'step'}>
          <i>{challenge ? <Icon name="check" size={12} /> : 1}</i>账号与密码
        </li>
        <li aria-current={challenge ? 'step' : undefined}>
          <i>2</i>第二步验证
        </li>
      </ol>
      <div>
        <h2>{challenge ? '输入动态验证码' : '登录管理端'}</h2>
        <p className={styles.lead}>{challenge ? '打开手机上的验证器，输入“科普微视频征集推荐”一栏的 6 位数字。' : '科技厅工作人员用手机号和密码登录。'}</p>
      </div>
      {challenge ? <CodeStep challenge={challenge} onBack={back} /> : <PasswordStep phone={phone} onDone={forward} />}
      {!challenge && <Problem error={error} />}
    </div>
  );
}
