import { DevicesScreen } from '../../features/account/DevicesScreen';

export default function DevicesPage() {
  return <DevicesScreen />;
}
