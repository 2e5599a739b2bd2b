import type { CampaignConfig } from '@kepu/shared/campaign/config';
import type { FileView } from '@kepu/shared/contracts/work';
import { sayBytes } from '@kepu/shared/errors';
import { Box, Tap, Txt } from '../../platform/elements';
import { traits } from '../../platform/traits';
import { useTask } from '../../state/use-task';
import { Button } from '../../ui/Button';
import { Note } from '../../ui/Note';
import { Failure } from '../session/Failure';
import { OnItsWay } from './OnItsWay';
import { addPaper, paperKey, viewFile, type PaperPlace } from './proofs';
import './upload.css';

interface ProofFilesProps {
  at: PaperPlace;
  label: string;
  fileIds: readonly string[];
  files: Readonly<Record<string, FileView>>;
  /** Files a computer sent without saying for which entry: they may be taken here. */
  arrived: readonly FileView[];
  config: CampaignConfig;
  problem: string | null;
  onAdded: (fileId: string) => void;
  onRemoved: (fileId: string) => void;
}

/** The proof files of one entry: what is there, what is on its way, and one more. */
export function ProofFiles({ at, label, fileIds, files, arrived, config, problem, onAdded, onRemoved }: ProofFilesProps) {
  const task = useTask();
  const add = (source: 'system' | 'chat' | 'album') => void task.run(() => addPaper(at, source, config, onAdded));
  const hasRoom = fileIds.length < config.proof.maxFiles;
  return (
    <Box className="k-field" id={`field-${at.place}-proofs`}>
      <Box className="k-field__top">
        <Txt className="k-field__label">{label}</Txt>
        <Txt className="k-cap k-num">{fileIds.length} 份</Txt>
      </Box>
      {fileIds.map((id) => <OneFile key={id} id={id} file={files[id]} onRemoved={onRemoved} />)}
      {hasRoom && arrived.map((file) => <ArrivedFile key={file.id} file={file} onTaken={() => onAdded(file.id)} />)}
      <OnItsWay uploadKey={paperKey(at)} />
      <Failure of={task.failure} />
      {problem !== null && <Box className="k-mt-2"><Note tone="look">{problem}</Note></Box>}
      {hasRoom && (
        <Box className="pf-add">
          {traits.picksFromChat ? (
            <Box className="k-row">
              <Button kind="soft" isSmall icon="photo" isBusy={task.isBusy} onTap={() => add('album')}>拍照或相册</Button>
              <Box className="k-ml-2"><Button kind="soft" isSmall icon="folder" isBusy={task.isBusy} onTap={() => add('chat')}>聊天文件</Button></Box>
            </Box>
          ) : (
            <Button kind="soft" isSmall icon="upload" isBusy={task.isBusy} label={`上传${label}`} onTap={() => add('system')}>选文件上传</Button>
          )}
          <Box className="k-field__msg">PDF、JPG、PNG，每份不超过 {sayBytes(config.proof.maxBytes)}，最多 {config.proof.maxFiles} 份</Box>
        </Box>
      )}
    </Box>
  );
}

function OneFile({ id, file, onRemoved }: { id: string; file: FileView | undefined; onRemoved: (id: string) => void }) {
  const task = useTask();
  const name = file?.name ?? '已上传的文件';
  return (
    <>
      <Box className="pf">
        <Box className="pf__name">{name}{file && <Txt className="k-cap k-num"> {sayBytes(file.bytes)}</Txt>}</Box>
        {file && <Tap className="k-link" label={`查看${name}`} isBusy={task.isBusy} onTap={() => void task.run(() => viewFile(id, file.mime))}>查看</Tap>}
        <Tap className="k-link" label={`移除${name}`} onTap={() => onRemoved(id)}>移除</Tap>
      </Box>
      <Failure of={task.failure} />
    </>
  );
}

function ArrivedFile({ file, onTaken }: { file: FileView; onTaken: () => void }) {
  const task = useTask();
  return (
    <>
      <Box className="pf">
        <Box className="pf__name">{file.name}<Txt className="k-cap"> 电脑传来的</Txt></Box>
        <Tap className="k-link" label={`查看${file.name}`} isBusy={task.isBusy} onTap={() => void task.run(() => viewFile(file.id, file.mime))}>查看</Tap>
        <Tap className="k-link" label={`把${file.name}放到这里`} onTap={onTaken}>放到这里</Tap>
      </Box>
      <Failure of={task.failure} />
    </>
  );
}
