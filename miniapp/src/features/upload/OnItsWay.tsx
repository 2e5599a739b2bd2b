import { Box, Tap, Txt } from '../../platform/elements';
import { Button } from '../../ui/Button';
import { Failure } from '../session/Failure';
import { percentOf } from './film-upload';
import { forgetUpload, uploaderOf, useUpload } from './uploads';
import './upload.css';

/** A file on its way: how far it is, what holds it up, and how to give it up. */
export function OnItsWay({ uploadKey: key }: { uploadKey: string }) {
  const upload = useUpload(key);
  if (!upload || upload.phase.kind === 'done') return null;
  const { phase, name, sent, bytes } = upload;
  if (phase.kind === 'failed') {
    return (
      <Box className="k-mt-2">
        <Failure of={phase.failure} />
        <Button kind="line" isSmall onTap={() => forgetUpload(key)}>知道了，换一个文件</Button>
      </Box>
    );
  }
  const isStopped = phase.kind !== 'sending';
  return (
    <Box className="pf" role="status">
      <Box className="pf__name">{name} <Txt className="k-cap k-num">{isStopped ? '等网络恢复，会自动接着传' : `上传中 ${percentOf(sent, bytes)}`}</Txt></Box>
      {phase.kind === 'waiting' && phase.for === 'wifi' && <Tap className="k-link" onTap={() => void uploaderOf(key)?.runMetered()}>用流量传</Tap>}
      <Tap className="k-link" label={`取消上传${name}`} onTap={() => forgetUpload(key)}>取消</Tap>
    </Box>
  );
}
