import { useState } from 'react';
import type { AskingComputerView, ComputerView } from '@kepu/shared/contracts/computer';
import { sayClock } from '@kepu/shared/time';
import { copyText } from '../../platform/clipboard';
import { Box, Tap } from '../../platform/elements';
import { scanCode } from '../../platform/scan-code';
import { useResource } from '../../state/use-resource';
import { useTask } from '../../state/use-task';
import { Button } from '../../ui/Button';
import { Item } from '../../ui/Item';
import { Sheet } from '../../ui/Sheet';
import { Steps } from '../../ui/Steps';
import { TextField } from '../../ui/TextField';
import { toast } from '../../ui/toast';
import { Failure } from '../session/Failure';
import { codeIn } from './code-in';
import { allowComputer, askingComputer, computerPage, computersResource, revokeComputer } from './computers';
import './computer.css';

interface ComputerSheetProps {
  work: { id: string; title: string };
  onClose: () => void;
}

interface Asking extends AskingComputerView {
  code: string;
}

/** Lets the editing computer upload to this draft: the code it shows is typed or scanned here, then confirmed. */
export function ComputerSheet({ work, onClose }: ComputerSheetProps) {
  const [asking, setAsking] = useState<Asking | null>(null);
  const { value: computers } = useResource(computersResource(work.id));
  return asking
    ? <Confirm work={work} asking={asking} onDone={() => setAsking(null)} onClose={onClose} />
    : <Connect work={work} computers={computers ?? []} onAsking={setAsking} onClose={onClose} />;
}

function Connect({ work, computers, onAsking, onClose }: ComputerSheetProps & { computers: readonly ComputerView[]; onAsking: (asking: Asking) => void }) {
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const task = useTask();
  const find = (text: string) => {
    const code = codeIn(text);
    setProblem(code ? null : '连接码是 6 位字母和数字，照电脑上显示的输入');
    if (code) void task.run(async () => onAsking({ ...(await askingComputer(work.id, code)), code }));
  };
  const scan = async () => {
    const text = await scanCode?.();
    if (text) find(text);
  };
  const buttons = (
    <>
      {scanCode && <Button icon="scan" isBusy={task.isBusy} onTap={() => void scan()}>扫电脑上的二维码</Button>}
      <Button kind={scanCode ? 'line' : 'main'} isBusy={task.isBusy} onTap={() => find(typed)}>连接</Button>
    </>
  );
  return (
    <Sheet title="用电脑上传" onClose={onClose} buttons={buttons}>
      {computers.length > 0 && <Connected workId={work.id} computers={computers} />}
      <Box className="k-sub k-mt-1">在剪辑电脑的浏览器打开</Box>
      <Address />
      <TextField id="computer-code" label="电脑上显示的 6 位连接码" value={typed} problem={problem} placeholder="如 K7M 2QR" onInput={setTyped} />
      <Failure of={task.failure} />
    </Sheet>
  );
}

function Address() {
  const address = computerPage();
  const copy = async () => toast((await copyText(address)) ? '网址已复制' : '没能复制，请照着输入', { icon: 'info' });
  return (
    <Box className="cp-addr">
      <Box className="k-head k-wrap k-num k-grow">{address.replace(/^https?:\/\//u, '')}</Box>
      <Tap className="k-link" label="复制网址" onTap={() => void copy()}>复制</Tap>
    </Box>
  );
}

function Connected({ workId, computers }: { workId: string; computers: readonly ComputerView[] }) {
  const task = useTask();
  return (
    <Box className="k-card k-card--flush k-mb-3">
      {computers.map(({ id, device, expiresAt }) => (
        <Item
          key={id}
          icon="pc"
          title={`${device}，已连接`}
          caption={`可以传到 ${sayClock(expiresAt)}`}
          side={<Tap className="k-link" label={`断开${device}`} isBusy={task.isBusy} onTap={() => void task.run(() => revokeComputer(workId, id))}>断开</Tap>}
        />
      ))}
      <Failure of={task.failure} />
    </Box>
  );
}

function Confirm({ work, asking, onDone, onClose }: ComputerSheetProps & { asking: Asking; onDone: () => void }) {
  const task = useTask();
  const allow = () =>
    void task.run(async () => {
      await allowComputer(work.id, asking.code);
      toast('电脑已连接，在电脑上拖入文件就开始传', { icon: 'check' });
      onDone();
    });
  return (
    <Sheet
      title={`允许这台电脑往《${work.title || '未命名作品'}》传文件？`}
      icon={{ name: 'pc', tone: 'brand' }}
      onClose={onClose}
      buttons={<><Button isBusy={task.isBusy} onTap={allow}>允许</Button><Button kind="line" onTap={onDone}>不是我的电脑</Button></>}
    >
      <Box className="k-choice k-mt-3"><Box className="k-cap">{sayClock(asking.askedAt)} 打开的页面</Box>{asking.device}</Box>
      <Box className="k-sub k-mt-3">只能往这部作品传成片和证明，看不到联系方式，改不了推荐表。8 小时后自动断开，也可以随时在这里断开。</Box>
      <Failure of={task.failure} />
    </Sheet>
  );
}

/** The same way in, told where there is no draft to let a computer in to. */
export function ComputerGuide({ onClose }: { onClose: () => void }) {
  return (
    <Sheet title="用电脑上传" icon={{ name: 'pc', tone: 'brand' }} onClose={onClose}>
      <Steps
        steps={[
          { key: 'draft', state: 'now', mark: 1, title: '在手机上打开这部作品的“成片”', text: '还没有草稿，先开始填推荐表。' },
          { key: 'open', state: 'next', mark: 2, title: '在剪辑电脑的浏览器打开网址', text: <Address /> },
          { key: 'code', state: 'next', mark: 3, title: '手机上点“用电脑上传”，输入电脑上的连接码', text: '电脑不用登录，拖入文件就传进同一份草稿。' },
        ]}
      />
    </Sheet>
  );
}
