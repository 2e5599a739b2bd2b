import { useState, type ReactNode } from 'react';
import { Box } from '../../platform/elements';
import { continueTo } from '../../platform/navigation';
import { openTab } from '../../platform/tabs';
import { useStore } from '../../state/store';
import { useTask } from '../../state/use-task';
import { Button } from '../../ui/Button';
import { Note } from '../../ui/Note';
import { Page } from '../../ui/Page';
import { Ruler } from '../../ui/Ruler';
import { TextField } from '../../ui/TextField';
import { useCampaign } from '../campaign/campaign';
import { session } from '../session/api';
import { Consent } from './Consent';
import { DemoRow } from './DemoRow';
import { Failure } from '../session/Failure';
import { logInBySms, sendCode } from './log-in';
import { Refused } from '../session/refused';
import { homeOf, pickHat } from '../session/roles';
import { SmsCode } from './SmsCode';
import { WechatEntry } from './WechatEntry';
import './login.css';

interface LoginScreenProps {
  /** Where the person was going; empty: to their own first page. */
  next: string;
}

export function LoginScreen({ next }: LoginScreenProps) {
  const state = useStore(session.state);
  const { value: campaign } = useCampaign();
  const [isConsented, setConsented] = useState(false);
  const [isMissed, setMissed] = useState(false);
  const task = useTask();
  const goOn = () => {
    const entered = session.state.get();
    if (next !== '') continueTo(next);
    else openTab(homeOf(entered.kind === 'in' ? pickHat(entered.account, null) : null));
  };
  const withConsent = (work: () => void) => {
    setMissed(!isConsented);
    if (isConsented) work();
  };
  return (
    <Page title="登录" back="pages/home/index" isDark top={<LoginHead call={campaign?.config.title ?? ''} />}>
      {state.kind === 'out' && state.hasEnded && <Box className="k-mb-4"><Note tone="look">登录已失效，请重新登录。</Note></Box>}
      {campaign?.hasWechat && <WechatEntry task={task} withConsent={withConsent} onEntered={goOn} />}
      <SmsForm task={task} withConsent={withConsent} onEntered={goOn} consent={<Consent isGiven={isConsented} isMissed={isMissed} onChange={setConsented} />} />
      <DemoRow task={task} onEntered={goOn} />
      <Box className="k-cap k-mt-3 k-center">推荐单位用科技厅登记的手机号登录。科技厅工作人员请在电脑上打开管理后台。</Box>
    </Page>
  );
}

function LoginHead({ call }: { call: string }) {
  return (
    <Box className="lg-head">
      <Box className="k-display">科普微视频征集推荐</Box>
      <Box className="lg-head__sub">{call === '' ? '自治区科学技术厅' : `自治区科学技术厅 · ${call.replace(/作品征集$/u, '')}`}</Box>
      <Ruler ticks={40} longEvery={5} />
    </Box>
  );
}

interface SmsFormProps {
  task: ReturnType<typeof useTask>;
  withConsent: (work: () => void) => void;
  onEntered: () => void;
  consent: ReactNode;
}

function SmsForm({ task, withConsent, onEntered, consent }: SmsFormProps) {
  const [phone, setPhone] = useState('');
  const [code, setCode] = useState('');
  const failed = task.failure instanceof Refused ? task.failure : null;
  const problemOf = (...codes: string[]) => failed?.reasons.find((reason) => codes.includes(reason.code))?.message ?? null;
  const phoneProblem = problemOf('INVALID_PHONE');
  const codeProblem = problemOf('WRONG_CODE', 'CODE_EXPIRED', 'CODE_JUST_SENT', 'LOCKED_OUT', 'TOO_MANY_REQUESTS');
  const submit = () => withConsent(() => void task.run(() => logInBySms(phone, code)).then((isIn) => { if (isIn) onEntered(); }));
  return (
    <Box className="lg-form">
      <TextField id="phone" label="手机号" kind="tel" value={phone} placeholder="11 位手机号" problem={phoneProblem} onInput={setPhone} />
      <SmsCode value={code} problem={codeProblem} task={task} onInput={setCode} onSend={() => sendCode(phone)} />
      {consent}
      {!phoneProblem && !codeProblem && <Failure of={task.failure} />}
      <Button isBusy={task.isBusy} onTap={submit}>登录</Button>
    </Box>
  );
}
