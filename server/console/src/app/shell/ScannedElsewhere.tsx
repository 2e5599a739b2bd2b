import { readHandOverCode, sayHandOverCode } from '@kepu/shared/handover/code';
import { App, Button } from 'antd';
import { useNavigate } from 'react-router';
import { useMay } from '../../features/session/use-session';
import { useScan } from '../../ui/scanner/scanner';

const KEY = 'scanned';
const SECONDS = 8;

/** A scan on a page that takes none: nothing happens but a word, with the way to where envelopes are entered. */
export function ScannedElsewhere() {
  const { message } = App.useApp();
  const navigate = useNavigate();
  const mayReceive = useMay('hand-over.receive');
  useScan((scanned) => {
    const code = readHandOverCode(scanned);
    const open = () => {
      message.destroy(KEY);
      void navigate(`/front-desk?code=${code}`);
    };
    const content = code === null ? '刚才扫的不是报送码，什么也没有做。' : `扫到报送码 ${sayHandOverCode(code)}，这一页不收件，什么也没有做。`;
    void message.info({ key: KEY, duration: SECONDS, content: code !== null && mayReceive ? <>{content} <Button type="link" size="small" onClick={open}>去收件登记</Button></> : content });
  });
  return null;
}
