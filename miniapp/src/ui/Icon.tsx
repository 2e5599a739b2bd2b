import { Box } from '../platform/elements';

/** The symbols of icons.svg. */
export type IconName =
  | 'home' | 'film' | 'user' | 'users' | 'inbox' | 'slots' | 'rate' | 'check' | 'cross' | 'eye'
  | 'clock' | 'right' | 'left' | 'down' | 'up' | 'arrup' | 'arrdn' | 'plus' | 'minus' | 'play'
  | 'pause' | 'full' | 'upload' | 'pc' | 'phone' | 'chat' | 'folder' | 'photo' | 'edit' | 'pen'
  | 'lock' | 'offline' | 'wifi' | 'alert' | 'info' | 'undo' | 'printer' | 'stamp' | 'scan' | 'send'
  | 'bell' | 'shield' | 'book' | 'doc' | 'text' | 'sun' | 'trash' | 'more' | 'refresh' | 'desk'
  | 'rotate';

/** Those that are also drawn bold, for marks and tags, where a thin line would vanish. Any other would be a filled square there. */
export type BoldIconName = Extract<IconName, 'check' | 'cross' | 'eye' | 'clock' | 'edit' | 'undo' | 'refresh' | 'lock' | 'minus' | 'upload' | 'stamp' | 'send' | 'arrup' | 'pause' | 'offline' | 'shield' | 'alert' | 'user'>;

type IconProps = { isSmall?: boolean } & ({ name: IconName; isBold?: false } | { name: BoldIconName; isBold: true });

/** A line icon in the colour of the text around it; always an ornament, the words beside it say the same. */
export function Icon({ name, isSmall, isBold }: IconProps) {
  return <Box isOrnament className={`k-ic ${isBold ? 'ib' : 'i'}-${name} ${isSmall ? 'k-ic--s' : ''}`} />;
}
