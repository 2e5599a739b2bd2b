import { getNetworkType, offNetworkStatusChange, onNetworkStatusChange } from '@tarojs/taro';
import type { Network, NetworkState } from './network';

const stateOf = (type: string): NetworkState => ({ isOnline: type !== 'none', isMetered: type === 'none' || type === 'unknown' ? null : type !== 'wifi' && type !== 'ethernet' });

export const network: Network = {
  now: () => getNetworkType().then(({ networkType }) => stateOf(networkType), () => ({ isOnline: true, isMetered: null })),
  onChange: (listener) => {
    const hear = ({ networkType }: { networkType: string }) => listener(stateOf(networkType));
    onNetworkStatusChange(hear);
    return () => offNetworkStatusChange(hear);
  },
};
