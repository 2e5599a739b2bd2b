import { API_BASE } from '../../platform/api-base';
import { copyText } from '../../platform/clipboard';
import { ownOrigin } from '../../platform/origin';
import { toast } from '../../ui/toast';

/** Puts the address of the call on the clipboard, to be sent to authors. */
export async function shareCall(): Promise<void> {
  const address = API_BASE === '' ? ownOrigin() : API_BASE;
  toast((await copyText(address)) ? '征集网址已复制' : `没能复制，网址是 ${address}`, { icon: 'info' });
}
