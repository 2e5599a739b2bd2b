import { useState } from 'react';
import { Box, Txt } from '../../platform/elements';
import { PhoneNumberButton, wechatLogin } from '../../platform/wechat-login';
import type { Task } from '../../state/use-task';
import { Button } from '../../ui/Button';
import { Sheet } from '../../ui/Sheet';
import { logInByWechat } from './log-in';
import { Refused } from '../session/refused';

interface WechatEntryProps {
  task: Task;
  withConsent: (work: () => void) => void;
  onEntered: () => void;
}

/**
 * One tap inside WeChat. The phone number, which WeChat charges for, is asked for only when the server
 * does not know this person yet.
 */
export function WechatEntry({ task, withConsent, onEntered }: WechatEntryProps) {
  const [needsPhone, setNeedsPhone] = useState(false);
  if (!wechatLogin.isHere) return null;
  const enter = (phoneCode?: string) =>
    void task.run(async () => {
      try {
        await logInByWechat(phoneCode);
      } catch (error) {
        if (!(error instanceof Refused) || !error.has('WECHAT_PHONE_NEEDED') || phoneCode !== undefined) throw error;
        setNeedsPhone(true);
        return;
      }
      onEntered();
    });
  return (
    <>
      <Button icon="chat" isBusy={task.isBusy} onTap={() => withConsent(() => enter())}>微信手机号一键登录</Button>
      <Box className="lg-or"><Box className="lg-or__line" /><Txt className="lg-or__text">或用短信验证码登录</Txt><Box className="lg-or__line" /></Box>
      {needsPhone && (
        <Sheet title="第一次登录需要手机号" text="手机号用来核对作者身份和联系您，由微信提供，只需允许一次。" onClose={() => setNeedsPhone(false)}>
          <PhoneNumberButton
            className="k-btn k-btn--main"
            onCode={(phoneCode) => {
              setNeedsPhone(false);
              if (phoneCode !== null) enter(phoneCode);
            }}
          >
            允许使用手机号
          </PhoneNumberButton>
        </Sheet>
      )}
    </>
  );
}
