import { API_BASE } from '../../platform/api-base';
import { copyText } from '../../platform/clipboard';
import { Box } from '../../platform/elements';
import { ownOrigin } from '../../platform/origin';
import { Button } from '../../ui/Button';
import { Sheet } from '../../ui/Sheet';
import { Steps } from '../../ui/Steps';
import { toast } from '../../ui/toast';

/** How the film gets into the same draft from the computer it was cut on. */
export function ComputerSheet({ onClose }: { onClose: () => void }) {
  const address = API_BASE === '' ? ownOrigin() : API_BASE;
  const copy = async () => toast((await copyText(address)) ? '网址已复制' : '没能复制，请照着输入', { icon: 'info' });
  return (
    <Sheet title="用电脑上传成片" icon={{ name: 'pc', tone: 'brand' }} onClose={onClose} buttons={<Button onTap={() => void copy()}>复制网址</Button>}>
      <Box className="k-mb-4 k-head k-wrap k-num">{address}</Box>
      <Steps
        steps={[
          { key: 'open', state: 'now', mark: 1, title: '在剪辑电脑的浏览器打开这个网址' },
          { key: 'login', state: 'next', mark: 2, title: '用同一个手机号登录', text: '登录后就是同一份草稿，手机上填的都在。' },
          { key: 'pick', state: 'next', mark: 3, title: '打开这部作品的“成片”，选文件上传', text: '手机可以接着填表，两边不冲突。' },
        ]}
      />
    </Sheet>
  );
}
