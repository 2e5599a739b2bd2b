import { useEffect, useState } from 'react';
import type { SmsCodeReply } from '@kepu/shared/contracts/account';
import { Box, Tap, Txt } from '../../platform/elements';
import type { Task } from '../../state/use-task';
import { Note } from '../../ui/Note';
import { TextField } from '../../ui/TextField';

interface SmsCodeProps {
  value: string;
  problem: string | null;
  /** Sends a code; only resolves when one was sent. */
  onSend: () => Promise<SmsCodeReply | null>;
  task: Task;
  onInput: (code: string) => void;
}

/** The six digits from the text message; in a demonstration no message is sent and they are shown here. */
export function SmsCode({ value, problem, onSend, task, onInput }: SmsCodeProps) {
  const [sent, setSent] = useState<SmsCodeReply | null>(null);
  const [secondsLeft, setSecondsLeft] = useState(0);
  useEffect(() => {
    if (secondsLeft <= 0) return undefined;
    const timer = setTimeout(() => setSecondsLeft(secondsLeft - 1), 1000);
    return () => clearTimeout(timer);
  }, [secondsLeft]);
  const send = () =>
    void task.run(async () => {
      const reply = await onSend();
      if (!reply) return;
      setSent(reply);
      setSecondsLeft(reply.resendAfterSeconds);
    });
  const canSend = secondsLeft <= 0;
  return (
    <>
      <TextField
        id="sms-code"
        label="验证码"
        kind="code"
        value={value}
        placeholder="6位验证码"
        problem={problem}
        onInput={(text) => onInput(text.replace(/\D/gu, '').slice(0, 6))}
        inside={
          canSend
            ? <Tap className="lg-code" isBusy={task.isBusy} onTap={send}>{sent ? '重新获取' : '获取验证码'}</Tap>
            : <Box className="lg-code lg-code--wait k-num">{secondsLeft} 秒后重发</Box>
        }
      />
      {sent?.demoCode !== undefined && (
        <Box className="k-mb-3">
          <Note tone="brand">
            演示环境不发短信，验证码是 <Txt className="k-strong k-num">{sent.demoCode}</Txt>
          </Note>
        </Box>
      )}
    </>
  );
}
